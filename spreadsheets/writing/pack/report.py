"""What the pack tells: plain rows, filled by the accounting, each sheet from one kind. Amounts in centavos."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from agent.model.valor import Centavos
from spreadsheets.writing.report import GroupKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What identifies a service on every sheet; no patient in it."""

    key: GroupKey
    autorizacao: str
    codigo: str
    data: date
    quantidade: int
    dente: str = ""
    faces: str = ""
    profissional: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conta:
    """One entry and where each centavo of it stands.

    informado = liberado + glosado + em_recurso + perda + pendente + diferenca. `beneficiario` and `carteira` are shown
    only when asked for. `previsto` is when its money is expected, None when nothing is. `lote` and `no_portal`: the
    lote in which the portal's record showed it last, and its word for where it stood.
    """

    id: int
    item: Item
    situacao: str
    corte: str = ""
    informado: Centavos = 0
    liberado: Centavos = 0
    glosado: Centavos = 0
    em_recurso: Centavos = 0
    perda: Centavos = 0
    pendente: Centavos = 0
    diferenca: Centavos = 0
    motivo: str = ""
    movimento: str = ""
    protocolo: str = ""
    arquivo: str = ""
    aba: str = ""
    linha: int = 0
    como: str = ""
    previsto: date | None = None
    beneficiario: str = ""
    carteira: str = ""
    lote: str = ""
    no_portal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retorno:
    """One return line; `item.key` has the month of the return. `prova` is the SHA-256 of the file it was read from.

    `de_fora`: of a return of a month that the pack is not about; it is here for the entry that it answers.
    """

    id: int
    item: Item
    linha: int
    situacao: str
    informado: Centavos
    liberado: Centavos
    glosado: Centavos
    motivo: str
    movimento: str
    protocolo: str
    prova: str
    de_fora: bool = False


@dataclass(frozen=True, slots=True)
class Ligacao:
    """One return line (or a share of it) and the entry it answers; a proposal (`proposta`) moves no money."""

    conta_id: int
    retorno_id: int
    passo: str
    certeza: int
    alocado: Centavos
    liberado: Centavos
    glosado: Centavos
    porque: str
    proposta: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Glosa:
    """What was refused of an entry and what was done about it. `codigo` is of TISS table 38, "" where none is told.

    `prazo` is the last day to appeal, None when the contract's clock does not run (all appealed or given up).
    """

    conta_id: int
    motivo: str
    codigo: str
    descricao: str
    inicial: Centavos
    glosado: Centavos
    em_recurso: Centavos
    recuperado: Centavos
    perda: Centavos
    recurso: str
    protocolo: str
    prazo: date | None


@dataclass(frozen=True, slots=True)
class SemRetorno:
    """An entry that no return speaks of for certain. `desde` is the close of its month, `dias` how long ago that was.

    `duvida`: a line of a return may be its answer, and waits for a person to say so. `encerrada`: who said that
    nothing more is to be done about it, and why (pt-BR).
    """

    conta_id: int
    desde: date | None
    dias: int
    alerta: int
    previsto: date | None
    valor: Centavos
    duvida: bool = False
    encerrada: str = ""

    @property
    def atrasada(self) -> bool:
        """Whether it is to be chased: silent, and from the contract's day of alarm on, when it is a pendência too."""
        return not self.duvida and not self.encerrada and self.dias >= self.alerta

    @property
    def passou(self) -> int:
        """How many days ago its money was expected; 0 while it still is."""
        if self.desde is None or self.previsto is None:
            return 0
        return max(0, self.dias - (self.previsto - self.desde).days)

    @property
    def fazer(self) -> str:
        """What a person does about it (pt-BR)."""
        if self.duvida:
            return "decidir"
        if self.encerrada:
            return "encerrada"
        return "cobrar" if self.atrasada else "aguardar"


@dataclass(frozen=True, slots=True)
class Repasse:
    """A professional's share in one entry, by the clinic's first rule that fits; the rest is the clinic's.

    `a_receber` is what an appeal won and no return line paid yet: it joins the base when one does.
    """

    conta_id: int
    profissional: str
    regra: str
    base: Centavos
    valor: Centavos
    a_receber: Centavos = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Nota:
    """An invoice, as the accountant's file states it. `deducoes` in the order of DEDUCOES."""

    key: GroupKey
    numero: str
    data: date
    valor: Centavos
    deducoes: tuple[Centavos, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retencao:
    """What a payment was less (`valor` < 0) or more than its items, as the insurer's statement `demonstrativo` says.

    `data` is the day of the payment; `autorizacao` and `protocolo` are of the first guia that it covers.
    """

    key: GroupKey
    demonstrativo: str
    data: date
    tipo: str
    texto: str
    protocolo: str
    autorizacao: str
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposito:
    """Money that reached the bank; `key` says what for, `ordinal` which it is among the file's equal ones."""

    key: GroupKey
    data: date
    historico: str
    valor: Centavos
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Prova:
    """One file of evidence and what it proves; `em` is when it was seen, by the office's clock."""

    key: GroupKey
    de: str
    sha256: str
    tipo: str
    nome: str
    bytes: int
    em: datetime


@dataclass(frozen=True, slots=True)
class Mudanca:
    """An amount of an audited month that is not what it was when `quem` signed; `conta` is its heading, in centavos."""

    key: GroupKey
    em: datetime
    quem: str
    conta: str
    na_auditoria: Centavos
    agora: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything the workbook shows. `nomes` gives codes the names people read; `periodo` is pt-BR.

    `situacoes` is each month's state for people, `mudancas` what moved in audited ones since; `ancora` the chain's last
    hash when the pack was made.
    """

    escritorio: str
    titulo: str
    periodo: str
    gerado_em: datetime
    ancora: str
    eventos: int
    contas: tuple[Conta, ...]
    retornos: tuple[Retorno, ...] = ()
    ligacoes: tuple[Ligacao, ...] = ()
    glosas: tuple[Glosa, ...] = ()
    sem_retorno: tuple[SemRetorno, ...] = ()
    repasses: tuple[Repasse, ...] = ()
    retencoes: tuple[Retencao, ...] = ()
    notas: tuple[Nota, ...] = ()
    depositos: tuple[Deposito, ...] = ()
    provas: tuple[Prova, ...] = ()
    situacoes: Mapping[GroupKey, str] = field(default_factory=dict)
    mudancas: tuple[Mudanca, ...] = ()
    nomes: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[GroupKey, ...]:
        """Every clinic, portal and month that has entries or a state here, in order."""
        return tuple(sorted({conta.item.key for conta in self.contas} | set(self.situacoes)))

    def nome(self, codigo: str) -> str:
        """The name people read."""
        return self.nomes.get(codigo, codigo)


DEDUCOES = ("IRRF", "ISS", "INSS", "PIS", "COFINS", "CSLL")

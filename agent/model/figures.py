"""A month of one clinic on one portal in figures, as people read them at the end of a command."""

from dataclasses import dataclass

from agent.model.valor import Centavos


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of entries and amounts in centavos, as the ledger's accounts hold them.

    valor_informado = liberado + glosado + em_recurso + perda + pendente + diferenca. lancadas = pagas + pagas_a_maior +
    glosadas + glosa_parcial + sem_retorno + a_conferir. `competencia` is ISO ("2026-10"). `parado`: why this run
    stopped, "" when it did not, and `codigo` the exit code that means. `avisos`: what waits for a person. `deducoes`:
    what the payments were less (negative) or more than the items, by kind. `arquivos`, `contas`: where the operadora
    has the files that were sent, and what was billed. `situacao`: how the month stands, where it was asked. Texts are
    pt-BR and name no patient.
    """

    clinica: str
    portal: str
    competencia: str
    lidas: int = 0
    rejeitadas: int = 0
    pendentes: int = 0
    lancadas: int = 0
    recusadas: int = 0
    incertas: int = 0
    pagas: int = 0
    pagas_a_maior: int = 0
    glosadas: int = 0
    glosa_parcial: int = 0
    sem_retorno: int = 0
    a_conferir: int = 0
    valor_informado: Centavos = 0
    valor_liberado: Centavos = 0
    valor_glosado: Centavos = 0
    valor_em_recurso: Centavos = 0
    valor_perda: Centavos = 0
    valor_pendente: Centavos = 0
    valor_diferenca: Centavos = 0
    parado: str = ""
    codigo: int = 3
    avisos: tuple[str, ...] = ()
    deducoes: tuple[tuple[str, Centavos], ...] = ()
    arquivos: tuple[str, ...] = ()
    contas: tuple[str, ...] = ()
    situacao: str = ""

    @property
    def needs_a_person(self) -> bool:
        """Whether something of it was left for a person."""
        return bool(self.rejeitadas or self.recusadas or self.incertas or self.avisos)


@dataclass(frozen=True, slots=True)
class Fechamento:
    """How the close of a month ended. `texto` says why not, or what the portal said; `achados` are the gate's findings.

    `hash` is the state that an approval is bound to, `aprovado_por` who gave it ("" when nobody did). `pendencias` are
    what waits for a person in a month that is closed already.
    """

    clinica: str
    portal: str
    competencia: str
    fechado: bool
    texto: str
    achados: tuple[str, ...]
    hash: str
    aprovado_por: str = ""
    pendencias: tuple[str, ...] = ()
    parado: str = ""
    codigo: int = 3


@dataclass(frozen=True, slots=True)
class Parada:
    """What stopped before a clinic's plan could be made; `texto` is pt-BR: what was seen and what to do.

    `codigo` is the exit code it means: 2 a sheet or the set-up, 3 a portal.
    """

    clinica: str
    portal: str
    competencia: str
    texto: str
    codigo: int = 3

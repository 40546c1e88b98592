"""The five guias of a lote as values: what TISS 4 asks for, in its order; who reads them writes no XML by hand.

Codes are the TISS tables' (text, leading zeros kept), amounts centavos, hours "HH:MM". `origem` says which row of the
clinic's sheet a guia or an item stands for, so that a critique can be told where it belongs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from agent.model.lancamento import Origem
from agent.model.valor import Centavos


class TipoGuia(StrEnum):
    """The kinds of guia; a lote holds only one."""

    CONSULTA = "guiaConsulta"
    SADT = "guiaSP-SADT"
    HONORARIOS = "guiaHonorarios"
    INTERNACAO = "guiaResumoInternacao"
    ODONTO = "guiaOdonto"


@dataclass(frozen=True, slots=True)
class Contratado:
    """A prestador by one of its numbers, the operadora's own first; `cnes` has seven digits ("9999999" without)."""

    codigo: str = ""
    cnpj: str = ""
    cpf: str = ""
    cnes: str = "9999999"
    nome: str = ""


@dataclass(frozen=True, slots=True)
class Profissional:
    """Who did it. `conselho` and `uf` by TISS tables 26 and 59 ("06" CRM, "43" RS), `cbo` by table 24."""

    nome: str
    conselho: str
    numero_conselho: str
    uf: str
    cbo: str
    codigo: str = ""
    cpf: str = ""


@dataclass(frozen=True, slots=True)
class Beneficiario:
    """The card only: TISS 4 takes no patient's name in a lote."""

    numero_carteira: str
    recem_nascido: bool = False


@dataclass(frozen=True, slots=True)
class Participacao:
    """A professional in one item, with the grau de participação (table 35)."""

    grau: str
    profissional: Profissional


@dataclass(frozen=True, slots=True)
class Item:
    """One performed service. `tabela` "22" is TUSS; `via` and `tecnica` by tables 61 and 48, "" where silent."""

    data: date
    codigo: str
    valor_unitario: Centavos
    quantidade: int = 1
    tabela: str = "22"
    descricao: str = ""
    hora_inicial: str = ""
    hora_final: str = ""
    via: str = ""
    tecnica: str = ""
    equipe: Sequence[Participacao] = ()
    origem: Origem | None = None

    @property
    def valor_total(self) -> Centavos:
        """Unit times quantity."""
        return self.valor_unitario * self.quantidade


@dataclass(frozen=True, slots=True)
class Despesa:
    """A taxa, material, medicine or OPME. `tipo` by table 25 ("07" taxas, "08" OPME), `unidade` by table 60."""

    tipo: str
    item: Item
    unidade: str = "036"


@dataclass(frozen=True, slots=True)
class Autorizacao:
    """What the operadora gave before the service. `data` is needed wherever one of the others is sent."""

    numero_operadora: str = ""
    senha: str = ""
    data: date | None = None
    validade: date | None = None


@dataclass(frozen=True, slots=True)
class Atendimento:
    """The clinical head of a guia, by TISS tables 50, 76, 36, 23, 52 and 39; the defaults are the commonest."""

    tipo: str = "23"
    regime: str = "01"
    acidente: str = "9"
    carater: str = "1"
    tipo_consulta: str = "1"
    cobertura_especial: str = ""
    indicacao_clinica: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaBase:
    """What every guia has. `numero` is the prestador's own, unique within the lote."""

    numero: str
    beneficiario: Beneficiario
    autorizacao: Autorizacao = Autorizacao()
    observacao: str = ""
    origem: Origem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaConsulta(GuiaBase):
    """An elective consultation: one code, one value."""

    profissional: Profissional
    item: Item
    atendimento: Atendimento = Atendimento(tipo="04")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaSadt(GuiaBase):
    """Exams and therapies."""

    solicitante: Profissional
    contratado_solicitante: Contratado
    itens: Sequence[Item]
    despesas: Sequence[Despesa] = ()
    data_solicitacao: date | None = None
    guia_principal: str = ""
    atendimento: Atendimento = Atendimento()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaHonorarios(GuiaBase):
    """A professional's fee in somebody else's house (`local`); each item names who did what."""

    guia_internacao: str
    local: Contratado
    itens: Sequence[Item]
    emissao: date
    carater: str = "1"


@dataclass(frozen=True, slots=True)
class Internacao:
    """A stay in hospital. Codes by TISS tables 55, 57, 41 and 39."""

    inicio: date
    hora_inicio: str
    fim: date
    hora_fim: str
    tipo: str = "1"
    regime: str = "1"
    faturamento: str = "4"
    carater: str = "1"
    acidente: str = "9"
    encerramento: str = "12"
    cids: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaInternacao(GuiaBase):
    """The summary of a stay; it needs an authorisation with date and senha."""

    guia_solicitacao: str
    internacao: Internacao
    itens: Sequence[Item] = ()
    despesas: Sequence[Despesa] = ()


@dataclass(frozen=True, slots=True)
class ItemOdonto:
    """One dental service. `dente` or `regiao`, `faces` up to five letters."""

    item: Item
    dente: str = ""
    regiao: str = ""
    faces: str = ""
    autorizado: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GuiaOdonto(GuiaBase):
    """Dental treatment; `plano` is what the card says."""

    profissional: Profissional
    plano: str
    itens: Sequence[ItemOdonto]
    tipo_atendimento: str = "1"
    tipo_faturamento: str = "4"
    termino: date | None = None


Guia = GuiaConsulta | GuiaSadt | GuiaHonorarios | GuiaInternacao | GuiaOdonto

_TIPOS: dict[type[GuiaBase], TipoGuia] = {
    GuiaConsulta: TipoGuia.CONSULTA,
    GuiaSadt: TipoGuia.SADT,
    GuiaHonorarios: TipoGuia.HONORARIOS,
    GuiaInternacao: TipoGuia.INTERNACAO,
    GuiaOdonto: TipoGuia.ODONTO,
}


def tipo_of(guia: Guia) -> TipoGuia:
    """The kind that a guia is."""
    return _TIPOS[type(guia)]


@dataclass(frozen=True, slots=True)
class Lote:
    """1 to 100 guias of one kind for one operadora, under a number that was never used before (up to 12 digits).

    `registro_ans` has six digits; `versao` is the standard's, as the operadora takes it; `quando` is ISO local time.
    """

    numero: str
    prestador: Contratado
    registro_ans: str
    quando: str
    guias: Sequence[Guia] = field(default=())
    versao: str = "4.03.00"

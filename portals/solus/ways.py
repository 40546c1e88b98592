"""Pure: which screen bills an entry, and which entries go in one click. One entry has one way, decided by its kind."""

from collections.abc import Hashable, Mapping
from enum import StrEnum

from agent.model.lancamento import Kind, Lancamento


class Way(StrEnum):
    """A way to bill, by the key of its entry in the menu Faturamento."""

    SIMPLIFICADO = "simplificado"
    DETALHADO = "detalhado"
    HONORARIO = "honorario"
    SERIADO = "seriado"
    XML = "envio_xml"


_BY_KIND: Mapping[Kind, Way] = {
    Kind.CONSULTA: Way.SIMPLIFICADO,
    Kind.EXAME: Way.DETALHADO,
    Kind.PROCEDIMENTO: Way.DETALHADO,
    Kind.HONORARIO: Way.HONORARIO,
    Kind.SERIADO: Way.SERIADO,
}
TITLES: Mapping[Way, str] = {
    Way.SIMPLIFICADO: "Faturamento Simplificado",
    Way.DETALHADO: "Faturamento Detalhado",
    Way.HONORARIO: "Faturamento de Honorário Individual",
    Way.SERIADO: "Faturamento Seriado Múltiplo",
    Way.XML: "Envio de Arquivos XML",
}

_SHORT: Mapping[Way, str] = {
    Way.SIMPLIFICADO: "Simplificado",
    Way.DETALHADO: "Detalhado",
    Way.HONORARIO: "Honorário individual",
    Way.SERIADO: "Seriado múltiplo",
    Way.XML: "XML TISS",
}


def named(lancamento: Lancamento) -> str:
    """The screen for its kind, as a plan names it; "" for a kind that no screen here bills."""
    way = way_of(lancamento)
    return _SHORT[way] if way else ""


def named_as_xml(lancamento: Lancamento) -> str:  # noqa: ARG001 - every kind goes by file
    """What a plan says where everything is billed by files."""
    return _SHORT[Way.XML]


def way_of(lancamento: Lancamento) -> Way | None:
    """The screen for its kind; None for a kind that no screen here bills (odontologia)."""
    return _BY_KIND.get(lancamento.kind)


def together(lancamento: Lancamento) -> Hashable:
    """Entries of equal answer go in one click: consultas in one list, of the other kinds the rows of one guia.

    Detalhado and Honorário have one date for all their rows, so another day is another click.
    """
    way, atendimento = way_of(lancamento), lancamento.atendimento
    if way in (None, Way.SIMPLIFICADO):
        return Way.SIMPLIFICADO
    if way is Way.SERIADO:
        return way, lancamento.numero_autorizacao
    hours = (atendimento.hora_inicial, atendimento.hora_final)
    return way, lancamento.numero_autorizacao, lancamento.data, hours


def together_as_xml(lancamento: Lancamento) -> Hashable:
    """Entries of one lote: guias of one kind, and the rows of a guia never in two lotes."""
    return Way.XML, lancamento.kind

"""Invented guias of the ways to bill, and the entries that a clinic's sheet states for them."""

from datetime import date
from typing import Any

from agent.model.atendimento import Atendimento
from agent.model.lancamento import Kind, Lancamento
from portals.cassind.mock.seed import Guia, Listed, Procedure
from tests.portals.cassind.sample import NOMES, lancamento

HEMOGRAMA = Procedure("40304361", "HEMOGRAMA COM CONTAGEM DE PLAQUETAS", 4350, 2)
GLICOSE = Procedure("40302040", "GLICOSE", 1200)
FISIO = Procedure("50000160", "DISFUNCAO LOCOMOTORA", 9500, 3)
APENDICE = Procedure("31003079", "APENDICECTOMIA", 118050)
HERNIA = Procedure("31009336", "HERNIORRAFIA UMBILICAL", 72000)
TABELA = [
    Listed("taxas", "60023112", "TAXA DE SALA", 1999),
    Listed("opmes", "70012345", "TELA DE POLIPROPILENO", 25000),
    Listed("pacotes", "98000017", "PACOTE DE IMAGEM", 50000),
]
MANHA = Atendimento(hora_inicial="08:00", hora_final="08:50")
_WAYS = {
    "detalhado": (Kind.EXAME, (HEMOGRAMA, GLICOSE)),
    "honorario": (Kind.HONORARIO, (APENDICE, HERNIA)),
    "seriado": (Kind.SERIADO, (FISIO,)),
}


def guia_of(way: str, place: int, login: str, **changes: Any) -> Guia:
    """The guia 0046<way><place> of one patient; `place` 1 to 99."""
    values: dict[str, Any] = {
        "number": number(way, place),
        "login": login,
        "patient": NOMES[place % len(NOMES)].upper(),
        "carteira": f"0041565643{place:02d}",
        "date": "2026-10-01",
        "code": _WAYS[way][1][0].code,
        "description": _WAYS[way][1][0].description,
        "executante": "RUBEN ANSCHAU TEIXEIRA",
        "way": way,
        "procedures": _WAYS[way][1],
    }
    return Guia(**{**values, **changes})


def number(way: str, place: int) -> str:
    return f"0046{list(_WAYS).index(way) + 1}{place:02d}"


def entry(way: str, place: int, codigo: str = "", **changes: Any) -> Lancamento:
    """One row of the sheet for `guia_of(way, place)`, at eight in the morning of 5 October 2026."""
    kind, procedures = _WAYS[way]
    given = MANHA.model_copy(update={"cids": ("M54.5",)}) if way == "seriado" else MANHA
    own = lancamento(
        number(way, place),
        dia=changes.pop("dia", date(2026, 10, 5)),
        codigo=codigo or procedures[0].code,
        valor=changes.pop("valor", None),
        beneficiario=NOMES[place % len(NOMES)],
        kind=kind,
    )
    return own.model_copy(update={"atendimento": given, "numero_carteira": f"0041565643{place:02d}", **changes})


def sessions(place: int, count: int) -> list[Lancamento]:
    """The sessions of a serial treatment, one a week."""
    return [entry("seriado", place, dia=date(2026, 10, 1 + 7 * week)) for week in range(count)]

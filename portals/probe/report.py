"""The look at a portal as one page for a person or for support: pictures with numbered boxes, no content of a field."""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from portals.probe.item import Cor
from portals.probe.probe import Vista
from portals.probe.read_only import Asked

WORDS = {
    Cor.VERDE: "como esperado",
    Cor.AMARELO: "por semelhança",
    Cor.VERMELHO: "falta ou está em dúvida",
    Cor.CINZA: "não há hoje",
}


@dataclass(frozen=True, slots=True)
class Relatorio:
    """What the page tells. `mudou`: by screen, what changed since last time. `fora`: panels not shown, and why."""

    titulo: str
    clinica: str
    competencia: str
    em: datetime
    vistas: Sequence[Vista]
    mudou: Mapping[str, Sequence[str]]
    parados: Sequence[Asked]
    feitas: Sequence[Asked]
    fora: Mapping[str, str]


def counted(vistas: Sequence[Vista]) -> dict[Cor, int]:
    """How many things are of each colour, in the colours' order."""
    found = Counter(item.cor for vista in vistas for item in vista.itens)
    return {cor: found[cor] for cor in Cor}


def page(relatorio: Relatorio) -> str:
    """The whole page as HTML, its pictures within it."""
    jinja = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.filters["base64"] = lambda content: b64encode(content).decode("ascii")
    template = files("portals.probe").joinpath("relatorio.html").read_text(encoding="utf-8")
    return jinja.from_string(template).render(
        titulo=relatorio.titulo,
        clinica=relatorio.clinica,
        competencia=relatorio.competencia,
        em=f"{relatorio.em.astimezone():%d/%m/%Y %H:%M}",
        contagem=counted(relatorio.vistas),
        palavras=WORDS,
        vistas=relatorio.vistas,
        mudou=relatorio.mudou,
        parados=relatorio.parados,
        feitas=relatorio.feitas,
        fora=relatorio.fora,
    )

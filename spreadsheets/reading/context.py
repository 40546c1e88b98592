"""What is known of a table before its rows: portal, month, kind, default values; and what must be asked."""

from dataclasses import dataclass
from datetime import date

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind
from mappings.sheet import AbaMapping, SheetMapping
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.hints import Hints, hints_of, kinds_in
from spreadsheets.reading.tables import Table


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller knows: its clinic, perhaps portal and month, the clinic's mapping, today."""

    clinica: str
    portal: str | None
    competencia: Competencia | None
    mapping: SheetMapping
    today: date
    arquivo: str


@dataclass(frozen=True, slots=True)
class Context:
    """A table's own facts. `portal` "" is unknown; `other` names another insurer whose sheet this is.

    `stated` is the month the sheet's own words say, None when they say none or several.
    """

    request: Request
    aba: str
    portal: str
    other: str
    competencia: Competencia | None
    stated: Competencia | None
    kind: Kind | None
    kind_words: tuple[Kind, ...]

    @property
    def portais(self) -> frozenset[str]:
        """The portals that exist."""
        return frozenset(vocabulary().portais.values())


def context_of(table: Table, request: Request) -> Context:
    """Decide by the nearest words: a line inside, the sheet's name, its titles, what was asked, the file's name."""
    special = aba_mapping(request.mapping, table.grid.aba)
    near = [hints_of(text, request.today) for text in (table.grid.aba, *table.titles)]
    name = hints_of(request.arquivo, request.today)
    section = hints_of(table.section, request.today)
    portal, other = _portal([section, near[0], _joined(near[1:])], name, special, request)
    stated = _month([section, *near]) or _month([name])
    return Context(
        request=request,
        aba=table.grid.aba,
        portal=portal,
        other=other,
        competencia=request.competencia or stated,
        stated=stated,
        kind=special.tipo or request.mapping.tipo,
        kind_words=tuple(kinds_in((table.grid.aba, *table.titles, request.arquivo))),
    )


def aba_mapping(mapping: SheetMapping, aba: str) -> AbaMapping:
    """What the mapping says of one sheet; empty when nothing."""
    return next((special for name, special in mapping.aba.items() if fold(name) == fold(aba)), AbaMapping())


def _joined(hints: list[Hints]) -> Hints:
    return Hints(
        frozenset().union(*(h.portais for h in hints)),
        frozenset().union(*(h.competencias for h in hints)),
        next((h.outro_convenio for h in hints if h.outro_convenio), None),
    )


def _portal(near: list[Hints], name: Hints, special: AbaMapping, request: Request) -> tuple[str, str]:
    if special.portal:
        return special.portal, ""
    for hint in near:
        if said := _said(hint):
            return said
    asked = request.portal or request.mapping.portal
    return (asked, "") if asked else _said(name) or ("", "")


def _said(hint: Hints) -> tuple[str, str] | None:
    """The one portal that a text names, or the other insurer; None when it says nothing certain."""
    if len(hint.portais) == 1:
        return next(iter(hint.portais)), ""
    return ("", hint.outro_convenio) if hint.outro_convenio and not hint.portais else None


def _month(hints: list[Hints]) -> Competencia | None:
    for hint in hints:
        if len(hint.competencias) == 1:
            return next(iter(hint.competencias))
    return None

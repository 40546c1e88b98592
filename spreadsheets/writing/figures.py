"""The figures of the reconciliation's Resumo, as formulas over the other sheets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.model.match import LineVerdict, Verdict
from spreadsheets.writing.asked import Asked, Where, is_word, together
from spreadsheets.writing.cells import Formula, Kind
from spreadsheets.writing.checks import check
from spreadsheets.writing.divergencia import Doubt
from spreadsheets.writing.lancamentos import UNPROVED
from spreadsheets.writing.report import GroupKey, ReconciliationReport
from spreadsheets.writing.words import FOREIGN, NOT_SENT, REFUSED, UNCERTAIN

PARTS = ("Liberado", "Glosado", "Em recurso", "Perda", "Pendente", "Diferença")  # of Informado
_HELD = ("lançada", "fechada", "retornada", "quitada")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that the figures are drawn from."""

    lancamentos: Asked
    retorno: Asked
    divergencias: Asked


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block for a formula to name its cells (`cells`) and to know what stands in them (`values`).

    `key` is the group that it tells of, None on the total's line; `group` says the same to a table.
    """

    key: GroupKey | None
    group: tuple[Where, ...]
    cells: Mapping[str, str]
    values: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Figure:
    """One column of a block. `told` gives a formula, or a number that comes from outside the workbook.

    The total line sums the column, unless the figure is `derived` from its neighbours: then it is computed there too.
    """

    heading: str
    kind: Kind
    told: Callable[[Line], Formula | int]
    derived: bool = False


def values(table: Asked) -> Sequence[Figure]:
    """What was informed and where it stands, in reais; what was decided of the refused part where anything was."""
    places = ("Informado", *PARTS, UNPROVED)
    return (
        *(_summed(table, heading) for heading in places if heading in table.region.headings),
        Figure("% glosado", Kind.PERCENT, _share, derived=True),
        Figure("Confere", Kind.CHECK, _conserved, derived=True),
    )


def counts(report: ReconciliationReport, tables: Tables) -> Sequence[Figure]:
    """How many entries were read, and what became of each; what was read is the reader's own count."""
    entries = tables.lancamentos
    outside = (("Não enviadas", NOT_SENT), ("Recusadas", REFUSED), ("Incertas", UNCERTAIN))
    verdicts = (
        ("Pagas", Verdict.PAGA),
        ("Pagas a maior", Verdict.PAGA_A_MAIOR),
        ("Glosadas", Verdict.GLOSA),
        ("Glosa parcial", Verdict.GLOSA_PARCIAL),
        ("Sem retorno", Verdict.SEM_RETORNO),
        ("A conferir", Verdict.A_CONFERIR),
    )
    rejected = is_word("O que é", Doubt.REJEITADA)
    return (
        Figure("Lidas", Kind.COUNT, lambda at: report.lidas(at.key) if at.key else 0),
        Figure("Rejeitadas", Kind.COUNT, lambda at: tables.divergencias.counted(*at.group, rejected)),
        *(_counted(entries, heading, word) for heading, word in outside),
        Figure(
            "Lançadas",
            Kind.COUNT,
            lambda at: together(*(entries.counted(*at.group, is_word("Estado", state)) for state in _HELD)),
        ),
        *(_counted(entries, heading, word) for heading, word in verdicts),
        Figure("Confere", Kind.CHECK, _counted_once, derived=True),
    )


def lines(table: Asked) -> Sequence[Figure]:
    """What the insurers returned."""
    kinds = (
        ("Casadas", LineVerdict.CASADA),
        ("Ajustes", LineVerdict.AJUSTE),
        ("Propostas", LineVerdict.PROPOSTA),
        ("Estranhas", LineVerdict.ESTRANHA),
        ("De outro mês", LineVerdict.OUTRO_MES),
        *((("Alheias", FOREIGN),) if any(line.alheia for line in table.rows) else ()),
    )
    return (
        Figure("Linhas", Kind.COUNT, lambda at: table.counted(*at.group)),
        *(_counted(table, heading, word) for heading, word in kinds),
        *(_summed(table, heading) for heading in ("Informado", "Liberado", "Glosado")),
        Figure("Confere", Kind.CHECK, _lines_add_up, derived=True),
    )


def doubted(table: Asked, kind: Doubt) -> Formula:
    """The amount in doubt of one kind."""
    return table.summed("Valor em dúvida", is_word("O que é", kind))


def listed(table: Asked, *kinds: Doubt) -> Formula:
    """The amount in doubt of several kinds."""
    return together(*(doubted(table, kind) for kind in kinds))


def matched(table: Asked, heading: str, verdict: LineVerdict = LineVerdict.CASADA) -> Formula:
    """A column of the return, over the lines that answer an entry (or that adjust an answer)."""
    return table.summed(heading, is_word("Situação", verdict))


def _counted(table: Asked, heading: str, word: str) -> Figure:
    return Figure(heading, Kind.COUNT, lambda at: table.counted(*at.group, is_word("Situação", word)))


def _summed(table: Asked, heading: str) -> Figure:
    return Figure(heading, Kind.MONEY, lambda at: table.summed(heading, *at.group))


def _share(at: Line) -> Formula:
    """Of what was informed, all that was refused: what was decided of it since is refused all the same."""
    headings = [heading for heading in ("Glosado", "Em recurso", "Perda") if heading in at.cells]
    text, refused = _added(at, headings)
    informed, whole = at.cells["Informado"], at.values["Informado"]
    return Formula(f"IF({informed}=0,0,({text})/{informed})", refused / whole if whole else Decimal())


def _conserved(at: Line) -> Formula:
    parts = [part for part in PARTS if part in at.cells]
    text = "-".join(at.cells[heading] for heading in ("Informado", *parts))
    return check(f"ROUND({text},2)=0", holds=at.values["Informado"] == sum(at.values[part] for part in parts))


def _counted_once(at: Line) -> Formula:
    read = ("Rejeitadas", "Não enviadas", "Recusadas", "Incertas", "Lançadas")
    judged = ("Pagas", "Pagas a maior", "Glosadas", "Glosa parcial", "Sem retorno", "A conferir")
    (read_text, was_read), (judged_text, was_judged) = _added(at, read), _added(at, judged)
    holds = at.values["Lidas"] == was_read and at.values["Lançadas"] == was_judged
    return check(f"AND({at.cells['Lidas']}={read_text},{at.cells['Lançadas']}={judged_text})", holds=holds)


def _lines_add_up(at: Line) -> Formula:
    kinds_of = ("Casadas", "Ajustes", "Propostas", "Estranhas", "De outro mês", "Alheias")
    text, kinds = _added(at, [heading for heading in kinds_of if heading in at.cells])
    money = "-".join(at.cells[heading] for heading in ("Informado", "Liberado", "Glosado"))
    rest = at.values["Informado"] - at.values["Liberado"] - at.values["Glosado"]
    return check(
        f"AND({at.cells['Linhas']}={text},ROUND({money},2)=0)", holds=at.values["Linhas"] == kinds and not rest
    )


def _added(at: Line, headings: Sequence[str]) -> tuple[str, Decimal]:
    return "+".join(at.cells[h] for h in headings), sum((at.values[h] for h in headings), start=Decimal())

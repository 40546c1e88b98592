"""The sheet Resumo: per clinic and portal what was read, launched, paid and refused; formulas all, and checked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from agent.model.match import LineVerdict
from spreadsheets.writing.asked import Where, together
from spreadsheets.writing.blocks import Blocks, after
from spreadsheets.writing.blocks import Line as Cells
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Formula, Kind
from spreadsheets.writing.checks import WRONG, check
from spreadsheets.writing.divergencia import Doubt
from spreadsheets.writing.figures import PARTS, Figure, Line, Tables, counts, doubted, lines, listed, matched, values
from spreadsheets.writing.fitting import text_width
from spreadsheets.writing.lancamentos import UNPROVED
from spreadsheets.writing.looks import ALARM
from spreadsheets.writing.report import GroupKey, ReconciliationReport

SHEET = "Resumo"
ALL_RIGHT = "Tudo confere, ao centavo."
SOMETHING_WRONG = f"{WRONG}: veja as células em vermelho."
_KEY_HEADINGS = ("Clínica", "Portal", "Competência")
_NAMES = (30.0, 44.0)  # what the first column takes at least and at most
_WIDTHS = (14.0, 13.0, *[12.5] * 13)
_FIRST_BLOCK = 5
_EMPTY = "Nada foi lido neste período."
_TOTALS = {
    Kind.COUNT: Kind.TOTAL_COUNT,
    Kind.MONEY: Kind.TOTAL_MONEY,
    Kind.PERCENT: Kind.TOTAL_PERCENT,
    Kind.CHECK: Kind.CHECK,
}


@dataclass(frozen=True, slots=True)
class _Planned:
    """A block before it is written; `total` is its last line, None without one."""

    section: str
    headings: Sequence[str]
    lines: Sequence[Cells]
    total: Cells | None = None
    empty: str = _EMPTY

    @property
    def wrong(self) -> bool:
        """Whether any of its checks does not hold."""
        cells = [value for line in (*self.lines, self.total or ()) for _, value in line]
        return any(isinstance(value, Formula) and value.value == WRONG for value in cells)


def write_resumo(book: Book, sheet: Any, report: ReconciliationReport, tables: Tables, *, subtitle: str) -> None:
    """Fill the sheet from top to bottom: whether all holds, values, entries, return, doubts, checks, remarks."""
    planned, end = _plan(report, tables)
    body = f"A{_FIRST_BLOCK}:{xl_col_to_name(len(_WIDTHS))}{end}"
    told = SOMETHING_WRONG if any(each.wrong for each in planned) else ALL_RIGHT
    seal = Formula(f'IF(COUNTIF({body},"{WRONG}")=0,"{ALL_RIGHT}","{SOMETHING_WRONG}")', told)
    book.put(sheet, 0, 0, Kind.TITLE, f"Conciliação – {report.escritorio}")
    book.put(sheet, 1, 0, Kind.NOTE, subtitle)
    book.put(sheet, 2, 0, Kind.SEAL, seal)
    names = text_width(report.nome(key.clinica) for key in report.keys)
    blocks = Blocks(book, sheet, (max(_NAMES[0], min(names, _NAMES[1])), *_WIDTHS), _FIRST_BLOCK)
    for each in planned:
        blocks.write(each.section, each.headings, each.lines, each.empty)
        if each.total is not None:
            blocks.total(each.total)
    book.colour(sheet, body, WRONG, ALARM)
    book.colour(sheet, "A3", SOMETHING_WRONG, ALARM)
    blocks.set_up_pages()
    sheet.freeze_panes(3, 0)


def _plan(report: ReconciliationReport, tables: Tables) -> tuple[list[_Planned], int]:
    """The blocks from the first to the last, and the row where the last one ends at most."""
    planned: list[_Planned] = []
    top = _FIRST_BLOCK

    def add(each: _Planned) -> None:
        nonlocal top
        planned.append(each)
        top = after(top, len(each.lines), total=each.total is not None)

    money = _block("Valores (R$)", values(tables.lancamentos), report, top)
    total = _line_at(money, top)
    add(money)
    add(_block("Lançamentos (quantidade)", counts(report, tables), report, top))
    add(_block("Retorno do convênio", lines(tables.retorno), report, top))
    add(_doubts(tables))
    add(_checks(total, tables, top) if total else _Planned("Conferência", _CHECKED, (), empty="Nada a conferir."))
    remarks = tuple(_remarks(report))
    if remarks:
        add(_Planned("Observações", (*_KEY_HEADINGS, "Observação"), remarks))
    return planned, top


def _block(section: str, figures: Sequence[Figure], report: ReconciliationReport, top: int) -> _Planned:
    """One line for each clinic, portal and month, and a total."""
    headings = (*_KEY_HEADINGS, *(figure.heading for figure in figures))
    found: list[Cells] = []
    sums = dict.fromkeys(headings, Decimal())
    for row, key in enumerate(report.keys, start=top + 2):
        cells = _cells_of(figures, _Place(headings, row), _group(report, key, row), key)
        for heading, (_, value) in zip(headings[3:], cells, strict=True):
            sums[heading] += _amount(value)
        words = ((Kind.TEXT, report.nome(key.clinica)), (Kind.TEXT, report.nome(key.portal)))
        found.append((*words, (Kind.MONTH, key.competencia.first_day), *cells))
    if not found:
        return _Planned(section, headings, ())
    place = _Place(headings, top + 2 + len(found))
    return _Planned(section, headings, found, _total(figures, place, top + 2, sums))


@dataclass(frozen=True, slots=True)
class _Place:
    """A row with these headings."""

    headings: tuple[str, ...]
    row: int

    @property
    def cells(self) -> Mapping[str, str]:
        """The cell under each heading."""
        return {heading: f"{xl_col_to_name(n)}{self.row}" for n, heading in enumerate(self.headings)}


def _cells_of(figures: Sequence[Figure], place: _Place, group: tuple[Where, ...], key: GroupKey) -> Cells:
    known: dict[str, Decimal] = {}
    cells: list[tuple[Kind, Formula | int]] = []
    for figure in figures:
        told = figure.told(Line(key, group, place.cells, known))
        known[figure.heading] = _amount(told)
        cells.append((figure.kind, told))
    return cells


def _total(figures: Sequence[Figure], place: _Place, first: int, sums: Mapping[str, Decimal]) -> Cells:
    line = Line(None, (), place.cells, sums)
    cells: list[tuple[Kind, Formula | int]] = []
    for column, figure in enumerate(figures, start=len(_KEY_HEADINGS)):
        letter = xl_col_to_name(column)
        summed = Formula(f"SUM({letter}{first}:{letter}{place.row - 1})", sums[figure.heading])
        cells.append((_TOTALS[figure.kind], figure.told(line) if figure.derived else summed))
    return ((Kind.TOTAL_TEXT, "Total"), (Kind.TOTAL_TEXT, None), (Kind.TOTAL_TEXT, None), *cells)


def _group(report: ReconciliationReport, key: GroupKey, row: int) -> tuple[Where, ...]:
    return (
        Where("Clínica", f"$A{row}", report.nome(key.clinica)),
        Where("Portal", f"$B{row}", report.nome(key.portal)),
        Where("Competência", f"$C{row}", key.competencia.first_day),
    )


def _line_at(money: _Planned, top: int) -> Line | None:
    """The total of the values, for the checks."""
    if money.total is None:
        return None
    place = _Place(tuple(money.headings), top + 2 + len(money.lines))
    amounts = {h: _amount(value) for h, (_, value) in zip(money.headings, money.total, strict=True)}
    return Line(None, (), place.cells, amounts)


def _amount(value: object) -> Decimal:
    """What a figure adds to its column; a word adds nothing."""
    found = value.value if isinstance(value, Formula) else value
    return Decimal(found) if isinstance(found, int | Decimal) else Decimal()


def _doubts(tables: Tables) -> _Planned:
    table = tables.divergencias
    rows: list[Cells] = [
        (
            (Kind.TEXT, str(kind)),
            (Kind.COUNT, table.counted(Where("O que é", f'"{kind}"', str(kind)))),
            (Kind.MONEY, doubted(table, kind)),
        )
        for kind in Doubt
        if kind is not Doubt.EM_RECURSO or any(doubt.kind is kind for doubt in table.rows)
    ]
    return _Planned("Divergências", ("O que é", "Quantidade", "Valor (R$)"), rows)


_CHECKED = ("O que deve fechar", "De um lado", "Do outro", "Resta", "Confere")


def _checks(total: Line, tables: Tables, top: int) -> _Planned:
    """Each check with both sides and what is left between them."""
    rows: list[Cells] = []
    for row, (text, left, right) in enumerate(_sides(total, tables), start=top + 2):
        rest = Decimal(left.value) - Decimal(right.value)
        between = Formula(f"ROUND(B{row}-C{row},2)", rest)
        sides = ((Kind.MONEY, left), (Kind.MONEY, right), (Kind.MONEY, between))
        rows.append(((Kind.TEXT, text), *sides, (Kind.CHECK, check(f"D{row}=0", holds=not rest))))
    return _Planned("Conferência", _CHECKED, rows)


def _sides(total: Line, tables: Tables) -> Iterator[tuple[str, Formula, Formula]]:
    def cell(heading: str) -> Formula:
        return Formula(total.cells[heading], total.values[heading])

    doubts, paid = tables.divergencias, matched(tables.retorno, "Liberado")
    adjusted = matched(tables.retorno, "Liberado", LineVerdict.AJUSTE)
    refused = matched(tables.retorno, "Glosado")
    parts = [part for part in PARTS if part in total.cells]
    decided = [cell(heading) for heading in ("Em recurso", "Perda", UNPROVED) if heading in total.cells]
    less = _less(refused, adjusted, *decided)
    silent = (Doubt.SEM_RETORNO, Doubt.PROPOSTA)
    yield f"Informado = {' + '.join(part.lower() for part in parts)}", cell("Informado"), together(*map(cell, parts))
    if decided:
        proved = together(paid, adjusted, cell(UNPROVED))
        yield "Liberado = liberado nas linhas casadas e nos ajustes, e recuperado sem linha", cell("Liberado"), proved
        yield "Glosado = glosado nas linhas casadas, menos os ajustes e o que se decidiu", cell("Glosado"), less
        yield "Em recurso = recursos em Divergências", cell("Em recurso"), listed(doubts, Doubt.EM_RECURSO)
    else:
        yield "Liberado = liberado nas linhas casadas e nos ajustes", cell("Liberado"), together(paid, adjusted)
        yield "Glosado = glosado nas linhas casadas, menos os ajustes", cell("Glosado"), less
    yield "Glosado = glosas em Divergências", cell("Glosado"), listed(doubts, Doubt.GLOSA, Doubt.GLOSA_PARCIAL)
    yield "Pendente = pendências em Divergências", cell("Pendente"), listed(doubts, *silent)
    yield "Diferença = diferenças em Divergências", cell("Diferença"), listed(doubts, Doubt.DIFERENCA)


def _less(first: Formula, *others: Formula) -> Formula:
    left = Decimal(first.value) - sum(Decimal(other.value) for other in others)
    return Formula("-".join(each.text for each in (first, *others)), left)


def _remarks(report: ReconciliationReport) -> Iterator[Cells]:
    for reading in report.readings:
        if reading.observacao:
            words = ((Kind.TEXT, report.nome(reading.key.clinica)), (Kind.TEXT, report.nome(reading.key.portal)))
            month = (Kind.MONTH, reading.key.competencia.first_day)
            yield (*words, month, (Kind.NOTE, reading.observacao))

"""A block of the Resumo: one line for each clinic, portal and month, a total, and whether the line adds up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets.writing.cells import Formula, Kind, Value, write_cell
from spreadsheets.writing.report import GroupKey, ReconciliationReport

RIGHT, WRONG = "confere", "NÃO CONFERE"
KEY_HEADINGS = ("Clínica", "Portal", "Competência")
_TOTALS = {
    Kind.COUNT: Kind.TOTAL_COUNT,
    Kind.MONEY: Kind.TOTAL_MONEY,
    Kind.PERCENT: Kind.TOTAL_PERCENT,
    Kind.CHECK: Kind.CHECK,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, for a formula to name its cells."""

    row: int
    headings: tuple[str, ...]
    key: GroupKey | None = None

    def cell(self, heading: str) -> str:
        """The cell under a heading."""
        return f"{get_column_letter(self.headings.index(heading) + 1)}{self.row}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One column of a block. `formula` gives a formula without "=", or a number that comes from outside the workbook.

    The total line sums the column, unless the figure is `derived` from its neighbours: then it is computed there too.
    """

    heading: str
    kind: Kind
    formula: Callable[[Line], str | int]
    derived: bool = False


def write_block(
    sheet: Worksheet, top: int, section: str, figures: Sequence[Figure], report: ReconciliationReport
) -> Line:
    """Write section, headings, one line for each group and the total, from row `top` on; returns the total line."""
    headings = (*KEY_HEADINGS, *(figure.heading for figure in figures))
    write_headings(sheet, top, section, headings)
    for row, key in enumerate(report.keys, start=top + 2):
        write_cell(sheet, row, 1, Kind.TEXT, report.nome(key.clinica))
        write_cell(sheet, row, 2, Kind.TEXT, report.nome(key.portal))
        write_cell(sheet, row, 3, Kind.MONTH, key.competencia.first_day)
        for column, figure in enumerate(figures, start=4):
            write_cell(sheet, row, column, figure.kind, _told(figure, Line(row, headings, key)))
    total = Line(top + 2 + len(report.keys), headings)
    _write_total(sheet, total, figures, first=top + 1)
    return total


def write_list(
    sheet: Worksheet,
    top: int,
    section: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[tuple[Kind, Value]]],
    *,
    left: int = 1,
) -> int:
    """Write section, headings and rows, from row `top` and column `left` on; returns the last row."""
    write_headings(sheet, top, section, headings, left=left)
    for row, cells in enumerate(rows, start=top + 2):
        for column, (kind, value) in enumerate(cells, start=left):
            write_cell(sheet, row, column, kind, value)
    return top + 1 + len(rows)


def write_headings(sheet: Worksheet, top: int, section: str, headings: Sequence[str], *, left: int = 1) -> None:
    """The name of a section and, below it, its headings; one that is "" belongs to the heading before it."""
    write_cell(sheet, top, left, Kind.SECTION, section)
    for column, heading in enumerate(headings, start=left):
        write_cell(sheet, top + 1, column, Kind.HEADING, heading)
    named = [column for column, heading in enumerate(headings, start=left) if heading]
    for column, following in pairwise((*named, left + len(headings))):
        if following > column + 1:
            sheet.merge_cells(start_row=top + 1, end_row=top + 1, start_column=column, end_column=following - 1)
    sheet.row_dimensions[top + 1].height = 26


def check(condition: str) -> str:
    """A formula that says whether a condition holds."""
    return f'IF({condition},"{RIGHT}","{WRONG}")'


def _told(figure: Figure, line: Line) -> int | Formula:
    told = figure.formula(line)
    return told if isinstance(told, int) else Formula(told)


def _write_total(sheet: Worksheet, total: Line, figures: Sequence[Figure], *, first: int) -> None:
    for column, text in enumerate(("Total", None, None), start=1):
        write_cell(sheet, total.row, column, Kind.TOTAL_TEXT, text)
    for column, figure in enumerate(figures, start=4):
        letter = get_column_letter(column)
        # Starting at the heading keeps the range sound when the block has no line; SUM passes over text.
        summed = Formula(f"SUM({letter}{first}:{letter}{total.row - 1})")
        write_cell(sheet, total.row, column, _TOTALS[figure.kind], _told(figure, total) if figure.derived else summed)

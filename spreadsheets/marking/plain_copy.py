"""A marked .xlsx of a file that is none (CSV, .xls, .ods, a web page): its values, each where it stood."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets.marking.marks import TITLES, SheetMarks
from spreadsheets.marking.styles_xml import LOOK, PROBLEM
from spreadsheets.reading.grid import Grid, Raw

_BAD_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDTH, _HEIGHT = 420, 120


def plain_workbook(grids: Sequence[Grid], marks: dict[str, SheetMarks]) -> bytes:
    """The bytes of the copy. No text becomes a formula, whatever it begins with."""
    book = Workbook()
    book.epoch = CALENDAR_WINDOWS_1900
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet((grid.aba or "Planilha").translate(_BAD_TITLE)[:31])
        _copy(sheet, grid)
        _mark(sheet, grid, marks.get(grid.aba, SheetMarks()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _copy(sheet: Worksheet, grid: Grid) -> None:
    for number, cells in enumerate(grid.rows, start=1):
        for column, raw in enumerate(cells, start=1):
            if raw is not None and raw != "":
                put(sheet.cell(number, column), raw)
                _show_zeros(sheet.cell(number, column), grid.zero_width.get((number - 1, column - 1), 0))


def _show_zeros(cell: Cell | MergedCell, width: int) -> None:
    if width:
        cell.number_format = "0" * width


def put(cell: Cell | MergedCell, raw: Raw) -> None:
    """Write a value: a text as text, even one that begins like a formula."""
    if isinstance(raw, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", raw)
        cell.data_type = "s"
    else:
        cell.value = raw


def _mark(sheet: Worksheet, grid: Grid, marks: SheetMarks) -> None:
    for remark in marks.remarks:
        cell = sheet[remark.celula]
        cell.fill = PatternFill("solid", fgColor=PROBLEM if remark.problem else LOOK)
        cell.comment = Comment(remark.texto, "faturista", width=_WIDTH, height=_HEIGHT)
    first = marks.first or max((len(cells) for cells in grid.rows), default=0) + 1
    for row in marks.headings:
        for offset, title in enumerate(TITLES):
            sheet.cell(row, first + offset, title).font = Font(bold=True)
    for row, told in marks.rows.items():
        for offset, text in enumerate(told):
            put(sheet.cell(row, first + offset), text)

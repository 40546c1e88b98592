"""A sheet that is one table: title, frozen headings, filter, rows, totals, ready to print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets.writing.cells import Formula, Kind, Value, write_cell

TOTAL_ROW = 3
HEADING_ROW = 4
FIRST_ROW = HEADING_ROW + 1
_A4 = 9
_WIDEST_NAME = 36
_LINE_HEIGHT = 13
_LETTERS_PER_UNIT = 1.15

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column: its heading, its least width in characters, what its cells hold and where that comes from.

    `totalled` columns have their sum above the heading; those not `printed` stand at the right, for the screen only.
    """

    heading: str
    width: float
    kind: Kind
    value: Callable[[Item], Value]
    totalled: bool = False
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table's rows ended up, so that formulas elsewhere can name a column."""

    sheet: str
    headings: tuple[str, ...]
    last_row: int

    def of(self, heading: str) -> str:
        """The cells of a column as an absolute reference with the sheet's name."""
        letter = self._letter(heading)
        return f"'{self.sheet}'!${letter}${FIRST_ROW}:${letter}${self.last_row}"

    def cells(self, heading: str) -> str:
        """The cells of a column, as the sheet itself names them."""
        letter = self._letter(heading)
        return f"{letter}{FIRST_ROW}:{letter}{self.last_row}"

    def _letter(self, heading: str) -> str:
        return get_column_letter(self.headings.index(heading) + 1)


def write_table(
    sheet: Worksheet, columns: Sequence[Column[Item]], rows: Sequence[Item], *, subtitle: str, empty: str
) -> Region:
    """Fill a sheet with one row for each item; `empty` is what stands there when there is none."""
    write_title(sheet, sheet.title, subtitle)
    texts = [[column.value(item) for column in columns] for item in rows]
    widths = [_width(column, [row[index] for row in texts]) for index, column in enumerate(columns)]
    for index, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        write_cell(sheet, HEADING_ROW, index, Kind.HEADING, column.heading)
        sheet.column_dimensions[get_column_letter(index)].width = width
    for number, row in enumerate(texts, start=FIRST_ROW):
        for index, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            write_cell(sheet, number, index, column.kind, value)
        sheet.row_dimensions[number].height = _height(columns, row)
    if not rows:
        write_cell(sheet, FIRST_ROW, 1, Kind.NOTE, empty)
    region = Region(sheet.title, tuple(c.heading for c in columns), max(FIRST_ROW, FIRST_ROW + len(rows) - 1))
    _write_totals(sheet, columns, region)
    _mark_out(sheet, columns, region)
    return region


def write_title(sheet: Worksheet, title: str, subtitle: str) -> None:
    """The two lines at the top of every sheet."""
    write_cell(sheet, 1, 1, Kind.TITLE, title)
    write_cell(sheet, 2, 1, Kind.NOTE, subtitle)


def set_up_page(sheet: Worksheet, *, office: str, at: datetime, freeze: str) -> None:
    """Landscape A4 as wide as the table, page n of m at the foot; headings stay in sight at `freeze`."""
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = freeze
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=f"{office} – {sheet.title}".replace("&", "&&"), size=8),
        center=_HeaderFooterPart(text="Página &P de &N", size=8),
        right=_HeaderFooterPart(text=f"{at:%d/%m/%Y %H:%M}", size=8),
    )


def _write_totals(sheet: Worksheet, columns: Sequence[Column[Item]], region: Region) -> None:
    if not any(column.totalled for column in columns):
        return
    for index, column in enumerate(columns, start=1):
        if column.totalled:
            letter = get_column_letter(index)
            kind = Kind.TOTAL_MONEY if column.kind is Kind.MONEY else Kind.TOTAL_COUNT
            total = Formula(f"SUBTOTAL(109,{letter}{FIRST_ROW}:{letter}{region.last_row})")
            write_cell(sheet, TOTAL_ROW, index, kind, total)
        else:
            write_cell(sheet, TOTAL_ROW, index, Kind.TOTAL_TEXT, "Total do que está à vista" if index == 1 else None)


def _mark_out(sheet: Worksheet, columns: Sequence[Column[Item]], region: Region) -> None:
    """What the filter covers, what is printed, and what is repeated on each page."""
    printed = get_column_letter(sum(column.printed for column in columns))
    sheet.row_dimensions[HEADING_ROW].height = 30
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(len(columns))}{region.last_row}"
    sheet.print_area = f"A1:{printed}{region.last_row}"
    sheet.print_title_rows = f"{TOTAL_ROW}:{HEADING_ROW}"


def _width(column: Column[Item], values: Sequence[Value]) -> float:
    """Names are shown whole, within reason; everything else has the width it was given."""
    if column.kind is not Kind.TEXT:
        return column.width
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    return min(max(column.width, longest + 1), _WIDEST_NAME)


def _height(columns: Sequence[Column[Item]], row: Sequence[Value]) -> float | None:
    """Room for the lines of the longest wrapped text, in points; None leaves the row as it is."""
    wrapped = (
        -(-len(value) // int(column.width * _LETTERS_PER_UNIT))
        for column, value in ((c, v if isinstance(v, str) else "") for c, v in zip(columns, row, strict=True))
        if column.kind in {Kind.LONG, Kind.LINK}
    )
    lines = max(wrapped, default=1)
    return _LINE_HEIGHT * lines + 2 if lines > 1 else None

"""A workbook that is written row by row and kept on disk meanwhile: styles, cells, and tables with live totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Generic, TypeVar

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from agent.model.valor import Centavos, as_decimal
from spreadsheets.writing.cells import UNWRITABLE, Kind
from spreadsheets.writing.pack.quick import Formula, QuickCells, QuickSheet
from spreadsheets.writing.saving import take_place

MONEY = "[$-416]#,##0.00;[$-416]-#,##0.00;[$-416]–"
COUNT = "[$-416]#,##0;[$-416]-#,##0;[$-416]–"
TOTALS, HEADINGS, FIRST = 2, 3, 4  # rows as xlsxwriter counts them, from 0
_MOST_LINKS = 10_000  # Excel drops those beyond 65,530 on a sheet; a formula leads to the cell too, and is written fast
_INK, _RULE, _SOFT, _DARK = "#1F2933", "#D9DEE3", "#F3F5F7", "#2F4858"
_BODY: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "vcenter"}

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a cell of this workbook, like "'Retorno'!A12"."""

    text: str
    target: str


Value = str | int | Decimal | date | Link | Formula | None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a table; money is given in centavos. `totalled` ones have a live total above.

    Those not `printed` stand at the right, for the screen only.
    """

    heading: str
    width: float
    kind: Kind
    value: Callable[[Row], Value]
    totalled: bool = False
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table's rows stand, known before they are written."""

    sheet: str
    headings: tuple[str, ...]
    rows: int

    def of(self, heading: str) -> str:
        """The cells of a column as an absolute reference with the sheet's name."""
        letter = xl_col_to_name(self.headings.index(heading))
        return f"'{self.sheet}'!${letter}${FIRST + 1}:${letter}${FIRST + max(self.rows, 1)}"

    def cell(self, row: int) -> str:
        """The first cell of the so-many-th row, for a link."""
        return f"'{self.sheet}'!A{FIRST + 1 + row}"


class Book:
    """One workbook under way: sheets are added in the order of their tabs and filled in any."""

    def __init__(self, path: Path, *, title: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", suffix=".parte", delete=False) as part:
            self._part = Path(part.name)
        self._path = path
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.raw = xlsxwriter.Workbook(str(self._part), options)
        self.raw.set_properties({"title": title, "author": "faturista", "comments": ""})
        self.raw.set_calc_mode("auto")
        self.formats = {kind: self.raw.add_format(look) for kind, look in _looks().items()}
        self.good = self.raw.add_format({"font_color": "#1B7F4B"})
        self.bad = self.raw.add_format({"font_color": "#FFFFFF", "bg_color": "#B42318", "bold": True})

    def sheet(self, name: str, *, landscape: bool = True) -> Any:
        """A new sheet, ready to print."""
        sheet = self.raw.add_worksheet(name, QuickSheet)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        return sheet

    def put(self, sheet: Any, row: int, column: int, kind: Kind, value: Value) -> None:
        """One cell. Text stays text whatever it begins with; a character that no workbook can hold shows as \ufffd."""
        style = self.formats[kind]
        match value:
            case None | "":
                sheet.write_blank(row, column, None, style)
            case Formula(text, result):
                sheet.write_formula(row, column, f"={text}", style, result)
            case Link(text, target):
                sheet.write_url(row, column, f"internal:{target}", style, text)
            case str():
                sheet.write_string(row, column, UNWRITABLE.sub("\ufffd", value), style)
            case date():
                sheet.write_datetime(row, column, value, style)
            case _:
                sheet.write_number(row, column, value, style)

    def table(self, sheet: Any, columns: Sequence[Column[Row]], rows: Sequence[Row], *, title: str, note: str) -> None:
        """Title, live totals, headings, one row for each item; filtered, frozen and repeated on each printed page."""
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
        self.put(sheet, 0, 0, Kind.TITLE, title)
        self.put(sheet, 1, 0, Kind.NOTE, note)
        self._totals(sheet, columns, rows)
        sheet.set_row(HEADINGS, 30)
        for index, column in enumerate(columns):
            self.put(sheet, HEADINGS, index, Kind.HEADING, column.heading)
        self._rows(sheet, columns, rows)
        if not rows:
            self.put(sheet, FIRST, 0, Kind.NOTE, "Nada a mostrar.")
        last = FIRST + max(len(rows), 1) - 1
        sheet.autofilter(HEADINGS, 0, last, len(columns) - 1)
        sheet.freeze_panes(FIRST, 0)
        sheet.repeat_rows(TOTALS, HEADINGS)
        sheet.print_area(0, 0, last, sum(column.printed for column in columns) - 1)

    def _rows(self, sheet: Any, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        many = len(rows) * sum(column.kind is Kind.LINK for column in columns) > _MOST_LINKS
        values = [_led_by_formula(c.value) if many and c.kind is Kind.LINK else c.value for c in columns]
        makers = [
            QuickCells(xl_col_to_name(index), self.formats[column.kind]._get_xf_index(), column.kind).cell
            for index, column in enumerate(columns)
        ]
        pairs, last = list(zip(values, makers, strict=True)), len(columns) - 1
        for number, row in enumerate(rows, start=FIRST):
            name = str(number + 1)
            cells = [cell(name, value(row)) for value, cell in pairs]
            whole = [text for text in cells if text is not None]
            if len(whole) == len(cells):
                sheet.place(number, "".join(whole), last)
                continue
            for index, text in enumerate(cells):
                if text is not None:
                    sheet.put(number, index, text)
                else:
                    kind = columns[index].kind
                    self.put(sheet, number, index, kind, _as_written(kind, values[index](row)))

    def close(self) -> None:
        """Write the file whole, then let it take its place. Raises WorkbookBusy when that place is in use."""
        self.raw.close()
        take_place(self._part, self._path)

    def _totals(self, sheet: Any, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        last = FIRST + max(len(rows), 1)
        for index, column in enumerate(columns):
            if column.totalled:
                letter = xl_col_to_name(index)
                total = _total(column, rows)
                formula = Formula(f"SUBTOTAL(109,{letter}{FIRST + 1}:{letter}{last})", total)
                self.put(sheet, TOTALS, index, Kind.TOTAL_MONEY, formula)
            else:
                self.put(sheet, TOTALS, index, Kind.TOTAL_TEXT, "Total do que está à vista" if index == 0 else None)


def cell_of(column: Column[Row], row: Row) -> Value:
    """What a cell of a column shows: centavos as reais."""
    return _as_written(column.kind, column.value(row))


def _as_written(kind: Kind, value: Value) -> Value:
    return as_decimal(value) if kind is Kind.MONEY and isinstance(value, int) else value


def _led_by_formula(value: Callable[[Row], Value]) -> Callable[[Row], Value]:
    """The same column with a formula for each link."""

    def led(row: Row) -> Value:
        found = value(row)
        return Formula(f'HYPERLINK("#{found.target}","{found.text}")', found.text) if isinstance(found, Link) else found

    return led


def reais(valor: Centavos) -> Decimal:
    """Centavos as a formula's value."""
    return as_decimal(valor)


def _total(column: Column[Row], rows: Sequence[Row]) -> Decimal:
    if column.kind is Kind.MONEY:
        values = [column.value(row) for row in rows]
        centavos = [value for value in values if isinstance(value, int)]
        if len(centavos) == len(values):
            return as_decimal(sum(centavos))
    return sum((_number(column, row) for row in rows), start=Decimal())


def _number(column: Column[Row], row: Row) -> Decimal:
    value = cell_of(column, row)
    if isinstance(value, Formula):
        value = value.value
    return Decimal(value) if isinstance(value, int | Decimal) else Decimal()


def _looks() -> dict[Kind, dict[str, Any]]:
    body = {**_BODY, "bottom": 1, "bottom_color": _RULE}
    total = {**_BODY, "bold": True, "bg_color": _SOFT, "top": 1, "bottom": 1, "top_color": _INK, "bottom_color": _INK}
    return {
        Kind.TEXT: {**body, "indent": 1},
        Kind.LONG: {**body, "text_wrap": True, "indent": 1},
        Kind.CODE: {**body, "num_format": "@", "indent": 1},
        Kind.COUNT: {**body, "num_format": COUNT, "align": "right"},
        Kind.NUMBER: {**body, "num_format": "0", "align": "center"},
        Kind.MONEY: {**body, "num_format": MONEY, "align": "right"},
        Kind.PERCENT: {**body, "num_format": "[$-416]0.0%", "align": "right"},
        Kind.DATE: {**body, "num_format": "dd/mm/yyyy", "align": "center"},
        Kind.MONTH: {**body, "num_format": "mm/yyyy", "align": "center"},
        Kind.LINK: {**body, "font_color": "#1D4E89", "underline": 1, "indent": 1},
        Kind.HEADING: {
            **_BODY, "bold": True, "font_color": "#FFFFFF", "bg_color": _DARK, "align": "center", "text_wrap": True,
        },
        Kind.TITLE: {**_BODY, "font_size": 15, "bold": True},
        Kind.NOTE: {**_BODY, "font_size": 9, "font_color": "#5A6672"},
        Kind.SECTION: {**_BODY, "font_size": 11, "bold": True, "font_color": _DARK},
        Kind.TOTAL_TEXT: total,
        Kind.TOTAL_COUNT: {**total, "num_format": COUNT, "align": "right"},
        Kind.TOTAL_MONEY: {**total, "num_format": MONEY, "align": "right"},
        Kind.TOTAL_PERCENT: {**total, "num_format": "[$-416]0.0%", "align": "right"},
        Kind.CHECK: {**body, "bold": True, "font_color": "#1B7F4B", "align": "center"},
        Kind.SEAL: {**_BODY, "font_size": 11, "bold": True, "font_color": "#1B7F4B"},
    }  # fmt: skip

"""The plain cells of a long table, written as the file holds them: a hundred thousand rows in seconds.

XlsxWriter looks at every cell a dozen times before it writes it; a table's cells are all of a few known shapes.
"""

from datetime import date, datetime
from decimal import Decimal
from html import escape

from xlsxwriter.worksheet import Worksheet

from spreadsheets.writing.cells import FORMULA_STARTS, UNWRITABLE, Formula, Kind

_ZERO = date(1899, 12, 30)  # day 0 of a workbook's dates


class QuickSheet(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """A worksheet that is written row by row and takes whole rows as well; made by add_worksheet's worksheet_class."""

    def place(self, row: int, cells: str, last: int, height: float | None = None) -> None:
        """Write a whole later row, as `QuickCells` make its cells, up to column `last`; `height` in points."""
        self._write_single_row(row)
        self._check_dimensions(row, last)
        tall = "" if height is None else f' ht="{height:g}" customHeight="1"'
        self.fh.write(f'<row r="{row + 1}"{tall}>{cells}</row>')

    def put(self, row: int, column: int, cell: str) -> None:
        """One such cell in the row under way or a later one, beside those that XlsxWriter writes."""
        if row > self.previous_row:
            self._write_single_row(row)
            self._check_dimensions(row, column)
        self.table[row][column] = cell

    def _write_cell(self, row: int, col: int, cell: object) -> None:
        if isinstance(cell, str):
            self.fh.write(cell)
        else:
            super()._write_cell(row, col, cell)


class QuickCells:
    """The cells of one column. What comes again and again is made once."""

    def __init__(self, column: str, style: int, quoted: int, kind: Kind) -> None:
        self._begin = f'<c r="{column}'
        self._style, self._quoted = f'" s="{style}"', f'" s="{quoted}"'
        self._kind = kind
        self._known: dict[object, str] = {}

    def cell(self, row: str, value: object) -> str | None:
        """The cell of the row of that number; None for what XlsxWriter has to write itself.

        Money is given in centavos, and written without any rounding.
        """
        if type(value) not in _PLAIN:
            inner = _inner(self._kind, value)
            return None if inner is None else f"{self._begin}{row}{self._style}{inner}"
        rest = self._known.get(value)
        if rest is None:
            inner = _inner(self._kind, value)
            if inner is None:
                return None
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            looks_like = isinstance(value, str) and value.startswith(FORMULA_STARTS)
            rest = self._known[value] = (self._quoted if looks_like else self._style) + inner
        return f"{self._begin}{row}{rest}"


_PLAIN = frozenset({str, int, date, type(None)})  # a Decimal equals an int that is written otherwise
_MOST_KNOWN = 1_000


def _inner(kind: Kind, value: object) -> str | None:
    match value:
        case None | "":
            inner: str | None = "/>"
        case str():
            inner = _text(value) if kind is not Kind.LINK else None
        case int() if kind is Kind.MONEY:
            sign, centavos = "-" if value < 0 else "", abs(value)
            inner = f"><v>{sign}{centavos // 100}.{centavos % 100:02d}</v></c>"
        case int() | Decimal():
            inner = f"><v>{value}</v></c>"
        case Formula(text, str() as shown):
            inner = f' t="str"><f>{escape(text, quote=False)}</f><v>{escape(shown, quote=False)}</v></c>'
        case datetime():
            inner = None
        case date():
            inner = f"><v>{(value - _ZERO).days}</v></c>"
        case _:
            inner = None
    return inner


def _text(text: str) -> str | None:
    if "_x" in text:  # may look like an escape of the format's own
        return None
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    shown = escape(UNWRITABLE.sub("\ufffd", text), quote=False)
    return f' t="inlineStr"><is><t{space}>{shown}</t></is></c>'

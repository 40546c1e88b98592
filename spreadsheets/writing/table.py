"""A sheet that is one table: title, live totals, frozen headings, filter, rows as wide as they need, ready to print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Generic, TypeVar

from xlsxwriter.utility import xl_col_to_name, xl_range

from agent.model.valor import as_decimal
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Formula, Kind, Link, Value
from spreadsheets.writing.fitting import folded_height, heading_width, lines_of, money_width, text_width
from spreadsheets.writing.quick import QuickCells

TOTALS, HEADINGS, FIRST = 2, 3, 4  # rows as xlsxwriter counts them, from 0
_MOST_LINKS = 10_000  # Excel drops those beyond 65,530 on a sheet; a formula leads to the cell too, and is written fast

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a table; money is given in centavos. `totalled` ones have a live total above.

    `width`, in characters: the most that a text may take, which is folded beyond it; the least that any other kind
    takes. Those not `printed` stand at the right, for the screen only.
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

    def cells(self, heading: str) -> str:
        """The cells of a column, as the sheet itself names them."""
        return _down(self.headings.index(heading), self.rows)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a table (pt-BR): its title, what it answers, and what it says when it has no row."""

    title: str
    note: str
    empty: str = "Nada a mostrar."


@dataclass(frozen=True, slots=True)
class _Fitted(Generic[Row]):
    """A column as its rows need it: how wide, how its cells look, what it sums up to."""

    column: Column[Row]
    width: float
    kind: Kind
    total: Decimal


def write_table(
    book: Book, sheet: Any, columns: Sequence[Column[Row]], rows: Sequence[Row], words: Words, *, kept: int = 0
) -> None:
    """Fill a sheet with one row for each item. The first `kept` columns stay in sight, as the headings do."""
    fitted = [_fitted(column, rows) for column in columns]
    for index, fit in enumerate(fitted):
        sheet.set_column(index, index, fit.width)
    book.put(sheet, 0, 0, Kind.TITLE, words.title)
    book.put(sheet, 1, 0, Kind.NOTE, words.note)
    totalled = bool(rows) and any(column.totalled for column in columns)
    if totalled:
        _write_totals(book, sheet, fitted, len(rows))
    sheet.set_row(HEADINGS, 30)
    for index, column in enumerate(columns):
        book.put(sheet, HEADINGS, index, Kind.HEADING, column.heading)
    _write_rows(book, sheet, fitted, rows)
    if not rows:
        book.put(sheet, FIRST, 0, Kind.NOTE, words.empty)
    _mark_out(sheet, columns, len(rows), kept)
    sheet.repeat_rows(TOTALS if totalled else HEADINGS, HEADINGS)


def _mark_out(sheet: Any, columns: Sequence[Column[Row]], rows: int, kept: int) -> None:
    """What the filter covers, what stays in sight, what is printed."""
    last = FIRST + max(rows, 1) - 1
    if rows:
        sheet.autofilter(HEADINGS, 0, last, len(columns) - 1)
    sheet.freeze_panes(FIRST, kept)
    sheet.print_area(0, 0, last, sum(column.printed for column in columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(FIRST, 0, last, len(columns) - 1)})


def _write_totals(book: Book, sheet: Any, fitted: Sequence[_Fitted[Row]], rows: int) -> None:
    for index, fit in enumerate(fitted):
        if fit.column.totalled:
            kind = Kind.TOTAL_MONEY if fit.kind is Kind.MONEY else Kind.TOTAL_COUNT
            summed = f"SUBTOTAL(109,{_down(index, rows)})"
            book.put(sheet, TOTALS, index, kind, Formula(summed, fit.total))
        else:
            book.put(sheet, TOTALS, index, Kind.TOTAL_TEXT, "Total do que está à vista" if index == 0 else None)


def _write_rows(book: Book, sheet: Any, fitted: Sequence[_Fitted[Row]], rows: Sequence[Row]) -> None:
    many = len(rows) * sum(fit.kind is Kind.LINK for fit in fitted) > _MOST_LINKS
    values = [_led_by_formula(f.column.value) if many and f.kind is Kind.LINK else f.column.value for f in fitted]
    makers = [
        QuickCells(xl_col_to_name(index), *book.styles(fit.kind), fit.kind).cell for index, fit in enumerate(fitted)
    ]
    pairs, last = list(zip(values, makers, strict=True)), len(fitted) - 1
    height_of = _heights(fitted)
    for number, row in enumerate(rows, start=FIRST):
        name = str(number + 1)
        height = height_of(row)
        cells = [cell(name, value(row)) for value, cell in pairs]
        whole = [text for text in cells if text is not None]
        if len(whole) == len(cells):
            sheet.place(number, "".join(whole), last, height)
            continue
        if height is not None:
            sheet.set_row(number, height)
        for index, text in enumerate(cells):
            if text is not None:
                sheet.put(number, index, text)
            else:
                kind = fitted[index].kind
                book.put(sheet, number, index, kind, _as_written(kind, values[index](row)))


def _heights(fitted: Sequence[_Fitted[Row]]) -> Callable[[Row], float | None]:
    """What a row of folded texts needs, in points; None for one line. No program makes that room by itself."""
    folded = [(fit.column.value, fit.width) for fit in fitted if fit.kind is Kind.LONG]
    lines = lru_cache(maxsize=1_000)(lines_of)

    def height(row: Row) -> float | None:
        most = max((lines(text, width) for value, width in folded if isinstance(text := value(row), str)), default=1)
        return folded_height(most) if most > 1 else None

    return height if folded else lambda _: None


def _down(column: int, rows: int) -> str:
    letter = xl_col_to_name(column)
    return f"{letter}{FIRST + 1}:{letter}{FIRST + max(rows, 1)}"


def _fitted(column: Column[Row], rows: Sequence[Row]) -> _Fitted[Row]:
    kind, heading = column.kind, heading_width(column.heading)
    if kind is Kind.TEXT:
        needed = text_width({column.value(row) for row in rows})
        folded = Kind.LONG if needed > column.width else kind
        return _Fitted(column, max(min(needed, column.width), heading), folded, Decimal())
    least = max(column.width, heading)
    if kind is Kind.CODE:
        return _Fitted(column, max(text_width({column.value(row) for row in rows}), least), kind, Decimal())
    if kind is not Kind.MONEY and not column.totalled:
        return _Fitted(column, least, kind, Decimal())
    numbers = _numbers(kind, [column.value(row) for row in rows])
    total = sum(numbers)
    if kind is not Kind.MONEY:
        return _Fitted(column, least, kind, Decimal(total))
    extremes = (total, max(numbers, default=0), min(numbers, default=0))
    return _Fitted(column, max(money_width(extremes), least), kind, as_decimal(total))


def _numbers(kind: Kind, values: list[Value]) -> list[int]:
    """Money in centavos, whether as such or as a formula's reais; a count as it is."""
    whole = [value for value in values if type(value) is int]
    if len(whole) == len(values):
        return whole
    shown = [Decimal(value.value) for value in values if isinstance(value, Formula)]
    return [*whole, *(int(each.scaleb(2)) if kind is Kind.MONEY else int(each) for each in shown)]


def _as_written(kind: Kind, value: Value) -> Value:
    return as_decimal(value) if kind is Kind.MONEY and isinstance(value, int) else value


def _led_by_formula(value: Callable[[Row], Value]) -> Callable[[Row], Value]:
    """The same column with a formula for each link."""

    def led(row: Row) -> Value:
        found = value(row)
        return Formula(f'HYPERLINK("#{found.target}","{found.text}")', found.text) if isinstance(found, Link) else found

    return led

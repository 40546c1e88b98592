"""A sheet of several small tables, one below the other, and charts beside them: none is cut where the pages break."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from spreadsheets.writing.book import MARGINS, Book
from spreadsheets.writing.cells import Kind, Value
from spreadsheets.writing.fitting import folded_height, lines_of
from spreadsheets.writing.paging import Span, breaks, page_points, print_scale

Line = Sequence[tuple[Kind, Value]]

_USUAL, _HEADING, _TITLE = 15.0, 28.0, 21.0  # points
_BETWEEN = 3  # rows from the last of a block to the next one's name
_PIXEL = 0.75  # points
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block's lines stand, in rows as Excel counts them; `last` is its last line before a total."""

    first: int
    last: int


def after(top: int, lines: int, *, total: bool) -> int:
    """The row of the next block's name after a block at `top` of so many lines."""
    return top + 1 + max(lines, 1) + total + _BETWEEN


class Blocks:
    """Writes blocks from row `top` on, as Excel counts rows, in columns of these widths."""

    def __init__(self, book: Book, sheet: Any, widths: Sequence[float], top: int) -> None:
        self._book, self._sheet, self._widths = book, sheet, widths
        self._heights: dict[int, float] = {}
        self._spans: list[Span] = []
        self._next = top
        self._tall(1, _TITLE)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    @property
    def next(self) -> int:
        """The row where the next block's name will stand."""
        return self._next

    @property
    def last(self) -> int:
        """The last row that is written."""
        return max(span.last for span in self._spans)

    def write(self, section: str, headings: Sequence[str], lines: Iterable[Line], empty: str) -> Block:
        """Its name, headings and lines; `empty` is said without any line. The first column's long text is folded."""
        top = self._next
        self._book.put(self._sheet, top - 1, 0, Kind.SECTION, section)
        self._tall(top + 1, _HEADING)
        for column, heading in enumerate(headings):
            self._book.put(self._sheet, top, column, Kind.HEADING, heading)
        row = top + 1
        for row, cells in enumerate(lines, start=top + 2):
            self._line(row, cells)
        if row == top + 1:
            row += 1
            self._book.put(self._sheet, row - 1, 0, Kind.NOTE, empty)
        return self._ended(top, row)

    def tell(self, section: str, *notes: str) -> None:
        """Its name and some lines of text."""
        top = self._next
        self._book.put(self._sheet, top - 1, 0, Kind.SECTION, section)
        for row, note in enumerate(notes, start=top + 1):
            self._book.put(self._sheet, row - 1, 0, Kind.NOTE, note)
        self._ended(top, top + len(notes))

    def total(self, cells: Line) -> None:
        """The last block's total, right below it."""
        row = self._spans[-1].last + 1
        self._line(row, cells)
        self._ended(self._spans.pop().first, row)

    def chart(self, chart: Any, row: int, column: int, size: tuple[int, int]) -> int:
        """A chart beside the blocks, from `row` on, `size` wide and high in pixels; gives its last row."""
        chart.set_size({"width": size[0], "height": size[1]})
        self._sheet.insert_chart(row - 1, column, chart, {"object_position": 2, "x_offset": 12, "y_offset": 4})
        last, left = row, size[1] * _PIXEL
        while (left := left - self._height(last)) > 0:
            last += 1
        self._spans.append(Span(row, last))
        return last

    def set_up_pages(self) -> None:
        """Break the pages between what belongs together; the lines at the top are repeated on each."""
        across, down = (
            (MARGINS["left"] + MARGINS["right"]) * _INCH,
            (MARGINS["top"] + MARGINS["bottom"]) * _INCH,
        )
        # Excel takes no break of ours where the sheet is fitted to the page: it is scaled instead.
        scale = print_scale(self._widths, across)
        self._sheet.set_print_scale(scale)
        self._sheet.print_area(0, 0, self.last - 1, len(self._widths) - 1)
        self._sheet.repeat_rows(0, 2)
        page = page_points(scale, down) - _TITLE - 4 * _USUAL  # the lines at the top, and one to spare
        self._sheet.set_h_pagebreaks([row - 1 for row in breaks(self._spans, self._height, page)])

    def _line(self, row: int, cells: Line) -> None:
        """A line whose first text is folded where it is too long for its column."""
        text = cells[0][1]
        lines = lines_of(text, self._widths[0]) if isinstance(text, str) else 1
        if lines > 1:
            self._tall(row, folded_height(lines))
        for column, (kind, value) in enumerate(cells):
            folded = column == 0 and lines > 1 and kind is Kind.TEXT
            self._book.put(self._sheet, row - 1, column, Kind.LONG if folded else kind, value)

    def _tall(self, row: int, points: float) -> None:
        self._heights[row] = points
        self._sheet.set_row(row - 1, points)

    def _height(self, row: int) -> float:
        return self._heights.get(row, _USUAL)

    def _ended(self, first: int, last: int) -> Block:
        self._spans.append(Span(first, last))
        self._next = last + _BETWEEN
        return Block(first + 2, last)

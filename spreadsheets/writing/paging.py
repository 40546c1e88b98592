"""Where a printed sheet's pages may break: never through a table or a chart that fits on a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

_A4_LANDSCAPE = (297.0, 210.0)  # mm
_POINT = 25.4 / 72
_PIXEL = 25.4 / 96
_SAFE = 0.9  # programs and printers differ by a little


@dataclass(frozen=True, slots=True)
class Span:
    """Rows that stay together, in rows as Excel counts them."""

    first: int
    last: int


def print_scale(widths: Iterable[float], margins: float) -> int:
    """The percentage at which columns of these widths are as wide as the page; `margins` are left and right, in mm."""
    whole = sum(int(width * 7 + 5) for width in widths) * _PIXEL
    return max(10, min(100, int((_A4_LANDSCAPE[0] - margins) / whole * 100 * _SAFE)))


def page_points(scale: int, margins: float) -> float:
    """How many points of rows a page takes at that scale; `margins` are top and bottom, in mm."""
    return (_A4_LANDSCAPE[1] - margins) / _POINT / scale * 100


def breaks(spans: Iterable[Span], height: Callable[[int], float], page: float) -> list[int]:
    """The rows that begin a new page, from the heights of rows in points. What is longer than a page runs over."""
    found: list[int] = []
    joined = _joined(spans)
    begin = joined[0].first
    for span in joined:
        if span.first > begin and _overrun(begin, span.last, height, page):
            begin = span.first
            found.append(begin)
        while row := _overrun(begin, span.last, height, page):
            begin = row
            found.append(begin)
    return found


def _overrun(first: int, last: int, height: Callable[[int], float], page: float) -> int | None:
    """The first row that does not fit on a page that begins with `first`; None when all do."""
    used = 0.0
    for row in range(first, last + 1):
        used += height(row)
        if used > page and row > first:
            return row
    return None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap are one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.first):
        if found and span.first <= found[-1].last:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found

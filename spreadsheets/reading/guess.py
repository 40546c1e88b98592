"""A table that its headings do not betray, found by its values: a column of dates beside one of long numbers."""

import re
from dataclasses import dataclass
from datetime import date

from spreadsheets.reading.grid import Grid, Raw, is_blank, shown

_DATE = re.compile(r"\s*\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\s*|\s*\d{4}-\d{2}-\d{2}.*")
_NUMBER = re.compile(r"\d{4,20}")
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one table: its rows (first, last), a label per column ("" where blank)."""

    first: int
    last: int
    labels: tuple[str, ...]


def heading_by_values(grid: Grid) -> Heading | None:
    """The row above the first row of values, or a blank heading just above it when that row is no heading."""
    filled = [row for row, cells in enumerate(grid.rows) if sum(not is_blank(raw) for raw in cells) >= 3]
    data = [row for row in filled if _is_data(grid.rows[row])]
    if not data or len(data) < _MOST * (len(filled) - 1):
        return None
    first = data[0]
    width = max(len(grid.rows[row]) for row in data)
    above = [shown(grid.at(first - 1, column)) for column in range(width)] if first else []
    texts = [label for label in above if label]
    if len(texts) >= 3 and not any(_is_date(label) or _NUMBER.fullmatch(label) for label in texts):
        return Heading(first - 1, first - 1, tuple(" ".join(label.split()) for label in above))
    return Heading(first - 1, first - 1, ("",) * width)


def _is_data(cells: list[Raw]) -> bool:
    return any(_is_date(raw) for raw in cells) and any(_NUMBER.fullmatch(shown(raw)) for raw in cells)


def _is_date(raw: Raw) -> bool:
    return isinstance(raw, date) or (isinstance(raw, str) and _DATE.fullmatch(raw) is not None)

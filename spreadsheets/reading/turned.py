"""A sheet turned on its side: the fields go down the first column, and each service has a column of its own."""

from dataclasses import replace
from itertools import zip_longest

from spreadsheets.reading.evidence import is_date, is_number
from spreadsheets.reading.grid import Grid, Merge, Position, is_blank, shown
from spreadsheets.reading.tables import Table, find_tables

_MOST_FIELDS = 60
_FEWEST_SERVICES = 2


def turned_tables(grid: Grid) -> tuple[Table, ...]:
    """The tables of the sheet set upright, every cell knowing where it stands; empty when it is not plainly so.

    Each service must have a number and a date of its own: else it is some other sheet of few rows.
    """
    if not 0 < len(grid.rows) <= _MOST_FIELDS:
        return ()
    top = next((row for row, cells in enumerate(grid.rows) if sum(not is_blank(raw) for raw in cells) > 1), 0)
    titles = tuple(shown(raw) for cells in grid.rows[:top] for raw in cells if not is_blank(raw))
    upright = _upright(grid, top)
    tables = find_tables(upright)
    if len(tables) != 1 or not any(tables[0].heading.labels):
        return ()
    body = [upright.rows[row] for row in range(tables[0].first, tables[0].end)]
    services = [cells for cells in body if any(raw not in (None, "") for raw in cells)]
    whole = all(any(map(is_number, cells)) and any(map(is_date, cells)) for cells in services)
    if not whole or len(services) < _FEWEST_SERVICES:
        return ()
    return (replace(tables[0], turned=True, titles=(*titles, *tables[0].titles)),)


def _upright(grid: Grid, top: int) -> Grid:
    """The rows from `top` on as columns; those above it, which are titles, as blank ones."""
    rows = [[*[None] * top, *cells] for cells in zip_longest(*grid.rows[top:])]
    return replace(
        grid,
        rows=rows,
        merges=tuple(Merge(m.left, m.top, m.right, m.bottom) for m in grid.merges),
        hidden_rows=grid.hidden_columns,
        hidden_columns=grid.hidden_rows,
        uncomputed={_across(place) for place in grid.uncomputed},
        struck={_across(place) for place in grid.struck},
        zero_width={_across(place): width for place, width in grid.zero_width.items()},
        places={(row, column): (column, row) for row, cells in enumerate(rows) for column in range(len(cells))},
    )


def _across(place: Position) -> Position:
    return place[1], place[0]

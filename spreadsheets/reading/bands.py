"""Tables side by side on one sheet: each in a band of columns of its own, with its own heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mappings.campo import Campo
from mappings.headings import heading_meaning
from mappings.wording import fold
from spreadsheets.reading.grid import Grid, Raw, is_blank
from spreadsheets.reading.tables import Table, attendance_headings, find_tables

_NARROWEST = 3
_LOOK = 200
_SAME_FIELDS = 2
_OWN = frozenset(campo.value for campo in (Campo.NUMERO_AUTORIZACAO, Campo.DATA, Campo.BENEFICIARIO))
_OF_RETURNS = re.compile(r"\b(?:glosa\w*|pag(?:o|a|to|amento)s?|recebid[oa]s?|liberad[oa]s?|retornos?)\b")

Band = tuple[int, int]


def tables_of(grid: Grid, mapped: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Every table of a sheet: band after band where at least two of them have a heading of attendances of their own."""
    starts = list(_starts(grid, mapped))
    if len(starts) < 2:
        return find_tables(grid, mapped)
    width = max(map(len, grid.rows))
    bands = [(first, last - 1) for first, last in zip([0, *starts[1:]], [*starts[1:], width], strict=True)]
    titles = _shared_titles(grid, bands, mapped)
    doubts = ["", *(_doubt(grid, bands[0], band, mapped) for band in bands[1:])]
    return tuple(
        replace(table, bloco=band[0], doubt=doubt)
        for band, doubt in zip(bands, doubts, strict=True)
        for table in find_tables(_only(grid, band, titles), mapped)
    )


def _doubt(grid: Grid, first: Band, band: Band, mapped: frozenset[str]) -> str:
    """Why the rows of a later band may be no attendances though its heading repeats the first's; "" when they are."""
    labels = _labels(grid, band, mapped) - _labels(grid, first, mapped)
    if told := sorted(label for label in labels if _OF_RETURNS.search(fold(label))):
        return f'tem a coluna "{told[0]}"'
    patient = Campo.BENEFICIARIO.value
    lacking = _heading_fields(grid, first, mapped) - _heading_fields(grid, band, mapped)
    return "não tem a coluna do paciente" if patient in lacking else ""


def _starts(grid: Grid, mapped: frozenset[str]) -> Iterator[int]:
    """Where the bands begin: each has a heading that says again what the first one's says.

    A blank column inside one table makes no two of it: its other half says other things.
    """
    first: set[str] = set()
    own = _OWN | mapped
    for band in _bands(grid, mapped):
        fields = _heading_fields(grid, band, mapped)
        again = fields & first
        if not first or (len(again) >= _SAME_FIELDS and again & own):
            first = first or fields
            if fields:
                yield band[0]


def _bands(grid: Grid, mapped: frozenset[str]) -> Iterator[Band]:
    """The columns between blank ones, first and last; of those under one repeated heading, each repetition."""
    for first, last in _between_blanks(grid):
        period = next((p for h in attendance_headings(grid, mapped) if (p := _period(h.labels[first : last + 1]))), 0)
        step = period or last - first + 1
        yield from ((start, start + step - 1) for start in range(first, last + 1, step))


def _between_blanks(grid: Grid) -> Iterator[Band]:
    """Runs of columns that hold something, titles that stand alone in their row not counted."""
    used = _used(grid)
    for start in sorted(column for column in used if column - 1 not in used):
        last = next(column for column in range(start, max(used) + 2) if column + 1 not in used)
        if last - start + 1 >= _NARROWEST:
            yield start, last


def _used(grid: Grid) -> set[int]:
    used: set[int] = set()
    unknown = list(range(max(map(len, grid.rows), default=0)))
    for cells in grid.rows:
        found = [column for column in unknown if column < len(cells) and not is_blank(cells[column])]
        if found and sum(not is_blank(raw) for raw in cells) > 1:
            used.update(found)
            unknown = [column for column in unknown if column not in used]
            if not unknown:
                break
    return used


def _period(labels: Sequence[str]) -> int:
    """After how many columns the labels repeat themselves whole; 0 when they do not."""
    for period in range(_NARROWEST, len(labels) // 2 + 1):
        if len(labels) % period == 0 and all(labels[i] == labels[i % period] for i in range(len(labels))):
            return period
    return 0


def _heading_fields(grid: Grid, band: Band, mapped: frozenset[str]) -> set[str]:
    """What the headings of a band say, by their words or by the clinic's mapping's; empty when it has none."""
    labels = _labels(grid, band, mapped)
    meanings = (heading_meaning(label) for label in labels)
    known = {meaning.campo.value for meaning in meanings if meaning is not None and meaning.campo is not None}
    return known | {fold(label) for label in labels} & mapped


def _labels(grid: Grid, band: Band, mapped: frozenset[str]) -> set[str]:
    """What stands in the headings of a band, as it is written."""
    found = attendance_headings(_only(grid, band, frozenset(), rows=_LOOK), mapped)
    return {label for heading in found for label in heading.labels if label}


def _shared_titles(grid: Grid, bands: Sequence[Band], mapped: frozenset[str]) -> frozenset[int]:
    """The rows above every heading that hold one text alone: it speaks for all the bands."""
    headings = (attendance_headings(_only(grid, band, frozenset(), rows=_LOOK), mapped) for band in bands)
    top = min(found[0].first for found in headings)
    return frozenset(row for row in range(top) if sum(not is_blank(raw) for raw in grid.rows[row]) == 1)


def _only(grid: Grid, band: Band, whole: frozenset[int], rows: int | None = None) -> Grid:
    """The grid with nothing outside the band, its columns where they stand; rows in `whole` are kept as they are."""
    first, last = band
    blank: list[Raw] = [None] * first
    kept = [cells if row in whole else [*blank, *cells[first : last + 1]] for row, cells in enumerate(grid.rows[:rows])]
    return replace(grid, rows=kept, merges=tuple(m for m in grid.merges if first <= m.left <= last))

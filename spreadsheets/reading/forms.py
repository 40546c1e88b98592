"""A sheet of forms: "Paciente: Ana", "Data: 05/10/2026", one below the other, again for each attendance."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mappings.campo import Campo
from mappings.headings import PALAVRA, heading_meaning
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.evidence import is_date, is_number
from spreadsheets.reading.grid import Grid, Position, Raw, is_blank, shown
from spreadsheets.reading.guess import Heading
from spreadsheets.reading.tables import Table

_NEEDED = frozenset({Campo.NUMERO_AUTORIZACAO, Campo.DATA})
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class _Field:
    """One label with its value, and where the value stands."""

    campo: Campo
    label: str
    raw: Raw
    place: Position


def form_table(grid: Grid) -> Table | None:
    """The forms as one table, a row for each at the row where it begins; None when the sheet is not plainly so.

    Each form must begin with the same field, and no field may come twice in one: else it could be another's.
    """
    fields = list(_fields(grid))
    records = _records(fields)
    if _holds_more(grid, {field.place for field in fields}):
        return None
    if records is None or not all({f.campo for f in record} >= _NEEDED for record in records):
        return None
    labels = list(dict.fromkeys(f.label for record in records for f in record))
    rows: list[list[Raw]] = [[] for _ in grid.rows]
    places: dict[Position, Position] = {}
    for record in records:
        row = record[0].place[0]
        rows[row] = [None] * len(labels)
        for found in record:
            rows[row][labels.index(found.label)] = found.raw
            places[(row, labels.index(found.label))] = found.place
    first = records[0][0].place[0]
    titles = tuple(text for row in grid.rows[:first] if (text := "  ".join(shown(r) for r in row if not is_blank(r))))
    return Table(_moved(grid, rows, places), Heading(first - 1, first - 1, tuple(labels)), first, len(rows), titles)


def _holds_more(grid: Grid, used: set[Position]) -> bool:
    """Whether dates or long numbers stand outside the fields: then it is no form alone, but a list under a form."""
    return any(
        (row, column) not in used and (is_date(raw) or is_number(raw))
        for row, cells in enumerate(grid.rows)
        for column, raw in enumerate(cells)
    )


def _records(fields: list[_Field]) -> list[list[_Field]] | None:
    if not fields:
        return None
    records: list[list[_Field]] = []
    for found in fields:
        if found.campo == fields[0].campo and found.label == fields[0].label:
            records.append([])
        if any(known.campo == found.campo for known in records[-1]):
            return None
        records[-1].append(found)
    return records


def _fields(grid: Grid) -> Iterator[_Field]:
    for row, cells in enumerate(grid.rows):
        filled = [(column, raw) for column, raw in enumerate(cells) if not is_blank(raw)]
        yield from _of_row(row, filled)


def _of_row(row: int, filled: list[tuple[int, Raw]]) -> Iterator[_Field]:
    skip = False
    for index, (column, raw) in enumerate(filled):
        if skip:
            skip = False
            continue
        label, _, value = raw.partition(":") if isinstance(raw, str) else ("", "", "")
        campo = _campo(label)
        if campo is not None and value.strip():
            yield _Field(campo, label.strip(), value.strip(), (row, column))
        elif campo is not None and index + 1 < len(filled):
            skip = True
            yield _Field(campo, label.strip(), filled[index + 1][1], (row, filled[index + 1][0]))
        elif isinstance(raw, str) and vocabulary().cancelado.search(fold(raw)):
            yield _Field(Campo.SITUACAO, "Situação", raw, (row, column))


def _campo(label: str) -> Campo | None:
    meaning = heading_meaning(label.strip()) if 0 < len(label.strip()) <= _LONGEST_LABEL else None
    return meaning.campo if meaning is not None and meaning.rank > PALAVRA else None


def _moved(grid: Grid, rows: list[list[Raw]], places: dict[Position, Position]) -> Grid:
    """The grid with its cells where they stand now, and what is known of each; a form with a hidden row is hidden."""
    now = {place: here for here, place in places.items()}
    return replace(
        grid,
        rows=rows,
        merges=(),
        places=places,
        hidden_rows={here[0] for place, here in now.items() if place[0] in grid.hidden_rows},
        uncomputed={now[place] for place in grid.uncomputed if place in now},
        struck={now[place] for place in grid.struck if place in now},
        zero_width={now[place]: width for place, width in grid.zero_width.items() if place in now},
    )

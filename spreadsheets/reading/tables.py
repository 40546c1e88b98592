"""Find the tables of a sheet: where the heading is (one row or two), the titles above it, where the next begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mappings.campo import Campo
from mappings.headings import Meaning, heading_meaning
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.grid import Grid, Raw, column_letter, is_blank, shown
from spreadsheets.reading.guess import Heading, heading_by_values
from spreadsheets.reading.hints import names_insurer, says_whose
from spreadsheets.reading.sections import may_lead, section_of

_LONGEST_HEADING = 60
_LINES_ABOVE = 10
_CORE = frozenset(
    {
        Campo.NUMERO_AUTORIZACAO,
        Campo.DATA,
        Campo.BENEFICIARIO,
        Campo.CODIGO_PROCEDIMENTO,
        Campo.NUMERO_CARTEIRA,
        Campo.VALOR_INFORMADO,
    }
)
_IDENTIFYING = frozenset({Campo.NUMERO_AUTORIZACAO, Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA})


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its heading, its body rows (first to end, end excluded) and the lines of text above it.

    `section` is a line inside it that names another portal or month for the rows from there on; `unclear` one that
    may name an insurer nobody knows, in a sheet that is divided by insurer. `bloco` is the first column of a table that
    has another beside it, None of any other; `doubt`: why that one may be no table of attendances. `turned`: its rows
    are columns of the sheet.
    """

    grid: Grid
    heading: Heading
    first: int
    end: int
    titles: tuple[str, ...]
    section: str = ""
    unclear: str = ""
    bloco: int | None = None
    doubt: str = ""
    turned: bool = False

    @property
    def bloco_letter(self) -> str:
        """The letter of `bloco`; "" when the table stands alone."""
        return "" if self.bloco is None else column_letter(self.bloco)


def find_tables(grid: Grid, mapped: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Every table that looks like one of attendances, top to bottom; empty when there is none.

    `mapped` are the folded headings that the clinic's mapping names. A table whose headings say nothing, or that has
    none, is found by its values (a column of dates, one of long numbers): then the columns must be asked for.
    """
    headings = attendance_headings(grid, mapped)
    if not headings and (guessed := heading_by_values(grid)):
        headings = [guessed]
    starts = [h for i, h in enumerate(headings) if i == 0 or not _same(h, headings[i - 1])]
    tables: list[Table] = []
    for index, heading in enumerate(starts):
        end = starts[index + 1].first if index + 1 < len(starts) else len(grid.rows)
        above = starts[index - 1].last + 1 if index else 0
        titles = tuple(_titles(grid, above, heading.first, near=index > 0))
        tables += _cut(Table(grid, heading, heading.last + 1, end, titles))
    return tuple(tables)


def attendance_headings(grid: Grid, mapped: frozenset[str]) -> list[Heading]:
    """The headings of tables of attendances, by their words or by those of the clinic's mapping."""
    return [
        heading
        for heading in _headings(grid, mapped)
        if _is_attendance(heading.labels) or _mapped(heading.labels, mapped) >= 2 or _is_led(grid, heading)
    ]


def _is_led(grid: Grid, heading: Heading) -> bool:
    """A list of days and amounts under lines that say whose they are: "Nome: ...", "Guia: ..."."""
    fields = _fields(heading.labels)
    if len(fields) < 3 or Campo.DATA not in fields:
        return False
    above = grid.rows[max(0, heading.first - _LINES_ABOVE) : heading.first]
    return any(Campo.NUMERO_AUTORIZACAO in section_of(cells, frozenset()) for cells in above if may_lead(cells))


def _cut(table: Table) -> Iterator[Table]:
    """A table cut at the lines that name a portal or a month for the rows below them."""
    grid, first, section, unclear = table.grid, table.first, table.section, ""
    lines = [(row, _only_text(grid.rows[row])) for row in range(table.first, table.end)]
    by_insurer = any(line and names_insurer(line) and not _is_closing(line) for _, line in lines)
    for row, line in lines:
        known = bool(line) and says_whose(line)
        if not (known or (by_insurer and _may_name_insurer(line))) or _is_closing(line):
            continue
        if _has_rows(grid, row + 1, table.end):
            if _has_rows(grid, first, row):
                yield replace(table, first=first, end=row, section=section, unclear=unclear)
            first, section, unclear = row + 1, line, "" if known else line
    yield replace(table, first=first, section=section, unclear=unclear)


def _may_name_insurer(line: str) -> bool:
    """A short line of words, as a group's heading is."""
    return 0 < len(line.split()) <= 5 and any(c.isalpha() for c in line) and not any(c.isdigit() for c in line)


def _only_text(cells: list[Raw]) -> str:
    """The one filled cell of a row, when it is text; "" for any other row."""
    found = ""
    for raw in cells:
        if raw is None or raw == "":
            continue
        if found or not isinstance(raw, str):
            return ""
        found = raw.strip()
    return found


def _is_closing(line: str) -> bool:
    plain = fold(line)
    return vocabulary().total.match(plain) is not None or vocabulary().rodape.search(plain) is not None


def _has_rows(grid: Grid, first: int, end: int) -> bool:
    return any(sum(not is_blank(raw) for raw in grid.rows[row]) > 2 for row in range(first, end))


def same_labels(row: list[Raw], labels: tuple[str, ...]) -> bool:
    """Whether a body row repeats the heading."""
    texts = [
        (fold(str(raw)), fold(label)) for raw, label in zip(row, labels, strict=False) if isinstance(raw, str) and raw
    ]
    hits = sum(1 for text, label in texts if text and label.endswith(text))
    return hits >= 2 and hits >= len(texts) * 0.6


def _same(one: Heading, other: Heading) -> bool:
    return [fold(label) for label in one.labels] == [fold(label) for label in other.labels]


def _mapped(labels: tuple[str, ...], mapped: frozenset[str]) -> int:
    return len({fold(label) for label in labels} & mapped)


def _headings(grid: Grid, mapped: frozenset[str]) -> Iterator[Heading]:
    row = 0
    while row < len(grid.rows):
        if _could_be_heading(grid.rows[row], mapped):
            heading = _best(grid, row, mapped)
            if heading is not None:
                yield heading
                row = heading.last
        row += 1


def _could_be_heading(cells: list[Raw], mapped: frozenset[str]) -> bool:
    """Quick: at least two short texts without digits-only cells or dates, and one of them a known heading."""
    texts = colons = 0
    for raw in cells:
        if isinstance(raw, str):
            if len(raw) <= _LONGEST_HEADING and not is_blank(raw):
                texts += 1
                colons += raw.rstrip().endswith(":")
        elif raw is not None:
            return False
    return (
        texts >= 2
        and colons in {0, texts}
        and any(isinstance(raw, str) and (_meaning(raw) is not None or fold(raw) in mapped) for raw in cells)
    )


def _best(grid: Grid, row: int, mapped: frozenset[str]) -> Heading | None:
    """The heading that begins at `row`, in one row or in two, whichever is understood better."""
    single = Heading(row, row, tuple(_label(raw) for raw in grid.rows[row]))
    options = [single]
    if row + 1 < len(grid.rows) and _could_be_heading(grid.rows[row + 1], mapped):
        options.append(Heading(row, row + 1, _two_rows(grid, row)))
    known = {h.last: len(_fields(h.labels)) + _mapped(h.labels, mapped) for h in options}
    best = max(options, key=lambda heading: (known[heading.last], -heading.last))
    return best if known[best.last] >= 2 else None


def _two_rows(grid: Grid, row: int) -> tuple[str, ...]:
    """Each column's label from both rows: "Beneficiário" over "Nome" is "Beneficiário Nome"."""
    width = max(len(grid.rows[row]), len(grid.rows[row + 1]))
    spans = {m.left: m.right for m in grid.merges if m.top == row}
    upper, until = "", -1
    labels = []
    for column in range(width):
        above, below = _label(grid.at(row, column)), _label(grid.at(row + 1, column))
        if above:
            upper, until = above, spans.get(column, column)
        elif column > until:
            upper = ""
        labels.append(" ".join(part for part in (upper if column <= until else "", below) if part))
    return tuple(labels)


def _label(raw: Raw) -> str:
    return re.sub(r"\s+", " ", shown(raw)).strip()


def _meaning(label: str) -> Meaning | None:
    return heading_meaning(label) if 0 < len(label) <= _LONGEST_HEADING * 2 else None


def _fields(labels: tuple[str, ...]) -> set[Campo]:
    found = (_meaning(label) for label in labels)
    return {meaning.campo for meaning in found if meaning is not None and meaning.campo is not None}


def _is_attendance(labels: tuple[str, ...]) -> bool:
    fields = _fields(labels)
    return len(fields) >= 3 and len(fields & _CORE) >= 2 and bool(fields & _IDENTIFYING)


def _titles(grid: Grid, first: int, end: int, *, near: bool) -> Iterator[str]:
    """The texts above a heading; under another table only those that follow its last row of many cells."""
    if near:
        full = [row for row in range(first, end) if sum(not is_blank(raw) for raw in grid.rows[row]) > 2]
        first = full[-1] + 1 if full else first
    for row in range(first, end):
        text = "  ".join(shown(raw) for raw in grid.rows[row] if not is_blank(raw))
        if text:
            yield text

"""One table of a page, read by its headings: which column is which is never a matter of position."""

import dataclasses
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from agent.model.errors import PageChanged
from portals.locate.wording import SAME, likeness

NO_DATA = "sem_dados"
"""In place of a field: headings of columns that hold only buttons or links, as a person said."""
_SHOW = "Se só o nome mudou, mostre a coluna com um clique: faturista calibrar."
_CELLS = ("th", "td")
_PRESSED = "input, button, [role=checkbox], [role=radio]"
_LED_ON = "a, button, [role=button], [role=link]"


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of one list: field → the headings it goes by, and which fields the list must show.

    `bare`: headings of columns that hold only buttons or links; such a column is passed over as long as it does.
    """

    aliases: Mapping[str, Sequence[str]]
    required: frozenset[str]
    bare: tuple[str, ...] = ()

    def called(self, words: Mapping[str, Sequence[str]]) -> "Columns":
        """With an office's own words for some fields, and for NO_DATA, beside those it has."""
        aliases = {field: (*words.get(field, ()), *names) for field, names in self.aliases.items()}
        return dataclasses.replace(self, aliases=aliases, bare=(*self.bare, *words.get(NO_DATA, ())))

    def field(self, heading: str) -> str | None:
        """The field that a heading stands for, whatever its case and accents; None for an unknown heading.

        One that no alias is may still say the same with usual abbreviations ("Nº da autorização"), if only one does.
        """
        wanted = folded(heading)
        for field, names in self.aliases.items():
            if wanted in map(folded, names):
                return field
        same = [field for field, names in self.aliases.items() if any(likeness(heading, n) == SAME for n in names)]
        return same[0] if len(same) == 1 else None


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings, counted from 1; `where` names it to a person, `headings` its columns.

    `attributes` are those of the row's own element.
    """

    number: int
    texts: Mapping[str, str]
    headings: Mapping[str, str]
    where: str
    attributes: Mapping[str, str | None] = dataclasses.field(default_factory=dict)

    def text(self, field: str) -> str:
        """The text of one cell; "" where the list has no such column."""
        return self.texts.get(field, "")

    def place(self, field: str) -> str:
        """Where the cell is, as a person finds it."""
        line = f"linha {self.number}" if self.number else "linha de total"
        return f"{self.where}, {line}, coluna {self.headings.get(field, field)!r}"


@dataclass(frozen=True, slots=True)
class Grid:
    """Every row of the list, and its totals row where it has one (with the fields that the totals stand under)."""

    rows: tuple[Row, ...]
    totals: Row | None
    fields: frozenset[str]


def folded(text: str) -> str:
    """Text as it is compared: no accents, no case, one blank between words, no colon at the end."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split()).rstrip(" :")


def read_grid(html: str, columns: Columns, *, where: str) -> Grid:
    """The one table of `html` that shows every required column.

    Raises PageChanged, naming what was seen, when there is not exactly one such table, when a heading is unknown or
    stands twice, or when a row is neither an item nor the totals.
    """
    found = [(table, head) for table in HTMLParser(html).css("table") if (head := _head(table, columns)) is not None]
    if len(found) != 1:
        raise PageChanged(_missing(html, columns, len(found)), where=where, do="" if found else _SHOW)
    table, head = found[0]
    return _grid(list(_rows(table)), head, columns, where)


def _missing(html: str, columns: Columns, count: int) -> str:
    needed = ", ".join(repr(columns.aliases[field][0]) for field in sorted(columns.required))
    if count:
        return f"A tela tem {count} tabelas com as colunas {needed}; era esperada uma só."
    seen = ", ".join(repr(_text(cell)) for cell in HTMLParser(html).css("th") if _text(cell)) or "nenhum título"
    return f"A tabela com as colunas {needed} não foi encontrada. Títulos vistos: {seen}."


def _rows(table: Node) -> Iterator[Node]:
    """The table's own rows, not those of tables within its cells."""
    return (row for row in table.css("tr") if _owner(row) == table.mem_id)


def _owner(row: Node) -> int | None:
    node = row.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node.mem_id if node is not None else None


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.iter() if cell.tag in _CELLS]


def _spread(row: Node) -> list[str]:
    """The row's texts by column: a cell over several columns counts for its last one."""
    texts: list[str] = []
    for cell in _cells(row):
        span = cell.attributes.get("colspan") or "1"
        texts += [""] * (int(span) - 1 if span.isdecimal() else 0) + [_text(cell)]
    return texts


def _text(node: Node) -> str:
    return " ".join(node.text(separator=" ").split())


def _head(table: Node, columns: Columns) -> list[str] | None:
    for row in _rows(table):
        headings = _spread(row)
        if columns.required <= {columns.field(heading) for heading in headings}:
            return headings
    return None


def _named(head: Sequence[str], columns: Columns, where: str) -> list[str]:
    """The field of each column, "" for a column without heading; every heading must be known, and once."""
    fields = [(columns.field(heading) if heading else "") for heading in head]
    unknown = [heading for heading, field in zip(head, fields, strict=True) if field is None]
    if unknown:
        what = f"A lista tem uma coluna desconhecida: {', '.join(map(repr, unknown))}."
        raise PageChanged(what, where=where, do=_SHOW)
    named = [field or "" for field in fields]
    twice = [heading for heading, field in zip(head, named, strict=True) if field and named.count(field) > 1]
    if twice:
        raise PageChanged(f"A lista tem colunas repetidas: {', '.join(map(repr, twice))}.", where=where)
    return named


def _grid(rows: Sequence[Node], head: Sequence[str], columns: Columns, where: str) -> Grid:
    below = rows[_after(rows, head) :]
    bare = _bare(head, below, columns)
    passed = [place in bare for place in range(len(head))]
    fields = _named(_without_boxes(_blank(head, passed), below, columns), columns, where)
    headings = {field: heading for field, heading in zip(fields, head, strict=True) if field}
    spread = ((_spread(row), row.attributes) for row in below)
    body = [(_blank(texts, passed), of) for texts, of in spread if any(texts) and texts != list(head)]
    items = [found for found in body if not _is_total(found[0])]
    totals = [texts for texts, _ in body if _is_total(texts)]
    if len(totals) > 1:
        raise PageChanged(f"A lista tem {len(totals)} linhas de total; era esperada uma só.", where=where)
    return Grid(
        rows=tuple(
            Row(n, _by_field(n, texts, fields, where), headings, where, attributes)
            for n, (texts, attributes) in enumerate(items, start=1)
        ),
        totals=Row(0, _by_field(0, totals[0], fields, where), headings, where) if totals else None,
        fields=frozenset(headings),
    )


def _bare(head: Sequence[str], below: Sequence[Node], columns: Columns) -> set[int]:
    """The columns that a person said to hold no data and that hold none: each cell's words are a button's or link's."""
    said = {folded(heading) for heading in columns.bare}
    rows = [cells for row in below if len(cells := _cells(row)) == len(head)]

    def holds_none(place: int) -> bool:
        return all(_only_pressed(cells[place]) for cells in rows)

    return {place for place, text in enumerate(head) if text and folded(text) in said and holds_none(place)}


def _only_pressed(cell: Node) -> bool:
    """Whether no word or number of a cell stands outside its buttons and links, and none of those has a number."""
    pressed = " ".join(_text(node) for node in cell.css(_LED_ON))
    return not any(c.isdigit() for c in pressed) and _letters(_text(cell)) == _letters(pressed)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _blank(texts: Sequence[str], passed: Sequence[bool]) -> list[str]:
    """The texts without those of the columns that are passed over; as they are where the row has other columns."""
    if len(texts) != len(passed):
        return list(texts)
    return ["" if over else text for text, over in zip(texts, passed, strict=True)]


def _without_boxes(head: Sequence[str], below: Sequence[Node], columns: Columns) -> list[str]:
    """The headings, "" for an unknown one under which each row has a box or a button and no words: it holds no data."""
    rows = [cells for row in below if len(cells := _cells(row)) == len(head)]

    def of_boxes(place: int) -> bool:
        return bool(rows) and all(
            not _text(cells[place]) and cells[place].css_first(_PRESSED) is not None for cells in rows
        )

    return ["" if columns.field(text) is None and of_boxes(place) else text for place, text in enumerate(head)]


def _after(rows: Sequence[Node], head: Sequence[str]) -> int:
    return next(place for place, row in enumerate(rows, start=1) if _spread(row) == list(head))


def _is_total(texts: Sequence[str]) -> bool:
    return next((folded(text) for text in texts if text), "").startswith(("total", "totais"))


def _by_field(number: int, texts: Sequence[str], fields: Sequence[str], where: str) -> dict[str, str]:
    line = f"A linha {number} da lista" if number else "A linha de total"
    if len(texts) != len(fields):
        raise PageChanged(f"{line} tem {len(texts)} células; o cabeçalho tem {len(fields)}.", where=where)
    if number and any(text and not field for text, field in zip(texts, fields, strict=True)):
        raise PageChanged(f"{line} tem texto numa coluna sem título.", where=where)
    return {field: text for text, field in zip(texts, fields, strict=True) if field}

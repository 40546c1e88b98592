"""A sheet as a grid of raw cells, whatever file it came from. Rows and columns count from 0; people see them from 1."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

# A number is a float, as every spreadsheet program holds it; money.py takes the decimals that it shows, not its bits.
Raw = str | float | int | bool | date | datetime | time | timedelta | None
_BLANKS = " \t\r\n\u00a0\u200b\ufeff"
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged rectangle, both corners included. Only its first cell holds the value."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `aba` is its name ("" for a CSV). A blank cell is None or "".

    `very_hidden`: no menu of Excel shows it, and its rows are not read.

    `uncomputed` are cells with a formula that gave an error or was never computed, `struck` cells crossed out,
    `zero_width` the digits that a number is shown with ("000000000" shows 9), `hidden_rows` rows hidden or filtered,
    `from_1904` that day numbers count from 1904, `places` where a cell really stands when it was moved.
    """

    aba: str
    rows: list[list[Raw]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    very_hidden: bool = False
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()
    uncomputed: AbstractSet[Position] = frozenset()
    struck: AbstractSet[Position] = frozenset()
    zero_width: dict[Position, int] = field(default_factory=dict)
    from_1904: bool = False
    places: dict[Position, Position] = field(default_factory=dict)

    def at(self, row: int, column: int) -> Raw:
        """The raw value, None beyond the sheet's edge."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else []
        return cells[column] if 0 <= column < len(cells) else None


def texts_in(rows: Iterable[list[Raw]]) -> frozenset[str]:
    """The distinct texts of some rows: what a text says on its own is judged once, however often it stands there."""
    return frozenset(raw for row in rows for raw in row if isinstance(raw, str))


def is_blank(raw: Raw) -> bool:
    """Whether a cell shows nothing."""
    if not isinstance(raw, str):
        return raw is None
    return not raw or (raw[0] in _BLANKS and not raw.strip(_BLANKS))


def shown(raw: Raw) -> str:
    """A raw value roughly as the sheet shows it, for messages: 2991204.0 as "2991204", a date as dd/mm/aaaa."""
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, datetime):
        return f"{raw:%d/%m/%Y %H:%M}"
    if isinstance(raw, date):
        return f"{raw:%d/%m/%Y}"
    if isinstance(raw, time):
        return f"{raw:%H:%M}"
    return str(raw).replace("\u00a0", " ").strip()


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A is 0, AA is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1

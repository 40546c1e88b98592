"""Computes the few kinds of formula that the workbook uses, from the workbook's own cells, in Decimal."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, localcontext

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | Decimal | None

_PIECE = re.compile(
    r"""(?P<region>'[^']+'![$]?[A-Z]+[$]?\d+:[$]?[A-Z]+[$]?\d+)|(?P<range>[A-Z]+\d+:[A-Z]+\d+)|(?P<cell>[$]?[A-Z]+\d+)
      |(?P<text>"[^"]*")|(?P<array>\{[^}]*\})|(?P<name>[A-Z]{2,})(?=\()|(?P<equals>=)|(?P<other>.)""",
    re.VERBOSE,
)


class Recomputed:
    """A workbook whose formulas answer with their values."""

    def __init__(self, book: Workbook) -> None:
        self._book = book

    def value(self, sheet: str, cell: str) -> Cell:
        """What a person would see in the cell."""
        raw = self._book[sheet][cell].value
        if isinstance(raw, str) and raw.startswith("=") and self._book[sheet][cell].data_type == "f":
            return self._compute(self._book[sheet], raw[1:])
        if isinstance(raw, date | datetime):
            return Decimal(date(raw.year, raw.month, raw.day).toordinal())
        return raw if isinstance(raw, str | None) else Decimal(str(raw))

    def row(self, sheet: str, row: int) -> list[Cell]:
        """The values of a row, without the blanks at its end."""
        last = max((c.column_letter for c in self._book[sheet][row] if c.value is not None), key=lambda x: (len(x), x))
        return [self.value(sheet, c.coordinate) for c in self._book[sheet][f"A{row}" : f"{last}{row}"][0]]

    def _compute(self, sheet: Worksheet, formula: str) -> Cell:
        python = "".join(self._translate(sheet.title, match) for match in _PIECE.finditer(formula))
        with localcontext() as decimals:
            # IF computes both branches here: the one not taken may divide by zero.
            decimals.traps[InvalidOperation] = decimals.traps[DivisionByZero] = False
            found: Cell = eval(python, {"at": self.value, "over": self._over, **_FUNCTIONS})
        return found if isinstance(found, str | None) else Decimal(found)

    def _over(self, sheet: str, region: str) -> list[Cell]:
        return [self.value(sheet, cell.coordinate) for row in self._book[sheet][region] for cell in row]

    @staticmethod
    def _translate(sheet: str, match: re.Match[str]) -> str:
        piece = match.group()
        plain = piece.replace("$", "")
        if match["region"]:
            name, _, cells = plain.partition("!")
            return f"over({name}, '{cells}')"
        kinds: dict[str | None, str] = {
            "range": f"over('{sheet}', '{plain}')",
            "cell": f"at('{sheet}', '{plain}')",
            "array": f"[{piece[1:-1]}]",
            "name": f"_{piece}",
            "equals": "==",
        }
        return kinds.get(match.lastgroup, piece)


def _numbers(cells: list[Cell]) -> Decimal:
    return sum((cell for cell in cells if isinstance(cell, Decimal)), start=Decimal())


def _countifs(*pairs: object) -> int | list[int]:
    """With an array as the last criterion, one count for each of its values."""
    if isinstance(pairs[-1], list):
        return [_hits(*pairs[:-1], one) for one in pairs[-1]]
    return _hits(*pairs)


def _hits(*pairs: object) -> int:
    return sum(_met(*pairs))


def _met(*pairs: object) -> list[bool]:
    tests = [[cell == wanted for cell in cells] for cells, wanted in zip(pairs[::2], pairs[1::2], strict=True)]  # type: ignore[attr-defined]
    return [all(row) for row in zip(*tests, strict=True)]


def _sumifs(cells: list[Cell], *pairs: object) -> Decimal:
    return _numbers([cell for cell, met in zip(cells, _met(*pairs), strict=True) if met])


def _round(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(10) ** -digits, ROUND_HALF_UP)


_FUNCTIONS: dict[str, Callable[..., object]] = {
    "_SUM": _numbers,
    "_SUBTOTAL": lambda _kind, cells: _numbers(cells),
    "_SUMIFS": _sumifs,
    "_COUNTIFS": _countifs,
    "_COUNTIF": lambda cells, wanted: sum(cell == wanted for cell in cells),
    "_SUMPRODUCT": sum,
    "_ROUND": _round,
    "_AND": lambda *conditions: all(conditions),
    "_IF": lambda condition, yes, no: yes if condition else no,
}

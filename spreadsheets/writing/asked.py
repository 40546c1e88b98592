"""A table that formulas elsewhere ask: each question as a formula over its cells, with what that comes to now."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from agent.model.valor import as_decimal
from spreadsheets.writing.cells import Formula, Kind, Value
from spreadsheets.writing.table import Column, Region


@dataclass(frozen=True, slots=True)
class Where:
    """Rows that hold `value` under a heading; `shown` is how a formula says it, a cell or a quoted text."""

    heading: str
    shown: str
    value: Value


def is_word(heading: str, word: str) -> Where:
    """Rows that say that word."""
    return Where(heading, f'"{word}"', str(word))


class Asked:
    """A table of a sheet, from its columns and rows."""

    def __init__(self, sheet: str, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        self.region = Region(sheet, tuple(column.heading for column in columns), len(rows))
        self.columns, self.rows = columns, rows
        self._columns = {column.heading: column for column in columns}
        self._held: dict[tuple[str, ...], dict[tuple[Value, ...], list[Any]]] = {}

    def summed(self, heading: str, *wheres: Where) -> Formula:
        """The sum of a column of amounts, in reais."""
        value = self._columns[heading].value
        amounts = [amount for row in self._met(wheres) if isinstance(amount := value(row), int)]
        text = f"SUMIFS({self.region.of(heading)},{self._criteria(wheres)})"
        assert self._columns[heading].kind is Kind.MONEY
        return Formula(text, as_decimal(sum(amounts)))

    def counted(self, *wheres: Where) -> Formula:
        """How many rows."""
        return Formula(f"COUNTIFS({self._criteria(wheres)})", len(self._met(wheres)))

    def _criteria(self, wheres: Sequence[Where]) -> str:
        return ",".join(f"{self.region.of(where.heading)},{where.shown}" for where in wheres)

    def _met(self, wheres: Sequence[Where]) -> list[Any]:
        headings = tuple(where.heading for where in wheres)
        if headings not in self._held:
            held: dict[tuple[Value, ...], list[Any]] = {}
            values = [self._columns[heading].value for heading in headings]
            for row in self.rows:
                held.setdefault(tuple(value(row) for value in values), []).append(row)
            self._held[headings] = held
        return self._held[headings].get(tuple(where.value for where in wheres), [])


def together(*formulas: Formula) -> Formula:
    """Their sum."""
    text = "+".join(formula.text for formula in formulas)
    return Formula(text, sum((Decimal(formula.value) for formula in formulas), start=Decimal()))

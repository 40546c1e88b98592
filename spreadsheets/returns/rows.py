"""One row of an insurer's table: each value read, or the file refused with the value's cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from agent.model.errors import InputError
from agent.model.valor import Centavos, read_valor
from spreadsheets.reading.grid import Grid, Raw, column_letter, is_blank, shown

_MINUS = re.compile(r"-\s*([\d.,]+)|([\d.,]+)\s*-|\(\s*([\d.,]+)\s*\)")
_UNREAD = "Nada foi lido deste arquivo."
_FIX = "Corrija a célula, ou peça o arquivo de novo ao convênio."


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the file `name`, the row of its headings, and where each field's column stands."""

    name: str
    grid: Grid
    heading: int
    columns: Mapping[str, int]

    @property
    def place(self) -> str:
        """File and sheet, as a person finds them."""
        return f"{self.name}, {self.grid.aba}" if self.grid.aba else self.name


class Row:
    """One row of a table, counted from 0."""

    def __init__(self, table: Table, row: int) -> None:
        self._table, self._row = table, row

    @property
    def place(self) -> str:
        """File, sheet and row, as a person finds them."""
        return f"{self._table.place}, linha {self._row + 1}"

    def has(self, field: str) -> bool:
        """Whether the file tells it in this row."""
        return not is_blank(self._raw(field))

    def text(self, field: str) -> str:
        """As shown; "" where the file has no such column."""
        return shown(self._raw(field)).strip() if self.has(field) else ""

    def code(self, field: str) -> str:
        """Text with its leading zeros; a number that lost its shape is shown whole. Never empty."""
        text = self.number(field)
        if not text:
            raise self.refused(field, "está vazia")
        return text.zfill(self._table.grid.zero_width.get((self._row, self._table.columns[field]), 0))

    def number(self, field: str) -> str:
        """A number as shown, without the ".0" of a cell that lost its shape; "" where the file is silent."""
        return re.sub(r"\.0$", "", self.text(field))

    def count(self, field: str) -> int:
        """A whole number; 1 where the file is silent."""
        text = re.sub(r"[.,]0+$", "", self.text(field)) or "1"
        if not text.isdigit():
            raise self.refused(field, "não é uma quantidade")
        return int(text)

    def day(self, field: str) -> date:
        """A date cell, or dd/mm/aaaa."""
        found = self.perhaps_day(field)
        if found is None:
            raise self.refused(field, "não é uma data dd/mm/aaaa")
        return found

    def perhaps_day(self, field: str) -> date | None:
        """The same, None where the cell is no date."""
        raw = self._raw(field)
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%Y %H:%M:%S"):
            try:
                return datetime.strptime(shown(raw).strip(), form).date()  # noqa: DTZ007 - a calendar day
            except ValueError:
                continue
        return None

    def money(self, field: str) -> Centavos:
        """`perhaps_money` of a cell that must not be blank: who writes nothing did not write 0."""
        found = self.perhaps_money(field)
        if found is None:
            raise self.refused(field, "está vazia")
        return found

    def perhaps_money(self, field: str) -> Centavos | None:
        """A number cell, "1.234,56" or "1234.56" into centavos; nothing is rounded. None where the file is silent.

        Less than nothing is -80,00, 80,00- or (80,00), as accountants write it.
        """
        raw = self._raw(field)
        if (self._row, self._table.columns.get(field, -1)) in self._table.grid.uncomputed:
            raise self.refused(field, "tem uma fórmula sem resultado")
        if is_blank(raw):
            return None
        try:
            valor = Decimal(str(raw)) if not isinstance(raw, str) else _decimal(raw)
        except (InvalidOperation, ValueError):
            raise self.refused(field, "não é um valor em reais") from None
        cents = round(valor, 6) * 100
        if cents != cents.to_integral_value():
            raise self.refused(field, "tem fração de centavo")
        return int(cents)

    def refused(self, field: str, why: str, do: str = _FIX) -> InputError:
        """What is wrong with the cell of a field: nothing of the file is read."""
        cell = f"{column_letter(self._table.columns.get(field, 0))}{self._row + 1}"
        seen = f": {shown(self._raw(field))!r}" if self.has(field) else ""
        return InputError(f"a célula {cell} {why}{seen}", where=self._table.place, do=f"{_UNREAD} {do}")

    def _raw(self, field: str) -> Raw:
        column = self._table.columns.get(field)
        return None if column is None else self._table.grid.at(self._row, column)


def _decimal(text: str) -> Decimal:
    bare = text.replace("\u00a0", " ").replace("\u2212", "-").replace("R$", "").strip()
    if minus := _MINUS.fullmatch(bare):
        return -_unsigned(minus[1] or minus[2] or minus[3])
    return _unsigned(bare)


def _unsigned(bare: str) -> Decimal:
    if re.fullmatch(r"\d+\.\d{1,2}", bare):
        return Decimal(bare)
    return Decimal(read_valor(bare)) / 100

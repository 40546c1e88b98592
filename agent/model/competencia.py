"""The month a movement is billed in, as the portals ask for it: MM/AAAA."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_ISO = re.compile(r"(\d{4})-(\d{2})")
_BR = re.compile(r"(\d{1,2})/(\d{4})")


@dataclass(frozen=True, order=True, slots=True)
class Competencia:
    """A billing month; sorts by time. `ano` has four digits, `mes` is 1 to 12."""

    ano: int
    mes: int

    def __post_init__(self) -> None:
        if not (1 <= self.mes <= 12 and 2000 <= self.ano <= 2100):
            raise ValueError(f"competência inválida: {self.mes:02d}/{self.ano}; escreva MM/AAAA, como 10/2026")

    @classmethod
    def read(cls, text: str) -> Self:
        """Read "10/2026" (operators) or "2026-10" (files). Raises ValueError with both forms."""
        if match := _BR.fullmatch(text.strip()):
            return cls(ano=int(match[2]), mes=int(match[1]))
        if match := _ISO.fullmatch(text.strip()):
            return cls(ano=int(match[1]), mes=int(match[2]))
        raise ValueError(f"competência inválida: {text!r}; escreva MM/AAAA, como 10/2026")

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that `day` falls in."""
        return cls(ano=day.year, mes=day.month)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.ano, self.mes, 1)

    def plus(self, months: int) -> "Competencia":
        """The month `months` later (earlier when negative)."""
        index = self.ano * 12 + self.mes - 1 + months
        return Competencia(ano=index // 12, mes=index % 12 + 1)

    @property
    def iso(self) -> str:
        """ "2026-10": the form in files and in the ledger."""
        return f"{self.ano:04d}-{self.mes:02d}"

    def __str__(self) -> str:
        return f"{self.mes:02d}/{self.ano:04d}"

"""A movement's month and pt-BR dates and amounts, as IPASEM's forms take and show them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
_NAMES = (
    "Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro".split()  # noqa: SIM905
)


class Month(NamedTuple):
    """A movement's month; its text is MM/AAAA, and months compare in order of time."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.month:02d}/{self.year}"

    @property
    def long_name(self) -> str:
        """For the report's period line: "Janeiro 2025 - 01"."""
        return f"{_NAMES[self.month - 1]} {self.year} - {self.month:02d}"


def month_of(text: str) -> Month:
    """Reads MM/AAAA. Raises ValueError where it is not one."""
    found = re.fullmatch(r"(0[1-9]|1[0-2])/(\d{4})", text)
    if found is None:
        raise ValueError(f'"{text}" não é um mês no formato MM/AAAA.')
    return Month(int(found[2]), int(found[1]))


def month_errors(month: str, year: str) -> dict[str, str]:
    """What the portal says about a typed month and year, by field; empty where both are good."""
    checks = {"mes": ("Mês", month, 1, 12), "ano": ("Ano", year, 2000, 2100)}
    errors = {name: _number_error(*check) for name, check in checks.items()}
    return {name: error for name, error in errors.items() if error}


def _number_error(label: str, text: str, low: int, high: int) -> str:
    if not text:
        return f"{label} não pode ficar em branco."
    if not re.fullmatch(r"\d{1,9}", text):
        return f"{label} deve ser um número inteiro."
    if int(text) > high:
        return f"{label} não pode ser maior que {high}."
    return f"{label} não pode ser menor que {low}." if int(text) < low else ""


def amount(text: str) -> int | None:
    """Centavos of a typed amount with a decimal comma ("65,00", "1.234,56"); None where it is not one."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    return int(found[1].replace(".", "")) * 100 + int((found[2] or "").ljust(2, "0"))


def shown_amount(centavos: int) -> str:
    """Centavos as the portal shows them: 1.234,56."""
    whole, cents = divmod(abs(centavos), 100)
    return f"{'-' if centavos < 0 else ''}{whole:,}".replace(",", ".") + f",{cents:02d}"


def day(text: str) -> date | None:
    """A typed DD/MM/AAAA; None where it is not a day."""
    if not re.fullmatch(r"\d{2}/\d{2}/\d{4}", text):
        return None
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        return None


def shown_day(iso: str) -> str:
    """An ISO date as DD/MM/AAAA; "" stays ""."""
    return "/".join(reversed(iso.split("-"))) if iso else ""

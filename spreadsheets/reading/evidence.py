"""What the values of a column look like, whatever its heading says."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from spreadsheets.reading.grid import Raw, shown

_MOST = 0.6
_NEARLY_ALL = 0.8
_CODE = re.compile(r"\s*(?:\d{8}|\d{4}|\d\.\d{2}\.\d{2}\.\d{2}-\d)(?:\D.*)?", re.DOTALL)
_TUSS = re.compile(r"\s*[1-9]\d{7}(?:\D.*)?", re.DOTALL)
_NUMBER = re.compile(r"0*[1-9]\d{3,19}")
_DATE = re.compile(r"\s*\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\s*|\s*\d{4}-\d{2}-\d{2}.*")
_CENTS = re.compile(r"\s*(?:R\$\s*)?\d{1,3}(?:\.?\d{3})*,\d{2}\s*|\s*R\$\s*\d.*|\s*\d+\.\d{2}\s*")
_NAME = re.compile(r"[A-Za-zÀ-ú'’.\-]{2,}(?: [A-Za-zÀ-ú'’.\-]+)+")


def is_code(raw: Raw) -> bool:
    """Whether a cell may be a procedure's code: 4 or 8 digits, with or without its name."""
    return _CODE.fullmatch(shown(raw)) is not None


def is_tuss(raw: Raw) -> bool:
    """Whether a cell looks like a code of eight digits that no other number of a sheet is likely to be."""
    return _TUSS.fullmatch(shown(raw)) is not None


def is_number(raw: Raw) -> bool:
    """Whether a cell may be an authorisation: 4 to 20 digits and nothing else."""
    return not isinstance(raw, date) and _NUMBER.fullmatch(shown(raw)) is not None


def is_date(raw: Raw) -> bool:
    """Whether a cell is a date, or a text of its usual shapes."""
    return isinstance(raw, date) or (isinstance(raw, str) and _DATE.fullmatch(raw) is not None)


def is_reais(raw: Raw) -> bool:
    """Whether a cell can only be an amount: reais with centavos, or with their sign."""
    if isinstance(raw, float) and not isinstance(raw, bool):
        return not raw.is_integer() and 0 < raw < 100_000 and round(raw, 2) == raw
    return isinstance(raw, str) and _CENTS.fullmatch(raw.replace("\u00a0", " ")) is not None


def is_amount(raw: Raw) -> bool:
    """Whether a cell may be an amount, whole reais too."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return 0 < raw < 100_000
    return is_reais(raw) or (isinstance(raw, str) and raw.strip().isdigit() and len(raw.strip()) <= 5)


def is_name(raw: Raw) -> bool:
    """Whether a cell may be a person's name."""
    return isinstance(raw, str) and _NAME.fullmatch(" ".join(raw.split())) is not None


def share(values: Sequence[Raw], looks: Callable[[Raw], bool]) -> float:
    """How many of the values look so, from 0 to 1; 0 when there are none."""
    return sum(1 for raw in values if looks(raw)) / len(values) if values else 0.0


def mostly(values: Sequence[Raw], looks: Callable[[Raw], bool]) -> bool:
    """Whether at least six in ten look so."""
    return share(values, looks) >= _MOST


def nearly_all(values: Sequence[Raw], looks: Callable[[Raw], bool]) -> bool:
    """Whether at least eight in ten look so."""
    return share(values, looks) >= _NEARLY_ALL

"""What a cell holds: its kind, and the values that are more than text, numbers and dates."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Kind(StrEnum):
    """What a cell holds; each has a look of its own."""

    TEXT = "texto"
    LONG = "texto longo"
    CODE = "código"
    COUNT = "quantidade"
    NUMBER = "número de linha"
    MONEY = "valor"
    PERCENT = "percentual"
    DATE = "data"
    MOMENT = "momento"
    MONTH = "competência"
    LINK = "atalho"
    HEADING = "cabeçalho"
    TITLE = "título"
    NOTE = "nota"
    SECTION = "seção"
    TOTAL_TEXT = "total texto"
    TOTAL_COUNT = "total quantidade"
    TOTAL_MONEY = "total valor"
    TOTAL_PERCENT = "total percentual"
    CHECK = "confere"
    SEAL = "selo"


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a cell of this workbook, like "'Retorno'!A12"."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours without its "=", and what it comes to: shown until somebody recalculates."""

    text: str
    value: Decimal | int | str


Value = str | int | Decimal | date | Link | Formula | None

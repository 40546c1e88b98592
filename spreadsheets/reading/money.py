"""Amounts in every shape Brazilian offices type them, into centavos; never through a float's own rounding."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from agent.model.valor import Centavos, write_valor
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_CENT = Decimal("0.01")
_NOISE = Decimal("0.00001")
_CURRENCY = re.compile(r"(?i)^(?:r\s*\$|rs\.?|brl|\$)\s*|\s*(?:reais|brl)$")
_COMMA = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}|\d+")
_POINT = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d+\.\d{1,2}")
_THREE = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_ENDS_COMMA = re.compile(r"\d,\d{1,2}(?!\d)")
_ENDS_POINT = re.compile(r"\d\.\d{1,2}(?!\d)")
_ENGLISH = re.compile(r"\d,\d{3}\.\d{1,2}(?!\d)")
_BETWEEN = re.compile(r"\s*[;/+&|\n]\s*|\s+e\s+")
_GROUP = -3
_LARGEST = Decimal(500_000)


@dataclass(frozen=True, slots=True)
class MoneyStyle:
    """Which decimal signs the column's text amounts show without doubt; `english`: some also group as "1,234.56"."""

    comma: bool = False
    point: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in centavos, above zero; `aviso` when something was rounded."""

    centavos: Centavos
    aviso: str = ""


@lru_cache(maxsize=4_096, typed=True)
def read_money(raw: Raw, style: MoneyStyle) -> Amount:
    """The amount of a cell. Raises CellProblem (invalid_amount, non_positive_amount)."""
    if isinstance(raw, bool | date | time | timedelta) or raw is None:
        raise _invalid(raw, "o Excel o transformou em data ou hora" if not isinstance(raw, bool) else "não é um valor")
    amount = _from_number(Decimal(repr(raw))) if isinstance(raw, int | float) else _from_text(raw, style)
    if amount.centavos <= 0:
        raise _not_positive(raw)
    return amount


def read_amounts(raw: Raw, style: MoneyStyle, services: int) -> tuple[Amount, ...]:
    """The amount of each of a cell's several codes: "65,00 / 30,00" for two. Raises CellProblem(ambiguous_amount)."""
    parts = [part for part in _BETWEEN.split(shown(raw)) if part.strip()]
    if len(parts) != services:
        raise CellProblem(
            "ambiguous_amount",
            f"A linha tem {services} códigos, e o valor {shown(raw)!r} não diz quanto é de cada um. "
            "Escreva um procedimento por linha.",
        )
    return tuple(read_money(part, style) for part in parts)


def _invalid(raw: Raw, why: str) -> CellProblem:
    return CellProblem("invalid_amount", f"{shown(raw)!r} não foi aceito como valor: {why}. Escreva como 1.234,56.")


def _not_positive(raw: Raw) -> CellProblem:
    return CellProblem(
        "non_positive_amount", f"O valor {shown(raw)!r} não é maior que zero. Corrija-o ou retire a linha."
    )


def _from_number(value: Decimal) -> Amount:
    """1.065 is what an English Excel makes of "1.065", a thousand and sixty-five: three decimals say no amount."""
    if value.as_tuple().exponent == _GROUP and 1 <= value < 1_000:
        raise _invalid(str(value), "pode ser milhar ou ter um milésimo a mais")
    return _rounded(value)


def _rounded(value: Decimal) -> Amount:
    if not value.is_finite() or abs(value) > _LARGEST:
        raise _invalid(str(value), "não é um valor possível")
    cents = value.quantize(_CENT, rounding=ROUND_HALF_UP)
    centavos = int(cents.scaleb(2))
    exact = abs(cents - value) <= _NOISE
    return Amount(centavos, "" if exact else f"o valor {value} foi arredondado para {write_valor(centavos)}")


def _from_text(text: str, style: MoneyStyle) -> Amount:
    bare = _CURRENCY.sub("", re.sub(r"[\u00a0\u202f\u2009]", " ", text).strip().lstrip("'")).strip()
    if bare in {"-", "–", "—"} or re.fullmatch(r"[-–(].*\d.*|.*\d\s*-", bare):
        raise _not_positive(text)
    if _THREE.fullmatch(bare):
        return _grouped(bare, text, style)
    if _POINT.fullmatch(bare):
        return _rounded(Decimal(bare.replace(",", "")))
    if _COMMA.fullmatch(bare):
        return _rounded(Decimal(re.sub(r"[.\s]", "", bare).replace(",", ".")))
    raise _invalid(text, "não está na forma de um valor em reais")


def _grouped(bare: str, text: str, style: MoneyStyle) -> Amount:
    """ "1.234": thousands if the column writes "65,00", unclear if it also writes "65.00".

    "1,234" is unclear even beside "65.00", unless the column also writes "1,234.56": in Brazil a comma is the cents'.
    """
    group = "." if "." in bare else ","
    if "." in bare and "," in bare:
        raise _invalid(text, "os pontos e vírgulas não combinam")
    if bare.count(group) == 1 and not (
        style.comma and not style.point if group == "." else style.english and not style.comma
    ):
        raise _invalid(text, f'não dá para saber se o "{group}" separa milhares ou centavos')
    return _rounded(Decimal(bare.replace(group, "")))


def money_style(raws: Iterable[Raw]) -> MoneyStyle:
    """What the text amounts of a column show."""
    comma = point = english = False
    for raw in raws:
        if isinstance(raw, str):
            comma = comma or _ENDS_COMMA.search(raw) is not None
            point = point or _ENDS_POINT.search(raw) is not None
            english = english or _ENGLISH.search(raw) is not None
    return MoneyStyle(comma, point, english)

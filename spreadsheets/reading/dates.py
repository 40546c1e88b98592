"""Dates in every shape Brazilian offices type them; what could mean two things is asked about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agent.model.competencia import Competencia
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_YEARLESS_MONTHS = 6  # a December without its year, billed in January, is last year's; one billed in November is not
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MONTHS = "|".join(sorted(vocabulary().meses, key=len, reverse=True))
_WEEKDAYS = ("seg", "ter", "qua", "qui", "sex", "sab", "dom")
_WEEKDAY = r"(?:(?P<wd>seg|ter|qua|qui|sex|sab|dom)[a-z]*(?:-feira)?\.?,?\s*)?"
_DAY = rf"{_WEEKDAY}(?:dias?\s+)?(?P<d>\d{{1,2}})(?:o|º|°)?"
_MONTH = rf"(?:\s*[/.\-]\s*(?P<m>\d{{1,2}})|(?:\s*[/.\-]\s*|\s+de\s+|\s+)(?P<name>{_MONTHS})\b\.?)"
_YEAR = r"(?:\s*[/.\-]\s*|\s+de\s+|\s+)(?P<y>\d{4}|\d{2})(?!\d)"
_ITEM = re.compile(rf"{_DAY}(?:{_MONTH}(?:{_YEAR})?)?(?![\d/])")
_SEPARATOR = re.compile(r"\s*(?:,|;|\n|\be\b|\+|&|\|)\s*(?:,|;|\n|\be\b)?\s*")
_BLANKS = re.compile(r"\s+(?=\d{1,2}\s*[/.])")
_RANGE = re.compile(r"\d\s*(?:\ba\b|\bate\b|\.\.+|\s[-–]\s|–)\s*(?:(?:seg|ter|qua|qui|sex|sab|dom)\S*\s*)?\d")
_ZONED = re.compile(r"t(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:z|[+-]00:?00)$")
_TIME = re.compile(r"(?:[\st]+|\s+[-–]\s+)(?:as\s*)?\d{1,2}[:h]\d{0,2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:h|hs|hrs))?$")
_NUMERIC = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2,4})\s*")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """What the whole column and the table tell about its dates.

    `month_first`: text dates are mm/dd. `day_only`: bare numbers are days of the competencia. `from_1904`: the
    workbook's day numbers count from 1904. `swapped`: an English Excel may have taken day for month.
    """

    competencia: Competencia | None
    month_first: bool = False
    day_only: bool = False
    from_1904: bool = False
    swapped: bool = False


def read_dates(raw: Raw, style: DateStyle) -> tuple[date, ...]:
    """The date or dates of a cell, in its order. Raises CellProblem (invalid_date, date_range, duplicate_session)."""
    if isinstance(raw, datetime):
        return (_credible(raw.date()),)
    if isinstance(raw, date):
        return (_credible(raw),)
    if isinstance(raw, bool | time | timedelta) or raw is None:
        raise _invalid(raw, "não é uma data")
    if isinstance(raw, int | float):
        return (_from_number(raw, style),)
    return _from_text(raw, style)


def _credible(day: date) -> date:
    if day.year < 1905:
        raise _invalid(day, f"parece que só o dia {day.day} foi digitado, e o Excel o transformou em data")
    if not 2000 <= day.year <= 2099:
        raise _invalid(day, f"o ano {day.year} não é possível")
    return day


def _invalid(raw: Raw, why: str) -> CellProblem:
    return CellProblem("invalid_date", f"{shown(raw)!r} não foi aceita como data: {why}. Escreva dd/mm/aaaa.")


def _day(year: int, month: int, day: int, seen: Raw) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise _invalid(seen, f"{day:02d}/{month:02d}/{year} não existe{_order_hint(day, month)}") from None
    if not 2000 <= year <= 2099:
        raise _invalid(seen, f"o ano {year} não é possível")
    return found


def _order_hint(day: int, month: int) -> str:
    return " (parece mês/dia)" if 1 <= day <= 12 < month <= 31 else ""


def _from_number(number: float, style: DateStyle) -> date:
    epoch = _EPOCH_1904 if style.from_1904 else _EPOCH
    if number < 73_051 and 2000 <= (serial := epoch + timedelta(days=int(max(number, 0)))).year < 2100:
        return serial
    whole = int(number) if 0 < number < 10**9 else 0
    if number != whole:
        raise _invalid(number, "não é um dia que o Excel conheça")
    if whole <= 31 and style.day_only:
        return _in_competencia(whole, style, whole)
    return _from_digits(str(whole), number)


def _from_digits(digits: str, seen: Raw) -> date:
    """15102026, 5102026 (its zero lost), 20261015, 221026: accepted when only one reading is a date of this century."""
    shapes = {
        8: ((digits[:2], digits[2:4], digits[4:]), (digits[6:], digits[4:6], digits[:4])),
        7: (("0" + digits[:1], digits[1:3], digits[3:]),),
        6: ((digits[:2], digits[2:4], "20" + digits[4:]),),
    }
    readings = {day for parts in shapes.get(len(digits), ()) if (day := _possible(*parts)) is not None}
    if len(readings) != 1:
        raise _invalid(seen, "o número não diz com certeza dia, mês e ano")
    return readings.pop()


def _possible(day: str, month: str, year: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if 2015 <= found.year <= 2060 else None


def _in_competencia(day: int, style: DateStyle, seen: Raw) -> date:
    if style.competencia is None:
        raise _invalid(seen, "só o dia foi escrito e o mês da planilha não é conhecido")
    return _day(style.competencia.ano, style.competencia.mes, day, seen)


@lru_cache(maxsize=4_096)
def _from_text(text: str, style: DateStyle) -> tuple[date, ...]:
    plain = _plain(text)
    if plain.isdigit() and (len(plain) >= 5 or style.day_only):
        short = len(plain) <= 5 and plain.isdecimal()  # "²" is a digit, and no number
        return (_from_number(int(plain), style) if short else _from_digits(plain, text),)
    if zoned := _ZONED.search(plain):
        plain = _without_zone(plain, zoned, text)
    plain = _TIME.sub("", plain)
    if match := _ISO.fullmatch(plain):
        return (_day(int(match[1]), int(match[2]), int(match[3]), text),)
    if _RANGE.search(plain):
        raise CellProblem(
            "date_range", f"{shown(text)!r} é um intervalo. Escreva as datas dos atendimentos, uma a uma, dd/mm/aaaa."
        )
    days = _resolved(_items(plain, text), style, text)
    repeated = sorted({day for day in days if days.count(day) > 1})
    if repeated:
        raise CellProblem(
            "duplicate_session",
            f"A data {repeated[0]:%d/%m/%Y} aparece duas vezes em {shown(text)!r}. Confira com a clínica.",
        )
    return tuple(days)


def _without_zone(plain: str, zoned: re.Match[str], seen: str) -> str:
    """A moment in UTC is of the day before in Brazil until three; midnight sharp is a bare date."""
    if zoned[1] < "03" and (zoned[1], zoned[2]) != ("00", "00"):
        raise _invalid(seen, "a hora é de Greenwich, e no Brasil pode ser o dia anterior")
    return plain[: zoned.start()]


def _plain(text: str) -> str:
    """Lower case without accents, but with its punctuation."""
    stripped = text.replace("\u00a0", " ").replace("\u200b", "").strip().lstrip("'").strip().casefold()
    for accented, bare in (("á", "a"), ("à", "a"), ("ç", "c"), ("é", "e"), ("ã", "a")):
        stripped = stripped.replace(accented, bare)
    return stripped.rstrip(" .,;")


def _items(plain: str, seen: str) -> list[dict[str, str | None]]:
    items, at = [], 0
    while True:
        match = _ITEM.match(plain, at)
        if match is None:
            raise _invalid(seen, "não está na forma de uma data")
        items.append(match.groupdict())
        at = match.end()
        if at == len(plain):
            return items
        gap = _SEPARATOR.match(plain, at) or (_BLANKS.match(plain, at) if items[-1]["m"] else None)
        if gap is None or gap.end() == at:
            raise _invalid(seen, "não está na forma de uma data")
        at = gap.end()


def _resolved(items: list[dict[str, str | None]], style: DateStyle, seen: str) -> list[date]:
    """Months and years missing on an item are those of the next item to its right, then of the competencia."""
    days: list[date] = []
    month: int | None = None
    year: int | None = None
    for item in reversed(items):
        own_day, own_month = int(item["d"] or 0), _month(item)
        if own_month is not None and style.month_first and item["m"]:
            own_day, own_month = own_month, own_day
        if own_month is None and month is None and style.competencia is None:
            raise _invalid(seen, "o mês não foi escrito e o mês da planilha não é conhecido")
        year = _year(item["y"], own_month, month, year, style=style, seen=seen)
        month = own_month or month or (style.competencia.mes if style.competencia else 0)
        found = _day(year, month, own_day, seen)
        _check_weekday(item["wd"], found, seen)
        days.append(found)
    return days[::-1]


def _month(item: dict[str, str | None]) -> int | None:
    if item["m"]:
        return int(item["m"])
    return vocabulary().meses[item["name"]] if item["name"] else None


def _year(
    text: str | None, own: int | None, month: int | None, year: int | None, *, style: DateStyle, seen: str
) -> int:
    if text is not None:
        return int(text) + (2000 if len(text) == 2 else 0)
    if year is not None:
        return year - 1 if own is not None and month is not None and own > month else year
    if style.competencia is None:
        raise _invalid(seen, "o ano não foi escrito e o mês da planilha não é conhecido")
    if own is None or own <= style.competencia.mes:
        return style.competencia.ano
    if own - style.competencia.mes < _YEARLESS_MONTHS:
        raise _invalid(seen, f"o ano não foi escrito, e o mês é depois da competência {style.competencia}")
    return style.competencia.ano - 1


def _check_weekday(written: str | None, day: date, seen: str) -> None:
    if written is not None and _WEEKDAYS[day.weekday()] != written:
        raise _invalid(seen, f"{day:%d/%m/%Y} não cai nesse dia da semana")


def order_of(raws: Iterable[Raw]) -> tuple[int, int]:
    """How many text dates can only be dd/mm and how many only mm/dd."""
    day_first = month_first = 0
    for raw in raws:
        if isinstance(raw, str) and (match := _NUMERIC.fullmatch(raw)):
            first, second = int(match[1]), int(match[2])
            day_first += 12 < first <= 31 and 1 <= second <= 12
            month_first += 12 < second <= 31 and 1 <= first <= 12
    return day_first, month_first


def looks_swapped(raws: Iterable[Raw]) -> bool:
    """Whether some dates of the column may have day and month exchanged.

    Either an English Excel took those that it could (the ones beyond the 12th stayed texts, none else is real), or
    people wrote both orders.
    """
    values = list(raws)
    real = [raw.day for raw in values if isinstance(raw, date)]
    day_first, month_first = order_of(values)
    return (len(real) >= 2 and max(real) <= 12 and day_first >= 2) or (day_first > 0 and month_first > 0)


def is_day_number(raw: Raw) -> bool:
    """Whether a cell holds a bare day, 1 to 31."""
    if isinstance(raw, date):
        return False
    text = fold(shown(raw))
    return text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31

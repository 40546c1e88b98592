"""Times of day: fractions, 8h30, 0830, 08:00h, and ranges such as "14:00 às 14:50"."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)(?::(\d{2}))?\s*(?:h|hs|hrs|hora|horas|min|m)?\.?", re.IGNORECASE)
_HALF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])\.?m\.?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,2})(\d{2})")
_RANGE = re.compile(r"\s*(?:\bàs\b|\bas\b|\ba\b|\baté\b|\bate\b|[-–—/])\s*", re.IGNORECASE)
_AFTER_DATE = re.compile(
    r"\d[\sT]+(?:[-–]\s*)?(?:às\s*|as\s*)?(\d{1,2}[:h]\d{0,2})(?::\d{2})?\s*h?s?\s*$", re.IGNORECASE
)
_LONGEST = timedelta(hours=12)


@lru_cache(maxsize=4_096, typed=True)
def read_time(raw: Raw) -> str:
    """A time as "HH:MM". Raises CellProblem(invalid_time)."""
    if isinstance(raw, datetime | time):
        return f"{raw:%H:%M}"
    if isinstance(raw, timedelta):
        return _of_minutes(round(raw.total_seconds() / 60), raw)
    if isinstance(raw, bool | date) or raw is None:
        raise _invalid(raw)
    if isinstance(raw, int | float):
        return _of_minutes(round(raw * 1440), raw) if 0 <= raw < 1 else _from_digits(shown(raw), raw)
    text = raw.replace("\u00a0", " ").strip().lstrip("'").strip()
    if half := _HALF_DAY.fullmatch(text):
        hours = int(half[1])
        if 1 <= hours <= 12:
            return _checked(hours % 12 + (12 if half[3].casefold() == "p" else 0), int(half[2]), raw)
    if found := _CLOCK.fullmatch(text):
        return _checked(int(found[1]), int(found[2] or 0), raw)
    return _from_digits(text, raw)


def _from_digits(text: str, raw: Raw) -> str:
    if re.fullmatch(r"\d{1,2}", text):
        return _checked(int(text), 0, raw)
    if found := _BARE.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), raw)
    raise _invalid(raw)


def _of_minutes(minutes: int, raw: Raw) -> str:
    return _checked(minutes // 60, minutes % 60, raw)


def _checked(hours: int, minutes: int, raw: Raw) -> str:
    if not (0 <= hours <= 23 and 0 <= minutes <= 59):
        raise _invalid(raw)
    return f"{hours:02d}:{minutes:02d}"


def _invalid(raw: Raw) -> CellProblem:
    return CellProblem("invalid_time", f"{shown(raw)!r} não é uma hora. Escreva como 08:30.")


def time_of_day(raw: Raw) -> str:
    """The time that a cell of date and time also says, as "HH:MM"; "" when it says none or midnight."""
    if isinstance(raw, datetime):
        return "" if (raw.hour, raw.minute) == (0, 0) else f"{raw:%H:%M}"
    found = _AFTER_DATE.search(raw) if isinstance(raw, str) else None
    return read_time(found[1]) if found else ""


@lru_cache(maxsize=4_096, typed=True)
def read_range(raw: Raw) -> tuple[str, str]:
    """ "9h às 9h50" as ("09:00", "09:50"); a single time as ("09:00", ""). Raises CellProblem(invalid_time)."""
    if not isinstance(raw, str):
        return read_time(raw), ""
    parts = [part for part in _RANGE.split(raw.replace("\u00a0", " ").strip().removeprefix("das ")) if part]
    if len(parts) > 2 or not parts:
        raise _invalid(raw)
    return read_time(parts[0]), read_time(parts[1]) if len(parts) == 2 else ""


@lru_cache(maxsize=4_096)
def check_order(start: str, end: str) -> str:
    """Return "" or a warning when the end is past midnight. Raises CellProblem(time_order) when it cannot be."""
    first, last = (timedelta(hours=int(t[:2]), minutes=int(t[3:])) for t in (start, end))
    if last > first:
        return ""
    if last < first and last + timedelta(days=1) - first <= _LONGEST:
        return f"das {start} às {end}: termina no dia seguinte"
    raise CellProblem("time_order", f"O término ({end}) não é depois do início ({start}). Confira as horas.")

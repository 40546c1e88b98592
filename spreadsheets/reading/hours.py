"""The hours of a row: one start and end for all its days, or a list with one for each."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from mappings.campo import Campo
from mappings.wording import fold
from spreadsheets.reading.cells import RowCells
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.times import check_order, read_range, read_time, time_of_day

T = TypeVar("T")
Hours = tuple[str, str]
_BETWEEN = re.compile(r"\s*[,;|\n]\s*|\s+e\s+")
_ONE_SESSION = 120
_NONE: tuple[Hours, ...] = (("", ""),)
_FIELDS = (Campo.HORARIO, Campo.HORA_INICIAL, Campo.HORA_FINAL)
_HOUR_WORDS = frozenset({"hora", "horario"})


def read_hours(cells: RowCells, days: int) -> tuple[Hours, ...]:
    """Start and end ("" where the row says none): one for all of its days, or one for each of them."""
    if not (cells.has(_FIELDS[0]) or cells.has(_FIELDS[1]) or cells.has(_FIELDS[2]) or _says_hour(cells)):
        return _NONE
    ranges = _ranges(cells, days)
    starts = cells.optional(Campo.HORA_INICIAL, lambda raw: _list(raw, days, read_time)) or tuple(r[0] for r in ranges)
    ends = cells.optional(Campo.HORA_FINAL, lambda raw: _list(raw, days, read_time)) or tuple(r[1] for r in ranges)
    hours = _paired(starts, ends)
    if not hours:
        cells.problem(
            Campo.HORA_FINAL, "time_mismatch", "Os inícios e os términos não são tantos uns quanto os outros."
        )
        return _NONE
    if hours == _NONE and _says_hour(cells):
        hours = ((cells.optional(Campo.DATA, time_of_day) or "", ""),)
    _check(cells, hours)
    return hours


def _says_hour(cells: RowCells) -> bool:
    """Whether the heading of the date speaks of an hour too."""
    title = cells.title(Campo.DATA)
    return bool(title) and not _HOUR_WORDS.isdisjoint(fold(title).split())


def _ranges(cells: RowCells, days: int) -> tuple[Hours, ...]:
    """From the column of hours; from "Hora 1", "Hora 2"... those of the days that the row has."""
    if not cells.has(Campo.HORARIO):
        return _NONE
    if Campo.HORARIO not in cells.columns.spread:
        return cells.optional(Campo.HORARIO, lambda raw: _ranges_in(raw, days)) or _NONE
    found = cells.each(Campo.HORARIO, read_range)
    if len(found) not in {0, days}:
        cells.problem(Campo.HORARIO, "time_mismatch", f"A linha tem {days} datas e {len(found)} horários. Confira.")
    return tuple(found) if len(found) == days else _NONE


def _ranges_in(raw: Raw, days: int) -> tuple[Hours, ...]:
    found = _list(raw, days, read_range)
    if len(found) == days == 2 and not any(end for _, end in found):
        first, last = (int(start[:2]) * 60 + int(start[3:]) for start, _ in found)
        if 0 < last - first < _ONE_SESSION:
            raise CellProblem(
                "time_mismatch",
                f"{shown(raw)!r}: são os inícios das duas datas, ou o início e o término? Escreva uma data por linha.",
            )
    return found


def _list(raw: Raw, days: int, read: Callable[[Raw], T]) -> tuple[T, ...]:
    """One value, or one for each day. Raises CellProblem(time_mismatch, invalid_time)."""
    parts = [part for part in _BETWEEN.split(raw) if part.strip()] if isinstance(raw, str) and days > 1 else []
    if len(parts) < 2:
        return (read(raw),)
    if len(parts) != days:
        raise CellProblem("time_mismatch", f"Há {len(parts)} horários em {shown(raw)!r} para {days} datas. Confira.")
    return tuple(read(part) for part in parts)


@lru_cache(maxsize=4_096)
def _paired(starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[Hours, ...]:
    """Each start with its end; one of either stands for all of the other. Empty when they are not as many."""
    count = max(len(starts), len(ends))
    if {len(starts), len(ends)} - {1, count}:
        return ()
    return tuple(zip(_as_many(starts, count), _as_many(ends, count), strict=True))


def _as_many(times: tuple[str, ...], count: int) -> tuple[str, ...]:
    return times if len(times) == count else times * count


def _check(cells: RowCells, hours: tuple[Hours, ...]) -> None:
    campo = Campo.HORA_FINAL if cells.has(Campo.HORA_FINAL) else Campo.HORARIO
    for start, end in dict.fromkeys(hours):
        try:
            cells.warn(campo, "past_midnight", check_order(start, end) if start and end else "")
        except CellProblem as problem:
            cells.problem(campo, problem.code, problem.motivo)

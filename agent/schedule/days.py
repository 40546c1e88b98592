"""The office's business days and hours: national, state and own holidays, in the office's time zone."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from typing import Protocol
from zoneinfo import ZoneInfo

from agent.config.agenda import Calendario, read_feriado
from agent.config.section import read_hours
from agent.model.competencia import Competencia

_SATURDAY = 5
_DAY = timedelta(days=1)


class Holidays(Protocol):
    """A date to its name, or None: what the holidays library gives for a country."""

    def get(self, key: date) -> str | list[str] | None:
        """The holiday's name."""


class Days:
    """The calendar of one office. Every moment it gives is aware, in the office's zone."""

    def __init__(self, calendario: Calendario, zone: str, *, official: Holidays | None = None) -> None:
        self.zone = ZoneInfo(zone)
        self._own = [read_feriado(text) for text in calendario.feriados]
        self._official = _official(calendario) if official is None else official

    def off(self, day: date) -> str:
        """Why nobody works on that day (pt-BR); "" on a business day."""
        if day.weekday() >= _SATURDAY:
            return "sábado" if day.weekday() == _SATURDAY else "domingo"
        if any(
            (year in (None, day.year)) and (month, number) == (day.month, day.day) for year, month, number in self._own
        ):
            return "feriado do escritório"
        return str(self._official.get(day) or "")

    def nth(self, competencia: Competencia, number: int) -> date:
        """The so-many-th business day counted from the month's first day on; 0 is the first day itself."""
        if number == 0:
            return competencia.first_day
        return next(islice(self._from(competencia.first_day, _DAY), number - 1, None))

    def before(self, day: date, number: int) -> date:
        """The business day that lies `number` business days before `day`; `day` itself when it is 0."""
        return next(islice(self._from(day - _DAY, -_DAY), number - 1, None)) if number else day

    def next_at_work(self, moment: datetime, horario: str, *, every_day: bool = False) -> datetime:
        """`moment`, or the next one that lies within the hours of a business day, or of any day."""
        begin, end = read_hours(horario)
        local = moment.astimezone(self.zone)
        today = local.date()
        if (every_day or not self.off(today)) and local.time() < end:
            return max(local, self.at(today, begin))
        tomorrow = today + _DAY
        return self.at(tomorrow if every_day else next(self._from(tomorrow, _DAY)), begin)

    def at(self, day: date, hour: time) -> datetime:
        """That hour of that day in the office."""
        return datetime.combine(day, hour, self.zone)

    def _from(self, first: date, step: timedelta) -> Iterator[date]:
        return (day for n in count() if not self.off(day := first + n * step))


def _official(calendario: Calendario) -> Holidays:
    import holidays  # noqa: PLC0415 - half a second, and only the schedule asks

    wanted = ("public", "optional") if calendario.facultativos else ("public",)
    return holidays.country_holidays("BR", subdiv=calendario.uf, categories=wanted, language="pt_BR")

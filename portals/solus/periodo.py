"""Date arithmetic of the list filters: how far back a portal lists, and which period a batch needs. Pure."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agent.model.competencia import Competencia
from agent.model.data import write_data


@dataclass(frozen=True, slots=True)
class Periodo:
    """A closed interval of days, as the two inputs beside "Período" take it."""

    inicio: date
    fim: date

    def __contains__(self, day: date) -> bool:
        return self.inicio <= day <= self.fim

    @property
    def typed(self) -> tuple[str, str]:
        """Both days as they are typed."""
        return write_data(self.inicio), write_data(self.fim)

    def __str__(self) -> str:
        return " a ".join(self.typed)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or that month's last day where it has no such day."""
    then = Competencia.of(day).plus(-months)
    return date(then.ano, then.mes, min(day.day, monthrange(then.ano, then.mes)[1]))


def window(today: date, months: int) -> Periodo:
    """The days that the portal lists: the last `months` months, today included (CASSIND's manual says three)."""
    return Periodo(months_before(today, months), today)


def covering(days: Iterable[date]) -> Periodo:
    """The shortest period that holds all `days`; at least one is needed."""
    ordered = sorted(days)
    return Periodo(ordered[0], ordered[-1])


def since(competencia: Competencia, today: date) -> Periodo:
    """From the first day of the month to today: whatever was billed for it can only have been sent in there."""
    return Periodo(min(competencia.first_day, today), today)


def of_month(competencia: Competencia) -> Periodo:
    """The whole month."""
    first = competencia.first_day
    return Periodo(first, date(first.year, first.month, monthrange(first.year, first.month)[1]))


def within(periodo: Periodo, limits: Periodo) -> Periodo | None:
    """The part of `periodo` that lies within `limits`; None where none does."""
    inicio, fim = max(periodo.inicio, limits.inicio), min(periodo.fim, limits.fim)
    return Periodo(inicio, fim) if inicio <= fim else None

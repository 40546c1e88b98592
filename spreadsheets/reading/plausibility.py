"""Whether a date may be that of a service: not in the future, not long ago, not day and month exchanged."""

from dataclasses import dataclass
from datetime import date, timedelta

from agent.model.competencia import Competencia
from spreadsheets.reading.problem import CellProblem

_OLDEST_MONTHS = 11
_LATE_MONTHS = 3
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Period:
    """`today` as a parameter and the month being billed, where it is known.

    `swapped`: the column looks as if an English Excel had taken its dates, so that the month before is no excuse.
    """

    today: date
    competencia: Competencia | None
    swapped: bool = False

    def check(self, day: date) -> str:
        """Return "" or a warning (pt-BR). Raises CellProblem: future_date, date_outside_period, date_swapped."""
        if day > self.today:
            raise CellProblem(
                "future_date", f"{day:%d/%m/%Y} ainda não chegou (hoje é {self.today:%d/%m/%Y}). Corrija a data."
            )
        if day < self.today - _YEAR:
            raise _outside(day, "há mais de um ano")
        return self._against_month(day, self.competencia) if self.competencia else ""

    def _against_month(self, day: date, month: Competencia) -> str:
        if (day.year, day.month) == (month.ano, month.mes):
            return ""
        service = Competencia.of(day)
        if _exchanged(day) == month and (self.swapped or service != month.plus(-1)):
            raise CellProblem(
                "date_swapped",
                f"{day:%d/%m/%Y} está fora de {month}, mas com dia e mês trocados cairia nele. Confira a data.",
            )
        if service > month:
            raise CellProblem("date_outside_period", f"{day:%d/%m/%Y} é depois da competência {month}. Confira a data.")
        if service < month.plus(-_OLDEST_MONTHS):
            raise _outside(day, f"muito antes da competência {month}")
        return f"atendimento de {service} cobrado em {month}" if service < month.plus(-_LATE_MONTHS) else ""


def _outside(day: date, why: str) -> CellProblem:
    return CellProblem("date_outside_period", f"{day:%d/%m/%Y} é {why}. Confira o ano com a clínica.")


def _exchanged(day: date) -> Competencia | None:
    return Competencia(day.year, day.day) if day.day <= 12 else None

"""The dates of one month on one portal, as the office's agenda and its business days make them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from agent.config.agenda import Agenda
from agent.config.section import read_hours
from agent.model.competencia import Competencia
from agent.schedule.days import Days


@dataclass(frozen=True, slots=True)
class Prazo:
    """Aware moments: sheets are read from `opens`, launched from `launch_from`, the close prepared from `close_from`.

    `deadline` is the last moment for closing by itself. The return is looked for from `return_from` to `return_until`.
    """

    opens: datetime
    launch_from: datetime
    close_from: datetime
    deadline: datetime
    return_from: datetime
    return_until: datetime


@lru_cache(maxsize=4096)  # asked for every month at every look
def prazo_of(agenda: Agenda, competencia: Competencia, days: Days) -> Prazo:
    """The month's dates. The business days of launching and closing are those of the month after."""
    begin, end = read_hours(agenda.horario)
    after = competencia.plus(1)
    last = days.nth(after, agenda.fechar_dia_util)
    opens = days.at(competencia.first_day, begin)
    launch = days.at(days.nth(after, agenda.lancar_dia_util), begin) if agenda.lancar_dia_util else opens
    return Prazo(
        opens=opens,
        launch_from=launch,
        close_from=days.at(days.before(last, agenda.avisar_dias_uteis), begin),
        deadline=days.at(last, end),
        return_from=days.at(last + timedelta(days=agenda.retorno_dias), begin),
        return_until=days.at(last + timedelta(days=agenda.retorno_ate_dias), end),
    )

"""Pure: when a right ends and when money is expected, by the contract and the office's calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agent.config.contas import Contrato

Off = Callable[[date], str]
"""Why nobody works on a day; "" on a business day."""


@dataclass(frozen=True, slots=True)
class Starts:
    """What the terms of one entry run from; None where it has not happened.

    `refused`: when the last of the return lines that refuse it was first read. `kept`: the day of the insurer's last
    answer that left a part of it refused. `sent`: the day of the appeal that waits for its answer.
    """

    refused: datetime | None = None
    kept: date | None = None
    sent: date | None = None

    def refused_on(self, today: Callable[[datetime], date]) -> date | None:
        """The day from which the term to appeal runs: an answer that keeps a part begins the next round's.

        `today` gives the office's calendar day of a moment.
        """
        read = today(self.refused) if self.refused else None
        return max((day for day in (read, self.kept) if day), default=None)


def never_off(_day: date) -> str:
    """A calendar without days off."""
    return ""


def last_day(start: date, days: int, off: Off, *, business: bool) -> date:
    """The last day of a term of `days` that begins the day after `start`.

    Business days are counted where the contract says so; else calendar days. A term never ends on a day off: it runs
    on to the next business day.
    """
    day, left = start, days
    while left:
        day += timedelta(days=1)
        left -= not (business and off(day))
    while off(day):
        day += timedelta(days=1)
    return day


def appeal_by(returned: date, contrato: Contrato, off: Off) -> date:
    """The last day to appeal what a return of that day refused."""
    return last_day(returned, contrato.prazo_recurso, off, business=contrato.dias_uteis)


def answer_by(sent: date, contrato: Contrato, off: Off) -> date:
    """The last day for the insurer to answer an appeal sent on that day."""
    return last_day(sent, contrato.prazo_resposta, off, business=contrato.dias_uteis)


def bill_by(served: date, contrato: Contrato, off: Off) -> date:
    """The last day to bill a service of that day; date.max where no term is known."""
    if contrato.prazo_envio is None:
        return date.max
    return last_day(served, contrato.prazo_envio, off, business=contrato.dias_uteis)


def paid_by(closed: date, contrato: Contrato, off: Off) -> date:
    """When the money of a month closed on that day is expected, as the insurer usually pays."""
    return last_day(closed, contrato.pagamento_dias, off, business=False)


def recovered_by(sent: date, contrato: Contrato, off: Off) -> date:
    """When the money of an appeal sent on that day is expected: answered on the last day, then paid as usual."""
    return paid_by(answer_by(sent, contrato, off), contrato, off)

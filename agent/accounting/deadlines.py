"""Pure: when a right ends and when money is expected, by the contract and the office's calendar."""

from collections.abc import Callable
from datetime import date, timedelta

from agent.config.contas import Contrato

Off = Callable[[date], str]
"""Why nobody works on a day; "" on a business day."""


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
    """The last day to bill a service of that day."""
    return last_day(served, contrato.prazo_envio, off, business=contrato.dias_uteis)


def paid_by(closed: date, contrato: Contrato, off: Off) -> date:
    """When the money of a month closed on that day is expected, as the insurer usually pays."""
    return last_day(closed, contrato.pagamento_dias, off, business=False)

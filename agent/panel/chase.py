"""What of a month is refused or silent, and the dates that the office's calendar and contracts make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from agent.accounting.chasing import Rate
from agent.accounting.deadlines import Off, appeal_by, paid_by
from agent.config.office import Office
from spreadsheets.writing.pack.report import Conta, Glosa, SemRetorno


@dataclass(frozen=True, slots=True)
class MonthChase:
    """What of a month is refused or silent, with the shares refused at first; no patient in it.

    `closed`: when the month was closed last, `returned` when the return of each entry was read, by its number: what
    the dates in the rows are counted from.
    """

    contas: tuple[Conta, ...]
    glosas: tuple[Glosa, ...]
    sem_retorno: tuple[SemRetorno, ...]
    rates: Mapping[str, Sequence[Rate]]
    closed: datetime | None
    returned: Mapping[int, datetime]


@dataclass(frozen=True, slots=True)
class Terms:
    """What dates follow from: the office's contracts and time zone, its days off, and the moment of asking."""

    office: Office
    off: Off
    now: datetime


def redated(chases: Mapping[int, MonthChase], portals: Mapping[int, str], terms: Terms) -> dict[int, MonthChase]:
    """The same months, every date counted again; `portals` says where each is. No amount depends on a date."""
    office, off = terms.office, cache(terms.off)
    until = cache(lambda portal, day: appeal_by(day, office.contrato(portal), off))
    expected = cache(lambda portal, day: paid_by(day, office.contrato(portal), off))

    def month(chase: MonthChase, portal: str) -> MonthChase:
        closed = office.today(chase.closed) if chase.closed else None
        previsto = expected(portal, closed) if closed else None
        days = (office.today(terms.now) - closed).days if closed else 0
        alerta = office.contrato(portal).alerta_dias

        def appealed(glosa: Glosa) -> date | None:
            at = chase.returned.get(glosa.conta_id)
            return until(portal, office.today(at)) if at else None

        return replace(
            chase,
            contas=tuple(replace(c, previsto=previsto if c.pendente or c.em_recurso else None) for c in chase.contas),
            glosas=tuple(replace(glosa, prazo=appealed(glosa)) for glosa in chase.glosas),
            sem_retorno=tuple(
                replace(each, desde=closed, dias=days, alerta=alerta, previsto=previsto) for each in chase.sem_retorno
            ),
        )

    return {mes_id: month(chase, portals[mes_id]) for mes_id, chase in chases.items()}

"""What of a month is refused or silent, and the dates that the office's calendar and contracts make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from agent.accounting.chasing import Rate
from agent.accounting.deadlines import Off, Starts, appeal_by, paid_by, recovered_by
from agent.config.office import Office
from spreadsheets.writing.pack.report import Conta, Glosa, SemRetorno

_NOTHING = Starts()


@dataclass(frozen=True, slots=True)
class MonthChase:
    """What of a month is refused or silent, with the shares refused at first; no patient in it.

    `closed`: when the month was closed last; `starts`: when each refused entry was read, answered or appealed, by its
    number: what the dates in the rows are counted from.
    """

    contas: tuple[Conta, ...]
    glosas: tuple[Glosa, ...]
    sem_retorno: tuple[SemRetorno, ...]
    rates: Mapping[str, Sequence[Rate]]
    closed: datetime | None
    starts: Mapping[int, Starts]


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
    paid = cache(lambda portal, day: paid_by(day, office.contrato(portal), off))
    recovered = cache(lambda portal, day: recovered_by(day, office.contrato(portal), off))

    def month(chase: MonthChase, portal: str) -> MonthChase:
        closed = office.today(chase.closed) if chase.closed else None
        previsto = paid(portal, closed) if closed else None
        days = (office.today(terms.now) - closed).days if closed else 0
        alerta = office.contrato(portal).alerta_dias

        def expected(conta: Conta) -> date | None:
            sent = chase.starts.get(conta.id, _NOTHING).sent if conta.em_recurso else None
            found = (previsto if conta.pendente else None, recovered(portal, sent) if sent else None)
            return max((day for day in found if day), default=None)

        def appealed(glosa: Glosa) -> date | None:
            since = chase.starts.get(glosa.conta_id, _NOTHING).refused_on(office.today) if glosa.glosado else None
            return until(portal, since) if since else None

        return replace(
            chase,
            contas=tuple(replace(conta, previsto=expected(conta)) for conta in chase.contas),
            glosas=tuple(replace(glosa, prazo=appealed(glosa)) for glosa in chase.glosas),
            sem_retorno=tuple(
                replace(each, desde=closed, dias=days, alerta=alerta, previsto=previsto) for each in chase.sem_retorno
            ),
        )

    return {mes_id: month(chase, portals[mes_id]) for mes_id, chase in chases.items()}

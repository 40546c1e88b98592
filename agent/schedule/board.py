"""What comes next for every clinic on every portal, from the settings, the inbox and the ledger; nothing is changed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from agent.config.agenda import Agenda, Calendario
from agent.config.office import Office
from agent.ledger.queue import Waiting
from agent.ledger.store import Ledger
from agent.ledger.turns import MonthRow, Turn
from agent.model.competencia import Competencia
from agent.runner.account import account_of
from agent.schedule.circuit import Outage, outage
from agent.schedule.days import Days
from agent.schedule.decide import Proximo, Status, next_of
from agent.schedule.facts import MonthFacts
from agent.schedule.inbox import inbox_digest
from agent.schedule.prazo import Prazo, prazo_of

_BEYOND = timedelta(days=62)
"""A month is looked at until so long after the last day of looking for its return."""


@dataclass(frozen=True, slots=True)
class Line:
    """One month of one clinic on one portal, and what comes next for it."""

    facts: MonthFacts
    prazo: Prazo
    coming: Proximo


@dataclass(frozen=True, slots=True)
class Board:
    """Every month that is not over and forgotten, what is due first; the portals that are out; those without agenda."""

    lines: tuple[Line, ...]
    outages: tuple[Outage, ...]
    unplanned: tuple[tuple[str, str], ...]


def days_of(office: Office) -> Days:
    """The office's calendar."""
    return _days(office.settings.calendario, office.settings.escritorio.fuso)


@lru_cache(maxsize=4)
def _days(calendario: Calendario, zone: str) -> Days:
    return Days(calendario, zone)


def board(office: Office, ledger: Ledger, days: Days, now: datetime) -> Board:
    """How everything stands at `now` (aware)."""
    local = now.astimezone(days.zone)
    logins = [(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]
    planned = {pair: agenda for pair in logins if (agenda := office.agenda(*pair))}
    if not planned:
        return Board((), (), tuple(logins))
    looking = [pair for pair, agenda in planned.items() if agenda.sondar]
    seen = _Seen(office, ledger, _oldest(tuple(planned.values()), local), looking)
    outages = {portal: outage(portal, seen.turns) for portal in {portal for _, portal in planned}}
    lines = [
        _line(facts, agenda, days, local, outages[portal])
        for (clinica, portal), agenda in planned.items()
        for facts in seen.months(clinica, portal, agenda, local)
    ]
    ordered = sorted(lines, key=lambda line: _order(line, local))
    out = tuple(one for one in outages.values() if one)
    return Board(tuple(ordered), out, tuple(pair for pair in logins if pair not in planned))


def _line(facts: MonthFacts, agenda: Agenda, days: Days, now: datetime, out: Outage | None) -> Line:
    prazo = prazo_of(agenda, facts.competencia, days)
    shut = out.until if out else None

    def at_work(moment: datetime) -> datetime:
        return days.next_at_work(moment, agenda.horario, every_day=agenda.dias == "todos")

    return Line(facts, prazo, next_of(facts, prazo, at_work, now, shut))


_RANK = (Status.AGORA, Status.RODANDO, Status.PESSOA, Status.PERDIDO, Status.DEPOIS, Status.FEITO)


def _order(line: Line, now: datetime) -> tuple[int, datetime, datetime, str, str]:
    """Due first, of these the nearest deadline first."""
    coming, facts = line.coming, line.facts
    last = coming.until or line.prazo.return_until
    return _RANK.index(coming.status), coming.when or now, last, facts.clinica, facts.portal


def _oldest(agendas: Collection[Agenda], now: datetime) -> Competencia:
    back = timedelta(days=max(agenda.retorno_ate_dias for agenda in agendas)) + _BEYOND
    first = min(Competencia.read(agenda.desde) for agenda in agendas)
    return max(first, Competencia.of((now - back).date()))


class _Seen:
    """The ledger's rows by login and month, read once for the whole office."""

    def __init__(self, office: Office, ledger: Ledger, oldest: Competencia, logins: Sequence[tuple[str, str]]) -> None:
        self._office = office
        self._oldest = oldest
        self.turns = ledger.turns.since(oldest)
        self._rows = {(row.clinica, row.portal, row.competencia): row for row in ledger.turns.months(oldest)}
        self._turns: dict[tuple[str, str, str], list[Turn]] = defaultdict(list)
        for turn in self.turns:
            self._turns[turn.clinica, turn.portal, turn.competencia].append(turn)
        self._waiting: dict[tuple[str, str], list[Waiting]] = defaultdict(list)
        for item in ledger.queue.open():
            self._waiting[item.clinica, item.portal].append(item)
        self._carriers = self._who_looks(logins)

    def months(self, clinica: str, portal: str, agenda: Agenda, now: datetime) -> Iterator[MonthFacts]:
        """The login's months from the agenda's first to this one."""
        month = max(Competencia.read(agenda.desde), self._oldest)
        inbox = inbox_digest(self._office, clinica)
        account = account_of(self._office, clinica, portal)
        asked = [*self._waiting[clinica, portal], *self._waiting["", portal]]
        looks = self._carriers.get(portal) == clinica
        while month <= Competencia.of(now.date()):
            key = (clinica, portal, month.iso)
            row = self._rows.get(key, MonthRow(*key, state="", plan="", unsent=0, entries=0, returns=0))
            yield MonthFacts(
                clinica=clinica,
                portal=portal,
                account=account,
                competencia=month,
                state=row.state,
                plan=row.plan,
                unsent=row.unsent,
                entries=row.entries,
                returns=row.returns,
                inbox=inbox,
                turns=tuple(self._turns[key]),
                waiting=tuple(w for w in asked if w.competencia in ("", month.iso)),
                probe=now.date().isoformat() if looks and month == Competencia.of(now.date()) else "",
            )
            month = month.plus(1)

    def _who_looks(self, logins: Sequence[tuple[str, str]]) -> dict[str, str]:
        """By portal, the clinic whose login looks at its screens for all: the first one that nothing keeps out."""
        free = [pair for pair in logins if not any(not item.step for item in self._waiting.get(pair, ()))]
        return {portal: clinica for clinica, portal in reversed(free)}

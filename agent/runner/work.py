"""What every command that touches a portal holds: the ledger, the lease, the portal, the clock and its patience."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.entry import Entry, State
from agent.model.point import Clock
from agent.model.registro import Movimento
from portals.base import Portal

Wait = Callable[[timedelta], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a portal may take to show what it committed, and how often it is asked.

    `settle`: after a lost answer nothing is decided sooner (a late commit must have landed). `gap`: between the two
    readings that must agree. `readings`: at most so many before a person is called. `rounds`: settle-and-launch
    rounds of one run. `doubts`: lost answers in a row that end the run. `grace`: how much later than the last attempt a
    save of ours could still have landed; a row that came after that is somebody else's.
    """

    settle: timedelta = timedelta(seconds=120)
    gap: timedelta = timedelta(seconds=30)
    readings: int = 6
    rounds: int = 6
    doubts: int = 3
    grace: timedelta = timedelta(hours=1)


@dataclass(slots=True)
class Work:
    """One month of one clinic on one portal, under its lease, in a signed-in session. `clock` is one that is never set:
    it measures waits, and tells no date. `reopened`: this session found that a reopening without an answer was done.
    """

    ledger: Ledger
    lease: Lease
    portal: Portal
    mes: Mes
    pace: Pace
    clock: Clock
    wait: Wait
    last_doubt: datetime | None = None
    reopened: bool = False

    def entries(self, *states: State) -> list[Entry]:
        """The month's entries in these states (all when none is named)."""
        return self.ledger.entries.of(self.mes, *states)

    def owned(self, row: Movimento) -> int:
        """The most rows of this row's key that attempts of ours can have made; none when it came after them all.

        A finished row may land late, within `pace.grace`; a draft comes with its opening or not at all.
        """
        apart = self.portal.capabilities.closes_month
        grace = self.pace.grace if row.finalizado else timedelta(0)
        if self.ledger.attempts.came_later(self.mes, row, grace, months_apart=apart):
            return 0
        return self.ledger.attempts.count_of(
            self.mes,
            row.numero_autorizacao,
            row.codigo_procedimento,
            row.dente,
            row.faces,
            row.data,
            draft=not row.finalizado,
            months_apart=apart,
        )

    def doubt(self) -> None:
        """Remember that an answer was lost now: nothing is decided before the portal has had its settle time."""
        self.last_doubt = self.clock()

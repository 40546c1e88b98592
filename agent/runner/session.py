"""Sessions on a portal for one month: lease, sign-in, what the last one left open settled before anything new."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeVar

from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.errors import PortalError, SessionExpired
from agent.model.point import Clock, Hook, no_hook
from agent.runner.close import resume_close
from agent.runner.evidence import keep_evidence, keep_notices
from agent.runner.hooked import Hooked
from agent.runner.owner import is_dead
from agent.runner.reopen import resume_reopen
from agent.runner.work import Pace, Wait, Work
from portals.base import Login, Portal, Presence

T = TypeVar("T")
LEASE = timedelta(seconds=60)
_SESSIONS = 3


class Door(Protocol):
    """The way into one portal for one clinic's login."""

    def connect(self) -> AbstractContextManager[Portal]:
        """A fresh browser session, carrying the saved one where there is one."""

    def remember(self) -> None:
        """Keep the session that is signed in now, so that no person is asked again while it lives."""


KeepAlive = Callable[[Lease], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Access:
    """How one clinic enters one portal; `keep_alive` renews the lease while the session lasts."""

    door: Door
    login: Login
    presence: Presence
    owner: str
    keep_alive: KeepAlive
    pace: Pace
    clock: Clock
    wait: Wait
    ttl: timedelta = LEASE
    hook: Hook = no_hook


@contextmanager
def month_session(ledger: Ledger, mes: Mes, access: Access) -> Iterator[Work]:
    """Be alone on the login, signed in, with every intent of an earlier life marked uncertain.

    Raises AlreadyRunning while another run holds the login and its process is not known to be dead, and whatever
    sign-in raises.
    """
    lease = ledger.leases.take(mes.portal, mes.account, access.owner, access.ttl, is_dead=is_dead)
    try:
        with access.keep_alive(lease), access.door.connect() as bare:
            portal = Hooked(bare, access.hook)
            with _evidence_of_a_stop(ledger, portal, mes):
                portal.sign_in(access.login, access.presence)
                access.door.remember()
                keep_notices(ledger, mes, portal.notices)
                work = Work(ledger, lease, portal, mes, access.pace, access.clock, access.wait)
                recovered = ledger.attempts.recover(lease)
                if ledger.attempts.end_corrections(lease) or recovered:
                    work.doubt()
                resume_close(work)
                work.reopened = resume_reopen(work)
                yield work
    finally:
        ledger.leases.release(lease)


def through_sessions(enter: Callable[[], AbstractContextManager[Work]], act: Callable[[Work], T]) -> T:
    """`act` in a session; where the portal ends it, in a new one, after one sign-in more.

    What the ended session may have sent is in doubt: it is read before `act` is called again (month_session), which
    then has to go on from what the ledger says, not from what it knew. Raises SessionExpired when the portal ends one
    session after the other, and whatever entering and `act` raise.
    """
    for session in range(1, _SESSIONS + 1):
        try:
            with enter() as work:
                return act(work)
        except SessionExpired:
            if session == _SESSIONS:
                raise
    raise AssertionError("unreachable")


@contextmanager
def _evidence_of_a_stop(ledger: Ledger, portal: Portal, mes: Mes) -> Iterator[None]:
    """When the portal stops a run, keep what its screen showed then."""
    try:
        yield
    except PortalError:
        keep_evidence(ledger, portal, mes, "parada")
        raise

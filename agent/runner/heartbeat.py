"""Keep what a run holds for a while (a lease, a turn) while a long run, or a person at the CAPTCHA, takes its time."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from types import TracebackType

from agent.ledger.leases import Lease
from agent.ledger.store import Ledger
from agent.model.errors import LeaseLost, LedgerError


class Heartbeat:
    """A thread with a ledger connection of its own that renews three times per life of what is held.

    `renew` answers False when it is lost. Then the thread stops in silence: it is not fought for, the fence in the
    next intent's transaction is what refuses the run.
    """

    def __init__(self, open_ledger: Callable[[], Ledger], renew: Callable[[Ledger], bool], ttl: timedelta) -> None:
        self._open_ledger = open_ledger
        self._renew = renew
        self._every = ttl.total_seconds() / 3
        self._over = Event()
        self._thread = Thread(target=self._beat, name="faturista-heartbeat", daemon=True)

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        """Most sessions end before the first beat: the ledger is opened only for that one."""
        while not self._over.wait(self._every):
            try:
                with self._open_ledger() as ledger:
                    while self._renew(ledger) and not self._over.wait(self._every):
                        pass
                return
            except LedgerError:  # away or busy for long: there are two more tries in its life
                continue


def keep_lease(open_ledger: Callable[[], Ledger], lease: Lease, ttl: timedelta) -> Heartbeat:
    """The heartbeat of one login's lease."""

    def renew(ledger: Ledger) -> bool:
        try:
            ledger.leases.heartbeat(lease)
        except LeaseLost:
            return False
        return True

    return Heartbeat(open_ledger, renew, ttl)

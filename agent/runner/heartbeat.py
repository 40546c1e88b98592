"""Keep a lease alive while a long run (or a person at the CAPTCHA) takes its time."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from types import TracebackType

from agent.ledger.leases import Lease
from agent.ledger.store import Ledger
from agent.model.errors import LeaseLost, LedgerError


class Heartbeat:
    """A thread with a ledger connection of its own that renews the lease three times per life of it.

    When the lease is lost it stops in silence: the fence in the next intent's transaction is what refuses the run.
    """

    def __init__(self, open_ledger: Callable[[], Ledger], lease: Lease, ttl: timedelta) -> None:
        self._open_ledger = open_ledger
        self._lease = lease
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
        if self._over.wait(self._every):
            return
        with self._open_ledger() as ledger:
            while not self._over.is_set():
                try:
                    ledger.leases.heartbeat(self._lease)
                except LeaseLost:
                    return
                except LedgerError:  # busy for long: there are two more tries in the lease's life
                    pass
                self._over.wait(self._every)

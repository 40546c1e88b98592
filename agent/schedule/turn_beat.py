"""Keep a turn while its work takes its time; a turn that was given up is not fought for: the login's lease fences."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from types import TracebackType

from agent.ledger.store import Ledger
from agent.model.errors import LedgerError

TTL = timedelta(seconds=90)


class TurnBeat:
    """A thread with a ledger connection of its own that renews the turn three times per life of it."""

    def __init__(self, open_ledger: Callable[[], Ledger], number: int, owner: str, ttl: timedelta = TTL) -> None:
        self._open_ledger = open_ledger
        self._turn = (number, owner, ttl)
        self._every = ttl.total_seconds() / 3
        self._over = Event()
        self._thread = Thread(target=self._beat, name="faturista-turn", daemon=True)

    def __enter__(self) -> "TurnBeat":
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        if self._over.wait(self._every):
            return
        with self._open_ledger() as ledger:
            while not self._over.is_set():
                try:
                    if not ledger.turns.renew(*self._turn):
                        return
                except LedgerError:  # busy for long: there are two more tries in the turn's life
                    pass
                self._over.wait(self._every)

"""Where a month's ledger and journal live while processes die: in memory, or files for a restored backup."""

from agent.ledger.journal import MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.point import Clock, Hook, no_hook


class Storage:
    """A disk that outlives every process: what was committed stays, what was not is gone."""

    def __init__(self) -> None:
        self._database = SqliteDatabase.memory()
        self._journal = MemoryJournal()

    def open(self, clock: Clock, hook: Hook = no_hook) -> Ledger:
        """The ledger as a new process finds it."""
        return Ledger.open(self._database, journal=self._journal, clock=clock, hook=hook)

    def backup(self) -> bytes:
        """The whole ledger as it stands now; the journal lies elsewhere."""
        return self._database.image()

    def restore(self, image: bytes) -> None:
        """Put an old copy of the ledger in its place."""
        self._database.close()
        self._database = SqliteDatabase.memory(image)

    def close(self) -> None:
        """Throw the disk away."""
        self._database.close()

"""Where a month's ledger and journal live while processes die: a disk in memory, with backups and copies."""

from agent.ledger.checks import Violation
from agent.ledger.journal import MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.point import Clock, Hook, no_hook, utc_now


class Storage:
    """A disk that outlives every process: what was committed stays, what was not is gone."""

    def __init__(self, image: bytes | None = None, journal: MemoryJournal | None = None) -> None:
        self.database = SqliteDatabase.memory(image)
        self.journal = journal or MemoryJournal()
        self._image = self.database.image()
        self._changes = 0

    def open(self, clock: Clock, hook: Hook = no_hook) -> Ledger:
        """The ledger as a new process finds it."""
        return Ledger.open(self.database, journal=self.journal, clock=clock, hook=hook)

    def image(self) -> bytes:
        """The ledger as a death at this moment would leave it: without the transaction that is open.

        To be called at every point of a run: then the last image before a transaction is the one it began from.
        """
        connection = self.database.connection
        if not connection.in_transaction and connection.total_changes != self._changes:
            self._changes = connection.total_changes
            image = self.database.image()
            self._image = self._image if image == self._image else image
        return self._image

    def copy(self, image: bytes, facts: int) -> "Storage":
        """Another disk with that ledger, and as many facts in its journal."""
        return Storage(image, MemoryJournal(self.journal.kept[:facts]))

    def restore(self, image: bytes) -> None:
        """Put an old copy of the ledger in its place; the journal lies elsewhere and stays."""
        self.database.close()
        self.database = SqliteDatabase.memory(image)
        self._image, self._changes = image, 0

    def violations(self) -> list[Violation]:
        """Every row of every invariant view, as committed or as the transaction that is open would leave it."""
        return self.open_quietly().checks.violations()

    def open_quietly(self) -> Ledger:
        """The ledger to look at, beside the process that uses it."""
        return Ledger(self.database, self.journal, clock=utc_now, hook=no_hook, evidence=None, actor="auditor")

    def close(self) -> None:
        """Throw the disk away."""
        self.database.close()

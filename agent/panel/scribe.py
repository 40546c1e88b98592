"""The one hand that writes down who saw what: a crowd of readers is one writer beside the sessions that launch."""

from dataclasses import dataclass, field
from threading import Lock

from agent.ledger.members import Look
from agent.ledger.store import Ledger
from agent.model.errors import LedgerError


@dataclass(eq=False)
class _Note:
    look: Look
    done: bool = False
    error: LedgerError | None = None


@dataclass
class Scribe:
    """Each look is durable before its page is answered; whoever has the pen writes for all who wait for it.

    A file takes one writer at a time, and does not keep a queue: forty requests that each ask for it can make a
    session that launches wait past its patience.
    """

    _pen: Lock = field(default_factory=Lock)
    _door: Lock = field(default_factory=Lock)
    _waiting: list[_Note] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many are not being written yet."""
        with self._door:
            return len(self._waiting)

    def saw(self, ledger: Ledger, look: Look) -> None:
        """Raises LedgerError when it could not be written; then nobody's of that turn was."""
        note = _Note(look)
        with self._door:
            self._waiting.append(note)
        with self._pen:
            if not note.done:
                self._write(ledger)
        if note.error is not None:
            raise note.error

    def _write(self, ledger: Ledger) -> None:
        with self._door:
            notes, self._waiting = self._waiting, []
        failed: LedgerError | None = LedgerError("o que se viu não pôde ser anotado", do="Abra a página de novo.")
        try:
            ledger.members.saw_together([note.look for note in notes])
            failed = None
        except LedgerError as error:
            failed = error
        finally:
            for note in notes:
                note.done, note.error = True, failed

"""The one way to read and write the ledger: named queries, and transactions with a named point at each edge."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

from agent.ledger.database import Database, queries_for
from agent.model.errors import LedgerAway, LedgerError, Moved
from agent.model.point import Clock, Hook

T = TypeVar("T")
Fence = Callable[[], None]
"""Called within a transaction before anything is written in it; raises where that may not be written any more."""
_AWAY = "Quando ele voltar, rode o comando de novo; o que estava no meio é conferido no portal antes de tudo."


class Writer:
    """A database with the clock, the hook and the name of who acts. `query` names are those of the .sql files."""

    def __init__(self, database: Database, clock: Clock, hook: Hook, actor: str) -> None:
        self.database = database
        self.clock = clock
        self.hook = hook
        self.actor = actor
        self._queries = queries_for(database.engine)

    @contextmanager
    def transaction(self, name: str) -> Iterator[str]:
        """All or nothing, durable at the end; gives the time that everything in it carries.

        Raises LedgerError, from the driver's own, when the database refuses or cannot write: then nothing was written.
        """
        self.hook(f"ledger.{name}:begin")
        try:
            self.database.begin()
            yield self.now()
            self.hook(f"ledger.{name}:middle")
            self.database.commit()
        except self.database.error as error:
            self.database.rollback()
            raise self._refused(name, error) from error
        except BaseException:
            self.database.rollback()
            raise
        self.hook(f"ledger.{name}:end")

    @contextmanager
    def look(self, scratch: Iterable[str]) -> Iterator[None]:
        """Read as of one moment, with scratch tables made by these statements; they are gone afterwards."""
        self.database.begin_look()
        try:
            for statement in scratch:
                self.database.connection.execute(statement)
            yield
        finally:
            self.database.rollback()

    def now(self) -> str:
        """The clock's time as it is stored."""
        return stamp(self.clock())

    def rows(self, query: str, **values: object) -> list[Any]:
        """Every row."""
        return self._asked(lambda: list(getattr(self._queries, query)(self.database.connection, **values)))

    def one(self, query: str, **values: object) -> Any:
        """The row of a ^ query, or the value of a $ query; None when there is none."""
        return self._asked(lambda: getattr(self._queries, query)(self.database.connection, **values))

    def insert(self, query: str, **values: object) -> int:
        """The id of the row that a <! query inserted."""
        return int(getattr(self._queries, query)(self.database.connection, **values))

    def change_each(self, query: str, rows: Sequence[Mapping[str, object]]) -> None:
        """A *! query for each of the rows."""
        if rows:
            getattr(self._queries, query)(self.database.connection, rows)

    def change(self, query: str, **values: object) -> int:
        """How many rows a ! query changed."""
        return int(getattr(self._queries, query)(self.database.connection, **values))

    def _asked(self, ask: Callable[[], T]) -> T:
        """The answer; asked once more where the server was away for a moment. Raises LedgerAway when it stays away."""
        try:
            return ask()
        except self.database.away as error:
            if not self.database.back():
                raise LedgerAway(do=_AWAY) from error
        return ask()

    def _refused(self, name: str, error: Exception) -> LedgerError:
        if isinstance(error, self.database.away):
            return LedgerAway(where=f"livro, {name}", do=_AWAY)
        said = self.database.told(error)
        return LedgerError(f"o livro recusou a gravação ({said})", where=f"livro, {name}", do="Nada foi gravado.")

    def move(self, query: str, *, what: str, **values: object) -> None:
        """A transition: exactly one row, still in the state it must come from. Raises Moved, naming `what`."""
        if self.change(query, **values) != 1:
            raise Moved(f"{what} já não está no estado esperado", do="Nada foi gravado. Rode o comando de novo.")


def unfenced() -> None:
    """A fence that nobody stands before."""


def stamp(moment: datetime) -> str:
    """An aware time as the ledger stores it: ISO 8601, UTC, milliseconds, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

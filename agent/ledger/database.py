"""What the ledger asks of an engine, and the named SQL queries that run on both."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import aiosql

from agent.ledger.canonical import Booked, Link
from agent.ledger.schema import Engine, Migratable
from agent.ledger.sqlite import RowsAtOnce

_DRIVER: dict[Engine, Any] = {"sqlite": RowsAtOnce, "postgres": "psycopg"}


class Database(Migratable, Protocol):
    """One connection to one ledger, of one thread.

    `error` is the driver's root exception, `away` what it raises when a server does not answer (none for a file).
    """

    connection: Any
    error: type[Exception]
    away: tuple[type[Exception], ...]

    def clock(self) -> datetime:
        """The time (aware) that everybody who writes to this ledger shares. Raises LedgerAway."""

    def life(self) -> str:
        """A name for the server's present life; "" where there is no server. Raises LedgerAway."""

    def told(self, error: Exception) -> str:
        """What an error of the driver says, without any row in it."""

    def back(self) -> bool:
        """Whether a lost connection was made again, so that what was asked outside a transaction may be asked anew."""

    def links(self) -> Iterator[Link]:
        """The chain of events, in order."""

    def booked(self) -> Iterator[Booked]:
        """Every posting, in the order of the events that made them."""

    def begin(self) -> None:
        """Start a transaction that no other writer can be beside."""

    def begin_look(self) -> None:
        """Start a look: all that is read until `rollback` is as it stood at one moment; nobody waits for it."""

    def commit(self) -> None:
        """Make it durable."""

    def rollback(self) -> None:
        """Undo it; nothing when none is open."""

    def close(self) -> None:
        """Let go of the connection."""


@cache
def queries_for(engine: Engine) -> Any:
    """Every query of the .sql files, by name, for this engine's driver."""
    return aiosql.from_path(Path(__file__).parent / "sql", _DRIVER[engine], encoding="utf-8")

"""What the ledger asks of an engine, and the named SQL queries that run on both."""

from functools import cache
from pathlib import Path
from typing import Any, Protocol

import aiosql

from agent.ledger.schema import Engine, Migratable

_DRIVER = {"sqlite": "sqlite3", "postgres": "psycopg"}


class Database(Migratable, Protocol):
    """One connection to one ledger, of one thread. `error` is the driver's root exception."""

    connection: Any
    error: type[Exception]

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

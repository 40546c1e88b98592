"""The ledger on PostgreSQL, for an office that outgrew one machine. Same SQL, same guards."""

from collections.abc import Sequence
from typing import Self

import psycopg
from psycopg.rows import namedtuple_row

from agent.ledger.schema import Engine, Step, bring_up_to_date, check_guards
from agent.model.errors import LedgerError

# One writer at a time, as on SQLite: the chain of events has one end. The number is "livro" in ASCII.
_WRITER = 0x6C6976726F


class PostgresDatabase:
    """One connection to one PostgreSQL ledger (the connection's current schema)."""

    engine: Engine = "postgres"
    error: type[Exception] = psycopg.Error

    def __init__(self, connection: "psycopg.Connection[tuple[object, ...]]") -> None:
        self.connection = connection

    @classmethod
    def at(cls, url: str) -> Self:
        """Open or make the ledger that `url` names. Raises LedgerError when the server does not answer."""
        try:
            connection = psycopg.connect(url, autocommit=True, row_factory=namedtuple_row)
            connection.execute("set synchronous_commit = on")
            connection.execute("set client_min_messages = warning")
            database = cls(connection)
            bring_up_to_date(database)
        except psycopg.Error as error:
            raise LedgerError(
                "o servidor do livro não respondeu como esperado",
                do="Confira o endereço do PostgreSQL no faturista.toml e se o servidor está no ar.",
            ) from error
        return database

    def begin(self) -> None:
        """Start a transaction; waits for another writer."""
        self.connection.execute("begin")
        self.connection.execute("select pg_advisory_xact_lock(%s)", (_WRITER,))

    def begin_look(self) -> None:
        """Start a look at one moment."""
        self.connection.execute("begin isolation level repeatable read")

    def commit(self) -> None:
        """Make it durable."""
        self.connection.execute("commit")

    def rollback(self) -> None:
        """Undo it; nothing when none is open."""
        if not self.connection.closed:
            self.connection.rollback()

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()

    def applied(self) -> list[str]:
        """The names of the steps applied so far."""
        if self.connection.execute("select to_regclass('migration')").fetchone() == (None,):
            return []
        return [str(name) for (name,) in self.connection.execute("select name from migration order by no")]

    def apply(self, steps: Sequence[Step]) -> None:
        """Apply those not applied yet, each with its record and the proof of its guards in one transaction."""
        if self.applied() == [step.name for step in steps]:
            return
        self.begin()
        try:
            self.connection.execute(
                "create table if not exists migration (no bigint primary key, name text not null unique)"
            )
            done = self.applied()
            for number, step in enumerate(steps, start=1):
                if step.name not in done:
                    self.connection.execute(step.sql.encode())
                    check_guards(self, steps[:number])
                    self.connection.execute("insert into migration values (%s, %s)", (number, step.name))
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def guards(self) -> dict[str, str]:
        """Enabled triggers, indexes and constraints by name; their SQL is the server's own spelling, so not kept."""
        rows = self.connection.execute(
            "select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
            " where c.relnamespace = current_schema()::regnamespace and not tgisinternal and tgenabled in ('O', 'A')"
            " union all select conname from pg_constraint where connamespace = current_schema()::regnamespace"
            " and convalidated"
            " union all select indexname from pg_indexes where schemaname = current_schema()"
        )
        return {str(name): "" for (name,) in rows}

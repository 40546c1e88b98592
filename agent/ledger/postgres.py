"""The ledger on PostgreSQL, for an office that outgrew one machine. Same SQL, same guards, the server's own clock."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic
from typing import Any, Self

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import namedtuple_row

from agent.config.banco import shown
from agent.ledger.canonical import Booked, Link, canonical, link_text
from agent.ledger.schema import Engine, Step, all_applied, bring_up_to_date, check_guards, standing_with
from agent.model.errors import LedgerAway

# One writer at a time, as on SQLite: the chain of events has one end. The number is "livro" in ASCII.
_WRITER = 0x6C6976726F
PATIENCE = timedelta(seconds=30)
"""So long a server that stopped is waited for by who was at work with it: less than a lease lives."""
_GLANCE_S = 0.5
_LINKS = "select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event order by seq"
_BOOKED = "select txn, at, lancamento_id, account, valor, linha_retorno_id, effective from posting order by txn, id"
# A server that vanished without a word is found out in seconds, not in the hours of the system's own keepalive.
_CALL = {"connect_timeout": "5", "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3"}
# A process that was frozen within a transaction holds every writer up: the server ends its session, and with it the
# transaction. Who waits for a writer waits longer than that.
_SESSION = {
    "synchronous_commit": "on",
    "client_min_messages": "warning",
    "idle_in_transaction_session_timeout": "10s",
    "lock_timeout": "25s",
}
# The second is what the next statement hears of a transaction that the server ended for it stood still.
_AWAY = (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout)


class PostgresDatabase:
    """One connection to one PostgreSQL ledger (the connection's current schema), made again when it is lost."""

    engine: Engine = "postgres"
    error: type[Exception] = psycopg.Error
    away: tuple[type[Exception], ...] = _AWAY

    def __init__(self, url: str, patience: timedelta = PATIENCE) -> None:
        self._url = url
        self._patience = patience
        self._open = False
        self.connection = _connected(url)

    @classmethod
    def at(cls, url: str, patience: timedelta = PATIENCE) -> Self:
        """Open or make the ledger that `url` names. Raises LedgerAway when the server does not let us in."""
        try:
            database = cls(url, patience)
            bring_up_to_date(database)
        except psycopg.Error as error:
            raise _away(url, error) from error
        return database

    def clock(self) -> datetime:
        """The server's: every machine of the office goes by it."""
        moment = self._once_more("select clock_timestamp()")
        assert isinstance(moment, datetime)
        return moment.astimezone(UTC)

    def life(self) -> str:
        """When the server last started (ISO 8601): one name for one of its lives."""
        return str(self._once_more("select pg_postmaster_start_time()"))

    def told(self, error: Exception) -> str:
        """The server's sentence alone: its details may hold a row, and a row may hold a patient."""
        said = error.diag.message_primary if isinstance(error, psycopg.Error) else None
        return said or type(error).__name__

    def back(self) -> bool:
        """Whether there is a connection again after it was lost; within a transaction never: that one is gone."""
        if self._open or not self.connection.closed:
            return False
        until = monotonic() + self._patience.total_seconds()
        while True:
            try:
                self.connection = _connected(self._url)
            except psycopg.OperationalError:
                if monotonic() >= until:
                    return False
                Event().wait(_GLANCE_S)
            else:
                return True

    def links(self) -> Iterator[Link]:
        """See Database."""
        for row in self.connection.execute(_LINKS):
            yield row.seq, row.at, row.prev, row.hash, link_text(row[:-1])

    def booked(self) -> Iterator[Booked]:
        """See Database."""
        for txn, at, *facts in self.connection.execute(_BOOKED):
            yield txn, at, canonical(facts)

    def begin(self) -> None:
        """Start a transaction; waits for another writer."""
        self._start("begin")
        self.connection.execute("select pg_advisory_xact_lock(%s)", (_WRITER,))

    def begin_look(self) -> None:
        """Start a look at one moment."""
        self._start("begin isolation level repeatable read")

    def commit(self) -> None:
        """Make it durable."""
        self.connection.execute("commit")
        self._open = False

    def rollback(self) -> None:
        """Undo it; nothing when none is open."""
        self._open = False
        if not self.connection.closed:
            with suppress(psycopg.OperationalError):  # lost in this very moment: the server has undone it
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
        if all_applied(self.applied(), steps):
            return
        self.begin()
        try:
            self.make(steps)
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def make(self, steps: Sequence[Step]) -> None:
        """Within a transaction: apply those not applied yet."""
        self.connection.execute(
            "create table if not exists migration (no bigint primary key, name text not null unique)"
        )
        for step in steps:
            done = self.applied()
            if step.name not in done:
                self.connection.execute(step.sql.encode())
                check_guards(self, standing_with(step, done, steps))
                self.connection.execute("insert into migration values (%s, %s)", (len(done) + 1, step.name))

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

    def _start(self, statement: str) -> None:
        """A statement that begins a transaction; a connection that was lost since the last one is made again."""
        try:
            self.connection.execute(statement.encode())
        except _AWAY:
            if not self.back():
                raise
            self.connection.execute(statement.encode())
        self._open = True

    def _once_more(self, question: str) -> object:
        """The answer to a question that changes nothing. Raises LedgerAway when the server stays away."""
        try:
            row = self.connection.execute(question.encode()).fetchone()
        except _AWAY as error:
            if not self.back():
                raise _away(self._url, error) from error
            row = self.connection.execute(question.encode()).fetchone()
        assert row is not None
        return row[0]


def _connected(url: str) -> "psycopg.Connection[Any]":
    call = make_conninfo("", **{**_CALL, **{k: str(v) for k, v in conninfo_to_dict(url).items()}})
    connection = psycopg.connect(call, autocommit=True, row_factory=namedtuple_row)
    for name, value in _SESSION.items():
        connection.execute("select set_config(%s, %s, false)", (name, value))
    return connection


def _away(url: str, error: psycopg.Error) -> LedgerAway:
    """Why the server does not let us in, in words that say what to do; never the address with its password."""
    said = str(error.diag.message_primary or error)
    what, do = next(
        (reason for signs, reason in _REASONS if any(sign in said for sign in signs)),
        (
            "o servidor do livro não responde",
            "Confira se o PostgreSQL está no ar e se este computador o alcança; depois rode o comando de novo.",
        ),
    )
    return LedgerAway(what, where=shown(url), do=do)


_REASONS = (
    (
        ("invalid ", "missing "),
        ("o endereço do livro não está bem escrito", "Ele é como postgresql://usuario@servidor/faturista."),
    ),
    (
        ("password authentication failed", "no password supplied", "fe_sendauth"),
        (
            "o servidor do livro recusou o usuário ou a senha",
            "Confira a senha em ~/.pgpass ou em FATURISTA_BANCO.",
        ),
    ),
    (
        ("does not exist",),
        (
            "o servidor do livro não tem este banco ou este usuário",
            "Confira o endereço, ou crie o banco com: createdb faturista",
        ),
    ),
    (
        ("pg_hba.conf", "permission denied"),
        (
            "o servidor do livro não deixa este usuário entrar daqui",
            "Peça a quem cuida do servidor a permissão de entrar e de criar tabelas.",
        ),
    ),
)

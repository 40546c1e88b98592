"""The ledger on SQLite: sqlite-utils owns the connection, its migrations and the look at its own schema."""

import re
import sqlite3
from collections import Counter, namedtuple
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Self

import sqlite_utils
from aiosql.adapters.sqlite3 import SQLite3Adapter
from aiosql.utils import VAR_REF
from sqlite_utils.create_table_parser import parse_checks
from sqlite_utils.migrations import Migrations

from agent.ledger.canonical import Booked, Link
from agent.ledger.schema import (
    Engine,
    Step,
    all_applied,
    bring_up_to_date,
    check_guards,
    plain,
    standing_with,
    statements,
)
from agent.model.errors import LedgerError, SetupError
from agent.model.point import utc_now

_OLDEST = (3, 37, 0)  # STRICT tables
_BUSY_MS = 10_000
_LINKS = """
select seq, at, prev, hash, json_array(seq, at, actor, kind, mes_id, entity, entity_id, body, prev)
from event order by seq
"""
_BOOKED = """
select txn, at, json_array(lancamento_id, account, valor, linha_retorno_id, effective) from posting order by txn, id
"""


class SqliteDatabase:
    """One connection to one SQLite ledger. `BEGIN IMMEDIATE` throughout: a deferred one that is late fails at once."""

    engine: Engine = "sqlite"
    error: type[Exception] = sqlite3.Error
    away: tuple[type[Exception], ...] = ()

    def __init__(self, connection: sqlite3.Connection, *, durable: bool) -> None:
        self.connection = connection
        connection.row_factory = named_row
        # Plugins of the office's sqlite-utils have no business in the ledger.
        self.utils = sqlite_utils.Database(connection, execute_plugins=False)
        synchronous = "full" if durable else "off"
        # secure_delete: a person who was erased is not left behind in a free page.
        for pragma in ("foreign_keys=on", f"busy_timeout={_BUSY_MS}", f"synchronous={synchronous}", "secure_delete=on"):
            connection.execute(f"pragma {pragma}")

    @classmethod
    def file(cls, path: Path, *, durable: bool = True) -> Self:
        """Open or make the ledger at `path`; with `durable` False (tests) a power cut may undo what was committed.

        Raises SetupError for an SQLite that is too old, LedgerError when the file cannot be opened as a ledger,
        NewerSchema, GuardMissing.
        """
        _check_version()
        try:
            database = cls(_connect(str(path)), durable=durable)
            database.connection.execute("pragma journal_mode=wal")
            bring_up_to_date(database)
        except sqlite3.Error as error:
            raise LedgerError(
                f"o livro não pôde ser aberto ({error})",
                where=str(path),
                do="Confira se a pasta existe, se o disco tem espaço e se o arquivo é mesmo o livro do faturista.",
            ) from error
        return database

    @classmethod
    def memory(cls, image: bytes | None = None) -> Self:
        """A ledger in memory, gone when closed: empty, or as it was when `image` was taken."""
        _check_version()
        connection = _connect(":memory:")
        connection.deserialize(image or _template())
        return cls(connection, durable=False)

    def image(self) -> bytes:
        """The whole ledger as it stands, for `memory` or a backup file."""
        return self.connection.serialize()

    def clock(self) -> datetime:
        """This machine's: a file is used by one."""
        return utc_now()

    def life(self) -> str:
        """See Database."""
        return ""

    def told(self, error: Exception) -> str:
        """SQLite's own words name tables and columns only."""
        return str(error)

    def back(self) -> bool:
        """A file is never away."""
        return False

    def links(self) -> Iterator[Link]:
        """See Database. SQLite writes the text of an event itself, in a third of the time."""
        return self._plain(_LINKS)

    def booked(self) -> Iterator[Booked]:
        """See Database."""
        return self._plain(_BOOKED)

    def begin(self) -> None:
        """Start a transaction; waits for another writer up to the busy timeout."""
        self.connection.execute("begin immediate")

    def begin_look(self) -> None:
        """Start a look at one moment; it writes scratch tables at most, so a deferred one is safe."""
        self.connection.execute("begin deferred")

    def commit(self) -> None:
        """Make it durable."""
        self.connection.execute("commit")

    def rollback(self) -> None:
        """Undo it; nothing when none is open."""
        self.utils.rollback()

    def close(self) -> None:
        """Let go of the file."""
        self.utils.close()

    def _plain(self, query: str) -> sqlite3.Cursor:
        """Rows without names, as they come."""
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return cursor.execute(query)

    def applied(self) -> list[str]:
        """The names of the steps applied so far."""
        return [step.name for step in Migrations("faturista").applied(self.utils)]

    def apply(self, steps: Sequence[Step]) -> None:
        """Apply those not applied yet, each with its record and the proof of its guards in one transaction."""
        if all_applied(self.applied(), steps):
            return
        migrations = Migrations("faturista")
        for step in steps:
            migrations(name=step.name)(self._applying(step, steps))
        # A table that is made anew is dropped first, which SQLite refuses while others refer to it.
        self.connection.execute("pragma foreign_keys=off")
        # Its own atomic() is a deferred BEGIN; inside this one it nests as a savepoint.
        self.begin()
        try:
            migrations.apply(self.utils)
            self._refuse_orphans()
            self.commit()
        except BaseException:
            self.rollback()
            raise
        finally:
            self.connection.execute("pragma foreign_keys=on")

    def _refuse_orphans(self) -> None:
        orphans = self.connection.execute("pragma foreign_key_check").fetchall()
        if orphans:
            raise LedgerError(f"{len(orphans)} linhas do livro ficariam sem a que se referem", do="Nada foi mudado.")

    def _applying(self, step: Step, steps: Sequence[Step]) -> Callable[[sqlite_utils.Database], None]:
        def one_step(utils: sqlite_utils.Database) -> None:
            for statement in statements(step.sql):
                utils.execute(statement)
            check_guards(self, standing_with(step, self.applied(), steps))

        return one_step

    def guards(self) -> dict[str, str]:
        """Triggers, indexes and views with their SQL, constraints by name."""
        rows = self.utils.execute("select name, sql from sqlite_master where type <> 'table' and sql is not null")
        found = {name: plain(sql) for name, sql in rows}
        for table in self.utils.tables:
            found |= dict.fromkeys(_constraints(table.schema), "")
        return found


def altered_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables whose definition is not the one that this version makes; none of a file that is not up to date.

    The order of columns says nothing: an earlier step may have come after a later one.
    """
    made = SqliteDatabase.memory()
    try:
        if _applied(sqlite_utils.Database(connection, execute_plugins=False)) != _applied(made.utils):
            return []
        there, right = _definitions(connection), _definitions(made.connection)
    finally:
        made.close()
    return [name for name, words in right.items() if there.get(name) != words]


def _applied(utils: sqlite_utils.Database) -> set[str]:
    return {step.name for step in Migrations("faturista").applied(utils)}


def _definitions(connection: sqlite3.Connection) -> dict[str, Counter[str]]:
    cursor = connection.cursor()
    cursor.row_factory = None
    # Those of sqlite-utils and of SQLite itself are written by them, as their versions do.
    rows = cursor.execute(
        "select name, sql from sqlite_master where type = 'table' and sql is not null and name not like '%sqlite%'"
    )
    return {name: Counter(re.findall(r"\w+|[^\w\s\"]", sql)) for name, sql in rows}


@lru_cache(maxsize=256)  # a process that opens the ledger for each of its runs reads the same schema every time
def _constraints(schema: str) -> tuple[str, ...]:
    """The names of a table's constraints. sqlite-utils lists keys only as nameless indexes."""
    keys = re.findall(r"\bconstraint\s+(\w+)\s+(?:unique|primary\s+key)\b", schema)
    return (*(check.name for check in parse_checks(schema) if check.name), *keys)


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None, cached_statements=512)


def _check_version() -> None:
    if sqlite3.sqlite_version_info < _OLDEST:
        raise SetupError(
            f"o SQLite deste Python é o {sqlite3.sqlite_version}; o livro precisa do 3.37 ou mais novo",
            do="Instale um Python mais novo.",
        )


@cache
def _template() -> bytes:
    """A migrated ledger, made once per process: opening a copy costs less than a migration."""
    database = SqliteDatabase(_connect(":memory:"), durable=False)
    bring_up_to_date(database)
    image = database.image()
    database.close()
    return image


def named_row(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Any:
    """A row with names that is still a tuple: sqlite-utils indexes by position, aiosql wants a tuple."""
    return _row_maker(cursor.description)(row)


class RowsAtOnce(SQLite3Adapter):
    """Many rows at once, read or written: a cursor that goes by name for each of them costs twice as much."""

    def select(
        self,
        conn: Any,
        query_name: str,  # noqa: ARG002 - aiosql's own
        sql: str,
        parameters: Any,
        record_class: Any = None,  # noqa: ARG002 - aiosql's own
    ) -> Generator[Any, None, None]:
        """The rows, named."""
        cursor = conn.cursor()
        cursor.row_factory = None
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
        if rows:
            yield from map(_row_maker(cursor.description), rows)

    def insert_update_delete_many(
        self,
        conn: Any,
        query_name: str,  # noqa: ARG002 - aiosql's own
        sql: str,
        parameters: Any,
    ) -> int:
        """The statement for each of the rows, which are by name; gives how many rows it changed."""
        by_place, names = _by_place(sql)
        done: int = conn.executemany(by_place, ([row[name] for name in names] for row in parameters)).rowcount
        return done


@lru_cache(maxsize=64)
def _by_place(sql: str) -> tuple[str, tuple[str, ...]]:
    """A statement whose values are asked for by place instead of by name, and their names in that order."""
    names: list[str] = []

    def mark(match: re.Match[str]) -> str:
        if not match["var_name"]:
            return match[0]
        names.append(match["var_name"])
        return f"{match['lead']}?"

    return VAR_REF.sub(mark, sql), tuple(names)


@lru_cache(maxsize=512)
def _row_maker(description: tuple[tuple[str, ...], ...]) -> Any:
    make: Any = namedtuple
    return make("Row", [column[0] for column in description], rename=True)._make

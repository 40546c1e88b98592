"""The whole ledger between a file and a PostgreSQL server: moved, copied into a file, brought back from one."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from agent.config.banco import shown
from agent.ledger.audit import Audit
from agent.ledger.copying import check_copy, refuse_missing
from agent.ledger.database import Database
from agent.ledger.journal import MemoryJournal
from agent.ledger.postgres import PostgresDatabase
from agent.ledger.schema import steps_for
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.ledger.tables import Content, Table, contents, filled, pour, tables_of
from agent.ledger.transaction import stamp
from agent.model.errors import AlreadyRunning, LedgerError
from agent.model.point import no_hook

_NOTHING = "Nada foi mudado."


@dataclass(frozen=True, slots=True)
class Move:
    """What was moved and proved. `aside` is where the file is kept, `anchor` the hash of the last event."""

    tables: int
    rows: int
    events: int
    anchor: str
    aside: str


def move_to_server(livro: Path, url: str, aside: Path) -> Move:
    """The ledger of the file `livro` into the empty database at `url`; then the file waits, as it was, at `aside`.

    Raises AlreadyRunning while anybody works with the file, LedgerError where it is not sound, where the database is
    not empty, or where the two do not hold the same at the end: then the database is left empty.
    """
    refuse_missing(livro)
    with _alone_with(livro) as source, _server(url) as target:
        tables = tables_of(source)
        _refuse_full(target, tables, url)
        held, audit = contents(source, tables), _sound(source)
        with _writing(target):
            pour(source, target, tables)
            _count_on(target, tables)
            _refuse_other(held, contents(target, tables), audit, _audited(target))
    _put_aside(livro, aside)
    return Move(len(tables), sum(content.rows for content in held.values()), audit.events, audit.anchor, str(aside))


def copy_to_file(url: str, file: Path) -> None:
    """The server's ledger as it stands at one moment, into a new SQLite file; others may write meanwhile.

    Raises LedgerError where the file does not hold the same.
    """
    with _server(url) as source:
        target = SqliteDatabase.file(file)
        try:
            tables = tables_of(target)
            source.begin_look()
            source.connection.execute("set local idle_in_transaction_session_timeout = 0")
            target.begin()
            pour(source, target, tables)
            _refuse_other(contents(source, tables), contents(target, tables))
            target.commit()
            target.connection.execute("pragma journal_mode=delete")
        finally:
            source.rollback()
            target.close()


def restore_to_server(file: Path, url: str, now: datetime) -> str:
    """Put a proved copy in the place of the server's ledger, in one transaction; gives the schema where that is now.

    "" where there was none. Raises LedgerError, AlreadyRunning while somebody works on a portal.
    """
    check_copy(file)
    schema = f"livro_antes_{now:%Y%m%d_%H%M%S}"
    with _opened_copy(file) as source, _server(url) as target:
        tables = tables_of(source)
        _refuse_at_work(target, now)
        there = bool(filled(target, tables))
        with _writing(target):
            if there:
                _set_aside(target, schema)
                target.make(steps_for("postgres"))
            pour(source, target, tables)
            _count_on(target, tables)
            _refuse_other(contents(source, tables), contents(target, tables), _audited(source), _audited(target))
    return schema if there else ""


@contextmanager
def _server(url: str) -> Iterator[PostgresDatabase]:
    database = PostgresDatabase.at(url)
    try:
        yield database
    except psycopg.Error as error:
        raise LedgerError(
            f"o servidor do livro recusou ({database.told(error)})", where=shown(url), do=_NOTHING
        ) from error
    finally:
        database.close()


@contextmanager
def _writing(target: PostgresDatabase) -> Iterator[None]:
    """One transaction, in which this process may take its time between two statements."""
    target.begin()
    try:
        target.connection.execute("set local idle_in_transaction_session_timeout = 0")
        yield
        target.commit()
    finally:
        target.rollback()


@contextmanager
def _alone_with(livro: Path) -> Iterator[SqliteDatabase]:
    """The file, opened by nobody else: a journal that is not beside it can only be had by who is alone."""
    source = SqliteDatabase.file(livro)
    try:
        _refuse_at_work(source, source.clock())
        source.connection.execute("pragma busy_timeout=500")
        try:
            source.connection.execute("pragma journal_mode=delete")
            source.connection.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            raise AlreadyRunning(
                "outro programa está com o livro aberto",
                where=str(livro),
                do=f"Feche o painel e o servir, e rode de novo. {_NOTHING}",
            ) from error
        yield source
    finally:
        source.rollback()
        source.close()


@contextmanager
def _opened_copy(file: Path) -> Iterator[SqliteDatabase]:
    """A copy of the copy, brought up to date: an earlier version may have made it."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(shutil.copyfile(file, Path(folder) / file.name))
        database = SqliteDatabase.file(part)
        try:
            yield database
        finally:
            database.close()


def _refuse_at_work(database: Database, now: datetime) -> None:
    ask = "select count(*) from lease where until > {0}"
    runs = "select count(*) from turn where state = 'running' and until > {0}"
    mark = "?" if database.engine == "sqlite" else "%s"
    asked = (database.connection.execute(each.format(mark), (stamp(now),)).fetchone() for each in (ask, runs))
    if any(row[0] for row in asked):
        raise AlreadyRunning(
            "um faturista está trabalhando neste livro", do="Pare o servir, espere ele terminar e rode de novo."
        )


def _refuse_full(target: PostgresDatabase, tables: Sequence[Table], url: str) -> None:
    if full := filled(target, tables):
        raise LedgerError(
            f"o banco já tem um livro ({', '.join(full[:3])})",
            where=shown(url),
            do=f"Crie um banco vazio para a mudança (createdb). {_NOTHING}",
        )


def _refuse_other(held: dict[str, Content], found: dict[str, Content], *audits: Audit) -> None:
    wrong = [name for name, content in held.items() if found[name] != content]
    if wrong or len(set(audits)) > 1:
        what = f"as tabelas {', '.join(wrong)}" if wrong else "a auditoria"
        raise LedgerError(f"{what} não ficaram iguais nos dois lados", do=f"{_NOTHING} Chame quem cuida do faturista.")


def _sound(source: SqliteDatabase) -> Audit:
    audit = _audited(source)
    if not audit.intact:
        raise LedgerError(f"o livro não confere ({audit.findings[0].text})", do="Rode: faturista auditar")
    return audit


def _audited(database: Database) -> Audit:
    """Chain, projections and sums, as `auditar` goes over them; the evidence files stay where they are."""
    ledger = Ledger(database, MemoryJournal(), clock=database.clock, hook=no_hook, evidence=None, actor="mudança")
    return ledger.auditor.audit()


def _count_on(target: PostgresDatabase, tables: Sequence[Table]) -> None:
    """New rows are numbered after those that came."""
    for table in tables:
        if "id" in table.columns:
            target.connection.execute(
                f"select setval(pg_get_serial_sequence('{table.name}', 'id'),"  # noqa: S608 - the ledger's own names
                f' (select coalesce(max(id), 0) + 1 from "{table.name}"), false)'
            )


def _set_aside(target: PostgresDatabase, schema: str) -> None:
    """What makes up the ledger into a schema of its own, whole: triggers, indexes and numbers go with their tables."""
    kinds = {"r": "table", "v": "view"}
    rows = target.connection.execute(
        "select relname, relkind::text from pg_class where relnamespace = current_schema()::regnamespace"
        " and relkind in ('r', 'v')"
    ).fetchall()
    functions = target.connection.execute(
        "select distinct p.proname from pg_trigger t"
        " join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid"
        " where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal"
    ).fetchall()
    target.connection.execute(f"create schema {schema}".encode())
    for name, kind in rows:
        target.connection.execute(f'alter {kinds[kind]} "{name}" set schema {schema}'.encode())
    for (name,) in functions:
        target.connection.execute(f'alter function "{name}"() set schema {schema}'.encode())


def _put_aside(livro: Path, aside: Path) -> None:
    try:
        livro.rename(aside)
    except OSError as error:
        raise LedgerError(
            f"o livro já está no servidor, mas o arquivo antigo não pôde mudar de nome ({error.strerror})",
            where=str(livro),
            do=f"Feche o que o estiver usando e dê-lhe o nome {aside.name}; só depois defina o endereço.",
        ) from error

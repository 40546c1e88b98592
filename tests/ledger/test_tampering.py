"""What is changed behind the ledger's back is found: any field of an event or a posting, any byte of a file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from agent.ledger.copying import check_copy, damage, make_copy, way_back
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.errors import FaturistaError
from tests.ledger.office import Clock
from tests.ledger.story import live

CHANGES, BYTES, MANY_BYTES = 1000, 25, 1000
TABLES = {
    "event": ("at", "actor", "kind", "mes_id", "entity", "entity_id", "body", "prev", "hash"),
    "posting": ("txn", "lancamento_id", "account", "valor", "linha_retorno_id", "at", "effective"),
}


@pytest.fixture(scope="module")
def told() -> Iterator[Ledger]:
    """A month that did all that a ledger can, of which the guards were taken away."""
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        live(ledger)
        connection = ledger.database.connection
        rows = connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in rows:
            connection.execute(f"drop trigger {name}")
        connection.execute("pragma foreign_keys = off")
        connection.execute("pragma ignore_check_constraints = on")
        yield ledger


def _other(value: Any, random: Random) -> Any:
    """The same with one letter or one digit changed; of what is not there, something."""
    if value is None:
        return 7
    if isinstance(value, int):
        return value + random.choice([-1, 1])
    at = random.randrange(len(value)) if value else 0
    return value[:at] + ("x" if value[at : at + 1] != "x" else "y") + value[at + 1 :]


def test_a_thousand_changes_of_events_and_postings_are_all_found(told: Ledger) -> None:
    connection, anchor, random = told.database.connection, told.checks.anchor(), Random(7)
    assert told.checks.verify_chain(anchor).intact
    for _ in range(CHANGES):
        table = random.choice(list(TABLES))
        (rowid,) = random.choice(connection.execute(f"select rowid from {table}").fetchall())
        column = random.choice(TABLES[table])
        (value,) = connection.execute(f"select {column} from {table} where rowid = {rowid}").fetchone()
        connection.execute("begin")
        connection.execute(f"update {table} set {column} = ? where rowid = ?", (_other(value, random), rowid))
        found = not told.checks.verify_chain(anchor).intact
        connection.execute("rollback")
        assert found, (table, column, value)


def _file(tmp_path: Path) -> Path:
    """A ledger file with a history, closed, and everything of it in the file."""
    path = tmp_path / "livro" / "faturista.sqlite3"
    path.parent.mkdir()
    with Ledger.open(path, journal=None, clock=Clock(), durable=False) as ledger:
        live(ledger)
        ledger.database.connection.execute("pragma wal_checkpoint(truncate)")
    return path


def _said(ledger: Ledger) -> list[Any]:
    """What the audit answers for, row by row."""
    writer = ledger.checks._writer
    queries = ("event_all", "audit_entries", "audit_lines", "audit_ties", "audit_months", "audit_sums")
    return [list(ledger.database.booked()), *(writer.rows(query) for query in queries)]


def _is_found_or_harmless(path: Path, anchor: str, said: list[Any], where: str) -> None:
    try:
        if damage(path):
            return
        with Ledger.open(path, journal=None, durable=False) as ledger:
            assert not ledger.auditor.audit([anchor]).intact or _said(ledger) == said, where
    except (FaturistaError, sqlite3.Error, UnicodeDecodeError):
        return  # it is not opened at all


def _flip(tmp_path: Path, count: int, seed: int) -> None:
    path, random = _file(tmp_path), Random(seed)
    whole = path.read_bytes()
    with Ledger.open(path, journal=None, durable=False) as ledger:
        anchor, said = ledger.checks.anchor(), _said(ledger)
    for _ in range(count):
        at, bit = random.randrange(len(whole)), 1 << random.randrange(8)
        for side in path.parent.glob(f"{path.name}-*"):
            side.unlink()
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        _is_found_or_harmless(path, anchor, said, f"byte {at}, bit {bit}")


def test_a_flipped_bit_of_the_ledger_s_file_is_found_or_changes_nothing_that_was_said(tmp_path: Path) -> None:
    _flip(tmp_path, BYTES, seed=1)


@pytest.mark.long
def test_a_thousand_flipped_bits_are_found_or_change_nothing_that_was_said(tmp_path: Path) -> None:
    _flip(tmp_path, MANY_BYTES, seed=2)


def test_any_of_a_thousand_damaged_bytes_of_a_copy_is_found_and_an_older_copy_is_the_way_back(tmp_path: Path) -> None:
    path, clock, random = _file(tmp_path), Clock(), Random(3)
    older = make_copy(path, tmp_path / "copias", clock())
    newer = Path(make_copy(path, tmp_path / "copias", clock().replace(day=4)).file)
    whole = newer.read_bytes()
    for _ in range(1000):
        at = random.randrange(len(whole))
        newer.write_bytes(whole[:at] + bytes([whole[at] ^ random.randint(1, 255)]) + whole[at + 1 :])
        with pytest.raises(FaturistaError, match="a cópia não é mais o que foi gravado"):
            check_copy(newer)
    assert way_back(tmp_path / "copias").endswith(f"faturista copia --restaurar {older.name}")
    newer.write_bytes(whole)
    assert way_back(tmp_path / "copias").endswith(f"faturista copia --restaurar {newer.name}")


def test_every_thing_that_waited_for_a_person_left_with_an_event(told: Ledger) -> None:
    """Opened and closed problems, as the events tell them, are those of the table, each closed with its reason."""
    rows = told.database.connection.execute("select id, state, resolution from problem order by id").fetchall()
    events = [event for event in told.events.all() if event.entity == "problem"]
    opened = sorted(event.entity_id for event in events if event.kind == "problem.open")
    closed = {event.entity_id: event.kind.removeprefix("problem.") for event in events if event.kind != "problem.open"}
    assert opened == [row.id for row in rows]
    assert closed == {row.id: row.state for row in rows if row.state != "open"}
    assert [row.id for row in rows if row.state != "open" and not row.resolution.strip()] == []


def test_no_tool_closes_a_problem_without_a_reason() -> None:
    database = SqliteDatabase.memory()
    with Ledger.open(database, journal=None, clock=Clock()) as ledger:
        live(ledger)
        with pytest.raises(sqlite3.IntegrityError, match="problem_reason"):
            database.connection.execute("update problem set state = 'resolved', resolution = ''")

"""What sqlite-utils 4.2 does that a ledger must not: each trap shown, and the ledger's own way beside it."""

import re
import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlite_utils

from agent.ledger.database import queries_for
from agent.ledger.schema import bring_up_to_date
from agent.ledger.sqlite import SqliteDatabase, named_row
from agent.ledger.store import Ledger
from agent.model.errors import GuardMissing

SOURCES = sorted((Path(__file__).parents[2] / "agent" / "ledger").glob("*.py"))


def test_transform_drops_the_guards_silently_and_the_ledger_notices() -> None:
    database = SqliteDatabase.memory()
    database.utils.table("posting").transform(rename={"effective": "vigencia"})
    assert database.utils.table("posting").triggers == []
    with pytest.raises(GuardMissing, match="guard_posting_update"):
        bring_up_to_date(database)


def test_the_ledger_never_transforms_a_table() -> None:
    assert [source.name for source in SOURCES if re.search(r"\.transform\(", source.read_text("utf-8"))] == []


def test_a_deferred_begin_that_is_late_fails_at_once_whatever_the_busy_timeout(path: Path) -> None:
    SqliteDatabase.file(path).close()
    reader, writer = SqliteDatabase.file(path), SqliteDatabase.file(path)
    with reader.utils.atomic():
        reader.utils.execute("select count(*) from mes").fetchone()
        writer.utils.execute("insert into mes values (1, 'a', 'b', 'c', '2026-10', 'aberta', 0)")
        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            reader.utils.execute("update mes set version = 1")
    reader.close()
    writer.close()


def test_the_ledgers_own_transaction_waits_for_the_other_writer(path: Path) -> None:
    first = SqliteDatabase.file(path)
    first.begin()
    started, waited = Event(), Event()

    def second_writer() -> None:
        second = SqliteDatabase.file(path)
        started.set()
        second.begin()
        waited.set()
        second.commit()
        second.close()

    first.commit()
    first.begin()
    thread = Thread(target=second_writer)
    thread.start()
    started.wait(timeout=30)
    early = waited.is_set()
    first.commit()
    thread.join(timeout=30)
    first.close()
    assert (early, waited.is_set()) == (False, True)


def test_foreign_keys_are_off_by_default_and_on_in_the_ledger() -> None:
    plain = sqlite_utils.Database(memory=True)
    found = [db.execute("pragma foreign_keys").fetchone()[0] for db in (plain, SqliteDatabase.memory().utils)]
    plain.close()
    assert found == [0, 1]


def test_plugins_of_the_office_do_not_run_in_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    class Hook:
        def prepare_connection(self, conn: sqlite3.Connection) -> None:
            called.append(conn)

    monkeypatch.setattr("sqlite_utils.db.pm.hook", Hook())
    SqliteDatabase.memory().close()
    assert called == []


def test_a_typo_in_a_table_name_creates_a_table_but_never_through_the_ledgers_queries() -> None:
    utils = SqliteDatabase.memory().utils
    utils.table("lancamneto").insert({"id": 1})
    written = [f"{s.name}: {line}" for s in SOURCES for line in s.read_text("utf-8").splitlines() if _writes(line)]
    assert ("lancamneto" in utils.table_names(), written) == (True, [])


def test_a_float_of_python_is_refused_as_money() -> None:
    database = SqliteDatabase.memory()
    database.connection.execute("insert into mes values (1, 'a', 'b', 'c', '2026-10', 'aberta', 0)")
    with pytest.raises(sqlite3.IntegrityError, match="cannot store REAL value in INTEGER column"):
        database.connection.execute(
            "insert into demonstrativo (mes_id, imported_at, informado, liberado, glosa) values (1, '', ?, 0, ?)",
            (65.5, 65.5),
        )


def test_rows_have_names_and_positions_for_both_libraries() -> None:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = named_row
    row = connection.execute("select 1 as um, 'x' as letra, count(*) from sqlite_master").fetchone()
    connection.close()
    assert (row, row.um, row.letra, isinstance(row, tuple)) == ((1, "x", 0), 1, "x", True)


def test_every_query_declares_its_parameters_and_says_what_it_is_for() -> None:
    folder = Path(__file__).parents[2] / "agent" / "ledger" / "sql"
    text = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.sql")))
    heads = re.findall(r"^-- name: (\w+)(\([\w, ]*\))(?:\^|\$|!|<!|\*!)?\n-- \S", text, flags=re.M)
    names = [name for name, _ in heads]
    loaded = {name for name in queries_for("sqlite").available_queries if not name.endswith("_cursor")}
    assert (len(names), set(names)) == (text.count("-- name:"), loaded)


def test_every_query_is_used() -> None:
    code = "\n".join(source.read_text("utf-8") for source in SOURCES)
    unused = [
        name
        for name in queries_for("sqlite").available_queries
        if not name.endswith("_cursor") and f'"{name}"' not in code
    ]
    assert unused == []


def test_both_engines_load_the_same_queries() -> None:
    assert queries_for("sqlite").available_queries == queries_for("postgres").available_queries


def test_returning_is_run_without_the_query_method_that_hides_errors() -> None:
    assert [source.name for source in SOURCES if ".query(" in source.read_text("utf-8")] == []


def test_leading_zeros_survive_the_ledger() -> None:
    with Ledger.open(":memory:", journal=None) as ledger:
        ledger.database.connection.execute("insert into mes values (1, '007', '00', '01', '2026-10', 'aberta', 0)")
        assert [(mes.clinica, mes.portal, mes.account) for mes in ledger.months.all()] == [("007", "00", "01")]


def test_the_ledgers_connections_use_the_transaction_handling_sqlite_utils_needs() -> None:
    connection = SqliteDatabase.memory().connection
    assert connection.isolation_level is None


def _writes(line: str) -> bool:
    """Whether a line writes through sqlite-utils' tables, which would make a missing one."""
    return bool(re.search(r"\.(insert_all|upsert|upsert_all|lookup)\(|utils(\[|\.table\().*\.(insert|update)\(", line))

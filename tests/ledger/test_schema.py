"""Guards survive every migration, or the ledger is not opened; a newer ledger is not touched."""

import sqlite3
from pathlib import Path

import pytest
import sqlite_utils

from agent.ledger.schema import Step, bring_up_to_date, check_guards, plain, statements, steps_for
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.errors import GuardMissing, LedgerError, NewerSchema
from tests.ledger.office import Office

MIGRATIONS = Path(__file__).parents[2] / "agent" / "ledger" / "migrations"
DROPS = {
    "sqlite": "drop trigger guard_event_update;",
    "postgres": "drop trigger guard_event on event;",
}
NAMES_OF_STEPS = sorted({file.name.split(".")[0] for file in MIGRATIONS.glob("*.sql")})
NAMES = {"sqlite": "guard_event_update", "postgres": "guard_event"}


def test_the_steps_of_both_engines_have_the_same_names() -> None:
    assert [[step.name for step in steps_for(engine)] for engine in ("sqlite", "postgres")] == [NAMES_OF_STEPS] * 2


def test_opening_again_applies_nothing_more(office: Office) -> None:
    before = office.ledger.database.applied()
    bring_up_to_date(office.ledger.database)
    assert (before, office.ledger.database.applied()) == (NAMES_OF_STEPS,) * 2


def test_a_further_step_is_applied_once(office: Office) -> None:
    database = office.ledger.database
    steps = (*steps_for(database.engine), Step("9004_nota", "create table nota (id integer primary key, texto text);"))
    for _ in range(2):
        bring_up_to_date(database, steps)
    assert (database.applied()[-1], office.sql("select count(*) from nota").fetchone()[0]) == ("9004_nota", 0)


def test_a_step_that_is_named_before_one_applied_already_is_applied_all_the_same(office: Office) -> None:
    """Two programmers make a step each: an office may meet the later one first."""
    database = office.ledger.database
    names = [step.name for step in steps_for(database.engine)]
    first = Step("9001_antes", "create table antes (id integer primary key);\ncreate index antes_id on antes (id);")
    later = Step("9002_depois", "create table depois (id integer primary key);\ncreate index depois_id on depois (id);")
    for steps in ((later,), (first, later), (first, later)):
        bring_up_to_date(database, (*steps_for(database.engine), *steps))
    assert database.applied() == [*names, "9002_depois", "9001_antes"]


def test_a_migration_that_drops_a_guard_is_refused_and_undone(office: Office) -> None:
    database = office.ledger.database
    bad = Step("9004_bad", DROPS[database.engine] + "\ncreate table nota (id integer primary key);")
    with pytest.raises(GuardMissing, match=NAMES[database.engine]):
        bring_up_to_date(database, (*steps_for(database.engine), bad))
    bring_up_to_date(database)
    assert "9004_bad" not in database.applied()


def test_a_mark_may_go_with_a_later_step_and_come_back_with_another(office: Office) -> None:
    database = office.ledger.database
    mark = "mark_linha_retorno_update"
    on = " on linha_retorno" if database.engine == "postgres" else ""
    bring_up_to_date(database, (*steps_for(database.engine), gone := Step("9004_sem", f"drop trigger {mark}{on};")))
    assert mark not in database.guards()
    back = Step("9005_com", f"create index {mark} on linha_retorno (linha);")
    bring_up_to_date(database, (*steps_for(database.engine), gone, back))
    office.sql(f"drop index {mark}")
    with pytest.raises(GuardMissing, match=f"{mark} \\(ausente\\)"):
        bring_up_to_date(database, (*steps_for(database.engine), gone, back))


def test_a_ledger_that_lost_a_guard_is_not_opened(office: Office) -> None:
    office.sql(DROPS[office.ledger.database.engine])
    with pytest.raises(GuardMissing) as error:
        bring_up_to_date(office.ledger.database)
    assert str(error.value) == (
        f"proteções do livro fora do lugar: {NAMES[office.ledger.database.engine]} (ausente). "
        "Nada foi gravado. Restaure uma cópia de segurança ou chame quem instalou o faturista."
    )


@pytest.mark.parametrize("index", ["batch_one_open", "attempt_once_confirmed", "lancamento_movimento_once"])
def test_a_ledger_that_lost_an_index_is_not_opened(office: Office, index: str) -> None:
    office.sql(f"drop index {index}")
    with pytest.raises(GuardMissing, match=f"{index} \\(ausente\\)"):
        bring_up_to_date(office.ledger.database)


@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
def test_a_guard_that_is_switched_off_counts_as_lost(office: Office) -> None:
    office.sql("alter table posting disable trigger guard_posting")
    with pytest.raises(GuardMissing, match="guard_posting \\(ausente\\)"):
        bring_up_to_date(office.ledger.database)


@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
def test_a_constraint_that_was_dropped_is_missed(office: Office) -> None:
    office.sql("alter table match drop constraint match_balances")
    with pytest.raises(GuardMissing, match="match_balances \\(ausente\\)"):
        bring_up_to_date(office.ledger.database)


def test_a_newer_ledger_is_not_touched(office: Office) -> None:
    database = office.ledger.database
    newer = Step("0099_futuro", "create table futuro (id integer primary key);")
    bring_up_to_date(database, (*steps_for(database.engine), newer))
    with pytest.raises(NewerSchema) as error:
        bring_up_to_date(database)
    assert str(error.value) == (
        "este livro foi gravado por uma versão mais nova do faturista (0099_futuro). "
        "Atualize o faturista e abra de novo. Nada foi mudado."
    )


def test_a_file_that_lost_a_guard_is_not_opened(path: Path) -> None:
    Ledger.open(path, journal=None).close()
    tool = sqlite3.connect(path)
    tool.execute("drop trigger guard_posting_delete")
    tool.close()
    with pytest.raises(GuardMissing, match="guard_posting_delete"):
        Ledger.open(path, journal=None)


def test_a_guard_whose_words_were_changed_counts_as_lost(path: Path) -> None:
    Ledger.open(path, journal=None).close()
    tool = sqlite3.connect(path)
    tool.execute("drop trigger guard_event_update")
    tool.execute("create trigger guard_event_update before update on event begin select 1; end")
    tool.close()
    with pytest.raises(GuardMissing, match="guard_event_update \\(alterada\\)"):
        Ledger.open(path, journal=None)


def test_a_check_that_was_dropped_is_missed() -> None:
    database = SqliteDatabase.memory()
    database.connection.execute("pragma writable_schema = on")
    database.connection.execute(
        "update sqlite_master set sql = replace(sql, 'constraint posting_valor check (valor <> 0)', '')"
    )
    with pytest.raises(GuardMissing, match="posting_valor \\(ausente\\)"):
        check_guards(database, steps_for("sqlite"))


def test_every_table_is_strict() -> None:
    utils = SqliteDatabase.memory().utils
    own = ("_sqlite_migrations", "sqlite_sequence")
    lax = [table.name for table in utils.tables if not table.strict and table.name not in own]
    assert lax == []


def test_a_file_that_is_no_ledger_is_refused_with_what_to_do(path: Path) -> None:
    path.write_bytes(b"isto nao e um banco de dados" * 100)
    with pytest.raises(LedgerError, match=r"o livro não pôde ser aberto .*Confira se a pasta existe"):
        Ledger.open(path, journal=None)


def test_a_ledger_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="o livro não pôde ser aberto"):
        Ledger.open(tmp_path / "nenhuma" / "livro.db", journal=None)


def test_a_ledger_file_is_as_durable_as_sqlite_can(path: Path) -> None:
    with Ledger.open(path, journal=None) as ledger:
        connection = ledger.database.connection
        found = {
            name: connection.execute(f"pragma {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    assert list(found.values()) == ["wal", 2, 1, 1, 10_000]


def test_a_script_is_split_with_its_triggers_whole() -> None:
    script = "create table a (x);\ncreate trigger t before update on a begin\n  select 1;\nend;\n"
    assert list(statements(script)) == [
        "create table a (x);",
        "create trigger t before update on a begin\n  select 1;\nend;",
    ]


def test_two_spellings_of_a_statement_are_one() -> None:
    assert plain("-- why\nCREATE  INDEX i\n on t (x);") == plain("create index i on t (x)")


def test_the_office_can_look_with_sqlite_utils(path: Path) -> None:
    Ledger.open(path, journal=None).close()
    found = sqlite_utils.Database(path)
    assert {"lancamento", "event", "posting"} <= set(found.table_names())
    found.close()

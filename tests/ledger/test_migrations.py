"""A ledger of every earlier schema is opened, carried over, and says what it said."""

import re
import sqlite3
from pathlib import Path

import pytest

from agent.ledger.copying import damage
from agent.ledger.schema import steps_for
from agent.ledger.store import Ledger
from tests.ledger.dumping import FOLDER, dump, number_of

FIXTURES = sorted(FOLDER.glob("*.sql"))
STEPS = [step.name for step in steps_for("sqlite")]


@pytest.fixture(params=FIXTURES, ids=[file.stem for file in FIXTURES])
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A ledger file as that schema left it, told by the program of its time: see tests.ledger.dumping."""
    return _laid(path, request.param.read_text(encoding="utf-8"))


def _laid(path: Path, sql: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    return path


def _rows(path: Path) -> dict[str, int]:
    """How many rows each table holds."""
    connection = sqlite3.connect(path)
    names = connection.execute("select name from sqlite_master where type = 'table' and name not like '%sqlite%'")
    counts = {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in names.fetchall()}
    connection.close()
    return counts


def _said(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a person could be told by the old tables."""
    queries = {
        "events": "select seq, at, actor, kind, body, hash from event order by seq",
        "postings": "select txn, lancamento_id, account, valor, linha_retorno_id, effective from posting order by id",
        "entries": "select id, state, numero_autorizacao, valor_lancado, movimento from lancamento order by id",
        "lines": "select id, valor_informado, valor_liberado, valor_glosa, fingerprint, withdrawn_at"
        " from linha_retorno order by id",
        "matches": "select id, lancamento_id, linha_retorno_id, liberado, glosa, state from match order by id",
        "months": "select id, state, version from mes order by id",
        "people": "select lancamento_id, beneficiario, numero_carteira, observacao from pessoa order by lancamento_id",
    }
    return {name: [tuple(row) for row in connection.execute(query)] for name, query in queries.items()}


def test_an_earlier_ledger_says_what_it_said(old: Path) -> None:
    connection = sqlite3.connect(old)
    before = _said(connection)
    connection.close()
    with Ledger.open(old, journal=None, durable=False) as ledger:
        after = _said(ledger.database.connection)
        assert sorted(ledger.database.applied()) == STEPS
        assert ledger.database.connection.execute("pragma foreign_keys").fetchone() == (1,)
        assert (ledger.checks.violations(), ledger.auditor.audit().findings) == ([], ())
    assert after == before
    assert all(before.values())
    assert damage(old) == ()


def test_every_schema_that_a_program_left_behind_has_its_ledger() -> None:
    """Two steps after the newest ledger: the schema between them may be in an office, and is not tried here."""
    known = re.findall(r"'faturista','(\d{4}_\w+)'", FIXTURES[-1].read_text(encoding="utf-8"))
    missing = [name for name in STEPS if name not in known]
    assert len(set(map(number_of, missing))) <= 1, f"at the commit before {missing[-1]}: python -m tests.ledger.dumping"


def test_each_ledger_is_named_after_its_newest_step_and_has_rows_of_every_kind(tmp_path: Path) -> None:
    for number, fixture in enumerate(FIXTURES):
        sql = fixture.read_text(encoding="utf-8")
        newest = max(re.findall(r"'faturista','(\d{4}_\w+)'", sql))
        assert number_of(newest) == fixture.stem
        assert [name for name, rows in _rows(_laid(tmp_path / f"{number}.db", sql)).items() if rows == 0] == []


def test_the_ledger_that_the_next_migration_will_need_has_rows_of_every_kind(path: Path) -> None:
    assert [name for name, rows in _rows(_laid(path, dump())).items() if rows == 0] == []


def test_an_earlier_ledger_takes_back_what_it_could_not_before(old: Path) -> None:
    with Ledger.open(old, journal=None, durable=False) as ledger:
        connection = ledger.database.connection
        connection.execute(
            "update linha_retorno set valor_informado = -1, valor_liberado = -1, valor_glosa = 0 where id = 1"
        )
        with pytest.raises(sqlite3.IntegrityError, match="linha_retorno_liberado"):
            connection.execute("update linha_retorno set valor_informado = 1, valor_liberado = -1, valor_glosa = 2")
        with pytest.raises(sqlite3.IntegrityError, match="nunca é apagado"):
            connection.execute("delete from match")


def test_a_problem_of_an_earlier_ledger_has_an_owner_and_a_term(old: Path) -> None:
    connection = sqlite3.connect(old)
    terms = connection.execute("select coalesce(due_at, substr(opened_at, 1, 10)) from problem order by id").fetchall()
    connection.close()
    with Ledger.open(old, journal=None, durable=False) as ledger:
        problems = ledger.problems.of(ledger.months.all()[0], closed=True)
        assert [(problem.due_at,) for problem in problems] == terms
        assert (problems[0].owner, problems[0].state) == ("escritório", "accepted")

"""A ledger of every earlier schema is opened, carried over, and says what it said."""

import sqlite3
from pathlib import Path

import pytest

from agent.ledger.schema import steps_for
from agent.ledger.store import Ledger

FIXTURES = sorted((Path(__file__).parent / "esquemas").glob("*.sql"))


@pytest.fixture(params=FIXTURES, ids=[file.stem for file in FIXTURES])
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A ledger file as that schema left it: the whole story of tests.ledger.story, told by the program of its time."""
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    return path


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
    }
    return {name: [tuple(row) for row in connection.execute(query)] for name, query in queries.items()}


def test_an_earlier_ledger_says_what_it_said(old: Path) -> None:
    connection = sqlite3.connect(old)
    before = _said(connection)
    connection.close()
    with Ledger.open(old, journal=None, durable=False) as ledger:
        after = _said(ledger.database.connection)
        assert ledger.database.applied() == [step.name for step in steps_for("sqlite")]
        assert ledger.database.connection.execute("pragma foreign_keys").fetchone() == (1,)
        assert (ledger.checks.violations(), ledger.auditor.audit().findings) == ([], ())
    assert after == before


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


def test_a_problem_of_an_earlier_ledger_is_the_office_s_and_due(old: Path) -> None:
    with Ledger.open(old, journal=None, durable=False) as ledger:
        (problem,) = ledger.problems.of(ledger.months.all()[0], closed=True)
        assert (problem.owner, problem.due_at, problem.state) == ("escritório", problem.opened_at[:10], "accepted")

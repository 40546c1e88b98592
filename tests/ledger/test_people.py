"""Whom a return line is about: known only where no entry says what the line says, apart from it, and erased."""

from typing import Any

import pytest

from agent.ledger.canonical import canonical
from agent.ledger.sqlite import SqliteDatabase
from agent.model.demonstrativo import Demonstrativo
from tests.leaks import OF_ENTRIES
from tests.ledger.office import Office, demonstrativo, linha

NAME, CARD = "Canária Inventada", "00998877665544332"
NAMED = {"beneficiario": NAME, "numero_carteira": CARD}
NOBODY = {"beneficiario": "", "numero_carteira": ""}


def _told(office: Office, **person: Any) -> Demonstrativo:
    """A launched entry's line, and one under an authorisation that nobody knows."""
    one = next(iter(office.ledger.entries.of(office.mes)))
    return demonstrativo(
        linha(1, one, liberado=6500, **person), linha(2, one, liberado=6500, numero_autorizacao="900001", **person)
    )


@pytest.fixture
def told(office: Office) -> Office:
    """An office that read a return which names people."""
    office.launched(*office.entries(1))
    office.ledger.returns.import_(office.mes, _told(office, **NAMED))
    return office


def _kept(office: Office) -> list[tuple[object, ...]]:
    rows = office.sql(
        "select r.linha, p.beneficiario, p.numero_carteira"
        " from pessoa_retorno p join linha_retorno r on r.id = p.linha_retorno_id"
    )
    return [tuple(row) for row in rows.fetchall()]


def _everything_but_people(office: Office) -> str:
    catalogue: dict[str, str] = {
        "sqlite": "select name from sqlite_master where type = 'table'",
        "postgres": "select tablename from pg_tables where schemaname = current_schema()",
    }
    names = [str(name) for (name,) in office.sql(catalogue[office.ledger.database.engine]).fetchall()]
    rows: Any = [[tuple(r) for r in office.sql(f"select * from {n}").fetchall()] for n in names if n not in OF_ENTRIES]
    return repr(rows) + canonical([event.body for event in office.ledger.events.all()])


def test_only_of_a_line_that_no_entry_repeats_it_is_kept_whom_it_is_about(told: Office) -> None:
    assert _kept(told) == [(2, NAME, CARD)]


def test_no_other_table_and_no_event_knows_them(told: Office) -> None:
    text = _everything_but_people(told)
    assert ("900001" in text, NAME in text, CARD in text) == (True, False, False)


def test_a_line_is_the_same_line_whoever_is_named(told: Office) -> None:
    for person in (NOBODY, {**NAMED, "beneficiario": "Outra"}, NAMED):
        assert not told.ledger.returns.import_(told.mes, _told(told, **person)).new
    assert _kept(told) == [(2, NAME, CARD)]


def test_they_are_forgotten_with_the_people_of_the_month(told: Office) -> None:
    assert told.ledger.entries.forget_people(told.mes) == 2
    assert _kept(told) == []
    told.ledger.returns.import_(told.mes, _told(told, **NAMED))
    assert _kept(told) == []
    database = told.ledger.database
    if isinstance(database, SqliteDatabase):
        left = database.image().decode("utf-8", "replace")
        assert ("900001" in left, NAME in left, CARD in left) == (True, False, False)

"""A patient's name, card and remark stand in two tables, and nowhere once they are erased."""

import json

import pytest

from agent.ledger.canonical import canonical
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from tests.leaks import OF_ENTRIES
from tests.ledger.office import Clock, Office, lancamento
from tests.ledger.story import live

CANARIES = [
    word for n in range(1, 9) for word in (f"Beltrana Inventada {n}", f"007{n:04d}", f"Observação {n} sobre a paciente")
]


def _tables(office: Office) -> list[str]:
    catalogue = {
        "sqlite": "select name from sqlite_master where type = 'table'",
        "postgres": "select tablename from pg_tables where schemaname = current_schema()",
    }[office.ledger.database.engine]
    return [str(name) for (name,) in office.sql(catalogue).fetchall()]


def _found(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


def test_no_table_but_two_knows_a_patient(office: Office) -> None:
    office.ledger.leases.release(office.lease)
    live(office.ledger)
    everything = {
        table: repr([tuple(row) for row in office.sql(f"select * from {table}").fetchall()])
        for table in _tables(office)
        if table not in OF_ENTRIES
    }
    assert {table: _found(text) for table, text in everything.items() if _found(text)} == {}
    assert "Ana" in everything["event"]


def test_the_journal_knows_no_patient(office: Office) -> None:
    office.ledger.leases.release(office.lease)
    live(office.ledger)
    text = json.dumps(office.ledger.journal.facts(), ensure_ascii=False)
    assert ("000001" in text, _found(text)) == (True, [])


def test_the_events_of_a_month_know_no_patient(office: Office) -> None:
    office.ledger.leases.release(office.lease)
    mes = live(office.ledger)
    told = office.ledger.events.all(mes.id)
    assert (len(told) > 30, _found(canonical([event.body for event in told]))) == (True, [])


@pytest.mark.parametrize("change", ["erased", "corrected"])
def test_an_erased_person_is_not_left_in_a_free_page(change: str) -> None:
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        office = Office.at(ledger, Clock(), lambda: ledger)
        office.entries(8)
        database = ledger.database
        assert isinstance(database, SqliteDatabase)
        before = _found(database.image().decode("utf-8", "replace"))
        if change == "erased":
            ledger.entries.forget_people(office.mes)
        else:
            office.import_(*(lancamento(n, beneficiario="x", numero_carteira="y") for n in range(1, 9)))
        after = _found(database.image().decode("utf-8", "replace"))
    assert (len(before), after) == (16, [])

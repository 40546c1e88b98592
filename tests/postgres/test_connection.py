"""A connection is lost, a process stands still within a transaction, a server does not let us in."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from agent.ledger.postgres import PostgresDatabase
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import LedgerAway, LedgerError
from tests.ledger.office import ACCOUNT, CLINICA, OUTUBRO, PORTAL, TTL
from tests.postgres.server import database_url, free_port

DESEMBRO = Competencia(2026, 12)


@pytest.fixture
def ledger(banco: str) -> Iterator[Ledger]:
    """A ledger that a worker of the office has open, by the server's clock."""
    with Ledger.open(banco, journal=None) as ledger:
        yield ledger


@pytest.fixture
def other(banco: str) -> Iterator[Ledger]:
    """Another worker's."""
    with Ledger.open(banco, journal=None) as ledger:
        yield ledger


def cut(ledger: Ledger, by: Ledger) -> None:
    """The server ends one's connection, as its own end would."""
    number = ledger.database.connection.info.backend_pid
    by.database.connection.execute("select pg_terminate_backend(%s, 5000)", (number,))


def test_what_is_asked_after_the_connection_was_lost_is_asked_again(ledger: Ledger, other: Ledger) -> None:
    ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
    cut(ledger, by=other)

    assert [mes.competencia for mes in ledger.months.all()] == [OUTUBRO]


def test_what_is_written_after_the_connection_was_lost_is_written_once(ledger: Ledger, other: Ledger) -> None:
    cut(ledger, by=other)

    ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)

    assert [event.kind for event in other.events.all()] == ["mes.aberta"]


def test_a_connection_lost_within_a_transaction_writes_nothing_of_it(ledger: Ledger, other: Ledger) -> None:
    ledger.leases.take(PORTAL, ACCOUNT, "um", TTL)

    def die(name: str) -> None:
        if name == "ledger.months.open:middle":
            cut(ledger, by=other)

    dying = Ledger.open(ledger.database, journal=None, hook=die)
    with pytest.raises(LedgerAway):
        dying.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)

    assert (other.months.all(), ledger.months.all()) == ([], [])
    assert ledger.checks.verify_chain().intact


def test_a_process_frozen_within_a_transaction_holds_nobody_up_and_its_write_is_refused(
    ledger: Ledger, other: Ledger
) -> None:
    ledger.database.connection.execute("set idle_in_transaction_session_timeout = '100ms'")

    def freeze(name: str) -> None:
        if name == "ledger.months.open:middle":
            other.months.open(CLINICA, PORTAL, ACCOUNT, DESEMBRO)

    frozen = Ledger.open(ledger.database, journal=None, hook=freeze)
    with pytest.raises(LedgerAway):
        frozen.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)

    assert [mes.competencia for mes in other.months.all()] == [DESEMBRO]


def test_leases_go_by_the_servers_clock(ledger: Ledger) -> None:
    before = ledger.database.clock()
    lease = ledger.leases.take(PORTAL, ACCOUNT, "um", timedelta(hours=1))
    after = ledger.database.clock()

    seen = ledger.database.connection.execute("select until::timestamptz - interval '1 hour' from lease").fetchone()
    assert seen is not None
    assert before - timedelta(milliseconds=1) <= seen[0] <= after
    ledger.leases.check(lease)


def test_what_the_server_refuses_is_told_without_the_row(ledger: Ledger) -> None:
    with pytest.raises(LedgerError) as refused, ledger.leases._writer.transaction("tests.write"):
        ledger.database.connection.execute(
            "insert into waiting (kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise,"
            " opened_at, state) values ('x', '', '', '', '', '', '', 'Beltrana', '', '', '', 'errado')"
        )

    assert str(refused.value) == (
        "livro, tests.write: o livro recusou a gravação"
        ' (new row for relation "waiting" violates check constraint "waiting_state"). Nada foi gravado.'
    )


def away(url: str) -> str:
    with pytest.raises(LedgerAway) as error:
        PostgresDatabase.at(url)
    return str(error.value)


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    port = free_port()

    assert away(f"postgresql://ana:segredo@127.0.0.1:{port}/faturista") == (
        f"postgresql://127.0.0.1:{port}/faturista: o servidor do livro não responde."
        " Confira se o PostgreSQL está no ar e se este computador o alcança; depois rode o comando de novo."
    )


def test_a_database_that_is_not_there_is_told_with_the_way_to_make_it(server_url: str) -> None:
    said = away(database_url(server_url, "nenhum"))

    assert said.endswith(
        "/nenhum: o servidor do livro não tem este banco ou este usuário."
        " Confira o endereço, ou crie o banco com: createdb faturista"
    )


def test_a_wrong_password_is_told(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object, **_more: object) -> None:
        raise psycopg.OperationalError('connection failed: FATAL:  password authentication failed for user "ana"')

    monkeypatch.setattr(psycopg, "connect", refused)

    assert away("postgresql://ana:segredo@servidor/faturista") == (
        "postgresql://servidor/faturista: o servidor do livro recusou o usuário ou a senha."
        " Confira a senha em ~/.pgpass ou em FATURISTA_BANCO."
    )


def test_an_address_that_is_none_is_told() -> None:
    assert away("postgresql://servidor/faturista?port=x&nada=1").startswith(
        "postgresql://servidor/faturista: o endereço do livro não está bem escrito."
    )


def test_a_server_that_stays_away_is_waited_for_and_then_told(banco: str) -> None:
    database = PostgresDatabase.at(banco, patience=timedelta(0))
    database.connection.close()
    database._url = f"postgresql://127.0.0.1:{free_port()}/faturista"

    with pytest.raises(LedgerAway), Ledger.open(database, journal=None) as ledger:
        ledger.months.all()

"""An office goes from its file to a server by one command, and keeps copies that bring it back."""

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import psycopg
import pytest

from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.banco import VARIABLE
from agent.config.office import Office
from agent.ledger.moving import move_to_server
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.ledger.tables import Content, contents, tables_of
from tests.bench.ledgers import sound_ledger
from tests.ledger.office import ACCOUNT, PORTAL
from tests.ledger.story import live
from tests.schedule.office import office_in

MANY = 1_000_000


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office in the current folder whose ledger, in its file, has lived through all that a ledger can."""
    office = office_in(tmp_path / "escritorio")
    with open_books(office) as ledger:
        live(ledger)
    monkeypatch.chdir(office.folder)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.delenv(VARIABLE, raising=False)
    return office


def held(where: Office) -> dict[str, Content]:
    """What every table of the office's ledger holds."""
    with closing(SqliteDatabase.memory()) as model:
        tables = tables_of(model)
    with open_books(where) as ledger:
        return contents(ledger.database, tables)


def migrar(banco: str) -> int:
    return run(command, ["migrar", "--para", banco])


def test_the_ledger_moves_whole_and_its_file_is_kept_aside(
    office: Office, empty_banco: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = held(office)

    code = migrar(empty_banco)

    said = capsys.readouterr().out
    rows = sum(content.rows for content in before.values())
    assert (code, re.sub(r"\d{8}-\d{6}", "AGORA", said).splitlines()[0]) == (
        0,
        f"Livro mudado e conferido: {rows} linhas de {len(before)} tabelas, {before['event'].rows} eventos; os dois"
        " lados são iguais, com a corrente e as somas.",
    )
    assert held(replace(office, banco=empty_banco)) == before
    assert (office.livro.exists(), office.livro_mudado is not None) == (False, True)
    monkeypatch.setenv(VARIABLE, empty_banco)
    assert [run(command, [word]) for word in ("auditar", "fila", "agenda")] == [0, 0, 1]
    assert not office.livro.exists()


def test_a_ledger_that_moved_goes_on_with_numbers_of_its_own(office: Office, empty_banco: str) -> None:
    migrar(empty_banco)

    with open_books(replace(office, banco=empty_banco)) as ledger:
        lease = ledger.leases.take(PORTAL, "outro-acesso", "um", timedelta(minutes=1))
        ledger.leases.release(lease)
        mes = ledger.months.open("nova", PORTAL, "acesso-9", ledger.months.all()[0].competencia)
        assert (mes.id, ledger.checks.violations(), ledger.checks.verify_chain().intact) == (2, [], True)


def test_a_machine_that_was_not_told_begins_no_second_ledger(
    office: Office, empty_banco: str, capsys: pytest.CaptureFixture[str]
) -> None:
    migrar(empty_banco)
    capsys.readouterr()

    code = run(command, ["fila"])

    assert (code, office.livro.exists(), capsys.readouterr().err) == (
        2,
        False,
        "Erro: o livro deste escritório foi mudado para PostgreSQL, e este computador não sabe o endereço.\n"
        f"Onde: {office.livro_mudado}\n"
        'O que fazer: Defina FATURISTA_BANCO, ou "banco" na seção [escritorio] do faturista.toml.\n',
    )


def refused(office: Office, banco: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a refusal says; the file is where it was."""
    capsys.readouterr()
    code = migrar(banco)
    assert (code, office.livro.exists(), office.livro_mudado) == (2, True, None)
    return capsys.readouterr().err.rpartition("…\n")[2]


def test_nothing_moves_while_a_run_is_at_work(
    office: Office, empty_banco: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_books(office) as ledger:
        ledger.leases.take(PORTAL, ACCOUNT, "um", timedelta(minutes=1))

    assert refused(office, empty_banco, capsys) == (
        "Erro: um faturista está trabalhando neste livro\n"
        "O que fazer: Pare o servir, espere ele terminar e rode de novo.\n"
    )


def test_nothing_moves_while_another_program_has_the_file_open(
    office: Office, empty_banco: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(office.livro)) as other:
        other.execute("select count(*) from mes").fetchone()

        said = refused(office, empty_banco, capsys)

    assert said.startswith("Erro: outro programa está com o livro aberto\n")


def test_nothing_moves_into_a_database_that_has_a_ledger(
    office: Office, banco: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_books(replace(office, banco=banco)) as ledger:
        ledger.leases.release(ledger.leases.take(PORTAL, ACCOUNT, "um", timedelta(minutes=1)))

    assert refused(office, banco, capsys).startswith("Erro: o banco já tem um livro (")


def test_a_move_that_ends_otherwise_leaves_the_database_empty(
    office: Office, banco: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with psycopg.connect(banco, autocommit=True) as spoiler:
        spoiler.execute(
            "create function spoil() returns trigger language plpgsql as"
            " 'begin new.text := new.text || ''!''; return new; end'"
        )
        spoiler.execute("create trigger spoil before insert on turn for each row execute function spoil()")

    said = refused(office, banco, capsys)

    assert said.startswith("Erro: as tabelas turn não ficaram iguais nos dois lados\n")
    assert sum(content.rows for content in held(replace(office, banco=banco)).values()) == 0


def test_a_password_on_the_command_line_is_refused(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(office, "postgresql://ana:segredo@servidor/livro", capsys) == (
        "Erro: a senha do banco não se escreve aqui; ponha-a em ~/.pgpass ou em FATURISTA_BANCO.\n"
        "Onde: --para\n"
        "O que fazer: Outros veem o que se escreve na linha de comando.\n"
    )


@pytest.fixture
def served(office: Office, empty_banco: str, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same office, moved to a server."""
    migrar(empty_banco)
    monkeypatch.setenv(VARIABLE, empty_banco)
    return replace(office, banco=empty_banco)


def test_a_copy_of_the_server_is_a_file_that_brings_it_back(served: Office, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(served)
    capsys.readouterr()
    copied = (run(command, ["copia", "--json"]), json.loads(capsys.readouterr().out))
    with open_books(served) as ledger:
        ledger.months.open("depois", PORTAL, "acesso-9", ledger.months.all()[0].competencia)

    checked = run(command, ["copia", "--conferir"])
    restored = run(command, ["copia", "--restaurar", Path(copied[1]["file"]).name])

    assert (copied[0], copied[1]["events"], checked, restored) == (0, before["event"].rows, 0, 0)
    assert held(served) == before
    with psycopg.connect(served.banco) as connection:
        kept = connection.execute("select schema_name from information_schema.schemata where schema_name like 'livro%'")
        (schema,) = kept.fetchone() or ("",)
        months = connection.execute(f"select count(*) from {schema}.mes".encode()).fetchone()
    assert months == (before["mes"].rows + 1,)


@pytest.mark.long
def test_an_office_of_a_million_entries_moves_with_equal_totals_and_the_same_end_of_chain(
    tmp_path: Path, empty_banco: str
) -> None:
    livro = tmp_path / "livro.db"
    sound_ledger(livro, MANY)
    with Ledger.open(livro, journal=None) as ledger:
        anchor, sums = ledger.checks.anchor(), _sums(ledger)
    began = perf_counter()
    moved = move_to_server(livro, empty_banco, tmp_path / "ao-lado.db")
    print(f"{moved.rows:,} linhas de {moved.tables} tabelas em {perf_counter() - began:.0f} s")
    with Ledger.open(empty_banco, journal=None) as ledger:
        assert (ledger.checks.anchor(), _sums(ledger)) == (anchor, sums)
        assert (ledger.checks.violations(), moved.anchor) == ([], anchor)


def _sums(ledger: Ledger) -> list[tuple[object, ...]]:
    """What every account holds, over all entries."""
    query = "select account, count(*), cast(sum(valor) as bigint) from posting group by account order by account"
    return [tuple(row) for row in ledger.database.connection.execute(query).fetchall()]

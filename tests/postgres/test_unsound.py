"""A server's ledger that was emptied stops every machine of the office; a copy that one put back stops no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from agent.accounting.auditing import audit_office
from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.banco import VARIABLE, shown
from agent.config.office import Office
from agent.ledger.anchors import Anchors
from agent.model.competencia import Competencia
from agent.model.errors import LedgerError
from agent.model.point import utc_now
from tests.ledger.office import ACCOUNT, PORTAL
from tests.schedule.office import office_in


def machine(folder: Path, banco: str) -> Office:
    """A computer of the office: a folder and a journal of its own."""
    return replace(office_in(folder), banco=banco)


def something_happens(office: Office, month: int) -> None:
    with open_books(office) as ledger:
        ledger.months.open("sorriso", PORTAL, ACCOUNT, Competencia(2026, month))


@pytest.fixture
def one(tmp_path: Path, banco: str, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The first computer of an office that has worked."""
    monkeypatch.setenv(VARIABLE, banco)
    office = machine(tmp_path / "um", banco)
    something_happens(office, 1)
    return office


def test_a_server_with_an_empty_ledger_stops_who_kept_a_hash_of_another(one: Office, empty_banco: str) -> None:
    assert audit_office(one, utc_now()).intact
    elsewhere = replace(one, banco=empty_banco)
    one.livro.parent.mkdir(exist_ok=True)
    told = []
    for file_too in (False, True):
        if file_too:
            one.livro.write_bytes(b"")
        with pytest.raises(LedgerError) as caught:
            something_happens(elsewhere, 2)
        told.append(caught.value)
    no_copy = "Não há cópia boa na pasta copias. Chame quem instalou o faturista; não apague nada."
    assert {error.where for error in told} == {shown(empty_banco)}
    assert told[0].what.startswith(
        "este livro não é o do escritório: tem 0 eventos e nenhum dos que já foram conferidos"
    )
    assert [error.do for error in told] == [
        no_copy,
        f"Se o livro ainda é o arquivo {one.livro}, mude-o para o servidor: faturista migrar. Senão: {no_copy}",
    ]


def test_a_copy_that_one_machine_put_back_stops_no_other_though_it_knows_nothing_of_it(
    one: Office, tmp_path: Path
) -> None:
    assert run(command, ["copia", "--pasta", str(one.folder)]) == 0
    other = machine(tmp_path / "dois", one.banco)
    something_happens(other, 2)
    audit_office(other, utc_now())
    (copy,) = one.copias.glob("livro-*.sqlite3")

    assert run(command, ["copia", "--restaurar", copy.name, "--pasta", str(one.folder)]) == 0

    with open_books(other) as ledger:
        assert [ledger.checks.knows(hash_) for hash_ in Anchors.beside(other.diario).hashes()] == [False]
    something_happens(other, 3)
    assert run(command, ["copia", "--pasta", str(other.folder)]) == 0

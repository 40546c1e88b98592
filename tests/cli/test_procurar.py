"""faturista procurar: from a number to the entries that it is about."""

import json
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.ledger.store import Ledger
from agent.model.answer import Confirmed, Recibo
from tests.ledger.office import Clock, Office, movimento
from tests.schedule.office import office_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office whose ledger has two entries of one lote, as the portal's record showed them."""
    office = office_in(tmp_path)
    clock = Clock()
    office.livro.parent.mkdir(parents=True, exist_ok=True)
    with Ledger.open(office.livro, journal=None, clock=clock) as ledger:
        month = Office.at(ledger, clock, lambda: ledger)
        entries = month.entries(2)
        recibos = tuple(Recibo(e.lancamento, f"88000{e.id}", 6500, "240101") for e in entries)
        ledger.attempts.confirm(month.intent(*entries), Confirmed("ok", recibos))
        facts = {"protocolo": "240101", "lote": "55001", "situacao": "Recebido"}
        month.read(*(movimento(e, movimento=f"88000{e.id}", **facts) for e in entries))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("numero", "found"), [("55001", [1, 2]), ("880002", [2])])
def test_a_number_is_answered_with_its_entries_and_where_the_operadora_has_them(
    numero: str, found: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(command, ["procurar", numero, "--json"])
    body = json.loads(capsys.readouterr().out)
    assert (code, body["lancamentos"]) == (
        0,
        [
            {
                "clinica": "sorriso",
                "portal": "ipasem",
                "competencia": "2026-10",
                "autorizacao": f"00000{number}",
                "codigo": "10101012",
                "data": "2026-10-05",
                "situacao": "lancada",
                "protocolo": "240101",
                "lote": "55001",
                "conta": f"88000{number}",
                "no_portal": "Recebido",
                "valor": 6500,
            }
            for number in found
        ],
    )


@pytest.mark.usefixtures("folder")
def test_a_person_reads_them_as_a_table_without_a_patient(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, ["procurar", "55001"]) == 0
    said = capsys.readouterr().out
    assert ("880001" in said, "Recebido" in said, "Beltrana" in said) == (True, True, False)


@pytest.mark.usefixtures("folder")
def test_a_number_that_nothing_has_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, ["procurar", "777"]) == 0
    assert capsys.readouterr().out.strip() == 'O livro não tem nenhum lançamento com o número "777".'

"""faturista fila shows what waits for a person and takes the answers that need no browser."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from tests.ledger.by_itself import ASKED
from tests.schedule.office import office_in

STATE = "ab12" * 16
CLOSE = replace(
    ASKED,
    kind="aprovar",
    competencia="2026-10",
    step="fechar",
    ref="plano",
    subject=STATE,
    seen="Fechar c0 em ipasem, 10/2026\n3 lançamentos no portal, R$ 195,00",
    asked="confira e aprove",
    otherwise="o prazo se perde",
    until="2026-11-09T21:00:00.000Z",
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office in the current folder, where a sign-in and an approval wait."""
    office = office_in(tmp_path)
    with open_books(office) as ledger:
        ledger.queue.ask(ASKED)
        ledger.queue.ask(CLOSE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    return office


@pytest.mark.usefixtures("office")
def test_each_item_says_what_is_seen_and_asked_and_what_happens_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["fila"])

    lines = capsys.readouterr().out.splitlines()
    assert (code, lines[1:]) == (
        1,
        [
            "      3 lançamentos no portal, R$ 195,00",
            f"      Estado: {STATE}",
            "      Pede-se: confira e aprove",
            "      Senão: o prazo se perde",
            '   1  sorriso, ipasem: O portal mostra "Não sou um robô".',
            "      Pede-se: Faça a entrada: faturista atender",
            "      Senão: Nada é lançado nesta clínica.",
        ],
    )


def test_an_approval_by_its_whole_state_is_kept_with_who_gave_it(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(command, ["fila", "--aprovar", STATE, "--json"])

    kinds = [item["kind"] for item in json.loads(capsys.readouterr().out)["fila"]]
    with open_books(office) as ledger:
        answered = ledger.queue.answered("aprovar", "sorriso", "ipasem", "2026-10", STATE)
    assert (code, kinds, answered) == (1, ["entrar"], ("sim", "ana"))


def test_the_last_answer_leaves_nobody_waiting(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [run(command, ["fila", "--feito", "1"]), run(command, ["fila", "--negar", STATE])]

    assert (codes, capsys.readouterr().out.splitlines()[-1]) == ([1, 0], "Nada espera por uma pessoa.")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--feito", "2"], "Erro: uma aprovação se dá pelo estado."),
        (["--feito", "9"], "Erro: o item 9 da fila não está aberto"),
        (["--aprovar", "ab12ab"], "Erro: nada espera aprovação com este estado."),
    ],
)
def test_what_cannot_be_answered_so_is_told(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(command, ["fila", *words]) != 0, capsys.readouterr().err.splitlines()[0]) == (True, told)

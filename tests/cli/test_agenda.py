"""faturista agenda shows what comes next and why, and says where nothing runs by itself."""

import json
from pathlib import Path

import pytest

from agent.cli import agenda
from agent.cli.edge import run
from agent.cli.main import command
from tests.schedule.notation import at
from tests.schedule.office import BARE, office_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with an agenda, on the 3rd of November at nine."""
    office = office_in(tmp_path)
    (office.entrada("sorriso") / "outubro.csv").write_text("qualquer coisa", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setattr(agenda, "utc_now", lambda: at("03/11 09:00"))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_each_month_s_next_step_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["agenda", "--clinica", "sorriso"])

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert (code, lines[4], lines[-1]) == (
        0,
        ["sorriso", "ipasem", "10/2026", "ler", "agora", "09/11", "18:00", "há", "planilha", "nova"],
        ["sorriso", "em", "cassind:", "sem", "agenda", "no", "faturista.toml;", "nada", "é", "feito", "sozinho"],
    )


@pytest.mark.usefixtures("folder")
def test_what_waits_for_a_person_ends_with_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["agenda", "--clinica", "passo-firme", "--json"])

    body = json.loads(capsys.readouterr().out)
    assert (code, body["proximos"][0]) == (
        1,
        {
            "clinica": "passo-firme",
            "portal": "ipasem",
            "competencia": "2026-10",
            "situacao": "pessoa",
            "passo": "ler",
            "tentativa": 0,
            "quando": None,
            "ate": "2026-11-09T18:00:00-03:00",
            "por_que": "espera a planilha em entrada/passo-firme",
        },
    )


def test_an_office_without_an_agenda_is_told_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "faturista.toml").write_text(BARE, encoding="utf-8")

    code = run(command, ["agenda", "--json"])

    assert (code, len(json.loads(capsys.readouterr().out)["sem_agenda"])) == (0, 3)


@pytest.mark.usefixtures("folder")
def test_a_clinic_that_does_not_exist_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(command, ["agenda", "--clinica", "soriso"]), "Você quis dizer" in capsys.readouterr().err) == (2, True)

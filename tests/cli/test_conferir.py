"""faturista conferir --json over the ten sample files, scored as other files of their kind are."""

import json
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from tests.spreadsheets import amostras
from tests.spreadsheets.amostras.adapter import Json, as_expected
from tests.spreadsheets.amostras.judge import Verdict, judge

FOLDER = Path(amostras.__file__).parent
FILES = sorted(path.name for path in (FOLDER / "arquivos").iterdir())


Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that is no office's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)


def answer(out: Capture, path: Path, *options: str) -> tuple[int, Json]:
    """The exit code and the JSON of `faturista conferir`, with the adapter's words when it could be read."""
    code = run(command, ["conferir", str(path), "--clinica", "vale", "--hoje", "2026-11-21", "--json", *options])
    found: Json = json.loads(out.readouterr().out)
    if "erro" in found:
        return code, {"status": "error", "message": found["erro"], "entries": []}
    return code, {**as_expected(found), "previsoes": found["previsoes"], "copia": found["copia"]}


@pytest.mark.parametrize("name", FILES)
def test_the_command_reads_each_sample_as_a_careful_clerk_would(name: str, capsys: Capture) -> None:
    expected = json.loads((FOLDER / "esperado" / f"{name}.json").read_text(encoding="utf-8"))
    _, found = answer(capsys, FOLDER / "arquivos" / name)
    assert judge(expected, found) == Verdict()


def test_the_copy_for_the_clinic_is_written_where_it_was_asked_for(capsys: Capture, tmp_path: Path) -> None:
    name = next(name for name in FILES if name.startswith("H16"))
    target = tmp_path / "volta.xlsx"
    code, found = answer(capsys, FOLDER / "arquivos" / name, "--copia", str(target))
    assert (code, found["copia"], target.is_file()) == (1, str(target), True)

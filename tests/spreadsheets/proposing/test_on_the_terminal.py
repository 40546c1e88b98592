"""faturista mapear with a person before it: five rows as they would be read, and each question on the terminal."""

from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.cli.terminal import Terminal
from mappings.sheet import load_mapping
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, xlsx


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that is no office's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)


def mapear(path: Path, target: Path) -> int:
    return run(command, ["mapear", str(path), "--clinica", "vale", "--saida", str(target), "--hoje", "2026-11-21"])


def test_five_rows_are_shown_as_they_would_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(2678555 + n, *ROW[1:]) for n in range(7)]
    assert mapear(xlsx(tmp_path, HEADING, *rows), tmp_path / "vale.toml") == 0
    shown = [line for line in capsys.readouterr().out.splitlines() if ROW[2] in line]
    assert [
        [part for part in (str(2678555 + n), "05/10/2026", "50000616", "65,00") if part in line]
        for n, line in enumerate(shown)
    ] == [[str(2678555 + n), "05/10/2026", "50000616", "65,00"] for n in range(5)]


def test_what_is_unclear_is_asked_on_the_terminal_and_the_answer_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter(("1",))

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr(Terminal, "ask", property(lambda _terminal: ask))
    path = xlsx(tmp_path, (*HEADING[:5], "Montante"), *((2678555 + n, *ROW[1:]) for n in range(3)), name="10-2026.xlsx")
    assert mapear(path, tmp_path / "vale.toml") == 0
    assert asked == [
        "[aba Plan1] De qual convênio é esta tabela? Nem a aba, nem os títulos, nem o nome do arquivo dizem."
        "\n  1. cassind\n  2. ipasem\n> "
    ]
    assert load_mapping(tmp_path / "vale.toml").portal == "cassind"

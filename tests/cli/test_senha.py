"""A password typed at the terminal is typed twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from tests.config.office_file import write_office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a key of its own outside it and a person at the terminal."""
    folder = write_office(tmp_path / "escritorio")
    key = tmp_path / "chave"
    key.write_bytes(b"0123456789abcdef")
    key.chmod(0o600)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FATURISTA_CHAVE_ARQUIVO", str(key))
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    prompts: list[str] = []
    answers: Iterator[str] = iter(words)

    def getpass(prompt: str) -> str:
        prompts.append(prompt)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", getpass)
    return prompts


def test_the_same_word_twice_is_kept(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    prompts = typed(monkeypatch, "segredo", "segredo")

    code = run(command, ["senha", "sorriso", "ipasem"])

    vault = open_vault(load_office(office), {"FATURISTA_CHAVE_ARQUIVO": str(tmp_path / "chave")})
    assert (code, vault.password("sorriso", "ipasem")) == (0, Password("segredo"))
    assert prompts == ["Senha (clínica sorriso, portal ipasem, usuário 11111111111): ", "Digite de novo: "]


def test_two_words_are_not(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, "segredo", "segredoo")

    code = run(command, ["senha", "sorriso", "ipasem"])

    assert (code, (office / "cofre").exists(), capsys.readouterr().err) == (
        2,
        False,
        "Erro: as duas senhas não são iguais; nada foi guardado.\nOnde: senha\nO que fazer: Tente de novo.\n",
    )

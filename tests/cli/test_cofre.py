"""faturista cofre tells what is kept without showing it, and changes the key."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.runner.sealing import evidence_of
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from tests.config.office_file import write_office


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office in the current folder, with one password kept; its key lies outside it."""
    folder = write_office(tmp_path / "escritorio")
    key = tmp_path / "chave"
    key.write_bytes(b"0123456789abcdef")
    key.chmod(0o600)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FATURISTA_CHAVE_ARQUIVO", str(key))
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    open_vault(load_office(folder), {"FATURISTA_CHAVE_ARQUIVO": str(key)}).set_password(
        "sorriso", "ipasem", Password("segredo")
    )
    return key


@pytest.mark.usefixtures("key")
def test_what_is_missing_is_told_with_its_command_and_no_secret_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["cofre"])

    seen = capsys.readouterr()
    assert (code, seen.out.splitlines()[-2:], "segredo" in seen.out + seen.err) == (
        1,
        ["Falta: faturista senha sorriso cassind", "Falta: faturista senha passo-firme ipasem"],
        False,
    )


@pytest.mark.usefixtures("key")
def test_a_script_reads_which_login_has_its_password(capsys: pytest.CaptureFixture[str]) -> None:
    run(command, ["cofre", "--json"])

    body = json.loads(capsys.readouterr().out)
    assert body["acessos"][0] == {"clinica": "sorriso", "portal": "ipasem", "senha": True, "sessao": ""}


def test_the_key_is_changed_and_everything_opens_with_the_new_one(
    key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = [run(command, ["cofre", "--trocar-chave"]), run(command, ["cofre", "--json"])]

    out = capsys.readouterr().out
    assert (codes, key.read_bytes() == b"0123456789abcdef") == ([0, 1], False)
    assert out.startswith(f"Chave nova em {key}; 1 segredos cifrados de novo.\n")


@pytest.mark.usefixtures("key")
def test_evidence_that_the_former_key_sealed_opens_after_a_change_and_what_comes_is_sealed_anew() -> None:
    office = load_office(Path.cwd())
    before = [evidence_of(office).write(sha256(b"1").hexdigest(), "html", b"1").read_bytes()]

    code = run(command, ["cofre", "--trocar-chave"])

    files = evidence_of(office)
    after = [files.write(sha256(text).hexdigest(), "html", text).read_bytes() for text in (b"1", b"2")]
    assert (code, files.read(sha256(b"1").hexdigest(), "html"), after[0]) == (0, b"1", before[0])
    assert after[0][18:26] != after[1][18:26]  # the key that each names


def test_a_wrong_key_is_told_before_anything_changes(key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key.write_bytes(b"outra-chave-outra-chave")

    code = run(command, ["cofre", "--trocar-chave"])

    assert (code, key.read_bytes(), "o cofre não abre" in capsys.readouterr().err) == (
        2,
        b"outra-chave-outra-chave",
        True,
    )

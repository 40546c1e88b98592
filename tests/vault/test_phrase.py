"""A phrase opens the vault, is asked for once, stands on no disk, and can be changed both ways at any moment."""

import hashlib
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.config.office import Office
from agent.model.errors import SetupError
from agent.runner.sealing import evidence_of
from agent.vault import phrase
from agent.vault.key import CREDENTIAL, VARIABLE
from agent.vault.opening import keys_of, open_vault
from agent.vault.phrase import changed_to_phrase, keys_by_phrase, place
from agent.vault.vault import Password
from tests.config.office_file import write_office

PHRASE = "cinco palavras que ninguém diz"
OTHER = "outras cinco que também ninguém"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The current folder, one password kept in it, no variable and no other's key."""
    monkeypatch.setattr("agent.vault.sealed._stretched", lambda key, salt: hashlib.sha256(key + salt).digest())
    monkeypatch.setattr(phrase, "_COST", {"time_cost": 1, "memory_cost": 8, "parallelism": 1})
    monkeypatch.setattr(phrase, "_asked", {})
    for name in (VARIABLE, "FATURISTA_PASTA", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("agent.vault.opening.own_folder", lambda: tmp_path / "usuario")
    monkeypatch.setattr("agent.cli.cofre.own_folder", lambda: tmp_path / "usuario")
    office = load_office(write_office(tmp_path / "escritorio"))
    monkeypatch.chdir(office.folder)
    open_vault(office, {}).set_password("sorriso", "ipasem", Password("segredo"))
    evidence_of(office, {}).write(hashlib.sha256(b"1").hexdigest(), "html", b"1")
    return office


class Terminal:
    """A person who types these, one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.typed = list(typed)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("getpass.getpass", lambda *_: self.typed.pop(0))


def _opens(office: Office) -> bool:
    evidence = evidence_of(office, {}).read(hashlib.sha256(b"1").hexdigest(), "html")
    return (open_vault(office, {}).password("sorriso", "ipasem"), evidence) == (Password("segredo"), b"1")


def test_a_phrase_takes_the_key_files_place_and_everything_opens_with_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Terminal(monkeypatch, PHRASE, PHRASE)

    code = run(command, ["cofre", "--frase"])

    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert (code, (tmp_path / "usuario" / "chave").exists(), PHRASE.encode() in written) == (0, False, False)
    assert (_opens(office), person.typed, "1 segredos cifrados com a frase" in capsys.readouterr().out) == (
        True,
        [],
        True,
    )


def test_a_person_is_asked_once_in_a_run_and_may_mistype(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with changed_to_phrase(place(office.cofre), PHRASE, keys_of(office, {})):
        pass
    phrase._asked.clear()
    person = Terminal(monkeypatch, "errada", PHRASE)

    first, second = keys_of(office, {}), keys_of(office, {})

    assert (first == second, person.typed) == (True, [])


def test_three_wrong_phrases_are_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with changed_to_phrase(place(office.cofre), PHRASE, ()):
        pass
    phrase._asked.clear()
    Terminal(monkeypatch, "uma", "duas", "três")

    with pytest.raises(SetupError, match="a frase do cofre não confere"):
        keys_of(office, {})


def test_without_a_terminal_nobody_is_asked_and_systemd_may_bring_the_phrase(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with changed_to_phrase(place(office.cofre), PHRASE, ()):
        pass
    phrase._asked.clear()
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    (tmp_path / CREDENTIAL).write_text(PHRASE + "\n", encoding="utf-8")

    with pytest.raises(SetupError, match="não há ninguém no terminal para dizê-la"):
        keys_of(office, {})
    assert len(keys_of(office, {"CREDENTIALS_DIRECTORY": str(tmp_path)})) == 1
    (tmp_path / CREDENTIAL).write_text(OTHER, encoding="utf-8")
    with pytest.raises(SetupError, match="a frase do cofre não confere"):
        keys_of(office, {"CREDENTIALS_DIRECTORY": str(tmp_path)})


@pytest.mark.parametrize("sealed_anew", [False, True])
def test_a_change_to_a_phrase_that_was_cut_off_opens_and_is_done_again(
    office: Office, monkeypatch: pytest.MonkeyPatch, sealed_anew: bool
) -> None:
    Terminal(monkeypatch, PHRASE, OTHER, OTHER)
    changing = changed_to_phrase(place(office.cofre), PHRASE, keys_of(office, {}))
    changing.__enter__()  # and the process dies within
    if sealed_anew:
        open_vault(office, {}).sealed.seal_anew()
    phrase._asked.clear()
    cut_off = _opens(office)

    code = run(command, ["cofre", "--frase"])

    assert (cut_off, code, _opens(office), len(keys_of(office, {}))) == (True, 0, True, 1)


def test_the_key_goes_back_to_a_file_and_the_phrase_opens_nothing_more(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Terminal(monkeypatch, PHRASE, PHRASE)
    codes = [run(command, ["cofre", "--frase"]), run(command, ["cofre", "--trocar-chave"])]

    assert (codes, place(office.cofre).exists(), _opens(office)) == ([0, 0], False, True)
    assert (tmp_path / "usuario" / "chave").is_file()


def test_a_short_phrase_and_a_named_key_file_are_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Terminal(monkeypatch, "curta", "curta")
    short = run(command, ["cofre", "--frase"])
    monkeypatch.setenv(VARIABLE, str(tmp_path / "usuario" / "chave"))
    named = run(command, ["cofre", "--frase"])

    told = capsys.readouterr().err
    assert (short, named, place(office.cofre).exists(), _opens(office)) == (2, 2, False, True)
    assert ["a frase é curta demais" in told, "a chave vem de um arquivo nomeado" in told] == [True, True]


def test_a_damaged_file_of_the_phrase_is_told(office: Office) -> None:
    place(office.cofre).write_bytes(b"{}")

    with pytest.raises(SetupError, match="o arquivo da frase do cofre está danificado"):
        keys_by_phrase(place(office.cofre), PHRASE, None)

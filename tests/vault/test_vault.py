"""Passwords and sessions are kept sealed, by clinic and portal, and never shown."""

import os
import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.config.load import load_office
from agent.config.office import Office
from agent.model.errors import SecretMissing, SetupError
from agent.vault.opening import open_vault
from agent.vault.vault import Password, SavedSession, Vault
from tests.config.office_file import write_office

SESSION = SavedSession(content=b'{"cookies": []}\n', saved_at=datetime(2026, 11, 21, 12, 0, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return load_office(write_office(tmp_path / "escritorio"))


@pytest.fixture
def user_folder(tmp_path: Path) -> Path:
    return tmp_path / "usuario"


@pytest.fixture
def vault(office: Office, user_folder: Path) -> Vault:
    return open_vault(office, {}, user_folder=user_folder)


def test_a_password_comes_back_in_a_new_run(vault: Vault, office: Office, user_folder: Path) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo çã"))

    again = open_vault(office, {}, user_folder=user_folder)

    assert again.password("sorriso", "ipasem") == Password("segredo çã")


def test_a_session_comes_back_with_its_time(vault: Vault) -> None:
    vault.save_session("sorriso", "cassind", SESSION)

    assert vault.session("sorriso", "cassind") == SESSION
    assert vault.session("sorriso", "ipasem") is None


def test_a_new_password_forgets_the_session_of_the_former_one(vault: Vault) -> None:
    vault.save_session("sorriso", "ipasem", SESSION)

    vault.set_password("sorriso", "ipasem", Password("nova"))

    assert vault.session("sorriso", "ipasem") is None


def test_forgetting_tells_whether_there_was_something(vault: Vault) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo"))
    vault.save_session("sorriso", "cassind", SESSION)

    assert [vault.delete_password("sorriso", "ipasem"), vault.delete_password("sorriso", "ipasem")] == [True, False]
    assert [vault.delete_session("sorriso", "cassind"), vault.delete_session("sorriso", "cassind")] == [True, False]


def test_a_password_that_was_never_kept_says_how_to_keep_it(vault: Vault) -> None:
    with pytest.raises(SecretMissing) as caught:
        vault.password("sorriso", "ipasem")

    assert str(caught.value) == (
        'cofre da pasta do escritório: a senha da clínica "sorriso" no portal "ipasem" não está guardada.'
        " Guarde-a com: faturista senha sorriso ipasem"
    )


def test_no_file_of_the_vault_holds_the_secret_or_the_key(vault: Vault, office: Office, user_folder: Path) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo"))
    vault.save_session("sorriso", "ipasem", SESSION)

    key = (user_folder / "chave").read_bytes().strip()
    sealed = [path.read_bytes() for path in sorted(office.cofre.iterdir())]
    assert [path.name for path in sorted(office.cofre.iterdir())] == [
        "sorriso.ipasem.senha.cofre",
        "sorriso.ipasem.sessao.cofre",
    ]
    assert not any(secret in content for content in sealed for secret in (b"segredo", b"cookies", key))


@pytest.mark.parametrize("name", ["escritorio/cofre/sorriso.ipasem.senha.cofre", "usuario/chave"])
def test_only_its_owner_reads_the_vault_and_the_key(vault: Vault, tmp_path: Path, name: str) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo"))

    mode = (tmp_path / name).stat().st_mode & 0o777

    assert mode == (0o600 if os.name == "posix" else mode)


def test_a_password_is_never_shown_nor_serialised() -> None:
    password = Password("segredo")

    assert [repr(password), str(password), f"{password}", repr(SESSION)] == [
        "Password(…)",
        "Password(…)",
        "Password(…)",
        "SavedSession(saved_at=datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.timezone.utc))",
    ]
    with pytest.raises(TypeError, match="a password is not serialised"):
        pickle.dumps(password)


def test_one_clinic_s_file_renamed_to_another_s_does_not_open(vault: Vault, office: Office) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo"))
    theirs = office.cofre / "passo-firme.ipasem.senha.cofre"
    (office.cofre / "sorriso.ipasem.senha.cofre").rename(theirs)

    with pytest.raises(SetupError) as caught:
        vault.password("passo-firme", "ipasem")

    assert str(caught.value) == (
        f"{theirs}: o cofre não abre: a chave é outra, ou o arquivo foi alterado. Use a chave com que ele foi gravado;"
        " ou apague este arquivo e guarde a senha de novo."
    )


@pytest.mark.parametrize("damage", [b"", b"lixo", b"faturista-cofre-1\n", b"faturista-cofre-1\n" + b"x" * 60])
def test_a_damaged_file_does_not_open(vault: Vault, office: Office, damage: bytes) -> None:
    vault.set_password("sorriso", "ipasem", Password("segredo"))
    (office.cofre / "sorriso.ipasem.senha.cofre").write_bytes(damage)

    with pytest.raises(SetupError, match="o cofre não abre: a chave é outra, ou o arquivo foi alterado"):
        vault.password("sorriso", "ipasem")


def test_a_damaged_file_does_not_keep_a_new_password_out(vault: Vault, office: Office) -> None:
    vault.set_password("sorriso", "ipasem", Password("velha"))
    (office.cofre / "sorriso.ipasem.senha.cofre").write_bytes(b"lixo")

    vault.set_password("sorriso", "ipasem", Password("nova"))

    assert vault.password("sorriso", "ipasem") == Password("nova")


def test_a_name_that_would_leave_the_folder_is_a_bug_and_stops(vault: Vault) -> None:
    with pytest.raises(ValueError, match="not a short name"):
        vault.password("../outra", "ipasem")


def test_a_vault_that_cannot_be_written_or_read_is_told(vault: Vault, office: Office) -> None:
    office.cofre.touch()

    with pytest.raises(SetupError, match="o cofre não pôde ser gravado"):
        vault.set_password("sorriso", "ipasem", Password("segredo"))
    with pytest.raises(SetupError, match="o cofre não pôde ser lido"):
        vault.password("sorriso", "ipasem")

"""The vault's key is changed without a moment in which nothing opens it, whenever the change is cut off."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.config.load import load_office
from agent.config.office import Office
from agent.model.errors import SetupError
from agent.vault.key import changed_key, key_file
from agent.vault.opening import open_vault
from agent.vault.vault import Password, SavedSession, Vault
from tests.config.office_file import write_office

SESSION = SavedSession(b"cookies", datetime(2026, 11, 21, 12, 0, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return load_office(write_office(tmp_path / "escritorio"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "usuario"


def vault(office: Office, own: Path) -> Vault:
    return open_vault(office, {}, user_folder=own)


def filled(office: Office, own: Path) -> bytes:
    vault(office, own).set_password("sorriso", "ipasem", Password("segredo"))
    vault(office, own).save_session("sorriso", "cassind", SESSION)
    return (own / "chave").read_bytes()


def opens(office: Office, own: Path) -> bool:
    now = vault(office, own)
    return (now.password("sorriso", "ipasem"), now.session("sorriso", "cassind")) == (Password("segredo"), SESSION)


def test_everything_is_sealed_with_the_new_key_and_the_former_opens_nothing(office: Office, own: Path) -> None:
    former = filled(office, own)

    with changed_key(own / "chave"):
        count = vault(office, own).sealed.seal_anew()

    assert (count, opens(office, own), (own / "chave").read_bytes() == former) == (2, True, False)
    (own / "chave").write_bytes(former)
    with pytest.raises(SetupError, match="a chave é outra"):
        opens(office, own)


def cut_off(office: Office, own: Path, after_sealing: bool) -> None:
    with changed_key(own / "chave"):
        if after_sealing:
            vault(office, own).sealed.seal_anew()
        raise KeyboardInterrupt


@pytest.mark.parametrize("sealed_before_the_cut", [False, True])
def test_a_change_that_was_cut_off_opens_and_goes_on(office: Office, own: Path, sealed_before_the_cut: bool) -> None:
    filled(office, own)
    with pytest.raises(KeyboardInterrupt):
        cut_off(office, own, sealed_before_the_cut)
    between = (opens(office, own), (own / "chave").read_bytes().count(b"\n"))

    with changed_key(own / "chave"):
        vault(office, own).sealed.seal_anew()

    assert (between, opens(office, own), (own / "chave").read_bytes().count(b"\n")) == ((True, 3), True, 1)


def test_a_credential_of_systemd_is_not_ours_to_change(tmp_path: Path) -> None:
    (tmp_path / "faturista-chave").write_bytes(b"0123456789abcdef")

    with pytest.raises(SetupError) as error:
        key_file({"CREDENTIALS_DIRECTORY": str(tmp_path)}, tmp_path / "u")

    assert error.value.what == "a chave do cofre é uma credencial do systemd; só quem administra o sistema a troca."

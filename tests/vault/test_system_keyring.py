"""The system's keyring is used when it is a real one, and nothing else is."""

from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from agent.config.load import load_office
from agent.model.errors import SecretMissing, SetupError
from agent.vault.opening import open_vault
from agent.vault.system_keyring import Backend, real_backend
from agent.vault.vault import Password, Vault
from tests.config.office_file import RIGHT, write_office


class Memory:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Locked(Memory):
    """A keyring that nobody unlocked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


def backend(module: str, name: str, base: type[Memory] = Memory) -> Memory:
    made: Memory = type(name, (base,), {"__module__": module})()
    return made


def vault_with(tmp_path: Path, *backends: Backend) -> Vault:
    office = load_office(write_office(tmp_path / "escritorio", RIGHT.replace('cofre = "arquivo"', "")))
    return open_vault(office, {}, user_folder=tmp_path / "usuario", backends=lambda: backends)


def test_only_real_backends_are_chosen_in_their_order() -> None:
    fake = backend("keyrings.alt.file", "PlaintextKeyring")
    null = backend("keyring.backends.null", "Keyring")
    kde = backend("keyring.backends.kwallet", "DBusKeyring")
    gnome = backend("keyring.backends.SecretService", "Keyring")

    assert [real_backend(found) for found in ((fake, null), (null, kde), (kde, gnome))] == [None, kde, gnome]


def test_a_password_is_kept_in_the_keyring_and_forgotten_there(tmp_path: Path) -> None:
    gnome = backend("keyring.backends.SecretService", "Keyring")
    vault = vault_with(tmp_path, gnome)

    vault.set_password("sorriso", "ipasem", Password("segredo"))

    assert vault.place == "chaveiro do sistema"
    assert vault.password("sorriso", "ipasem") == Password("segredo")
    assert list(gnome.held) == [(f"faturista {tmp_path / 'escritorio'}", "sorriso.ipasem.senha")]
    assert [vault.delete_password("sorriso", "ipasem"), vault.delete_password("sorriso", "ipasem")] == [True, False]
    with pytest.raises(SecretMissing, match="chaveiro do sistema: a senha"):
        vault.password("sorriso", "ipasem")


def test_without_a_real_keyring_the_encrypted_file_is_used(tmp_path: Path) -> None:
    assert vault_with(tmp_path, backend("keyring.backends.fail", "Keyring")).place == "cofre da pasta do escritório"


def test_a_locked_keyring_is_told_and_nothing_falls_back_in_silence(tmp_path: Path) -> None:
    vault = vault_with(tmp_path, backend("keyring.backends.SecretService", "Keyring", Locked))
    sentence = (
        "chaveiro do sistema: o chaveiro não respondeu (KeyringLocked)."
        ' Desbloqueie-o e tente de novo, ou use o cofre cifrado: cofre = "arquivo" em [escritorio].'
    )

    with pytest.raises(SetupError) as reading:
        vault.password("sorriso", "ipasem")
    with pytest.raises(SetupError) as writing:
        vault.set_password("sorriso", "ipasem", Password("segredo"))

    assert [str(reading.value), str(writing.value)] == [sentence, sentence]

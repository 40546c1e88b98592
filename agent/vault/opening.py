"""Which vault an office has: the system's keyring when there is a real one, else the encrypted files."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from agent.config.office import Office
from agent.model.point import Clock, utc_now
from agent.vault import phrase
from agent.vault.evidence_seal import EvidenceSeal
from agent.vault.key import find_keys, given_phrase
from agent.vault.sealed import SealedFolder
from agent.vault.vault import Store, Vault

if TYPE_CHECKING:
    from agent.vault.system_keyring import Backend

KEYS = "chaves"


def open_vault(
    office: Office,
    environ: Mapping[str, str],
    *,
    user_folder: Path | None = None,
    backends: "Callable[[], Iterable[Backend]] | None" = None,
) -> Vault:
    """The office's vault; nothing is read before the first secret is asked for.

    `user_folder` holds the key file (the user's own settings folder when None); `backends` are the keyrings to choose
    from (the machine's when None).
    """
    sealed = SealedFolder(office.cofre, lambda: keys_of(office, environ, user_folder))
    wants_keyring = office.settings.escritorio.cofre == "automatico"
    keyring = _keyring(office, backends) if wants_keyring else None
    return Vault(passwords=keyring or sealed, sessions=sealed, sealed=sealed)


def evidence_keys(office: Office, environ: Mapping[str, str], *, user_folder: Path | None = None) -> SealedFolder:
    """The keys of the office's evidence, sealed with the vault's; they lie with the evidence and go where it goes."""
    folder = office.evidencias / KEYS
    return SealedFolder(folder, lambda: keys_of(office, environ, user_folder), beside=office.cofre)


def open_seal(
    office: Office, environ: Mapping[str, str], *, user_folder: Path | None = None, clock: Clock = utc_now
) -> EvidenceSeal:
    """What seals the office's evidence; no key is asked for before the first file."""
    return EvidenceSeal(evidence_keys(office, environ, user_folder=user_folder), clock)


def unlock(office: Office, environ: Mapping[str, str]) -> None:
    """Ask now for the phrase, where one was chosen: whoever works in threads or for a browser asks nobody later.

    Raises SetupError.
    """
    if phrase.place(office.cofre).is_file():
        keys_of(office, environ)


def _keyring(office: Office, backends: "Callable[[], Iterable[Backend]] | None") -> Store | None:
    from agent.vault import system_keyring  # noqa: PLC0415 - slow to load, and not every office wants it

    backend = system_keyring.real_backend((backends or system_keyring.installed_backends)())
    return system_keyring.KeyringStore(backend, f"faturista {office.folder}") if backend else None


def own_folder() -> Path:
    """Where the user's own key lies."""
    return user_config_path("faturista", appauthor=False)


def keys_of(office: Office, environ: Mapping[str, str], user_folder: Path | None = None) -> tuple[bytes, ...]:
    """The keys that open the office's vault, the one that seals first; a phrase is asked for where one was chosen.

    Raises SetupError.
    """
    chosen = phrase.place(office.cofre)
    if chosen.is_file():
        return phrase.keys_by_phrase(chosen, given_phrase(environ), phrase.ask_person())
    holds_something = office.cofre.is_dir() and any(office.cofre.iterdir())
    return find_keys(
        environ,
        user_folder or own_folder(),
        office.folder,
        may_create=not holds_something,
    )

"""The operating system's own keyring, when it has a real one: never a plain-text or null backend.

The keyring library takes a fifth of a second to load: whoever needs this file imports it when it does.
"""

import base64
import logging
from collections.abc import Iterable
from typing import Protocol

from keyring.backend import get_all_keyring
from keyring.errors import KeyringError

from agent.model.errors import SetupError

REAL_BACKENDS = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


class Backend(Protocol):
    """The part of a keyring backend that is used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""


def installed_backends() -> Iterable[Backend]:
    """What the keyring library finds on this machine."""
    logging.getLogger("keyring").setLevel(logging.ERROR)
    return get_all_keyring()


def real_backend(found: Iterable[Backend]) -> Backend | None:
    """The first allow-listed backend, in the list's order; None when there is no real one."""
    by_class = {(type(backend).__module__, type(backend).__name__): backend for backend in found}
    return next((by_class[name] for name in REAL_BACKENDS if name in by_class), None)


class KeyringStore:
    """Secrets in the system's keyring, one service per office folder. Foreign failures become SetupError."""

    place = "chaveiro do sistema"

    def __init__(self, backend: Backend, service: str) -> None:
        self._backend = backend
        self._service = service

    def read(self, name: str) -> bytes | None:
        """The secret, None when there is none."""
        try:
            text = self._backend.get_password(self._service, name)
        except KeyringError as error:
            raise _closed(error) from None
        return None if text is None else base64.b64decode(text)

    def write(self, name: str, secret: bytes) -> None:
        """Keep it."""
        try:
            self._backend.set_password(self._service, name, base64.b64encode(secret).decode("ascii"))
        except KeyringError as error:
            raise _closed(error) from None

    def delete(self, name: str) -> bool:
        """Forget it; whether there was one."""
        if self.read(name) is None:
            return False
        try:
            self._backend.delete_password(self._service, name)
        except KeyringError as error:
            raise _closed(error) from None
        return True


def _closed(error: Exception) -> SetupError:
    return SetupError(
        f"o chaveiro não respondeu ({type(error).__name__}).",
        where=KeyringStore.place,
        do='Desbloqueie-o e tente de novo, ou use o cofre cifrado: cofre = "arquivo" em [escritorio].',
    )

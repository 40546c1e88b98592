"""The encrypted store: one AES-256-GCM file per secret, its name sealed in, its key stretched by scrypt."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from agent.model.errors import SetupError
from agent.vault.private_file import write_private

_MAGIC = b"faturista-cofre-1\n"
_SALT, _NONCE = 16, 12
_SUFFIX = ".cofre"


class SealedFolder:
    """Secrets as files of `folder`; `keys` are asked for at the first use: any opens, the first one seals.

    `beside`: a folder sealed with the same key, whose salt is taken where this one has none yet, so that the key is
    stretched once for both. Foreign failures become SetupError.
    """

    place = "cofre da pasta do escritório"

    def __init__(self, folder: Path, keys: Callable[[], tuple[bytes, ...]], *, beside: Path | None = None) -> None:
        self._folder = folder
        self._beside = beside
        self._keys = keys

    def read(self, name: str) -> bytes | None:
        """The secret, None when there is none. Raises SetupError on a wrong key or a damaged file."""
        path = self._path(name)
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SetupError(f"o cofre não pôde ser lido ({error.strerror}).", where=str(path)) from None
        return self._unseal(name, sealed, path)

    def write(self, name: str, secret: bytes) -> None:
        """Seal and replace the file whole."""
        salt, nonce = self._salt(), secrets.token_bytes(_NONCE)
        box = AESGCM(_stretched(self._keys()[0], salt)).encrypt(nonce, secret, _MAGIC + name.encode())
        path = self._path(name)
        try:
            write_private(path, _MAGIC + salt + nonce + box)
        except OSError as error:
            raise SetupError(f"o cofre não pôde ser gravado ({error.strerror}).", where=str(path)) from None

    def delete(self, name: str) -> bool:
        """Remove the file; whether there was one."""
        try:
            self._path(name).unlink()
        except FileNotFoundError:
            return False
        return True

    def names(self) -> list[str]:
        """What it holds, by name, sorted."""
        return sorted(path.name.removesuffix(_SUFFIX) for path in self._folder.glob(f"*{_SUFFIX}"))

    def seal_anew(self, *, what_opens: bool = False) -> int:
        """Seal everything with the first key; how many. What none of the keys opens is told before anything changes.

        With `what_opens` it stays as it is instead: a key that is lost keeps no other from being changed.
        """
        secrets_of = {name: self._read_if(name, what_opens=what_opens) for name in self.names()}
        for name, secret in secrets_of.items():
            if secret is not None:
                self.write(name, secret)
        return sum(secret is not None for secret in secrets_of.values())

    def _read_if(self, name: str, *, what_opens: bool) -> bytes | None:
        try:
            return self.read(name)
        except SetupError:
            if what_opens:
                return None
            raise

    def _unseal(self, name: str, sealed: bytes, path: Path) -> bytes:
        head = len(_MAGIC)
        salt, nonce = sealed[head : head + _SALT], sealed[head + _SALT : head + _SALT + _NONCE]
        box = sealed[head + _SALT + _NONCE :]
        for key in self._keys() if sealed[:head] == _MAGIC else ():
            with suppress(InvalidTag, ValueError):
                return AESGCM(_stretched(key, salt)).decrypt(nonce, box, _MAGIC + name.encode())
        raise SetupError(
            "o cofre não abre: a chave é outra, ou o arquivo foi alterado.",
            where=str(path),
            do="Use a chave com que ele foi gravado; ou apague este arquivo e guarde a senha de novo.",
        )

    def _salt(self) -> bytes:
        """The folder's salt, taken from any of its files, so that the key is stretched once per run."""
        head = len(_MAGIC)
        for folder in filter(None, (self._folder, self._beside)):
            for path in sorted(folder.glob(f"*{_SUFFIX}")):
                with path.open("rb") as file:
                    start = file.read(head + _SALT)
                if start.startswith(_MAGIC) and len(start) == head + _SALT:
                    return start[head:]
        return secrets.token_bytes(_SALT)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"


@lru_cache(maxsize=8)
def _stretched(key: bytes, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(key)

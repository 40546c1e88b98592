"""The seal of the evidence: AES-256-GCM under keys of its own, which the vault's key seals beside the files.

The vault's key is changed without touching a single file of evidence; and the sealed keys go wherever a copy of the
evidence goes. Each key is a file of its own: two processes that make the first one at once make two, and both count.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from agent.model.errors import EvidenceAltered, EvidenceClosed, SetupError

_MAGIC = b"faturista-prova-1\n"
_ID, _NONCE = 8, 12


class KeyFolder(Protocol):
    """Where the keys lie sealed; see SealedFolder."""

    def read(self, name: str) -> bytes | None:
        """The key. Raises SetupError on a wrong vault key."""

    def write(self, name: str, secret: bytes) -> None:
        """Keep it."""

    def names(self) -> list[str]:
        """All of them, sorted."""


class EvidenceSeal:
    """Seals with the newest key that opens, made at first use; opens with whichever key a file names."""

    def __init__(self, keys: KeyFolder, clock: Callable[[], datetime]) -> None:
        self._folder = keys
        self._clock = clock
        self._known: dict[str, bytes] = {}
        self._own: tuple[str, AESGCM] | None = None

    def seal(self, name: str, content: bytes) -> bytes:
        """See Seal. Raises SetupError where the vault's key cannot be had."""
        if self._own is None:
            self._own = self._newest() or self.renew()
        ident, key = self._own
        nonce = secrets.token_bytes(_NONCE)
        head = _MAGIC + bytes.fromhex(ident) + nonce
        return head + key.encrypt(nonce, content, _MAGIC + name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """See Seal."""
        head = len(_MAGIC)
        ident, nonce = sealed[head : head + _ID], sealed[head + _ID : head + _ID + _NONCE]
        if not sealed.startswith(_MAGIC) or len(nonce) != _NONCE:
            raise EvidenceAltered(where=name)
        key = self._key(ident.hex(), name)
        try:
            return AESGCM(key).decrypt(nonce, sealed[head + _ID + _NONCE :], _MAGIC + name.encode())
        except InvalidTag:
            raise EvidenceAltered(where=name) from None

    def renew(self) -> tuple[str, AESGCM]:
        """A new key: what is sealed from now on is sealed with it."""
        key = secrets.token_bytes(32)
        ident = hashlib.sha256(key).digest()[:_ID].hex()
        self._folder.write(f"{self._clock():%Y%m%dT%H%M%S%f}-{ident}", base64.b64encode(key))
        self._own = ident, AESGCM(key)
        return self._own

    def _newest(self) -> tuple[str, AESGCM] | None:
        """None where there is none, or the vault's key that sealed them is lost: what comes now gets one of its own."""
        for name in reversed(self._folder.names()):
            if (key := self._opened(name)) is not None:
                return name.partition("-")[2], AESGCM(key)
        return None

    def _key(self, ident: str, name: str) -> bytes:
        for known in self._folder.names():
            if known.partition("-")[2] == ident and (key := self._opened(known)) is not None:
                return key
        raise EvidenceClosed(where=name)

    def _opened(self, name: str) -> bytes | None:
        if name not in self._known:
            try:
                sealed = self._folder.read(name)
            except SetupError:
                return None
            assert sealed is not None
            self._known[name] = base64.b64decode(sealed)
        return self._known[name]

"""Passwords of the panel: kept as argon2id hashes, checked in the same time whether the name is known or not."""

import secrets
from dataclasses import dataclass, field
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from agent.model.errors import InputError

LEAST, MOST = 10, 200


@dataclass(frozen=True)
class Passwords:
    """`hasher` has the cost; two checks at once at most, for each takes its 64 MB."""

    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    _room: Semaphore = field(default_factory=lambda: Semaphore(2))

    def __post_init__(self) -> None:
        object.__setattr__(self, "_nobody", self.hasher.hash(secrets.token_urlsafe(16)))

    _nobody: str = field(init=False, repr=False)

    def hash(self, password: str) -> str:
        """What is kept of a password. Raises InputError when it is too short to be one, or too long."""
        if not LEAST <= len(password) <= MOST:
            raise InputError(f"a senha deve ter de {LEAST} a {MOST} caracteres.", where="senha")
        with self._room:
            return self.hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether it is the one whose hash was kept; None for a name that nobody has."""
        with self._room:
            try:
                self.hasher.verify(kept or self._nobody, password[: MOST + 1])
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_old(self, kept: str) -> bool:
        """Whether the hash was made with other costs than today's."""
        return self.hasher.check_needs_rehash(kept)


def generated() -> str:
    """A password that nobody guesses, to be told once."""
    return secrets.token_urlsafe(12)

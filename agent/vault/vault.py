"""What is kept for a clinic on a portal: its password and its saved browser session."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from agent.model.errors import SecretMissing
from agent.vault.sealed import SealedFolder

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Password:
    """A login's secret that no log, trace or message can show by accident."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the portal's password field and nothing else."""
        return self._text

    def __repr__(self) -> str:
        return "Password(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Password) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> str:
        raise TypeError("a password is not serialised")


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A browser's session state as the browser room wrote it; `saved_at` is aware."""

    content: bytes = field(repr=False)
    saved_at: datetime


class Store(Protocol):
    """Where secrets lie, by name. `place` is pt-BR for messages."""

    place: str

    def read(self, name: str) -> bytes | None:
        """The secret, None when there is none."""

    def write(self, name: str, secret: bytes) -> None:
        """Keep it, replacing the former one whole."""

    def delete(self, name: str) -> bool:
        """Forget it; whether there was one."""


class Vault:
    """Secrets by (clinica, portal). Every verb may raise SetupError when the place cannot be opened.

    `sealed` is the encrypted folder: it holds the sessions always, the passwords where there is no keyring.
    """

    def __init__(self, passwords: Store, sessions: Store, sealed: SealedFolder) -> None:
        self._passwords = passwords
        self._sessions = sessions
        self.sealed = sealed

    @property
    def place(self) -> str:
        """Where passwords are kept, in pt-BR."""
        return self._passwords.place

    def password(self, clinica: str, portal: str) -> Password:
        """The login's password. Raises SecretMissing with the command that keeps one."""
        secret = self._passwords.read(_name(clinica, portal, "senha"))
        if secret is None:
            raise SecretMissing(
                f'a senha da clínica "{clinica}" no portal "{portal}" não está guardada.',
                where=self.place,
                do=f"Guarde-a com: faturista senha {clinica} {portal}",
            )
        return Password(secret.decode("utf-8"))

    def holds_password(self, clinica: str, portal: str) -> bool:
        """Whether there is one, and it opens."""
        return self._passwords.read(_name(clinica, portal, "senha")) is not None

    def set_password(self, clinica: str, portal: str, password: Password) -> None:
        """Keep the login's password; a saved session of the former one is forgotten."""
        self._passwords.write(_name(clinica, portal, "senha"), password.reveal().encode("utf-8"))
        self.delete_session(clinica, portal)

    def notice_secret(self, what: str) -> Password:
        """The mail server's password ("correio") or the services' addresses ("servicos"); empty when none is kept."""
        return Password((self._passwords.read(_of_notices(what)) or b"").decode("utf-8"))

    def set_notice_secret(self, what: str, secret: Password) -> None:
        """Keep it, replacing the former one whole."""
        self._passwords.write(_of_notices(what), secret.reveal().encode("utf-8"))

    def delete_password(self, clinica: str, portal: str) -> bool:
        """Forget the login's password and its session; whether there was a password."""
        self.delete_session(clinica, portal)
        return self._passwords.delete(_name(clinica, portal, "senha"))

    def session(self, clinica: str, portal: str) -> SavedSession | None:
        """The saved session, None when there is none."""
        secret = self._sessions.read(_name(clinica, portal, "sessao"))
        if secret is None:
            return None
        saved_at, _, content = secret.partition(b"\n")
        return SavedSession(content=content, saved_at=datetime.fromisoformat(saved_at.decode("ascii")))

    def save_session(self, clinica: str, portal: str, session: SavedSession) -> None:
        """Keep the session, always in the encrypted file: keyrings are too small for one."""
        secret = session.saved_at.isoformat().encode("ascii") + b"\n" + session.content
        self._sessions.write(_name(clinica, portal, "sessao"), secret)

    def delete_session(self, clinica: str, portal: str) -> bool:
        """Forget the session; whether there was one."""
        return self._sessions.delete(_name(clinica, portal, "sessao"))


def _of_notices(what: str) -> str:
    assert _NAME.fullmatch(what)
    return f"avisos.{what}"


def _name(clinica: str, portal: str, what: str) -> str:
    for part in (clinica, portal):
        if not _NAME.fullmatch(part):
            raise ValueError(f"not a short name: {part!r}")
    return f"{clinica}.{portal}.{what}"

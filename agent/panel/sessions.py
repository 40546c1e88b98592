"""Signed cookies: who is in, since when, and the token that each of their forms carries. Nothing is kept here."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itsdangerous import BadSignature, Signer, URLSafeSerializer

from agent.model.point import Clock
from agent.vault.private_file import write_private

LASTS = timedelta(hours=10)
PASS_LASTS = timedelta(seconds=30)
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the cookie says: a member (NOBODY before the sign-in) in an `epoch` of theirs, and a word of its own."""

    member_id: int
    epoch: int
    nonce: str


class Sessions:
    """Cookies under one key, good for a working day; `secure` where people come by https."""

    def __init__(self, key: bytes, clock: Clock, *, secure: bool = False) -> None:
        self._clock = clock
        self._cookies = URLSafeSerializer(key, salt="faturista.painel.entrada")
        self._passes = URLSafeSerializer(key, salt="faturista.painel.ficha")
        self._forms = Signer(key, salt="faturista.painel.formulario")
        self.secure = secure

    @property
    def cookie(self) -> str:
        """Its name; the prefix binds it to this host and to https."""
        return "__Host-faturista" if self.secure else "faturista"

    def issue(self, member_id: int = NOBODY, epoch: int = 0) -> tuple[Ticket, str]:
        """A new ticket and the cookie's text."""
        ticket = Ticket(member_id, epoch, secrets.token_urlsafe(18))
        since = int(self._clock().timestamp())
        return ticket, str(self._cookies.dumps([ticket.member_id, ticket.epoch, ticket.nonce, since]))

    def read(self, text: str | None) -> Ticket | None:
        """The ticket of a cookie; None when it is not ours or too old."""
        if not text:
            return None
        try:
            member_id, epoch, nonce, since = self._cookies.loads(text)
        except BadSignature:
            return None
        old = self._clock().timestamp() - since >= LASTS.total_seconds()
        return None if old else Ticket(member_id, epoch, nonce)

    def form_token(self, ticket: Ticket) -> str:
        """What every form of this ticket carries."""
        return self._forms.get_signature(ticket.nonce).decode()

    def is_of(self, ticket: Ticket | None, token: str) -> bool:
        """Whether a form came from a page that we made for this ticket."""
        return ticket is not None and hmac.compare_digest(self.form_token(ticket).encode(), token.encode())

    def pass_for(self, ticket: Ticket) -> str:
        """What opens one socket for this ticket, within PASS_LASTS."""
        return str(self._passes.dumps([ticket.nonce, secrets.token_urlsafe(12), int(self._clock().timestamp())]))

    def read_pass(self, ticket: Ticket, text: str) -> tuple[str, datetime] | None:
        """A pass's own word and until when it is good; None for one that is not of this ticket, or too old."""
        try:
            whose, nonce, since = self._passes.loads(text)
        except (BadSignature, ValueError, TypeError):
            return None
        until = datetime.fromtimestamp(since, UTC) + PASS_LASTS
        return (nonce, until) if whose == ticket.nonce and self._clock() < until else None


def key_in(folder: Path) -> bytes:
    """The panel's own key, made the first time; who has it can sign in as anybody, so only its owner reads it."""
    file = folder / "chave"
    if not file.is_file():
        write_private(file, secrets.token_bytes(32))
    return file.read_bytes()

"""Who is signed in to a mock portal: cookie sessions that expire when idle."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass
class Session:
    """One browser's session. `user` is the login's document, None before signing in."""

    cookie: str
    label: str
    csrf: str
    seen: datetime
    user: str | None = None
    notes: dict[str, str] = field(default_factory=dict)


class Sessions:
    """All sessions of one mock portal. With `single`, a new sign-in ends the older one of that user."""

    def __init__(self, now: Callable[[], datetime], idle: timedelta, *, single: bool = False) -> None:
        self._now = now
        self._idle = idle
        self._single = single
        self._lock = threading.Lock()
        self._open: dict[str, Session] = {}
        self._last = 0

    def get(self, cookie: str | None) -> Session:
        """The live session of this cookie, or a new anonymous one."""
        with self._lock:
            session = self._open.get(cookie or "")
            if session is None or self._now() - session.seen > self._idle:
                session = self._new()
            session.seen = self._now()
            return session

    def _new(self) -> Session:
        self._last += 1
        session = Session(secrets.token_hex(16), f"s{self._last}", secrets.token_urlsafe(32), self._now())
        self._open[session.cookie] = session
        return session

    def sign_in(self, session: Session, user: str) -> None:
        """Makes the session this user's."""
        with self._lock:
            if self._single:
                self._end_others(session, user)
            session.user = user

    def _end_others(self, session: Session, user: str) -> None:
        for other in list(self._open.values()):
            if other.user == user and other is not session:
                del self._open[other.cookie]

    def end(self, session: Session) -> None:
        """Forgets the session: its cookie is worth nothing from now on."""
        with self._lock:
            self._open.pop(session.cookie, None)

    def end_all(self) -> None:
        """Forgets every session, as a restart of the portal would."""
        with self._lock:
            self._open.clear()

    def signed_in(self) -> list[str]:
        """The users with a live session, one per session."""
        with self._lock:
            alive = (s for s in self._open.values() if self._now() - s.seen <= self._idle)
            return sorted(s.user for s in alive if s.user is not None)

"""Our own imitation of the "Não sou um robô" box: only a person can tick it, through the door for people."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from portals.mock.bell import Bell

_LIFE = timedelta(minutes=10)


@dataclass(frozen=True)
class Challenge:
    """A box on a page that somebody has open. `token` is what the page gets when it is ticked."""

    id: str
    page: str
    opened_at: datetime
    token: str
    ticked: bool = False


class Captchas:
    """The boxes now on people's screens. Each token opens one form, once."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._open: dict[str, Challenge] = {}
        self.bell = Bell()

    def show(self, page: str) -> Challenge:
        """A new unticked box for a page that is being shown."""
        challenge = Challenge(secrets.token_hex(8), page, self._now(), secrets.token_urlsafe(40))
        with self._lock:
            self._drop_expired()
            self._open[challenge.id] = challenge
        self.bell.ring()
        return challenge

    def _drop_expired(self) -> None:
        oldest = self._now() - _LIFE
        self._open = {key: c for key, c in self._open.items() if c.opened_at > oldest}

    def get(self, challenge_id: str) -> Challenge | None:
        """The box with this id, if it is still good."""
        with self._lock:
            self._drop_expired()
            return self._open.get(challenge_id)

    def waiting(self) -> list[Challenge]:
        """The boxes that nobody has ticked yet, oldest first."""
        with self._lock:
            self._drop_expired()
            return [c for c in self._open.values() if not c.ticked]

    def tick(self, challenge_id: str) -> bool:
        """A person ticks a box; False if it is no longer there."""
        with self._lock:
            self._drop_expired()
            found = self._open.get(challenge_id)
            if found is None:
                return False
            self._open[challenge_id] = Challenge(found.id, found.page, found.opened_at, found.token, ticked=True)
        self.bell.ring()
        return True

    def redeem(self, token: str) -> bool:
        """Whether the token belongs to a ticked box; it is then used up."""
        with self._lock:
            self._drop_expired()
            for key, challenge in self._open.items():
                if challenge.ticked and secrets.compare_digest(challenge.token, token):
                    del self._open[key]
                    return True
            return False

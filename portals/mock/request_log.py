"""Every request that reached a mock portal, as it arrived and as it ended; never what a form held."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any


@dataclass
class Arrival:
    """One request. `outcome` is the HTTP status, "cortado" (connection cut) or "" while it is under way."""

    n: int
    at: str
    method: str
    path: str
    action: str
    number: str | None
    session: str
    outcome: str = ""


class RequestLog:
    """Thread-safe list of arrivals: what a browser re-sends by itself is here as well."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._arrivals: list[Arrival] = []

    def arrived(self, method: str, path: str, action: str, number: str | None, session: str) -> Arrival:
        """Writes an arrival down before anything is done about it."""
        with self._lock:
            at = self._now().isoformat(timespec="milliseconds")
            arrival = Arrival(len(self._arrivals) + 1, at, method, path, action, number, session)
            self._arrivals.append(arrival)
            return arrival

    def rows(self, action: str | None = None) -> list[dict[str, Any]]:
        """All arrivals, or those of one action, as JSON rows."""
        with self._lock:
            return [asdict(a) for a in self._arrivals if action in (None, a.action)]

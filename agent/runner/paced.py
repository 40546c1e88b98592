"""A portal that is asked no faster than the office's settings say, whichever of its logins asks."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from threading import Lock

from agent.model.point import Clock
from agent.runner.desk import OpenDoor
from agent.runner.hooked import Hooked
from agent.runner.session import Door
from agent.runner.work import Wait
from portals.base import Portal


class Gaps:
    """The next free moment of each portal; asked from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._next: dict[str, datetime] = {}

    def reserve(self, portal: str, gap: timedelta) -> timedelta:
        """How long to wait before the next act there, which is then ours."""
        with self._lock:
            now = self._clock()
            mine = max(now, self._next.get(portal, now))
            self._next[portal] = mine + gap
        return mine - now


_WAITS = tuple(f"portal.{verb}:before" for verb in ("sign_in", "observe", "prepare", "fetch_return"))
"""Never between a filled screen and its click."""


class PacedDoor:
    """A way in whose portal waits its turn before it is asked for something; see agent.runner.session.Door."""

    def __init__(self, door: Door, before: Callable[[], None]) -> None:
        self._door = door
        self._before = before

    @contextmanager
    def _connected(self) -> Iterator[Portal]:
        with self._door.connect() as portal:
            yield Hooked(portal, self._at)

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return self._connected()

    def remember(self) -> None:
        """See Door."""
        self._door.remember()

    def _at(self, point: str) -> None:
        if point in _WAITS:
            self._before()


def paced(open_door: OpenDoor, gaps: Gaps, gap_of: Callable[[str], timedelta], wait: Wait) -> OpenDoor:
    """`open_door`, with at least `gap_of(portal)` between two acts on a portal."""

    def door(clinica: str, portal: str) -> Door:
        def before() -> None:
            if left := gaps.reserve(portal, gap_of(portal)):
                wait(left)

        return PacedDoor(open_door(clinica, portal), before)

    return door

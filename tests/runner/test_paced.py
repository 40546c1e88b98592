"""A portal is asked no faster than the settings say, by all logins together, and never waits before a click."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import cast

from agent.model.competencia import Competencia
from agent.runner.paced import Gaps, paced
from portals.base import Login, Portal, Presence
from tests.schedule.insurer import MONTHLY, Insurer

GAP = timedelta(seconds=2)
MES = Competencia(2026, 10)


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 9, tzinfo=UTC)
        self.waits: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def wait(self, span: timedelta) -> None:
        self.waits.append(span.total_seconds())
        self.now += span


@contextmanager
def two_logins(clock: Clock, gap: timedelta) -> Iterator[tuple[Portal, Portal]]:
    insurer = Insurer("ipasem", clock, asks_people=False, capabilities=MONTHLY)
    open_door = paced(lambda clinica, _portal: insurer.door(clinica), Gaps(clock), lambda _portal: gap, clock.wait)
    with open_door("c0", "ipasem").connect() as first, open_door("c1", "ipasem").connect() as second:
        yield first, second


def test_all_logins_of_a_portal_share_its_pace() -> None:
    clock = Clock()
    with two_logins(clock, GAP) as (first, second):
        first.sign_in(Login("c0", "s"), cast(Presence, None))
        second.sign_in(Login("c1", "s"), cast(Presence, None))
        first.observe(MES)
        clock.wait(timedelta(seconds=5))
        second.observe(MES)

    assert clock.waits == [2.0, 2.0, 5.0]


def test_nothing_waits_between_a_filled_screen_and_its_click() -> None:
    clock = Clock()
    with two_logins(clock, GAP) as (first, _):
        first.prepare([])
        first.snapshot("tela")
        first.sign_out()

    assert clock.waits == []


def test_without_a_gap_nothing_waits() -> None:
    clock = Clock()
    with two_logins(clock, timedelta()) as (first, second):
        for portal in (first, second, first):
            portal.observe(MES)

    assert clock.waits == []

"""Months of twelve entries under exaggerated, random failure: the seed in the test's name reproduces each."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest

from agent.runner.work import Pace
from tests.protocol.death import Death, Reaper
from tests.protocol.model_portal import World
from tests.protocol.month import Ended, lancamentos, on_the_portal, run_month, world_for
from tests.protocol.storage import Storage

ENTRIES = 12
MONTHS = 2_000
BLOCKS = 20

ASKED = lancamentos(ENTRIES)


class RandomReaper(Reaper):
    """Dies with the given chance at every point, until it has died `most` times."""

    def __init__(self, chance: Random, rate: float, most: int = 40) -> None:
        super().__init__()
        self._chance = chance
        self._rate = rate
        self._left = most

    def __call__(self, name: str) -> None:
        if not self._dead and self._left and self._chance.random() < self._rate:
            self._left -= 1
            self._dead = True
        if self._dead:
            raise Death(name)
        self.passed.append(name)


@dataclass(frozen=True)
class Weather:
    """How badly a portal and a machine behave. Rates are per submit, per reading, per point passed."""

    name: str
    lost: float = 0.2
    untrue: float = 0.0
    died: float = 0.03
    late: timedelta = timedelta(seconds=60)
    resent: bool = False
    outcomes: tuple[str, ...] = ("half", "gone", "unanswered", "late")

    def world(self, chance: Random) -> World:
        """A portal in this weather."""
        world = world_for(ASKED)
        kinds = (*self.outcomes, "resent") if self.resent else self.outcomes
        world.late_by = timedelta(seconds=chance.uniform(0, self.late.total_seconds()))
        world.script = [chance.choice(kinds) if chance.random() < self.lost else "ok" for _ in range(60)]
        world.reports = [
            chance.choice(("truncated", "stale")) if chance.random() < self.untrue else "ok" for _ in range(200)
        ]
        world.closes = [chance.choice(("unanswered", "late", "gone")) if chance.random() < self.lost else "ok"]
        return world


FAIR = Weather("late saves land within the settle time")
TRUNCATED = Weather("most saves fail and a third of the reports are cut", lost=0.6, untrue=0.3)
RESENT = Weather("the browser sends again by itself", resent=True)
WEATHERS = (FAIR, TRUNCATED, RESENT)


def live(weather: Weather, seed: int, *, pace: Pace | None = None) -> tuple[World, Ended]:
    """One month in that weather."""
    chance = Random(f"{weather.name} {seed}")
    world, storage = weather.world(chance), Storage()
    ended = run_month(world, ASKED, RandomReaper(chance, weather.died), storage, pace or Pace())
    storage.close()
    return world, ended


def faults(world: World, ended: Ended) -> list[str]:
    """Both oracles: the end, and what stood there for a moment."""
    found = []
    if on_the_portal(world) != world.plan:
        found.append("the portal does not hold each entry exactly once")
    if not ended.closed:
        found.append(f"the month stays open: {ended.why}")
    if world.transient_duplicates:
        found.append(f"{world.transient_duplicates} duplicates for a moment")
    return found + ended.violations


@pytest.mark.parametrize("block", range(BLOCKS))
@pytest.mark.parametrize("weather", WEATHERS, ids=lambda weather: weather.name.replace(" ", "_"))
def test_a_random_month_ends_closed_with_each_entry_exactly_once(weather: Weather, block: int) -> None:
    wrong = {seed: found for seed in _seeds(block) if (found := faults(*live(weather, seed)))}
    assert wrong == {}


def _seeds(block: int) -> range:
    size = MONTHS // len(WEATHERS) // BLOCKS + 1
    return range(block * size, (block + 1) * size)

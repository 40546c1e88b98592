"""Three entries, every outcome of every submit, and the process dying at every point it passes through."""

from itertools import product

import pytest

from agent.runner.work import Pace
from tests.protocol.death import Reaper
from tests.protocol.model_portal import OUTCOMES
from tests.protocol.month import lancamentos, on_the_portal, run_month, world_for
from tests.protocol.storage import Storage

ASKED = lancamentos(3)


def imperfect(outcomes: tuple[str, ...], deaths: frozenset[int]) -> tuple[str, int, int]:
    """What is wrong with the month's end ("" when nothing is), the points it passed, and the deaths it met."""
    world, storage, reaper = world_for(ASKED), Storage(), Reaper(deaths)
    world.script = list(outcomes)
    ended = run_month(world, ASKED, reaper, storage, Pace())
    storage.close()
    wrong = []
    if on_the_portal(world) != world.plan:
        wrong.append(f"portal {on_the_portal(world) - world.plan} / {world.plan - on_the_portal(world)}")
    if not ended.closed:
        wrong.append(f"open: {ended.why}")
    if world.transient_duplicates:
        wrong.append(f"{world.transient_duplicates} transient duplicates")
    if ended.violations:
        wrong.append(str(ended.violations))
    return "; ".join(wrong), len(reaper.passed), reaper.deaths


@pytest.mark.parametrize("outcomes", list(product(OUTCOMES, repeat=3)), ids="-".join)
def test_every_single_death_in_every_outcome_ends_with_each_entry_exactly_once(outcomes: tuple[str, ...]) -> None:
    undisturbed, points, _ = imperfect(outcomes, frozenset())
    assert undisturbed == ""
    wrong = {}
    for point in range(points):
        found, _, deaths = imperfect(outcomes, frozenset([point]))
        assert deaths == 1
        if found:
            wrong[point] = found
    assert wrong == {}

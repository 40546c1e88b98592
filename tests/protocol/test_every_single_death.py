"""Every outcome of every act on the portal, and the process dying at every point that the run passes through."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from agent.model.lancamento import Lancamento
from tests.protocol.death import Lives, Reaper
from tests.protocol.model_portal import CASSIND_LIKE, CLOSES, REMOVALS, SUBMITS
from tests.protocol.month import Office, lancamentos, run_month, standing, wanted
from tests.protocol.survivors import Survivors
from tests.protocol.world import World

PAIR_AND_ONE = lancamentos(3)
ONE = lancamentos(1)
PAIR = lancamentos(2)
TWINS = lancamentos(10)[8:]


def office(
    asked: Sequence[Lancamento], submits: Sequence[str], closes: Sequence[str] = (), removals: Sequence[str] = ()
) -> Office:
    """An office whose portal behaves as the scripts say, and well when they run out."""
    world = World.expecting(asked)
    world.submits, world.closes, world.removals = list(submits), list(closes), list(removals)
    return Office(world, asked)


def imperfection(of: Office, lives: Lives) -> str:
    """What is wrong with what the month began from, or with its end; "" when nothing is.

    The chain of events is verified where nothing died.
    """
    began = [str(violation) for violation in of.storage.violations()]
    ended = run_month(of, lives)
    chain = of.storage.open_quietly().checks.verify_chain().problems if isinstance(lives, Survivors) else ()
    of.storage.close()
    wrong = []
    if standing(of.world) != wanted(of):
        wrong.append(f"portal has {standing(of.world) - wanted(of)}, lacks {wanted(of) - standing(of.world)}")
    if not ended.closed:
        wrong.append(f"open: {ended.why}")
    if of.world.transient_duplicates:
        wrong.append(f"{of.world.transient_duplicates} transient duplicates")
    return "; ".join([*wrong, *began, *ended.violations, *chain])


def imperfect_deaths(of: Office) -> dict[str, str]:
    """Live the month undisturbed, then on from each death it could have died; gives the points that ended badly."""
    survivors = Survivors(of)
    found = {"no death": imperfection(of, survivors)}
    for number, death in enumerate(survivors.deaths):
        found[f"{number} {' '.join(death.points)}"] = imperfection(death.office, Reaper())
    return {points: wrong for points, wrong in found.items() if wrong}


@pytest.mark.parametrize("submits", list(product(SUBMITS, repeat=3)), ids="-".join)
def test_every_single_death_in_every_outcome_ends_with_each_entry_exactly_once(submits: tuple[str, ...]) -> None:
    assert imperfect_deaths(office(PAIR_AND_ONE, submits)) == {}


@pytest.mark.parametrize("close", CLOSES)
@pytest.mark.parametrize("submit", SUBMITS)
def test_every_single_death_in_every_outcome_of_the_close_ends_with_the_month_closed_once(
    submit: str, close: str
) -> None:
    assert imperfect_deaths(office(ONE, [submit], closes=[close])) == {}


@pytest.mark.parametrize("removals", list(product(REMOVALS, repeat=2)), ids="-".join)
def test_every_single_death_in_every_outcome_of_removing_a_draft_leaves_each_entry_exactly_once(
    removals: tuple[str, ...],
) -> None:
    assert imperfect_deaths(office(PAIR, ["half", "half"], removals=removals)) == {}


@pytest.mark.parametrize("removal", REMOVALS)
@pytest.mark.parametrize("submit", SUBMITS)
def test_every_single_death_after_the_browser_itself_sent_twice_leaves_each_entry_exactly_once(
    submit: str, removal: str
) -> None:
    assert imperfect_deaths(office(PAIR, ["resent", submit], removals=[removal])) == {}


@pytest.mark.parametrize("submits", list(product(SUBMITS, repeat=2)), ids="-".join)
def test_every_single_death_with_the_same_service_twice_ends_with_both_at_their_own_value(
    submits: tuple[str, ...],
) -> None:
    assert imperfect_deaths(office(TWINS, submits)) == {}


@pytest.mark.parametrize("submits", list(product(SUBMITS, repeat=2)), ids="-".join)
def test_every_single_death_where_one_click_saves_many_ends_with_each_entry_exactly_once(
    submits: tuple[str, ...],
) -> None:
    many = office(PAIR_AND_ONE, submits)
    many.capabilities = replace(CASSIND_LIKE, batch=2)
    assert imperfect_deaths(many) == {}

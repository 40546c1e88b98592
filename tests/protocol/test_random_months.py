"""Two thousand months of twelve entries under exaggerated, random failure; weather and seed reproduce each of them."""

import pytest

from tests.protocol.month import Office
from tests.protocol.weather import (
    BAD,
    BY_HAND,
    BY_HAND_LOST,
    FAIR,
    MANY,
    MANY_BAD,
    MANY_RESTORED,
    REFUSED,
    RESENT,
    RESTORED,
    RESTORED_SLOW,
    SLOW,
    TWINS,
    Weather,
    faults,
    faults_beside_a_person,
    live,
    removed_by_hand,
)

BLOCK = 50
MONTHS = {
    FAIR: 350,
    BAD: 250,
    SLOW: 250,
    RESTORED: 250,
    RESTORED_SLOW: 200,
    RESENT: 150,
    REFUSED: 100,
    TWINS: 100,
    MANY: 100,
    MANY_BAD: 50,
    MANY_RESTORED: 50,
}
BLOCKS = [(weather, start) for weather, months in MONTHS.items() for start in range(0, months, BLOCK)]
LOOKED_INTO = (FAIR, BAD, SLOW, RESTORED_SLOW, RESENT, TWINS, MANY_RESTORED)


def name(value: object) -> str:
    """A weather as a test's name."""
    return value.name.replace(" ", "_") if isinstance(value, Weather) else str(value)


@pytest.mark.parametrize(("weather", "start"), BLOCKS, ids=name)
def test_a_random_month_ends_closed_with_each_entry_exactly_once(weather: Weather, start: int) -> None:
    seeds = range(start, start + BLOCK)
    assert {seed: found for seed in seeds if (found := faults(*live(weather, seed)))} == {}


@pytest.mark.parametrize("start", [0, BLOCK])
def test_beside_a_person_who_types_too_nothing_of_theirs_is_deleted_nor_closed_over(start: int) -> None:
    wrong = {}
    for seed in range(start, start + BLOCK):
        office, ended = live(BY_HAND, seed)
        if found := [*faults_beside_a_person(office, ended), *removed_by_hand(office)]:
            wrong[seed] = found
    assert wrong == {}


def test_beside_a_person_and_with_answers_lost_a_row_of_theirs_goes_only_where_an_equal_one_stays() -> None:
    seeds = range(BLOCK)
    assert {s: found for s in seeds if (found := faults_beside_a_person(*live(BY_HAND_LOST, s)))} == {}


@pytest.mark.parametrize("weather", LOOKED_INTO, ids=name)
def test_the_invariants_hold_after_every_transaction_and_the_chain_at_the_end(weather: Weather) -> None:
    broken: list[str] = []
    looked = 0

    def look(office: Office, point: str) -> None:
        nonlocal looked
        if point.startswith("ledger.") and point.endswith(":end"):
            looked += 1
            broken.extend(f"{point}: {violation}" for violation in office.storage.violations())

    chains = []
    for seed in range(4):
        office, _ = live(weather, seed, looking=look, keep=True)
        chains.append(office.storage.open_quietly().checks.verify_chain().problems)
        office.storage.close()
    assert (broken, chains, looked > 150) == ([], [()] * 4, True)

"""A step's turn is taken by one scheduler only, within the limits, and given up when its holder falls silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.model.competencia import Competencia
from tests.ledger.by_itself import STEP, TTL
from tests.ledger.office import Office

OTHER = replace(STEP, clinica="passo-firme", account="acesso-2")


def states(office: Office) -> list[tuple[str, int, str]]:
    return [(turn.clinica, turn.no, turn.state) for turn in office.ledger.turns.since(Competencia(2026, 1))]


def test_two_schedulers_ask_for_the_same_run_and_one_gets_it(office: Office) -> None:
    second = office.again()

    taken = [ledger.turns.take(STEP, who, TTL, side_by_side=9) for ledger, who in ((office.ledger, "a"), (second, "b"))]

    assert [number is not None for number in taken] == [True, False]


def test_a_run_that_ended_is_not_run_again_but_as_the_next_number(office: Office) -> None:
    turns = office.ledger.turns
    first = turns.take(STEP, "a", TTL, side_by_side=9)
    assert first is not None
    turns.end(first, "a", "unavailable", "o portal está fora do ar")

    again = [turns.take(step, "b", TTL, side_by_side=9) is not None for step in (STEP, replace(STEP, no=2))]

    assert (again, states(office)) == ([False, True], [("sorriso", 1, "unavailable"), ("sorriso", 2, "running")])


def test_a_login_does_one_thing_at_a_time(office: Office) -> None:
    turns = office.ledger.turns
    turns.take(STEP, "a", TTL, side_by_side=9)

    assert turns.take(replace(STEP, competencia="2026-11"), "a", TTL, side_by_side=9) is None


@pytest.mark.parametrize(("limit", "taken"), [(1, False), (2, True)])
def test_a_portal_takes_so_many_logins_at_once(office: Office, limit: int, taken: bool) -> None:
    turns = office.ledger.turns
    turns.take(STEP, "a", TTL, side_by_side=limit)

    assert (turns.take(OTHER, "b", TTL, side_by_side=limit) is not None) is taken


def test_a_holder_that_falls_silent_is_given_up_and_cannot_end_its_run(office: Office) -> None:
    turns = office.ledger.turns
    number = turns.take(STEP, "frozen", TTL, side_by_side=1)
    assert number is not None
    office.clock.turn(TTL + timedelta(seconds=1))

    next_one = turns.take(replace(STEP, no=2), "b", TTL, side_by_side=1)

    woken = (turns.renew(number, "frozen", TTL), turns.end(number, "frozen", "done", "acordou"))
    assert (next_one is not None, woken) == (True, (False, False))
    assert states(office) == [("sorriso", 1, "dead"), ("sorriso", 2, "running")]


def test_a_holder_that_is_heard_of_keeps_its_run(office: Office) -> None:
    turns = office.ledger.turns
    number = turns.take(STEP, "a", TTL, side_by_side=1)
    assert number is not None
    for _ in range(3):
        office.clock.turn(TTL / 2)
        turns.renew(number, "a", TTL)

    assert (turns.expire(), turns.end(number, "a", "done", "")) == (0, True)


def test_the_months_are_known_with_their_plan_and_what_was_not_sent(office: Office) -> None:
    (row,) = office.ledger.turns.months(Competencia(2026, 10))

    assert (row.clinica, row.competencia, row.state, row.plan, row.unsent, row.entries, row.returns) == (
        *("sorriso", "2026-10", "aberta", ""),
        *(0, 0, 0),
    )
    assert office.ledger.turns.months(Competencia(2026, 11)) == []


def test_a_holder_that_surely_died_is_given_up_at_once_and_others_are_not(office: Office) -> None:
    turns = office.ledger.turns
    turns.take(STEP, "morto", TTL, side_by_side=9)
    turns.take(OTHER, "vivo", TTL, side_by_side=9)

    buried = turns.bury(lambda owner: owner == "morto")

    assert (buried, states(office)) == (1, [("sorriso", 1, "dead"), ("passo-firme", 1, "running")])

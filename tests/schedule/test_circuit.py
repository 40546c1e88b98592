"""A portal that is out is one outage, left alone with growing pauses, and one alert."""

from datetime import timedelta

import pytest

from agent.ledger.turns import Turn
from agent.schedule.alerts import outage_alert
from agent.schedule.circuit import Outage, outage
from agent.schedule.facts import Task
from agent.schedule.retry import pause_after
from tests.schedule.notation import at, turn

NINE = at("03/11 09:00")


def runs(*states: str, portal: str = "ipasem") -> list[Turn]:
    return [
        turn(Task.LANCAR, "plano", state, NINE + timedelta(minutes=n), clinica=f"c{n}", portal=portal)
        for n, state in enumerate(states)
    ]


OUT = ("unavailable",) * 3


def test_three_failures_in_a_row_whichever_the_clinic_are_an_outage() -> None:
    assert outage("ipasem", runs("done", *OUT)) == Outage(
        "ipasem", since=NINE + timedelta(minutes=1), until=NINE + timedelta(minutes=13), failures=3
    )


@pytest.mark.parametrize(
    "states", [OUT[:2], (*OUT, "done"), ("unavailable", "person", "unavailable", "unavailable"), ()]
)
def test_a_portal_that_was_reached_since_is_not_out(states: tuple[str, ...]) -> None:
    assert outage("ipasem", runs(*states)) is None


def test_another_portal_s_failures_are_not_this_one_s() -> None:
    assert outage("ipasem", runs(*OUT, portal="cassind")) is None


@pytest.mark.parametrize(("failures", "minutes"), [(3, 10), (4, 20), (5, 40), (6, 60), (9, 60)])
def test_the_pauses_grow_to_an_hour(failures: int, minutes: int) -> None:
    seen = outage("ipasem", runs(*("unavailable",) * failures))
    assert seen is not None
    assert seen.until - (NINE + timedelta(minutes=failures - 1)) == timedelta(minutes=minutes)


def test_an_outage_is_the_same_alert_however_long_it_lasts() -> None:
    seen = [outage("ipasem", runs(*("unavailable",) * count)) for count in (3, 7)]
    assert len({outage_alert(one).subject for one in seen if one}) == 1


@pytest.mark.parametrize(
    ("states", "minutes"),
    [
        ((), 0),
        (("unavailable",), 5),
        (("unavailable", "unavailable"), 15),
        (("unavailable",) * 9, 240),
        (("unavailable", "dead"), 0),
        (("dead", "dead"), 0),
        (("dead", "dead", "dead"), 5),
        (("busy",), 10),
        (("person",), 0),
        (("empty",), 720),
        (("empty",) * 9, 10080),
        (("moved", "moved"), 5),
    ],
)
def test_the_pause_after_runs_that_did_not_get_there(states: tuple[str, ...], minutes: int) -> None:
    assert pause_after(runs(*states)) == timedelta(minutes=minutes)

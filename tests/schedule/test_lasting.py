"""How long a portal's sessions last is known from what the runs found."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.ledger.queue import Waiting
from agent.ledger.transaction import stamp
from agent.schedule.facts import Task
from agent.schedule.lasting import Lasting, lasting
from tests.schedule.notation import at, turn, waiting


def asked(opened: str, answered: str) -> Waiting:
    """A sign-in that a run asked for and a person did."""
    return replace(waiting("entrar"), opened_at=stamp(at(opened)), closed_at=stamp(at(answered)), state="answered")


ENTERED = asked("03/11 08:00", "03/11 09:00")
LIVED = turn(Task.LANCAR, "plano", "done", at("03/11 09:30"))
AGAIN = turn(Task.FECHAR, "plano", "person", at("03/11 14:30"))
GONE = turn(Task.FECHAR, "plano", "person", at("04/11 08:30"), no=2)
FIRST = turn(Task.PLANEJAR, "folhas", "person", at("03/11 08:00"))


def test_the_longest_pause_that_one_outlived_and_the_shortest_that_one_did_not() -> None:
    later = asked("04/11 08:30", "04/11 09:00")

    (told,) = lasting([FIRST, LIVED, AGAIN, GONE], [ENTERED, later])

    assert told == Lasting("ipasem", timedelta(hours=5), timedelta(hours=18))
    assert told.text == "ipasem: uma sessão já valeu depois de 5 h sem uso e já não valia depois de 18 h."


def test_what_never_happened_is_not_told() -> None:
    (told,) = lasting([FIRST, LIVED], [ENTERED])

    assert told == Lasting("ipasem", timedelta(minutes=30), None)
    assert told.text == "ipasem: uma sessão já valeu depois de 30 min sem uso."


@pytest.mark.parametrize(
    ("turns", "items"),
    [
        ([LIVED, AGAIN], []),
        ([FIRST], [ENTERED]),
        ([FIRST, turn(Task.LANCAR, "plano", "unavailable", at("03/11 10:00"))], [ENTERED]),
    ],
    ids=["nobody was ever asked", "nothing ran since", "the portal was not reached"],
)
def test_without_experience_nothing_is_told(turns: list[object], items: list[Waiting]) -> None:
    assert lasting(turns, items) == []  # type: ignore[arg-type]

"""Wherever the process dies, what was committed stands whole and what was not is gone; every commit has its points."""

import re
from pathlib import Path

import pytest

from agent.ledger.journal import MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.entry import State
from tests.ledger.office import ACCOUNT, PORTAL, TTL, Clock, Office
from tests.ledger.story import live

SOURCES = sorted((Path(__file__).parents[2] / "agent" / "ledger").glob("*.py"))


class Death(BaseException):
    """The process is gone: nothing that runs on an error runs."""


def _points() -> list[str]:
    points: list[str] = []
    with Ledger.open(":memory:", journal=None, clock=Clock(), hook=points.append) as ledger:
        live(ledger)
    return points


POINTS = _points()


def test_the_story_passes_every_transaction_of_the_ledger() -> None:
    code = "\n".join(source.read_text("utf-8") for source in SOURCES)
    named = set(re.findall(r'transaction\("([\w.]+)"\)', code)) | set(
        re.findall(r'_(?:begin|settle|finish)\("([\w.]+)"', code)
    )
    passed = {point.removeprefix("ledger.").split(":")[0] for point in POINTS if point.startswith("ledger.")}
    assert passed == named


def test_every_transaction_has_its_three_points_in_order() -> None:
    ledger_points = [point for point in POINTS if point.startswith("ledger.")]
    edges = [tuple(p.split(":") for p in ledger_points[n : n + 3]) for n in range(0, len(ledger_points), 3)]
    assert all((a[0] == b[0] == c[0], a[1], b[1], c[1]) == (True, "begin", "middle", "end") for a, b, c in edges)


def test_nothing_commits_but_through_the_one_context_manager() -> None:
    commits = {
        source.name: found
        for source in SOURCES
        if (found := re.findall(r"\.commit\(\)|begin immediate|\"begin\"", source.read_text("utf-8")))
    }
    fills_a_ledger_nobody_works_with = {"moving.py"}
    assert commits.keys() - fills_a_ledger_nobody_works_with == {"postgres.py", "sqlite.py", "transaction.py"}


@pytest.mark.parametrize("number", range(len(POINTS)), ids=[f"{n}-{point}" for n, point in enumerate(POINTS)])
def test_a_death_at_any_point_leaves_a_whole_ledger(number: int) -> None:
    clock, journal, countdown = Clock(), MemoryJournal(), [number]

    def hook(_point: str) -> None:
        if countdown[0] == 0:
            raise Death
        countdown[0] -= 1

    ledger = Ledger.open(":memory:", journal=journal, clock=clock, hook=hook)
    with pytest.raises(Death):
        live(ledger)
    reopened = Ledger.open(ledger.database, journal=journal, clock=clock)
    anchor = reopened.checks.anchor()
    violations = reopened.checks.violations()
    clock.turn(100 * TTL)
    lease = reopened.leases.take(PORTAL, ACCOUNT, "outra vida", TTL)
    reopened.attempts.recover(lease)
    states = {entry.state for mes in reopened.months.all() for entry in reopened.entries.of(mes)}
    assert (violations, reopened.checks.violations(), State.ENVIANDO in states) == ([], [], False)
    assert reopened.checks.verify_chain(anchor).intact
    assert len(reopened.attempts.recover(lease)) == 0


def test_a_transaction_that_dies_in_the_middle_wrote_nothing(office: Office) -> None:
    (entry,) = office.entries(1)
    anchor = office.ledger.checks.anchor()

    def hook(point: str) -> None:
        if point == "ledger.attempts.open:middle":
            raise Death

    dying = office.reopened(hook=hook)
    with pytest.raises(Death):
        dying.intent(entry)
    reopened = office.reopened()
    assert (reopened.ledger.checks.anchor(), reopened.states()) == (anchor, [State.PENDENTE])


def test_a_transaction_that_dies_after_its_end_stands(office: Office) -> None:
    (entry,) = office.entries(1)

    def hook(point: str) -> None:
        if point == "ledger.attempts.open:end":
            raise Death

    dying = office.reopened(hook=hook)
    with pytest.raises(Death):
        dying.intent(entry)
    assert office.reopened().states() == [State.ENVIANDO]


def test_an_image_of_a_ledger_is_the_ledger() -> None:
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        live(ledger)
        assert isinstance(ledger.database, SqliteDatabase)
        copy = Ledger.open(SqliteDatabase.memory(ledger.database.image()), journal=None, clock=Clock())
        assert (copy.checks.anchor(), copy.checks.violations()) == (ledger.checks.anchor(), [])
        copy.close()

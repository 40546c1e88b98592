"""Who saw what is written by one hand: those who wait are written together, and none is answered before."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace
from typing import cast

import pytest

from agent.ledger.members import Look
from agent.ledger.store import Ledger
from agent.model.errors import LedgerError
from agent.panel.scribe import Scribe

PATIENCE_S = 60
NAMES = ("Ana", "Olga", "Aprígio", "Rita")


def _ledger(write: Callable[[Sequence[Look]], None]) -> Ledger:
    return cast(Ledger, SimpleNamespace(members=SimpleNamespace(saw_together=write)))


def _all_at_once(scribe: Scribe, ledger: Ledger, begun: Event, go_on: Event) -> list[BaseException | None]:
    """The first name is being written while the others come; how it ended for each."""
    with ThreadPoolExecutor(len(NAMES)) as pool:
        first = pool.submit(scribe.saw, ledger, Look(NAMES[0], "quadro"))
        assert begun.wait(PATIENCE_S)
        others = [pool.submit(scribe.saw, ledger, Look(name, "quadro")) for name in NAMES[1:]]
        while scribe.waiting < len(others):
            Event().wait(0.001)
        go_on.set()
        return [each.exception(PATIENCE_S) for each in (first, *others)]


def test_those_who_come_while_one_is_written_are_written_together() -> None:
    begun, go_on, turns = Event(), Event(), list[list[str]]()

    def write(looks: Sequence[Look]) -> None:
        begun.set()
        assert go_on.wait(PATIENCE_S)
        turns.append([look.who for look in looks])

    ended = _all_at_once(Scribe(), _ledger(write), begun, go_on)

    assert (ended, turns[0], sorted(turns[1]), len(turns)) == ([None] * 4, ["Ana"], sorted(NAMES[1:]), 2)


def test_what_could_not_be_written_is_told_to_each_of_that_turn_and_the_next_turn_is_written() -> None:
    begun, go_on, turns = Event(), Event(), list[int]()

    def write(looks: Sequence[Look]) -> None:
        begun.set()
        assert go_on.wait(PATIENCE_S)
        turns.append(len(looks))
        if len(turns) == 2:
            raise LedgerError("o livro recusou a gravação")

    scribe, ledger = Scribe(), _ledger(write)
    ended = _all_at_once(scribe, ledger, begun, go_on)
    scribe.saw(ledger, Look("Ana", "glosas"))

    assert [type(error) for error in ended] == [type(None), LedgerError, LedgerError, LedgerError]
    assert turns == [1, 3, 1]


def test_a_bug_of_ours_in_one_turn_leaves_nobody_answered_as_if_it_were_written() -> None:
    begun, go_on = Event(), Event()

    def write(looks: Sequence[Look]) -> None:
        begun.set()
        assert go_on.wait(PATIENCE_S)
        if len(looks) > 1:
            raise ZeroDivisionError

    ended = _all_at_once(Scribe(), _ledger(write), begun, go_on)

    assert ended[0] is None
    assert sorted(type(error).__name__ for error in ended[1:]) == ["LedgerError", "LedgerError", "ZeroDivisionError"]


def test_a_record_that_cannot_be_written_raises_where_it_was_asked() -> None:
    def write(_looks: Sequence[Look]) -> None:
        raise LedgerError("o livro recusou a gravação")

    with pytest.raises(LedgerError, match="recusou a gravação"):
        Scribe().saw(_ledger(write), Look("Ana", "quadro"))

"""No step that outlives the process is without a named point beside it: or the enumeration of deaths would miss it."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest

import agent
from agent.ledger.journal import Fact, MemoryJournal
from agent.runner.hooked import Hooked
from portals.base import Portal
from tests.protocol.model_portal import IPASEM_LIKE
from tests.protocol.month import Office
from tests.protocol.test_every_single_death import PAIR_AND_ONE, office

VERBS = [name for name, member in vars(Portal).items() if inspect.isfunction(member) and not name.startswith("_")]
ROOM = Path(agent.__file__).parent


class Deaf:
    """A portal whose every verb only notes that it was called."""

    name = "surdo"
    capabilities = IPASEM_LIKE

    def __init__(self, heard: list[str]) -> None:
        self._heard = heard

    def __getattr__(self, verb: str) -> Any:
        return lambda *_args: self._heard.append(verb)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_a_portal_has_a_point_before_and_after_it(verb: str) -> None:
    passed: list[str] = []
    portal: Any = Hooked(Deaf(passed), passed.append)
    arguments = inspect.signature(getattr(Portal, verb)).parameters
    getattr(portal, verb)(*[None] * (len(arguments) - 1))
    assert passed == [f"portal.{verb}:before", verb, f"portal.{verb}:after"]


def test_there_are_verbs_to_look_at() -> None:
    assert {"sign_in", "observe", "prepare", "submit", "remove", "close"} <= set(VERBS)


def calls(folder: Path, *names: str) -> set[str]:
    """The files under `folder` that call a method of one of these names."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in names:
                found.add(path.relative_to(ROOM).as_posix())
    return found


def test_only_the_writer_and_the_engines_themselves_begin_and_commit() -> None:
    engines = {"ledger/sqlite.py", "ledger/postgres.py"}
    fills_a_ledger_nobody_works_with = {"ledger/moving.py"}
    writers = calls(ROOM, "begin", "commit") - engines - fills_a_ledger_nobody_works_with
    assert writers == {"ledger/transaction.py"}


def test_only_a_session_connects_to_a_portal_and_puts_the_points_around_it() -> None:
    signs_nobody_in, doors_around_a_door = {"runner/recover.py"}, {"runner/paced.py", "runner/by_hand.py"}
    assert calls(ROOM / "runner", "connect") - signs_nobody_in - doors_around_a_door == {"runner/session.py"}


class Stenographer:
    """Everything that a month writes, in order, with the points between; a renewed lease alone is not written up."""

    def __init__(self, of: Office) -> None:
        self.lines: list[str] = []
        self._of = of
        self._transaction: list[str] = []
        of.storage.journal = _Noted(self.lines)
        of.storage.database.connection.set_trace_callback(self._statement)

    def _statement(self, sql: str) -> None:
        verb = sql.split(maxsplit=1)[0].lower()
        if verb == "begin":
            self._transaction = [verb]
        elif verb in ("insert", "update", "delete"):
            (self._transaction or self.lines).append(" ".join(sql.lower().split()[:4]))
        elif verb == "commit":
            if self._transaction != ["begin", "update lease set until"]:
                self.lines.append("committed")
            self._transaction = []

    def write_up(self) -> list[str]:
        """Live the month; gives the lines."""
        self._of.live(self.lines.append)
        self._of.storage.close()
        return self.lines


class _Noted(MemoryJournal):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def append(self, fact: Fact) -> None:
        super().append(fact)
        self._lines.append("noted")


def test_every_write_of_a_month_lies_between_the_points_of_its_own_step() -> None:
    month = office(PAIR_AND_ONE, ["half", "unanswered", "ok"], closes=["unanswered"], removals=["unanswered"])
    lines = Stenographer(month).write_up()
    around = {
        (before.rpartition(":")[2], line, after.rpartition(":")[2])
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if ":" not in line
    }
    assert around == {("middle", "committed", "end"), ("before", "noted", "after")}

"""A run that was cut, by a machine that restarted or a process that was killed, goes on at the same row."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from agent.ledger.turns import Step
from agent.runner.owner import this_machine
from agent.schedule.board import Line, board, days_of
from agent.schedule.facts import Task
from tests.ledger.by_itself import TTL
from tests.schedule.insurer import BY_PROTOCOL
from tests.schedule.notation import at
from tests.schedule.working import Working, endings, one_clinic


class PowerCut(BaseException):
    """The machine is gone."""


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """One clinic on both portals, whose October sheet came on the 30th."""
    return one_clinic(tmp_path)


def test_a_machine_that_restarted_in_the_middle_of_a_launch_goes_on_at_the_same_row(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.insurers["cassind"].capabilities = replace(BY_PROTOCOL, batch=1)
    office.work()
    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(item.id, "sim", "Ana")
    office.insurers["cassind"].loses = lambda save: _cut() if save == 2 else False

    with pytest.raises(PowerCut):
        office.scheduler("antes-do-reinicio:99").look()
    saved = len(office.insurers["cassind"].ever)
    office.insurers["cassind"].loses = lambda _save: False
    office.clock.now += 2 * TTL
    office.work()

    assert (saved, sorted(office.insurers["cassind"].ever.values())) == (2, [1, 1, 1])
    assert endings(office)[-2:] == [("cassind", "lancar", "dead"), ("cassind", "lancar", "done")]


def _cut() -> bool:
    raise PowerCut


def test_a_run_whose_process_was_killed_goes_on_at_once(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    killed = f"{this_machine()}:{gone.pid}"
    seen = office.scheduler().look()
    with office.open_ledger() as ledger:
        line = next(x for x in board(office.office, ledger, days_of(office.office), office.clock()).lines if _plans(x))
        key = (line.facts.clinica, line.facts.portal, line.facts.account, line.facts.competencia.iso)
        step = Step(*key, step="planejar", ref=line.coming.ref, no=1)
        taken = ledger.turns.take(step, killed, TTL, side_by_side=9)

    office.work()

    assert (len(seen.lines), taken is not None) == (4, True)
    assert [e for e in endings(office) if e[0] == "cassind"][1:] == [
        ("cassind", "planejar", "dead"),
        ("cassind", "planejar", "done"),
        ("cassind", "lancar", "person"),
    ]


def _plans(line: Line) -> bool:
    return (line.facts.portal, line.coming.task) == ("cassind", Task.PLANEJAR)

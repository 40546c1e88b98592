"""A run that died is told from one that works on."""

import os
import subprocess
import sys

import pytest

from agent.runner.owner import is_dead, this_machine, this_process


def test_a_process_that_ended_is_dead() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    assert is_dead(f"{this_machine()}:{ended.pid}")


def test_a_process_that_was_killed_and_nobody_asked_after_is_dead() -> None:
    with subprocess.Popen([sys.executable, "-c", "print('up', flush=True); input()"], stdin=-1, stdout=-1) as killed:
        assert killed.stdout is not None
        killed.stdout.readline()
        before = is_dead(f"{this_machine()}:{killed.pid}")
        killed.kill()
        killed.stdout.read()
        while not is_dead(f"{this_machine()}:{killed.pid}"):
            continue

    assert not before


@pytest.mark.parametrize(
    "owner",
    [this_process(), f"outra-maquina:{os.getpid()}", "outra-maquina:1", "teste", ""],
    ids=["this one", "another machine's", "another machine's first", "no process", "nobody"],
)
def test_a_process_that_runs_or_that_cannot_be_seen_is_not_dead(owner: str) -> None:
    assert not is_dead(owner)

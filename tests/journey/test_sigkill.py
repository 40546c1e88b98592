"""`faturista lancar` killed by the system, its browser with it, again and again; the next one finishes the month."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from threading import Event

import psutil
import pytest

from agent.vault.key import VARIABLE
from tests.cli.journey import ROOT
from tests.journey.batch import Batch
from tests.journey.guillotine import Guillotine
from tests.journey.insurers import MES
from tests.journey.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.long]
KILLS = 4
_LONGEST = 600


class Countdown:
    """A hook that tells when the given number of step boundaries has been passed; it never stops anything."""

    def __init__(self, boundaries: int) -> None:
        self.passed = Event()
        self._left = boundaries

    def __call__(self, _name: str) -> None:
        self._left -= 1
        if self._left <= 0:
            self.passed.set()


def lancar(office: Office) -> "subprocess.Popen[bytes]":
    """The real command, begun, with the approval of the plan where each click is final."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("FATURISTA_")}
    approval = office.aprovacao()
    approved = ["--aprovar", approval] if approval else []
    asked = ["lancar", "--competencia", str(MES), "--pasta", str(office.folder.folder), *approved, "--json"]
    return subprocess.Popen(
        [sys.executable, "-m", "agent.cli.main", *asked],
        env=clean | {VARIABLE: str(office.key), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def kill_at_a_random_moment(office: Office, guillotine: Guillotine, chance: Random) -> None:
    """Run the command and kill it and all that it started: at a boundary, or a moment after one."""
    countdown = Countdown(chance.randint(1, 14))
    guillotine.hook = countdown
    running = lancar(office)
    family = psutil.Process(running.pid)
    while running.poll() is None and not countdown.passed.wait(0.05):
        continue
    Event().wait(chance.choice((0, 0, chance.uniform(0, 0.5))))
    with suppress(psutil.NoSuchProcess):
        for process in [family, *family.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
    running.communicate(timeout=_LONGEST)


@pytest.mark.parametrize("seed", range(3))
def test_a_command_killed_with_its_browser_is_finished_at_once_by_the_next_one(
    tmp_path: Path, batch: Batch, seed: int
) -> None:
    office, chance = batch.office(tmp_path / "office"), Random(seed)
    for _ in range(KILLS):
        kill_at_a_random_moment(office, batch.stand.guillotine, chance)

    last = lancar(office)
    told, _ = last.communicate(timeout=_LONGEST)

    assert last.returncode == 0, told.decode("utf-8", "replace")
    insurer = office.insurer
    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])
    assert (office.fechar().fechado, insurer.closed()) == (True, True)

"""A long sitting: 500 entries in one session; our process and the browser stay flat.

Playwright 1.65 keeps an object for each request and each answer, four of each an entry here, until their page is
closed: a sitting goes on in a new page now and then (Session.renew).
"""

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright._impl.network import Request
from playwright.sync_api import Browser

from agent.model.answer import Confirmed
from portals.browser.session import open_session
from portals.ipasem.mock.seed import Autorizacao, Seed
from portals.ipasem.portal import Ipasem
from tests.journey.insurers import MES, day
from tests.portals.ipasem.office import CNPJ, FONO, LOGIN, SEED, SimulatedPerson, lancamento

pytestmark = [pytest.mark.browser, pytest.mark.long]

MANY = 500
WARM = 100
FLAT = 1.1
"""How much more than after the first hundred each may hold at the end: collectors run when they like."""
KEPT = 400
"""So many requests are kept at most; without a new page it would be four for each entry."""
NUMBERS = [str(3000000 + n) for n in range(MANY)]


def seed() -> Seed:
    """As many authorisations, of one patient."""
    issued = (
        Autorizacao(
            number=number,
            document=CNPJ,
            patient="JOÃO DA SILVA",
            matricula="7002-4",
            sexo="M",
            idade=36,
            issued=day(1),
            procedures=(FONO,),
        )
        for number in NUMBERS
    )
    return Seed(accounts=SEED.accounts, authorizations=tuple(issued))


@contextmanager
def served(file: Path) -> Iterator[tuple[str, str, int]]:
    """The portal in a process of its own, whose memory is not ours: its address, its door's token, its process id."""
    file.write_text(seed().model_dump_json(), encoding="utf-8")
    command = [sys.executable, "-m", "portals.mock", "serve", "ipasem", "--seed", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        try:
            yield told["url"], told["token"], process.pid
        finally:
            process.terminate()


def kept() -> int:
    """How many requests Playwright holds in this process."""
    gc.collect()
    return sum(type(each) is Request for each in gc.get_objects())


def megabytes(portal: int) -> tuple[int, int]:
    """Resident memory of this process, and of the browser's processes under it, in MiB."""
    me = psutil.Process()
    browser = 0
    for child in me.children(recursive=True):
        try:
            browser += child.memory_info().rss if child.pid != portal else 0
        except psutil.NoSuchProcess:
            continue
    return me.memory_info().rss >> 20, browser >> 20


def test_five_hundred_entries_in_one_sitting_keep_the_browser_and_our_process_flat(
    browser: Browser, tmp_path: Path
) -> None:
    measured, requests = [], []
    with served(tmp_path / "seed.json") as (url, token, pid), open_session(browser, url) as session:
        portal = Ipasem(session, timeout_s=30.0)
        portal.sign_in(LOGIN, SimulatedPerson(url, token))
        for done, number in enumerate(NUMBERS, start=1):
            asked = lancamento(numero_autorizacao=number, competencia=MES, data=day(5))
            assert isinstance(portal.submit(portal.prepare([asked])), Confirmed)
            if done % WARM == 0:
                requests.append(kept())
                measured.append(megabytes(pid))
        assert portal.observe(MES).total_linhas == MANY
    print("our process and the browser, MiB, after each hundred:", measured, "requests kept:", requests)
    (ours, theirs), (ours_end, theirs_end) = measured[0], measured[-1]
    assert (max(requests) <= KEPT, ours_end <= ours * FLAT, theirs_end <= theirs * FLAT) == (True, True, True)

"""A long sitting: 500 entries in one session, and the memory of our process and of the browser stays flat."""

import gc

import psutil
import pytest
from playwright.sync_api import Browser

from agent.model.answer import Confirmed
from portals.ipasem.mock.seed import Seed
from tests.portals.ipasem.office import CNPJ, FONO, MES, SEED, authorisation, lancamento, office

pytestmark = [pytest.mark.browser, pytest.mark.long]

MANY = 500
WARM = 100
FLAT = 1.25
"""How much more than after the first hundred either may hold at the end: collectors run when they like."""


def megabytes() -> tuple[int, int]:
    """Resident memory of this process, and of every process under it (the browser's), in MiB."""
    gc.collect()
    me = psutil.Process()
    children = 0
    for child in me.children(recursive=True):
        try:
            children += child.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return me.memory_info().rss >> 20, children >> 20


def test_five_hundred_entries_in_one_sitting_keep_memory_flat(browser: Browser) -> None:
    numbers = [str(3000000 + n) for n in range(MANY)]
    many = tuple(authorisation(number, "JOÃO DA SILVA", "7002-4", FONO) for number in numbers)
    with office(browser, "simples", Seed(accounts=SEED.accounts, authorizations=many)) as served:
        with served.signed_in() as portal:
            measured = []
            for done, number in enumerate(numbers, start=1):
                outcome = portal.submit(portal.prepare([lancamento(numero_autorizacao=number)]))
                assert isinstance(outcome, Confirmed)
                if done % WARM == 0:
                    measured.append(megabytes())
        assert len(served.mock.movements(CNPJ, str(MES))) == MANY
    print("our process and the browser, MiB, after each hundred:", measured)
    (ours, theirs), (ours_end, theirs_end) = measured[0], measured[-1]
    assert (ours_end <= ours * FLAT, theirs_end <= theirs * FLAT) == (True, True)

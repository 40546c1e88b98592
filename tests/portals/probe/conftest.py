"""Both portals in every skin, each signed in once for a whole file, in a browser that is read-only from the first."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from agent.model.competencia import Competencia
from portals.base import Portal
from portals.browser.session import Session
from portals.ipasem.portal import Ipasem
from portals.mock.faults import Faults
from portals.probe.probe import Vista, probe
from portals.probe.read_only import ReadOnly
from portals.probe.sondagem import read_known
from tests.portals.cassind import conftest as cassind
from tests.portals.ipasem import office as ipasem

TODAY = date(2026, 11, 21)
MES = Competencia(2026, 11)


@dataclass
class Looked:
    """A portal that is being looked at. `records` is what the auditor's door knows: every record, and every commit."""

    name: str
    session: Session
    portal: Portal
    gate: ReadOnly
    faults: Faults
    records: Callable[[], tuple[Any, int]]
    skin: str = ""

    def look(self, *screens: str) -> tuple[Vista, ...]:
        """Every screen, or only these."""
        known = read_known(self.name)
        some = known.only(screens) if screens else known
        return probe(self.session, self.gate, some, MES, today=TODAY, timeout_s=10)


def open_ipasem(stack: ExitStack, browser: Browser, skin: str) -> Looked:
    """November is open, and nothing was launched."""
    served = stack.enter_context(ipasem.office(browser, skin))
    session = stack.enter_context(served.session())
    portal = Ipasem(session, timeout_s=10, clock=lambda: ipasem.NOW)
    gate = stack.enter_context(ReadOnly(session))
    with gate.entering():
        portal.sign_in(ipasem.LOGIN, served.person)
    mock = served.mock
    return Looked("ipasem", session, portal, gate, mock.faults, lambda: (mock.recorded(), len(mock.journal())))


def open_cassind(stack: ExitStack, browser: Browser, skin: str, *, answered: bool = False) -> Looked:
    """Four guias are authorised; or two are, and two others billed and `answered`, with a file of them."""
    billed = [cassind.guia(place, billed=True, date="2026-10-20") for place in (1, 2)]
    guias = [*billed, cassind.guia(3), cassind.guia(4)] if answered else None
    office = cassind.Open(stack, browser, skin)(guias, signed_in=False)
    if answered:
        office.mock.state.analisar("240101")
        office.mock.state.pagar("240101")
        office.mock.state.arquivo(cassind.CONTA.login, "77", "240101", "Processado")
    gate = stack.enter_context(ReadOnly(office.session))
    with gate.entering():
        office.sign_in()
    mock = office.mock
    return Looked(
        "cassind",
        office.session,
        office.portal,
        gate,
        office.faults,
        lambda: (mock.recorded(), len(mock.journal())),
    )


OPENERS = {"ipasem": open_ipasem, "cassind": open_cassind}


# Where the skin makes no difference to what is tested, the plain one is met in `make test-long`.
ON_THE_OLD_SKIN = pytest.mark.parametrize(
    "looked",
    [
        "ipasem-antiga",
        "cassind-antiga",
        pytest.param("ipasem-simples", marks=pytest.mark.long),
        pytest.param("cassind-simples", marks=pytest.mark.long),
    ],
    indirect=True,
    scope="module",
)


_OTHER = [
    pytest.param(f"{name}-{skin}", marks=pytest.mark.long)
    for skin in ("simples", "moderna", "estranha")
    for name in OPENERS
]


@pytest.fixture(scope="module", params=["ipasem-antiga", "cassind-antiga", *_OTHER])
def looked(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Looked]:
    """Every portal in every skin; on each run the old one, whose markup is the hardest, the others in the long runs."""
    name, _, skin = str(request.param).partition("-")
    with ExitStack() as stack:
        yield replace(OPENERS[name](stack, browser, skin), skin=skin)

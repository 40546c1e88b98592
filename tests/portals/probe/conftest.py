"""Both portals in every skin, each signed in once for a whole file, in a browser that is read-only from the first."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
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
from portals.probe.sondagem import Known, Sondagem, read_known
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

    def look(self, *screens: str) -> tuple[Vista, ...]:
        """Every screen, or only these."""
        known = read_known(self.name)
        telas = tuple(tela for tela in known.sondagem.telas if not screens or tela.nome in screens)
        some = Known(known.labels, known.columns, Sondagem(consultas=known.sondagem.consultas, telas=telas))
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


def open_cassind(stack: ExitStack, browser: Browser, skin: str) -> Looked:
    """Four guias are authorised."""
    office = cassind.Open(stack, browser, skin)(signed_in=False)
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


_THIRD = [pytest.param(f"{name}-moderna", marks=pytest.mark.long) for name in OPENERS]


@pytest.fixture(
    scope="module", params=["ipasem-simples", "ipasem-antiga", "cassind-simples", "cassind-antiga", *_THIRD]
)
def looked(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Looked]:
    name, _, skin = str(request.param).partition("-")
    with ExitStack() as stack:
        yield OPENERS[name](stack, browser, skin)

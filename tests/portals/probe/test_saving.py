"""An adapter that is told to save while the browser is read-only: nothing is saved, and the try is reported."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from agent.model.answer import Unknown
from portals.ipasem.portal import Ipasem
from portals.probe.read_only import ReadOnly
from tests.portals.cassind import conftest as cassind
from tests.portals.cassind import sample
from tests.portals.ipasem import office as ipasem

pytestmark = pytest.mark.browser


def test_gravar_movimento_does_not_leave_the_browser(browser: Browser) -> None:
    with ipasem.office(browser, "simples") as served, served.session() as session:
        portal = Ipasem(session, timeout_s=5, clock=lambda: ipasem.NOW)
        portal.sign_in(ipasem.LOGIN, served.person)
        prepared = portal.prepare([ipasem.lancamento()])
        before = served.mock.recorded(), len(served.mock.journal())

        with ReadOnly(session) as gate:
            outcome = portal.submit(prepared)

        assert isinstance(outcome, Unknown)
        assert [(asked.method, asked.place) for asked in gate.stopped] == [("POST", "127.0.0.1/requerimentos/gravar")]
        assert (served.mock.recorded(), len(served.mock.journal())) == before
        assert [finished for *_, finished in served.recorded()] == [False]


def test_faturar_guias_marcadas_does_not_leave_the_browser(browser: Browser) -> None:
    with ExitStack() as stack:
        office = cassind.Open(stack, browser, "simples")()
        prepared = office.portal.prepare([sample.consulta(1)])
        assert len(prepared.ready) == 1

        with ReadOnly(office.session) as gate:
            outcome = office.portal.submit(prepared)

        assert isinstance(outcome, Unknown)
        assert [(asked.method, asked.place) for asked in gate.stopped] == [
            ("POST", "127.0.0.1/solusweb/prestador/faturar_guias.php")
        ]
        assert office.billed() == []

"""A whole look at the imagined insurer: all of it is found, and nothing is changed."""

from datetime import date

import pytest
from playwright.sync_api import Browser

from portals.probe.item import Cor
from portals.probe.probe import probe
from portals.probe.read_only import ReadOnly
from portals.probe.sondagem import read_known
from tests.portals.contract.cases import CASES, at_the_door, person
from tests.portals.imaginaria.office import MES

pytestmark = pytest.mark.browser


def test_a_whole_look_finds_every_word_and_changes_nothing(browser: Browser) -> None:
    case = CASES["imaginaria"]()
    with at_the_door(browser, "imaginaria", case, inside=False) as bench, ReadOnly(bench.session) as gate:
        with gate.entering():
            bench.portal.sign_in(case.login, person(bench))
        before = case.mock.recorded(), len(case.mock.journal())
        looked = probe(bench.session, gate, read_known("imaginaria"), MES, today=date(2026, 11, 21), timeout_s=10)
        assert {item.cor for vista in looked for item in vista.itens} == {Cor.VERDE}
        assert (gate.stopped, (case.mock.recorded(), len(case.mock.journal()))) == ([], before)

"""The first day at a portal whose skin nobody here has written: an operator's clicks, the pack that they make."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from portals.calibrate.calibrate import Calibrado, Calibration
from portals.calibrate.looking import Live
from portals.calibrate.pack import Calibragem
from portals.calibrate.picker import Picker
from portals.probe.probe import make_tall, walk_values
from portals.probe.sondagem import Known, read_known
from tests.portals.calibrate.desk import AMARELOS, NOW, PULAR, SIM
from tests.portals.probe.conftest import MES, TODAY, Looked, open_cassind, open_ipasem

SKIN = "estranha"


@dataclass
class Operator:
    """Knows the office's portal by sight: which heading is the column that is asked for. `pressed`: every click."""

    page: Page
    sees: Mapping[str, str]
    pressed: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> None:
        bar = self.page.get_by_role("button", name=AMARELOS)
        if text.endswith("Está certo?"):
            self._press(SIM)
        elif bar.count():
            self._press(AMARELOS)
        elif heading := next((seen for asked, seen in self.sees.items() if f"da coluna {asked} (" in text), ""):
            self.pressed.append(heading)
            self.page.get_by_role("columnheader", name=heading, exact=True).click()
        else:
            self._press(PULAR)

    def _press(self, name: str) -> None:
        self.pressed.append(name)
        self.page.get_by_role("button", name=name).click()


@dataclass(frozen=True)
class Day:
    """What came of it: the walk's answer, every click of the operator, and what the auditor knew before and after."""

    done: Calibrado
    pressed: tuple[str, ...]
    untouched: bool


SEES = {
    "ipasem": {},
    "cassind": {
        "Data de envio": "Enviado em",
        "Data do envio": "Enviado em",
        "Ações": "Ações",
        "Baixar arquivo TISS": "Baixar arquivo TISS",
    },
}


def first_day(browser: Browser, portal: str, *screens: str) -> Day:
    """`faturista calibrar` on the strange skin: every screen, or only these."""
    with ExitStack() as stack:
        looked = _portal(stack, browser, portal)
        make_tall(looked.session)
        before, known = looked.records(), _some(read_known(portal), screens)
        operator = Operator(looked.session.page, SEES[portal])
        live = Live(looked.session, looked.gate, known, walk_values(MES, TODAY), 10)
        picker = Picker(looked.session, operator, patience_s=20)
        pack = Calibragem(portal=portal)
        done = Calibration(looked.session, live, picker, known=known, pack=pack, quem="ana", clock=lambda: NOW).run()
        untouched = (looked.records(), looked.gate.stopped) == (before, [])
        return Day(done, tuple(operator.pressed), untouched)


def _portal(stack: ExitStack, browser: Browser, portal: str) -> Looked:
    if portal == "ipasem":
        return open_ipasem(stack, browser, SKIN)
    return open_cassind(stack, browser, SKIN, answered=True)


def _some(known: Known, screens: tuple[str, ...]) -> Known:
    return known.only(screens) if screens else known

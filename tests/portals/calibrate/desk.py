"""A portal and somebody with a mouse before it, who is asked to show what it calls otherwise."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playwright.sync_api import Browser, Page

from portals.calibrate.calibrate import Calibrado, Calibration
from portals.calibrate.looking import Live
from portals.calibrate.pack import Calibragem
from portals.calibrate.picker import Picker
from portals.probe.probe import make_tall, walk_values
from portals.probe.sondagem import Known, read_known
from portals.probe.walk import DRAWING_S
from tests.portals.probe.conftest import MES, OPENERS, TODAY, Looked

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIM, NAO, PULAR, AMARELOS = "Sim, é este", "Não", "Pular este", "Pular os amarelos"


@dataclass
class Person:
    """Somebody with a mouse: for each thing that is asked, a button of the bar or the element to click."""

    page: Page
    acts: Sequence[str] = ()
    heard: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> None:
        act = self.acts[len(self.heard)]
        self.heard.append(text)
        if act in (SIM, NAO, PULAR, AMARELOS):
            self.page.get_by_role("button", name=act).click()
            return
        [target] = [found for frame in self.page.frames if (found := frame.query_selector(act)) is not None]
        target.click()


@dataclass
class Desk:
    """A portal, and the person before it."""

    portal: Looked
    person: Person
    picker: Picker
    drawing_s: float = DRAWING_S

    def calibrated(self, known: Known, *acts: str) -> Calibrado:
        """The walk, with a person who does just these things."""
        self.person.acts, self.person.heard = acts, []
        pack = Calibragem(portal=self.portal.name)
        session = self.portal.session
        live = Live(session, self.portal.gate, known, walk_values(MES, TODAY), 10, drawing_s=self.drawing_s)
        return Calibration(session, live, self.picker, known=known, pack=pack, quem="ana", clock=lambda: NOW).run()

    @contextmanager
    def renamed(self, **labels: str) -> Iterator[None]:
        """Some labels of the portal, by key, as "old > new"."""
        for change in labels.values():
            old, _, new = change.partition(" > ")
            self.portal.faults.arm("renamed_label", label=old, to=new)
        try:
            yield
        finally:
            self.portal.faults.disarm()


def open_desk(stack: ExitStack, browser: Browser, name: str, skin: str) -> Desk:
    """The plain skin's pages are whole when they answer: nothing more is drawn that a look should wait for."""
    portal = OPENERS[name](stack, browser, skin)
    make_tall(portal.session)
    person = Person(portal.session.page)
    drawing_s = 0.3 if skin == "simples" else DRAWING_S
    return Desk(portal, person, Picker(portal.session, person, patience_s=20), drawing_s)


def some(name: str, *screens: str) -> Known:
    return read_known(name).only(screens)

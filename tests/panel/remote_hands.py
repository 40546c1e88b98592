"""A panel beside a worker of the same office, and people who attend sign-ins in it by what they see and click."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from playwright.sync_api import Browser, Page, expect

from agent.ledger.events import Event as Happened
from agent.panel.house import House
from agent.panel.membership import Joining, join
from agent.panel.serving import house_of, listen, served_beside
from agent.schedule.afar import attended_from_afar
from portals.mock.server import serve
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import CHEAP
from tests.panel.people import PASSWORD
from tests.schedule.portal_office import PortalOffice, mock_for, portal_office, slug

SIZE = {"width": 1366, "height": 900}
# The seal of the box is the one blue thing on that page; the square to be ticked is so far to its left, a little below.
_BOX = """(canvas) => {
  const { width, height } = canvas;
  const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const seen = copy.getImageData(0, 0, width, height).data;
  let many = 0, x = 0, y = 0;
  for (let i = 0; i < seen.length; i += 4)
    if (seen[i] > 55 && seen[i + 2] > 180 && seen[i + 2] - seen[i + 1] > 65) {
      many += 1; x += (i / 4) % width; y += Math.floor(i / 4 / width);
    }
  if (many < 8) return null;
  const box = canvas.getBoundingClientRect(), scale = box.width / width;
  return { x: box.left + (x / many - 226) * scale, y: box.top + (y / many + 12) * scale };
}"""


@dataclass
class Person:
    """Somebody at the panel, in a browser of their own."""

    page: Page
    url: str

    def signs_in(self, nome: str) -> None:
        self.page.goto(f"{self.url}/dia")
        self.page.get_by_label("Nome").fill(nome)
        self.page.get_by_label("Senha").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name="Sair")).to_be_visible()

    def asks(self) -> None:
        self.page.get_by_role("button", name="Atender daqui").click()

    def sees_the_portal(self, but: str = "") -> str:
        """The clinic and portal whose page is shown; another than `but`."""
        told = re.compile(f"^(?!{re.escape(but)}:).*marque" if but else "marque")
        expect(self.page.get_by_role("status")).to_have_text(told, timeout=90_000)
        expect(self.page.get_by_role("application")).to_be_visible()
        return self.page.get_by_role("status").inner_text().partition(":")[0]

    def finds_the_box(self) -> tuple[float, float]:
        """Where the box to be ticked is in the picture, once it is."""
        canvas = self.page.locator("#tela")
        canvas.scroll_into_view_if_needed()
        self.page.wait_for_function(f"() => ({_BOX})(document.getElementById('tela'))", timeout=60_000)
        place = canvas.evaluate(_BOX)
        return place["x"], place["y"]

    def ticks(self) -> None:
        self.page.mouse.click(*self.finds_the_box())

    def drops(self) -> None:
        """The connection is lost; the page comes back by itself and shows the portal again."""
        with self.page.expect_websocket(timeout=60_000):
            self.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
        before = int(self.page.locator("#tela").get_attribute("data-quadros") or 0)
        expect(self.page.get_by_role("application")).to_be_visible(timeout=60_000)
        self.page.wait_for_function(
            f"() => Number(document.getElementById('tela').dataset.quadros) > {before}", timeout=60_000
        )


@dataclass
class AtWork:
    """The office, its panel and its worker, all running."""

    office: PortalOffice
    house: House
    url: str
    browser: Browser
    stop: Event

    @contextmanager
    def person(self, nome: str) -> Iterator[Person]:
        context = self.browser.new_context(viewport={"width": SIZE["width"], "height": SIZE["height"]}, locale="pt-BR")
        try:
            person = Person(context.new_page(), self.url)
            person.signs_in(nome)
            yield person
        finally:
            context.close()

    def waits(self, number: int) -> None:
        """The sign-in of a clinic waits for a person."""
        with self.house.books() as ledger:
            ledger.queue.ask(replace(ASKED, clinica=slug(number)))

    def happened(self) -> list[Happened]:
        with self.house.books() as ledger:
            return [event for event in ledger.events.all() if event.entity == "vista"]


@contextmanager
def at_work(
    folder: Path, browser: Browser, clinics: int, people: tuple[str, ...], *, spare: int = 0
) -> Iterator[AtWork]:
    """So many clinics whose sign-ins wait, a panel for these people (the first an administrator), a worker.

    `spare`: clinics whose sign-ins do not wait yet.
    """
    stop = Event()
    with serve(mock_for(clinics + spare, human_clicks=True).app) as portal:
        office = portal_office(folder, clinics + spare, portal.url, espera_s=300)
        house = house_of(office.office, passwords=CHEAP)
        with house.books() as ledger:
            for number in range(clinics):
                ledger.queue.ask(replace(ASKED, clinica=slug(number)))
            for turn, nome in enumerate(people):
                papel = "operador" if turn else "administrador"
                join(office.office, ledger, Joining(nome, papel, "", PASSWORD), CHEAP, by="teste")
        place = listen(0)
        with (
            served_beside(house, place),
            attended_from_afar(office.office, office.environ, lambda _text: None, stop),
        ):
            yield AtWork(office, house, f"http://127.0.0.1:{place.getsockname()[1]}", browser, stop)

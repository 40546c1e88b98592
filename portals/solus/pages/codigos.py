"""The window of codes behind the magnifier of a row: the portal's own list, from which a code is chosen."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.grid import read_grid
from portals.locate.find import find_form
from portals.solus.pages.choices import NotOffered
from portals.solus.pages.screen import Screen
from portals.solus.reading import read_counted

_MAGNIFIER = """(field) => {
  const held = [...field.closest("td").querySelectorAll("button, a, input[type=button], input[type=image]")];
  const shown = held.filter((e) => e.checkVisibility());
  return shown.length === 1 ? shown[0] : null;
}"""
_LISTED = "() => /quantidade:\\s*\\d+\\s+de\\s+\\d+/i.test(document.body.innerText)"
_LINK = """(code) => {
  const links = [...document.querySelectorAll("a, button")].filter((e) => e.checkVisibility());
  const named = links.filter((e) => e.innerText.trim() === code);
  return named.length === 1 ? named[0] : null;
}"""
_HOLDS = "([field, code]) => field.value === code"


class Codigos:
    """The window of one screen's codes. It changes nothing but the field that it was opened for."""

    def __init__(self, screen: Screen, where: str) -> None:
        self._screen = screen
        self._where = where
        self._place = f"{where}, janela de códigos"

    def choose(self, field: ElementHandle, code: str) -> None:
        """Open the window beside the field, look the code up there and choose it; the field then holds it.

        Raises NotOffered where the portal's list has it not exactly once, PageChanged where the window is not as known.
        """
        page, timeout = self._screen.session.page, self._screen.timeout_s * 1000
        with portal_errors(self._place):
            button = field.evaluate_handle(_MAGNIFIER).as_element()
            if button is None:
                raise PageChanged("Ao lado do código não há uma lupa.", where=self._where)
            with page.expect_popup(timeout=timeout) as opened:
                button.click()
            self._in_window(opened.value, code, timeout)
            frame = field.owner_frame()
            if frame is None:
                raise PageChanged("A tela mudou depois de lida.", where=self._where)
            frame.wait_for_function(_HOLDS, arg=[field, code], timeout=timeout)

    def _in_window(self, window: Page, code: str, timeout: float) -> None:
        """The window is closed when this ends, whatever became of it."""
        try:
            self._find(window, code, timeout)
            link = window.evaluate_handle(_LINK, code).as_element()
            if link is None:
                raise PageChanged(f"O código {code} não se deixa escolher.", where=self._place)
            with window.expect_event("close", timeout=timeout), _closing(window):
                link.click(no_wait_after=True)
        finally:
            if not window.is_closed():
                window.close()

    def _find(self, window: Page, code: str, timeout: float) -> None:
        window.wait_for_load_state(timeout=timeout)
        form = find_form(window.frames, self._screen.labels.panels["codigos"], self._place)
        form["codigo"].fill(code)
        form["localizar"].click()
        window.wait_for_function(_LISTED, timeout=timeout)
        html = window.content()
        if read_counted(html, where=self._place)[1] == 0:
            raise NotOffered(f"o portal não conhece o código {code}.")
        rows = read_grid(html, self._screen.columns("codigos"), where=self._place).rows
        if sum(row.text("codigo") == code for row in rows) != 1:
            raise NotOffered(f"o portal não conhece o código {code}.")


@contextmanager
def _closing(window: Page) -> Iterator[None]:
    """A click that closes its own window may be told as an error; what it chose is read from the field."""
    try:
        yield
    except PlaywrightError:
        if not window.is_closed():
            raise

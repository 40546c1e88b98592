""" "Não sou um robô": waiting for the person who ticks it. Nothing here ever ticks it."""

from time import monotonic

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.model.errors import PersonNeeded
from portals.base import Presence, Waiting
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.screens.scripts import script

_GLANCE_MS = 500.0


class Robot:
    """The box of whatever form is on the screen of the portal `title`.

    `timeout_s`: how long a person may take to tick it.
    """

    def __init__(self, session: Session, title: str, timeout_s: float) -> None:
        self._session = session
        self._ask = f'Marque "Não sou um robô" na janela do navegador do {title}.'
        self._timeout_s = timeout_s

    def wait(self, field: ElementHandle, name: str, presence: Presence, where: str) -> bool:
        """Wait for the person; False when that person went on and the form with `field` is gone.

        Raises PersonNeeded when nobody ticked it in time.
        """
        with portal_errors(where):
            if self._box() == "absent":
                return True
            presence.awaited(name, Waiting.CAPTCHA, self._ask)
            deadline = monotonic() + self._timeout_s
            while (here := _still(field)) and self._box() != "ticked":
                if monotonic() > deadline:
                    raise PersonNeeded('Ninguém marcou "Não sou um robô" a tempo.', where=where, do=self._ask)
                self._glance()
        presence.done(name, Waiting.CAPTCHA)
        return here

    def _box(self) -> str:
        """Whether the box is "absent", "waiting" or "ticked", by the page and by the widget's own frame."""
        states = []
        for frame in self._session.page.frames:
            try:
                states.append(frame.evaluate(script("captcha.js")))
            except PlaywrightError:
                continue  # a frame that is just being loaded has nothing to say yet
        return next((state for state in ("ticked", "waiting") if state in states), "absent")

    def _glance(self) -> None:
        """Until the page itself shows that the box was ticked, or half a second."""
        try:
            self._session.page.wait_for_function(f"() => ({script('captcha.js')})() !== 'waiting'", timeout=_GLANCE_MS)
        except PlaywrightTimeout:
            return
        except PlaywrightError:
            return  # the person went on and the page with them; `_still` tells


def _still(field: ElementHandle) -> bool:
    """Whether the form is the one that was filled."""
    try:
        return bool(field.evaluate("(e) => e.isConnected"))
    except PlaywrightError:
        return False

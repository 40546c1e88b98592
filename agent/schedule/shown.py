"""A page shown to a person elsewhere for exactly as long as the portal waits for that person."""

from threading import Event

from agent.ledger.store import Ledger
from agent.ledger.vistas import Vista
from agent.model.errors import PersonNeeded
from agent.runner.doors import Browsers
from agent.runner.owner import this_process
from portals.browser.afar import page_address

_GLANCE_S = 0.05


class Shown:
    """A portals.base.Presence. While a person is awaited the agent only waits; it goes on when nobody holds the page.

    `ledger` belongs to the thread in which the portal is entered, as `browsers`, with its debugging `port`, does.
    """

    def __init__(self, ledger: Ledger, vista: Vista, browsers: Browsers, port: int) -> None:
        self._ledger = ledger
        self._vista = vista
        self._browsers = browsers
        self._port = port

    def awaited(self, portal: str, what: str, text: str) -> None:
        """Say where the page is. Raises PortalUnavailable when it cannot be shown, PersonNeeded when none waits."""
        del what
        endpoint = page_address(self._browsers.browser(), self._port)
        if not self._ledger.vistas.publish(self._vista.id, this_process(), endpoint):
            raise PersonNeeded(text, where=portal, do="Peça de novo no painel.")

    def done(self, portal: str, what: str) -> None:
        """Say that it is there no more, and wait until mouse and keyboard were let go, or their time ran out."""
        del portal, what
        self._ledger.vistas.publish(self._vista.id, this_process(), "")
        while self._ledger.vistas.busy(self._vista.id):
            Event().wait(_GLANCE_S)

    def who(self) -> str:
        """Who did it: the last to hold mouse and keyboard."""
        vista = self._ledger.vistas.get(self._vista.id)
        return (vista and vista.holder) or self._vista.asked_by

"""Read-only, below the adapter: whatever could change something is stopped at the browser's network, and noted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import WebSocketRoute

from agent.model.errors import SetupError
from portals.browser.session import Session

_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_NUMBER = re.compile(r"\d{2,}")
_OTHER = "só no Chrome, no Edge ou no Chromium se pode garantir que nada muda no portal."
_DO = "Instale um deles: o faturista o usa para sondar e calibrar, mesmo que o mês ande no Firefox."


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that is not a mere reading: its method, host and path (digits as "#"), never what it carried.

    `own`: it goes to one of the portal's hosts. `why` it was let through, "" where it was stopped.
    """

    method: str
    place: str
    own: bool
    why: str = ""


class ReadOnly:
    """Stands at the network of a whole browser while inside `with`; `stopped` and `passed` are what it saw.

    Raises SetupError, before anything is asked of the portal, in a browser that has not Chromium's protocol.

    It works on the browser's own protocol: pages, frames, workers, beacons, redirects and every other context are
    seen, whatever an adapter does in them (Chromium 156: each of these is a test). A socket is never opened. What
    Playwright itself would fetch outside the browser (`context.request`) is not seen: nothing here uses it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entering = False
        self._left = 0
        self._why = ""
        self.stopped: list[Asked] = []
        self.passed: list[Asked] = []

    def __enter__(self) -> "ReadOnly":
        browser = self._session.context.browser
        assert browser is not None
        if browser.browser_type.name != "chromium":
            raise SetupError(_OTHER, where="faturista.toml", do=_DO)
        self._cdp = browser.new_browser_cdp_session()
        self._cdp.on("Fetch.requestPaused", self._paused)
        self._cdp.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "requestStage": "Request"}]})
        self._session.context.route_web_socket(re.compile(""), self._socket)
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._cdp.detach()
        except PlaywrightError:
            return  # the browser is gone, and all that it could have sent

    @contextmanager
    def entering(self) -> Iterator[None]:
        """While inside, the requests of signing in pass: nothing else is pressed then."""
        self._entering, self._why = True, "entrada"
        try:
            yield
        finally:
            self._entering = False

    @contextmanager
    def looking_up(self, what: str) -> Iterator[None]:
        """While inside, one request to the portal's own hosts passes: that of the one harmless button pressed."""
        self._left, self._why = 1, what
        try:
            yield
        finally:
            self._left = 0

    def _paused(self, event: dict[str, Any]) -> None:
        request = event["request"]
        asked = self._asked(request["method"], request["url"])
        if request["method"].upper() in _HARMLESS or self._may_pass(asked):
            self._answer("Fetch.continueRequest", {"requestId": event["requestId"]})
            return
        self.stopped.append(asked)
        self._answer("Fetch.failRequest", {"requestId": event["requestId"], "errorReason": "BlockedByClient"})

    def _may_pass(self, asked: Asked) -> bool:
        if not self._entering and not (self._left and asked.own):
            return False
        self._left = max(0, self._left - 1)
        self.passed.append(Asked(asked.method, asked.place, asked.own, self._why))
        return True

    def _asked(self, method: str, url: str) -> Asked:
        parts = urlsplit(url)
        place = f"{parts.hostname or ''}{_NUMBER.sub(lambda m: '#' * len(m[0]), parts.path)}"
        return Asked(method, place, self._session.hosts.allows(url))

    def _answer(self, method: str, params: dict[str, Any]) -> None:
        try:
            self._cdp.send(method, params)
        except PlaywrightError:
            return  # the page that asked was closed meanwhile

    def _socket(self, socket: WebSocketRoute) -> None:
        self.stopped.append(self._asked("WEBSOCKET", socket.url))
        socket.close()

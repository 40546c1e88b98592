"""Where the one page of a browser of ours can be seen and touched by a second client, on this machine only."""

import json
import socket
from http.client import HTTPConnection, HTTPException
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from agent.model.errors import PortalUnavailable

_LOOPBACK = "127.0.0.1"
_PATIENCE_S = 5.0


def free_port() -> int:
    """A port of this machine that nobody listened on a moment ago."""
    with socket.create_server((_LOOPBACK, 0)) as place:
        return int(place.getsockname()[1])


def page_address(browser: Browser, port: int) -> str:
    """ "PORT/TARGET" of the only page of a browser that was started with that debugging port.

    Raises PortalUnavailable unless exactly that page, and no other, is what the port shows: another program may have
    taken the port, a portal may have opened a second window.
    """
    try:
        ours = [page for context in browser.contexts for page in context.pages]
        targets = [_target(page) for page in ours]
        there = _listed(port)
    except (PlaywrightError, OSError, HTTPException, ValueError, KeyError, TypeError) as error:
        raise _not_shown(type(error).__name__) from error
    if len(targets) != 1 or there != targets:
        raise _not_shown(f"{len(there)} janelas")
    return f"{port}/{targets[0]}"


def close_browser(port: int) -> None:
    """Ask the browser with that debugging port to close, from any thread: whoever waits in it goes on at once."""
    try:
        address = str(_told(port, "/json/version")["webSocketDebuggerUrl"])
        with connect(address, proxy=None, open_timeout=_PATIENCE_S, close_timeout=1) as browser:
            browser.send(json.dumps({"id": 1, "method": "Browser.close"}))
    except (OSError, HTTPException, ValueError, KeyError, TypeError, WebSocketException):
        return  # it is closed


def _target(page: Any) -> str:
    cdp = page.context.new_cdp_session(page)
    try:
        return str(cdp.send("Target.getTargetInfo")["targetInfo"]["targetId"])
    finally:
        cdp.detach()


def _listed(port: int) -> list[str]:
    return [str(target["id"]) for target in _told(port, "/json/list") if target["type"] == "page"]


def _told(port: int, path: str) -> Any:
    connection = HTTPConnection(_LOOPBACK, port, timeout=_PATIENCE_S)
    try:
        connection.request("GET", path)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def _not_shown(seen: str) -> PortalUnavailable:
    return PortalUnavailable(
        f"a página do portal não pôde ser mostrada ({seen}).", where="navegador", do="Peça de novo no painel."
    )

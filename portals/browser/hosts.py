"""Only the portal's own hosts: navigation or a form post elsewhere is refused before it leaves the browser."""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary, WeakSet

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Request
from playwright.sync_api import Error as PlaywrightError


def origin(url: str) -> str:
    """scheme://host[:port] of an address, lower case; "" for what has none (about:blank)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""


class AllowedHosts:
    """The origins one session may go to; `refused` collects what it was kept from (scheme and host only)."""

    def __init__(self, base_urls: Iterable[str]) -> None:
        self._origins = frozenset(filter(None, map(origin, base_urls)))
        self.refused: list[str] = []

    def allows(self, url: str) -> bool:
        """Whether a page or a form target at `url` is the portal's own. Pages without a host are."""
        return not url.startswith(("http:", "https:")) or origin(url) in self._origins


class Gatekeeper:
    """Stands at the browser's network layer for one context and lets documents through to allowed hosts only.

    Frames of other hosts (a CAPTCHA widget) may load, but nothing may be posted to them as a form. It works on the
    browser's own protocol instead of Playwright's `route`, which would switch the HTTP cache off. That layer is the
    whole browser's: the gates of sessions side by side see each other's documents and tell them apart by their page.
    Whichever of them stops a document, the session whose document it was is the one that learns of it.
    """

    _standing: ClassVar[WeakKeyDictionary[Browser, WeakSet["Gatekeeper"]]] = WeakKeyDictionary()

    def __init__(self, browser: Browser, context: BrowserContext, page: Page, hosts: AllowedHosts) -> None:
        self._hosts = hosts
        self._context = context
        self._beside = self._standing.setdefault(browser, WeakSet())
        self._cdp: CDPSession = browser.new_browser_cdp_session()
        probe = context.new_cdp_session(page)
        self._context_id: str = probe.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
        probe.detach()
        self._cdp.on("Fetch.requestPaused", self._paused)
        everything = {"urlPattern": "*", "resourceType": "Document", "requestStage": "Request"}
        self._cdp.send("Fetch.enable", {"patterns": [everything]})
        context.on("requestfailed", self._failed)
        self._beside.add(self)

    def close(self) -> None:
        """Leave the gate; the browser may be gone already."""
        self._beside.discard(self)
        self._context.remove_listener("requestfailed", self._failed)
        try:
            self._cdp.detach()
        except PlaywrightError:
            return

    def _paused(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if self._hosts.allows(request["url"]) or not self._concerns_us(event["frameId"], request):
            self._answer("Fetch.continueRequest", {"requestId": event["requestId"]})
            return
        self._answer("Fetch.failRequest", {"requestId": event["requestId"], "errorReason": "BlockedByClient"})

    def _failed(self, request: Request) -> None:
        stopped = request.is_navigation_request() and "ERR_BLOCKED_BY_CLIENT" in (request.failure or "")
        if stopped and not self._hosts.allows(request.url):
            self._hosts.refused.append(origin(request.url))

    def _answer(self, method: str, params: dict[str, Any]) -> None:
        try:
            self._cdp.send(method, params)
        except PlaywrightError:
            return  # the page was closed meanwhile: there is nothing left to let through

    def _concerns_us(self, frame_id: str, request: dict[str, Any]) -> bool:
        for target in self._cdp.send("Target.getTargets")["targetInfos"]:
            if target["targetId"] == frame_id and target["type"] in ("page", "iframe"):
                of_ours = bool(target.get("browserContextId") == self._context_id)
                return of_ours and (target["type"] == "page" or request["method"] != "GET")
        # A frame in its page's own process is no target, so nothing tells whose it is: a form that it posts to a host
        # where another session may post is that session's affair; every gate stops the others.
        return request["method"] != "GET" and not any(gate._hosts.allows(request["url"]) for gate in self._beside)

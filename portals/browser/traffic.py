"""What the network said while something was awaited: the connection's own verdict on one act."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request, Response
from playwright.sync_api import Error as PlaywrightError

from portals.browser.hosts import AllowedHosts

_ANSWERS = frozenset({"document", "xhr", "fetch"})
# As Chromium and Firefox call it.
_GIVEN_UP = re.compile("ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT")


class Traffic:
    """Requests of pages and scripts since the watch began.

    `trouble` is pt-BR, None while all is well. `pending`: those that have no whole answer yet. `began`: whether any
    left at all.
    """

    def __init__(self) -> None:
        self.trouble: str | None = None
        self.pending: set[Request] = set()
        self.began = False

    @property
    def loading(self) -> bool:
        """Whether a page is on its way: until it is there, nobody can look at the one that it replaces."""
        return any(request.resource_type == "document" for request in self.pending)

    @property
    def at_rest(self) -> bool:
        """Whether something was asked of the portal, and all of it was answered."""
        return self.began and not self.pending

    def left(self, request: Request) -> None:
        """A request on its way."""
        if request.resource_type in _ANSWERS:
            self.began = True
            self.pending.add(request)

    def answered(self, response: Response) -> None:
        """The first bytes of an answer; a server error is trouble, whatever its page says."""
        if response.request.resource_type in _ANSWERS and response.status >= 500:
            self.trouble = f"o portal respondeu com erro {response.status}"

    def finished(self, request: Request) -> None:
        """A whole answer."""
        self.pending.discard(request)

    def failed(self, request: Request) -> None:
        """A request that got no answer. One that the browser itself gave up on is none of ours."""
        self.pending.discard(request)
        reason = request.failure or ""
        if request.resource_type in _ANSWERS and not _GIVEN_UP.search(reason):
            self.trouble = f"a conexão caiu antes da resposta ({reason.removeprefix('net::')})"


@dataclass(frozen=True, slots=True)
class Sent:
    """What left in one request that changes something: where to (no query), how much, and the SHA-256 of its body."""

    path: str
    bytes: int
    sha256: str


class Watch:
    """Listens to one context all the time, so that watching an act costs nothing more. `seen`: requests so far.

    What a widget of another host says to its own server (a CAPTCHA, a chat) is no answer of the portal: a page that
    is whole would be waited for as long as that widget talks.
    """

    def __init__(self, context: BrowserContext, hosts: AllowedHosts) -> None:
        self._hosts = hosts
        self.seen = 0
        self._watching: list[Traffic] = []
        self._recording = False
        self._sent: list[Sent] = []
        context.on("request", self._left)
        context.on("response", self._answered)
        context.on("requestfinished", self._finished)
        context.on("requestfailed", self._failed)

    @contextmanager
    def watched(self) -> Iterator[Traffic]:
        """Watch the network of every page of the context while inside."""
        traffic = Traffic()
        self._watching.append(traffic)
        try:
            yield traffic
        finally:
            self._watching.remove(traffic)

    @property
    def sent(self) -> tuple[Sent, ...]:
        """The POSTs of the act that was recorded last."""
        return tuple(self._sent)

    @contextmanager
    def recorded(self) -> Iterator[None]:
        """Keep the digest of each POST that leaves inside; never around a sign-in, whose body is a password."""
        self.forget()
        self._recording = True
        try:
            yield
        finally:
            self._recording = False

    def forget(self) -> None:
        """What is kept from now on has nothing to do with the act that was recorded."""
        self._sent.clear()

    def _left(self, request: Request) -> None:
        self.seen += 1
        if self._of_a_widget(request):
            return
        if self._recording and request.method == "POST":
            body = request.post_data_buffer or b""
            path = urlsplit(request.url).path or "/"
            self._sent.append(Sent(path, len(body), hashlib.sha256(body).hexdigest()))
        for traffic in self._watching:
            traffic.left(request)

    def _answered(self, response: Response) -> None:
        if self._of_a_widget(response.request):
            return
        for traffic in self._watching:
            traffic.answered(response)

    def _finished(self, request: Request) -> None:
        for traffic in self._watching:
            traffic.finished(request)

    def _failed(self, request: Request) -> None:
        if self._of_a_widget(request):
            return
        for traffic in self._watching:
            traffic.failed(request)

    def _of_a_widget(self, request: Request) -> bool:
        try:
            frame = request.frame
        except PlaywrightError:
            return False  # the page is only being opened: the portal's own
        if frame.parent_frame is None:
            return False
        return not self._hosts.allows(request.url if request.is_navigation_request() else frame.url)

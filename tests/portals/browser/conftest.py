"""A browser, and two tiny sites of our own: the portal and somewhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser

from portals.browser.session import Session, open_session

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)


@dataclass
class Site:
    """Pages by path ("silence": no answer until `over`); `hits` are the requests that came, as "METHOD /path"."""

    address: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    hits: list[str] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def answer(self, path: str) -> str:
        """The page of that path, once it is to be answered."""
        page = self.pages.get(path, "")
        if page != "silence":
            return page
        self.over.wait()
        return "drop"


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self._answer()

        def _answer(self) -> None:
            site.hits.append(f"{self.command} {self.path}")
            page = site.answer(self.path)
            if page.startswith("redirect:"):
                self._send(307, b"", [("location", page.removeprefix("redirect:"))])
            elif page == "drop":
                self.close_connection = True
            elif page == "pdf":
                self._send(200, PDF, [("content-type", "application/pdf")])
            else:
                self._send(200 if page else 404, f"<!DOCTYPE html>{page}".encode(), [("content-type", "text/html")])

        def _send(self, status: int, body: bytes, headers: list[tuple[str, str]]) -> None:
            self.send_response(status)
            for name, value in [*headers, ("content-length", str(len(body)))]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    with serving() as site:
        site.pages["/"] = "<p>outro lugar</p>"
        yield site


@pytest.fixture
def session(browser: Browser, site: Site) -> Iterator[Session]:
    with open_session(browser, site.address) as session:
        yield session

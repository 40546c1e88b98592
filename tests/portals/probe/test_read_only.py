"""Nothing that could change something leaves a browser that is read-only, by whatever way a page tries."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser

from agent.model.errors import SetupError
from portals.browser.session import Session, open_session
from portals.locate.find import Search
from portals.locate.labels import PanelLabels
from portals.probe.probe import picture_of_labels
from portals.probe.read_only import Asked, ReadOnly

pytestmark = pytest.mark.browser

PAGE = b"<form id=f method=post action=/formulario/123><button>x</button></form><iframe src=/quadro></iframe>"
WORKER = b"fetch('/operario', {method: 'POST', body: 'x'}).catch(() => 0).then(() => postMessage('feito'))"
TRIES = """async () => {
  const quiet = (promise) => promise.catch(() => 0);
  await quiet(fetch('/fetch', {method: 'POST'}));
  await quiet(fetch('/fica', {method: 'PUT', keepalive: true}));
  await quiet(fetch('/desvio', {method: 'POST'}));
  await quiet(frames[0].fetch('/do-quadro', {method: 'DELETE'}));
  navigator.sendBeacon('/aviso', 'x');
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/soquete');
  await new Promise((done) => { socket.onclose = done; });
  const worker = new Worker('/operario.js');
  await new Promise((done) => { worker.onmessage = done; });
  addEventListener('pagehide', () => navigator.sendBeacon('/saida', 'x'));
}"""


@dataclass
class Site:
    """A server that remembers what reached it and was not a mere reading."""

    url: str
    arrived: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content, kind = (WORKER, "text/javascript") if self.path == "/operario.js" else (PAGE, "text/html")
            self._answer(200, content, kind)

        def do_POST(self) -> None:
            here.arrived.append((self.command, self.path))
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._answer(307 if self.path == "/desvio" else 200, b"", "text/plain")

        do_PUT = do_DELETE = do_POST  # noqa: N815 - the names that http.server calls

        def _answer(self, status: int, content: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Location", "/depois-do-desvio")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here = Site(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield here
        server.shutdown()
        thread.join()


@pytest.fixture
def session(browser: Browser, site: Site) -> Iterator[Session]:
    site.arrived.clear()
    with open_session(browser, site.url) as session:
        yield session


def test_no_way_that_a_page_has_of_sending_something_is_open(session: Session, site: Site) -> None:
    with ReadOnly(session) as gate:
        session.goto()
        session.page.wait_for_load_state("load")  # its frame too: what one asks that is still to come dies with it
        session.page.evaluate(TRIES)
        with session.page.expect_event("framenavigated", lambda frame: frame == session.page.main_frame):
            session.page.evaluate("document.getElementById('f').submit()")
        session.goto("/fim")

    tried = ["/aviso", "/desvio", "/do-quadro", "/fetch", "/fica", "/formulario/###", "/operario", "/saida", "/soquete"]
    assert site.arrived == []
    assert sorted(asked.place.removeprefix("127.0.0.1") for asked in gate.stopped) == tried
    assert gate.passed == []


def test_a_look_up_passes_once_and_not_where_it_is_led_on_to(session: Session, site: Site) -> None:
    with ReadOnly(session) as gate:
        session.goto()
        with gate.looking_up("gerar.acessar"):
            session.page.evaluate("fetch('/desvio', {method: 'POST'}).catch(() => 0)")
        session.page.evaluate("fetch('/outro', {method: 'POST'}).catch(() => 0)")

    assert site.arrived == [("POST", "/desvio")]
    assert gate.passed == [Asked("POST", "127.0.0.1/desvio", own=True, why="gerar.acessar")]
    assert [asked.place for asked in gate.stopped] == ["127.0.0.1/depois-do-desvio", "127.0.0.1/outro"]


def test_afterwards_the_browser_works_again(session: Session, site: Site) -> None:
    with ReadOnly(session):
        session.goto()

    session.page.evaluate("fetch('/livre', {method: 'POST'})")

    assert site.arrived == [("POST", "/livre")]


def test_without_chromiums_protocol_nothing_is_looked_at_at_all() -> None:
    browser = SimpleNamespace(browser_type=SimpleNamespace(name="firefox"))
    session: Any = SimpleNamespace(context=SimpleNamespace(browser=browser))
    with pytest.raises(SetupError, match="só no Chrome, no Edge ou no Chromium se pode garantir que nada muda"):
        ReadOnly(session).__enter__()


def test_a_picture_shows_labels_and_nothing_of_what_stands_beside_them(session: Session) -> None:
    def picture(name: str, card: str, label: str = "Nome", button: str = "Ver") -> bytes:
        session.page.set_content(
            f"<style>* {{ font: 16px monospace }}</style><h2>Paciente</h2><label>{label} <input value='{name}'></label>"
            f"<table><tr><th>Guia</th><th>Dado</th></tr>"
            f"<tr><td><a href=#>{card}</a></td><td>{name} <button>{name}</button></td></tr></table>"
            f"<p>{name}, cartão {card}</p><select><option>{name}</select><textarea>{name}</textarea>"
            f"<button>{button}</button>"
        )
        everything = Search({"": PanelLabels()}, "exemplo", {"heads": [], "words": []})
        assert len(everything.answers(session.frames())) == 1
        return picture_of_labels(session)

    shown = picture("ANA LIMA", "7003-2")

    assert picture("BIA MOTA", "8114-3") == shown
    assert picture("ANA LIMA", "7003-2", label="Doce") != shown
    assert picture("ANA LIMA", "7003-2", button="Ler") != shown

"""For whoever watches, on this computer only: /saude says whether the schedule still looks, /metricas the figures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from agent.model.errors import SetupError
from agent.model.point import Clock, utc_now

LATE = timedelta(minutes=5)


class Health:
    """The last look at the office, and the figures of then."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock
        self._lock = Lock()
        self._last: datetime | None = None
        self._figures = ""

    def looked(self, at: datetime, figures: str) -> None:
        """The schedule looked."""
        with self._lock:
            self._last, self._figures = at, figures

    def page(self, path: str) -> tuple[HTTPStatus, str]:
        """Status and text of one of the two pages."""
        with self._lock:
            last, figures = self._last, self._figures
        if path == "/metricas":
            return HTTPStatus.OK, figures
        if path != "/saude":
            return HTTPStatus.NOT_FOUND, "há /saude e /metricas\n"
        if last is None or self._clock() - last > LATE:
            return HTTPStatus.SERVICE_UNAVAILABLE, "a agenda não é vista há mais de cinco minutos\n"
        return HTTPStatus.OK, "ok\n"


@contextmanager
def watched(health: Health, port: int | None) -> Iterator[None]:
    """Serve both pages on 127.0.0.1 while the block lasts; nothing when `port` is None. Raises SetupError."""
    if port is None:
        yield
        return
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), _handler(health))
    except OSError as error:
        raise SetupError(
            f"a porta {port} não pôde ser aberta ({error.strerror}).", where="execucao.porta_saude", do="Use outra."
        ) from None
    thread = Thread(target=server.serve_forever, name="faturista-health", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(health: Health) -> type[BaseHTTPRequestHandler]:
    class Pages(BaseHTTPRequestHandler):
        """The two pages; nothing is logged."""

        def do_GET(self) -> None:
            """See Health.page."""
            status, text = health.page(self.path)
            content = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
            """Nobody reads it."""

    return Pages

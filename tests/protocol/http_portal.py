"""The model portal over HTTP: its world survives in the test's process while agents are killed in theirs."""

import pickle
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread
from typing import Any
from uuid import uuid4

from agent.model.answer import Batch, Outcome, Prepared, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.point import no_hook, utc_now
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Login, Portal, Presence
from tests.protocol.model_portal import IPASEM_LIKE, ModelPortal
from tests.protocol.world import Clock, World

_PATIENCE = 60


class WallClock(Clock):
    """The clock of a portal whose time passes by itself."""

    def __call__(self) -> datetime:
        return utc_now()

    def wait(self, span: timedelta) -> None:
        raise AssertionError("nobody waits for the portal's own clock")


class Portals(HTTPServer):
    """One request after the other, in the order they came: what a dead agent sent is done before what the next asks."""

    def __init__(self, world: World) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.world = world
        self.asked = Event()
        self.sessions: dict[str, ModelPortal] = {}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """An agent that was killed hears no answer; any other error is the test's own."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Request(BaseHTTPRequestHandler):
    server: Portals

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        if len(body) < size:  # the agent died while it sent
            return
        _, session, verb = self.path.split("/")
        self.server.asked.set()
        portal = self.server.sessions.setdefault(session, ModelPortal(self.server.world, no_hook))
        try:
            answer = getattr(portal, verb)(*pickle.loads(body))
        except PortalUnavailable:
            self.send_error(503)
            return
        if not isinstance(answer, Unknown):  # else the connection just closes
            self._send(pickle.dumps(answer))

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 # the base class names it so
        """Quiet."""


@contextmanager
def serving(world: World) -> Iterator[Portals]:
    """A portal on a free port of this machine, until the block ends."""
    with Portals(world) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class HttpPortal:
    """A thin client: every verb is one request. A click without an answer is Unknown, a look without one raises."""

    name = "ipasem"
    capabilities = IPASEM_LIKE

    def __init__(self, port: int) -> None:
        self._port = port
        self._session = uuid4().hex

    def sign_in(self, login: Login, presence: Presence) -> None:
        self._look("sign_in", None, None)

    def sign_out(self) -> None:
        self._look("sign_out")

    def observe(self, competencia: Competencia) -> Registro:
        answer: Registro = self._look("observe", competencia)
        return answer

    def prepare(self, batch: Batch) -> Prepared:
        answer: Prepared = self._look("prepare", batch)
        return answer

    def submit(self, prepared: Prepared) -> Outcome:
        return self._click("submit", prepared)

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        return self._click("remove", competencia, movimento)

    def close(self, competencia: Competencia) -> Outcome:
        return self._click("close", competencia)

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        answer: SemRetorno = self._look("fetch_return", competencia)
        return answer

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        return ()

    def _look(self, verb: str, *arguments: object) -> Any:
        try:
            return self._ask(verb, arguments)
        except (OSError, HTTPException) as error:
            raise PortalUnavailable(f"sem resposta ({error})") from error

    def _click(self, verb: str, *arguments: object) -> Outcome:
        try:
            answer: Outcome = self._ask(verb, arguments)
        except (OSError, HTTPException) as error:
            return Unknown(str(error))
        return answer

    def _ask(self, verb: str, arguments: tuple[object, ...]) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request("POST", f"/{self._session}/{verb}", body=pickle.dumps(arguments))
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise PortalUnavailable(f"o portal respondeu {response.status}")
        return pickle.loads(body)


@dataclass(frozen=True, slots=True)
class HttpDoor:
    """Each connection is a fresh session on the portal at this port."""

    port: int

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return nullcontext(HttpPortal(self.port))

    def remember(self) -> None:
        """See Door."""

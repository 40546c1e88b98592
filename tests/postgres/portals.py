"""Insurers' state machines behind HTTP: they live on in the test's process while workers are killed in theirs."""

import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Lock, Thread
from typing import Any
from uuid import uuid4

from agent.model.answer import Batch, Outcome, Prepared, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Capabilities, Login, Portal, Presence
from tests.schedule.insurer import BY_PROTOCOL, MONTHLY, Insurer, InsurerPortal

_PATIENCE = 60
CAPABILITIES = {"ipasem": MONTHLY, "cassind": BY_PROTOCOL}


@dataclass(frozen=True, slots=True)
class Call:
    """The so-many-th request: which session of which worker asks what of whose login."""

    no: int
    worker: str
    session: str
    portal: str
    user: str
    verb: str


class Portals(ThreadingHTTPServer):
    """`asked` hears of each call before it is answered and after it was done: (call, done)."""

    daemon_threads = True

    def __init__(self, insurers: dict[str, Insurer], asked: Callable[[Call, bool], None]) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.insurers = insurers
        self.asked = asked
        self.calls: list[Call] = []
        self.numbers = count()
        self.lock = Lock()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A worker that was killed hears no answer; any other error is the test's own."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Request(BaseHTTPRequestHandler):
    server: Portals

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        if len(body) < size:  # the worker died while it sent
            return
        call = Call(next(self.server.numbers), *self.path.strip("/").split("/"))
        self.server.asked(call, False)
        with self.server.lock:
            self.server.calls.append(call)
            portal = InsurerPortal(self.server.insurers[call.portal], call.user)
            answer = getattr(portal, call.verb)(*pickle.loads(body))
        self.server.asked(call, True)
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
def serving(insurers: dict[str, Insurer], asked: Callable[[Call, bool], None]) -> Iterator[Portals]:
    """The portals on a free port of this machine, until the block ends."""
    with Portals(insurers, asked) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class HttpInsurer:
    """A worker's session: every verb is one request. A click without answer is Unknown, a look without one raises."""

    capabilities: Capabilities

    def __init__(self, port: int, worker: str, portal: str, user: str) -> None:
        self.name = portal
        self.capabilities = CAPABILITIES[portal]
        self._port = port
        self._whose = f"{worker}/{uuid4().hex}/{portal}/{user}"

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
            connection.request("POST", f"/{self._whose}/{verb}", body=pickle.dumps(arguments))
            return pickle.loads(connection.getresponse().read())
        finally:
            connection.close()


@dataclass(frozen=True, slots=True)
class HttpDoor:
    """Each connection is a fresh session; a portal itself remembers who is signed in."""

    port: int
    worker: str
    portal: str
    user: str

    def connect(self) -> AbstractContextManager[Portal]:
        return nullcontext(HttpInsurer(self.port, self.worker, self.portal, self.user))

    def remember(self) -> None:
        """Nothing to keep."""

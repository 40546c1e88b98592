"""A portal that lives in another process: each verb is one request, its arguments and its answer pickled."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from agent.model.answer import Batch, Outcome, Prepared, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Capabilities, Login, Presence

_PATIENCE = 60


class Asked(BaseHTTPRequestHandler):
    """One request for a verb, on the portals' side."""

    def arguments(self) -> bytes | None:
        """What was sent, None when whoever asked died while it sent."""
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        return body if len(body) == size else None

    def answer(self, answer: object) -> None:
        """Send it; an Unknown is no answer: the connection just closes."""
        if isinstance(answer, Unknown):
            return
        body = pickle.dumps(answer)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 # the base class names it so
        """Quiet."""


@contextmanager
def answering(server: HTTPServer) -> Iterator[None]:
    """Serve in a thread until the block ends."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


class HttpPortal:
    """A portal behind `/SESSION/VERB`: a click without an answer is Unknown, a look without one raises."""

    def __init__(self, port: int, session: str, name: str, capabilities: Capabilities) -> None:
        self.name = name
        self.capabilities = capabilities
        self._port = port
        self._session = session

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

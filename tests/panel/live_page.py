"""A sign-in's page that pretends to be a browser's, the panel that shows it, and people's sockets on it."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from socket import SHUT_RDWR
from threading import Condition, Thread
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import Server, ServerConnection, serve

from agent.ledger.vistas import Vista
from agent.panel.afar import SOCKET
from agent.panel.house import House
from agent.runner.owner import this_process
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import PanelClock
from tests.panel.people import Person

PRESS = {"t": "mouse", "act": "press", "x": 10, "y": 20}
RELEASE = {**PRESS, "act": "release"}
PATIENCE_S = 30.0


@dataclass
class PretendPage:
    """What Chromium's debugging port would answer: one picture, and all that it was told."""

    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    watched: int = 0
    changed: Condition = field(default_factory=Condition)

    def answer(self, socket: ServerConnection) -> None:
        with self.changed:
            self.watched += 1
        for text in socket:
            said = json.loads(text)
            with self.changed:
                self.told.append((said["method"], said["params"]))
                self.changed.notify_all()
            if said["method"] == "Page.startScreencast":
                size = {"deviceWidth": 800, "deviceHeight": 600}
                picture = {"data": base64.b64encode(b"jpeg").decode(), "metadata": size, "sessionId": 1}
                socket.send(json.dumps({"method": "Page.screencastFrame", "params": picture}))

    def acts(self) -> list[str]:
        return [str(params.get("type", "texto")) for method, params in self.told if method.startswith("Input.")]

    def has_been_told(self, acts: list[str]) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.acts() == acts, PATIENCE_S)


@dataclass
class Live:
    """A panel with its socket, the page of one sign-in that waits, and the worker's side of the ledger."""

    house: House
    url: str
    clock: PanelClock
    page: PretendPage
    endpoint: str
    stack: ExitStack

    def person(self, nome: str) -> Person:
        person = self.stack.enter_context(Person.at(self.url))
        person.signs_in(nome)
        return person

    def ficha(self, person: Person) -> str:
        return str(person.sends("/atender/ficha", {}, seen="/atender").json()["ficha"])

    def opens(self, person: Person, ficha: str | None = None, origin: str | None = None) -> "Window":
        """The socket of a person's page. Raises InvalidStatus when it is not let in."""
        address = self.url.replace("http", "ws", 1) + SOCKET
        cookie = "; ".join(f"{name}={value}" for name, value in person.client.cookies.items())
        here = self.url if origin is None else origin
        more = {"origin": here or None, "additional_headers": {"Cookie": cookie}, "proxy": None, "close_timeout": 1}
        socket = self.stack.enter_context(connect(address, **more))  # type: ignore[arg-type]
        socket.send(ficha if ficha is not None else self.ficha(person))
        return Window(socket)

    def asks(self, person: Person) -> None:
        with self.house.books() as ledger:
            ledger.queue.ask(replace(ASKED, clinica="aurora"))
        assert person.sends("/atender", {}, seen="/atender").status_code == 303

    def shows(self, owner: str = "") -> int:
        """A worker opens what was asked, and a person is awaited."""
        owner = owner or this_process()
        with self.house.books() as ledger:
            number = ledger.vistas.all("")[-1].id
            assert ledger.vistas.claim(number, owner)
            assert ledger.vistas.publish(number, owner, self.endpoint)
        return number

    def vista(self) -> Vista:
        with self.house.books() as ledger:
            return ledger.vistas.all("")[-1]

    def clicks(self) -> list[tuple[str, dict[str, Any]]]:
        with self.house.books() as ledger:
            return [(e.actor, e.body) for e in ledger.events.all() if e.kind == "vista.clique"]

    def until(self, met: Callable[[Vista], bool]) -> None:
        """Wait for the ledger to say so."""
        with self.house.books() as ledger:
            awaited = Condition()
            for _ in range(int(PATIENCE_S * 20)):
                if met(ledger.vistas.all("")[-1]):
                    return
                with awaited:
                    awaited.wait(0.05)
        raise AssertionError("it never came")


@dataclass
class Window:
    """A person's page, as far as its socket goes."""

    socket: ClientConnection
    last: dict[str, Any] = field(default_factory=dict)

    def sees_a_picture(self) -> bytes:
        while True:
            got = self.socket.recv(timeout=PATIENCE_S)
            if isinstance(got, bytes):
                self.does({"t": "drawn"})
                return got

    def is_told(self, words: str) -> None:
        while not self.last or words not in self.last["html"]:
            got = self.socket.recv(timeout=PATIENCE_S)
            if isinstance(got, str):
                self.last = json.loads(got)

    def does(self, *messages: dict[str, object]) -> None:
        for message in messages:
            self.socket.send(json.dumps(message))

    def closed_with(self) -> int:
        try:
            while True:
                self.socket.recv(timeout=PATIENCE_S)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0

    def is_cut(self) -> None:
        """The line is gone without a word."""
        self.socket.socket.shutdown(SHUT_RDWR)


@contextmanager
def pretended(page: PretendPage) -> Iterator[str]:
    """Where the page answers as Chromium's debugging port does: port and target."""
    server: Server = serve(page.answer, "127.0.0.1", 0, compression=None)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"{server.socket.getsockname()[1]}/ABC"
    finally:
        server.shutdown()
        thread.join()

"""Insurers' state machines behind HTTP: they live on in the test's process while workers are killed in theirs."""

import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from itertools import count
from threading import Lock
from typing import Any
from uuid import uuid4

from portals.base import Portal
from tests.protocol.over_http import Asked, HttpPortal, answering
from tests.schedule.insurer import BY_PROTOCOL, MONTHLY, Insurer, InsurerPortal

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


class _Request(Asked):
    server: Portals

    def do_POST(self) -> None:  # noqa: N802 - the base class calls it so
        if (body := self.arguments()) is None:
            return
        call = Call(next(self.server.numbers), *self.path.strip("/").split("/"))
        self.server.asked(call, False)
        with self.server.lock:
            self.server.calls.append(call)
            portal = InsurerPortal(self.server.insurers[call.portal], call.user)
            answer = getattr(portal, call.verb)(*pickle.loads(body))
        self.server.asked(call, True)
        self.answer(answer)


@contextmanager
def serving(insurers: dict[str, Insurer], asked: Callable[[Call, bool], None]) -> Iterator[Portals]:
    """The portals on a free port of this machine, until the block ends."""
    with Portals(insurers, asked) as server, answering(server):
        yield server


@dataclass(frozen=True, slots=True)
class HttpDoor:
    """Each connection is a fresh session; a portal itself remembers who is signed in."""

    port: int
    worker: str
    portal: str
    user: str

    def connect(self) -> AbstractContextManager[Portal]:
        session = f"{self.worker}/{uuid4().hex}/{self.portal}/{self.user}"
        return nullcontext(HttpPortal(self.port, session, self.portal, CAPABILITIES[self.portal]))

    def remember(self) -> None:
        """Nothing to keep."""

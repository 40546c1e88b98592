"""The model portal over HTTP: its world survives in the test's process while agents are killed in theirs."""

import pickle
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import HTTPServer
from threading import Event
from typing import Any
from uuid import uuid4

from agent.model.errors import PortalUnavailable
from agent.model.point import no_hook, utc_now
from portals.base import Portal
from tests.protocol.model_portal import IPASEM_LIKE, ModelPortal
from tests.protocol.over_http import Asked, HttpPortal, answering
from tests.protocol.world import Clock, World


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


class _Request(Asked):
    server: Portals

    def do_POST(self) -> None:  # noqa: N802 - the base class calls it so
        if (body := self.arguments()) is None:
            return
        _, session, verb = self.path.split("/")
        self.server.asked.set()
        portal = self.server.sessions.setdefault(session, ModelPortal(self.server.world, no_hook))
        try:
            self.answer(getattr(portal, verb)(*pickle.loads(body)))
        except PortalUnavailable:
            self.send_error(503)


@contextmanager
def serving(world: World) -> Iterator[Portals]:
    """A portal on a free port of this machine, until the block ends."""
    with Portals(world) as server, answering(server):
        yield server


@dataclass(frozen=True, slots=True)
class HttpDoor:
    """Each connection is a fresh session on the portal at this port."""

    port: int

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return nullcontext(HttpPortal(self.port, uuid4().hex, "ipasem", IPASEM_LIKE))

    def remember(self) -> None:
        """See Door."""

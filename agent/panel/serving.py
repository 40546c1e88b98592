"""The panel on a port of this machine, until it is told to stop."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import uvicorn

from agent.config.office import Office
from agent.model.errors import SetupError
from agent.model.point import Clock, utc_now
from agent.panel.app import make_app
from agent.panel.figuring import Figuring
from agent.panel.hands import MOST_BYTES
from agent.panel.house import House, unrecorded
from agent.panel.passwords import Passwords
from agent.panel.sessions import Sessions, key_in

LOOPBACK = "127.0.0.1"
_LOCAL_NAMES = (LOOPBACK, "localhost")
# How often, in seconds, whoever waits for the first page looks whether the server is still there.
_GLANCE_S = 0.5


def house_of(
    office: Office,
    *,
    name: str = "",
    clock: Clock = utc_now,
    passwords: Passwords | None = None,
    broke: Callable[[Exception], Path | None] = unrecorded,
) -> House:
    """The panel's parts. `name` is the https name that a proxy gives it, "" when it is used on this machine only."""
    hosts = (*_LOCAL_NAMES, name) if name else _LOCAL_NAMES
    sessions = Sessions(key_in(office.painel), clock, secure=bool(name))
    return House(office, sessions, passwords or Passwords(), Figuring(office, clock), clock, hosts, broke)


def listen(port: int) -> socket.socket:
    """A port of this machine only; 0 takes a free one. Raises SetupError when it is taken."""
    try:
        # Windows lets two programs share a port that SO_REUSEADDR is set on; create_server sets it elsewhere only.
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        raise SetupError(
            f"a porta {port} não pode ser usada ({error.strerror or os.strerror(error.errno or 0)}).",
            where=LOOPBACK,
            do="Feche o outro programa, ou escolha outra com --porta.",
        ) from error


def serve(house: House, place: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until a signal comes; `ready` is called when the first page can be had."""
    _prepare(house)
    _Server(_config(house), ready).run([place])


@contextmanager
def served_beside(house: House, place: socket.socket) -> Iterator[None]:
    """Answer beside the caller's own work, in a thread, until the block ends; every page can be had within it.

    Raises SetupError when the server ends before its first page.
    """
    _prepare(house)
    listening = Event()
    server = _Server(_config(house), listening.set)
    thread = Thread(target=server.run, args=([place],), name="painel")
    thread.start()
    try:
        while not listening.wait(_GLANCE_S):
            if not thread.is_alive():
                raise SetupError("o painel não abriu.", where=LOOPBACK, do="Rode sem --painel, ou escolha outra porta.")
        yield
    finally:
        server.should_exit = True
        thread.join()


def _prepare(house: House) -> None:
    """Compute what the first page would be slow for."""
    with house.books() as ledger:
        house.figuring.lines(ledger)


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        await super().startup(sockets)
        self._ready()


def _config(house: House) -> uvicorn.Config:
    proxied = house.sessions.secure
    return uvicorn.Config(
        make_app(house),
        ws="websockets-sansio",
        ws_max_size=MOST_BYTES,
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        log_level="critical",  # a traceback's message may hold a patient's name
        access_log=False,
        server_header=False,
        proxy_headers=proxied,
        forwarded_allow_ips=LOOPBACK,
        timeout_graceful_shutdown=2,
    )

"""Serves a mock portal on a free loopback port, in a thread beside the tests or as a process of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

import uvicorn
from starlette.types import ASGIApp

from portals.mock.connection import CuttableProtocol

LOOPBACK = "127.0.0.1"
_READY_SECONDS = 30.0
# How long an answer that nobody gets any more may take to end by itself.
_END_SECONDS = 1.0


class _Server(uvicorn.Server):
    """A uvicorn server that says when it listens, and that stops at once: an answer under way is never given."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._stopping = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        # Whoever is cancelled just as it opens a file never learns of it, and leaves it open.
        if ending := list(self.server_state.tasks):
            await asyncio.wait(ending, timeout=_END_SECONDS)

    async def main_loop(self) -> None:
        """uvicorn's, which looks after its headers once a second, but is woken to stop."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), 1)

    def stop_soon(self) -> None:
        """Asks from another thread."""
        self.should_exit = True
        with suppress(RuntimeError):  # it has stopped already
            self._loop.call_soon_threadsafe(self._stopping.set)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=CuttableProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        # A browser that reuses a connection just as it times out would look like a fault nobody armed.
        timeout_keep_alive=600,
    )


class Served:
    """A mock portal that is being served: `url` without a final slash, `stop()`; also a context manager."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._socket = socket.create_server((LOOPBACK, port))
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{LOOPBACK}:{self.port}"
        self._up = threading.Event()
        self._server = _Server(_config(app), self._up.set)
        self._thread = threading.Thread(target=self._run, name=f"mock-portal-{self.port}", daemon=True)
        self._thread.start()
        if not self._up.wait(_READY_SECONDS):
            raise TimeoutError(f"The mock portal did not start on {self.url} within {_READY_SECONDS:.0f} s.")

    def _run(self) -> None:
        self._server.run([self._socket])

    def stop(self) -> None:
        """Stops listening, cuts every open connection, waits for the thread; harmless when repeated."""
        self._server.stop_soon()
        self._thread.join()
        self._socket.close()

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def serve(app: ASGIApp, *, port: int = 0) -> Served:
    """Serves `app` from a daemon thread on 127.0.0.1; port 0 takes a free one."""
    return Served(app, port)


def run(app: ASGIApp, *, port: int = 0, ready: Callable[[str], None]) -> None:
    """Serves `app` in this process until it is interrupted; calls `ready(url)` once it listens."""
    with socket.create_server((LOOPBACK, port)) as listener:
        url = f"http://{LOOPBACK}:{listener.getsockname()[1]}"
        _Server(_config(app), lambda: ready(url)).run([listener])

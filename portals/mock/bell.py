"""Lets a request wait for something that another request or another thread does."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from starlette.requests import Request

# How soon a waiting request notices that its client has gone.
_CLIENT_CHECK_SECONDS = 0.25


class Bell:
    """`ring()` from any thread wakes whoever waits in any event loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def ring(self) -> None:
        """Wakes everyone; each looks again at what it waits for."""
        with self._lock:
            for event, loop in self._waiting.items():
                loop.call_soon_threadsafe(event.set)

    async def wait(self, request: Request, until: Callable[[], bool], seconds: float) -> None:
        """Returns when `until()` holds, the seconds have passed or the client has gone."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        event = asyncio.Event()
        with self._lock:
            self._waiting[event] = loop
        try:
            while not until() and loop.time() < end and not await request.is_disconnected():
                await _rung(event, min(_CLIENT_CHECK_SECONDS, max(end - loop.time(), 0)))
        finally:
            with self._lock:
                del self._waiting[event]


async def _rung(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
    event.clear()

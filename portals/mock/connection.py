"""Cuts the TCP connection of a request, so that no byte of an answer reaches the client."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from functools import partial

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

_TRANSPORT = "mock.transport"
# Linger on, for zero seconds: closing then sends a reset. Winsock packs the pair as two shorts.
_RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


async def _with_transport(
    app: ASGIApp, transport: asyncio.Transport, scope: Scope, receive: Receive, send: Send
) -> None:
    scope[_TRANSPORT] = transport
    await app(scope, receive, send)


class CuttableProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol, which also lets the application reach its transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does this only for sockets that name their protocol; without it each answer waits 40 ms.
        raw: socket.socket = transport.get_extra_info("socket")
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.app = partial(_with_transport, self.app, transport)


async def cut(scope: Scope, receive: Receive) -> None:
    """Resets the connection of this request and returns when the server has noticed.

    The request's body must have been read. Afterwards nothing may be sent on it.
    """
    transport: asyncio.Transport = scope[_TRANSPORT]
    raw: socket.socket = transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    transport.abort()
    while (await receive())["type"] != "http.disconnect":
        continue

"""One page of a browser on this machine: its pictures as they change, and a person's mouse and keyboard into it."""

import base64
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from websockets.asyncio.client import ClientConnection, connect

from agent.panel.hands import Hand, Mouse, commands, within

_ENDPOINT = re.compile(r"(\d{1,5})/([0-9A-Za-z-]{1,64})")
_LARGEST = 16 * 1024 * 1024
_PATIENCE_S = 5.0
_CAST: dict[str, object] = {"format": "jpeg", "quality": 60, "maxWidth": 1366, "maxHeight": 1366}


@dataclass(frozen=True, slots=True)
class Picture:
    """What the page shows (JPEG), and the page's own size in pixels. Held in memory only, and not for long."""

    jpeg: bytes = field(repr=False)
    size: tuple[float, float]


class Devtools:
    """The page's side of Chromium's protocol; nothing but pictures and input goes through it."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = count(1)
        self._pressed: Mouse | None = None
        self._size = (0.0, 0.0)

    @classmethod
    @asynccontextmanager
    async def at(cls, endpoint: str) -> AsyncIterator["Devtools"]:
        """Connected to "PORT/TARGET" of this machine, and to nothing else. Raises OSError, WebSocketException."""
        match = _ENDPOINT.fullmatch(endpoint)
        if match is None:
            raise OSError("not an endpoint of this machine")
        address = f"ws://127.0.0.1:{match[1]}/devtools/page/{match[2]}"
        async with connect(
            address,
            proxy=None,
            compression=None,
            ping_interval=None,
            max_size=_LARGEST,
            open_timeout=_PATIENCE_S,
            close_timeout=1,
        ) as socket:
            yield cls(socket)

    async def pictures(self) -> AsyncIterator[Picture]:
        """Each picture of the page as it changes, until the page is gone."""
        await self._tell("Page.startScreencast", _CAST)
        async for text in self._socket:
            told = json.loads(text)
            if told.get("method") != "Page.screencastFrame":
                continue
            shown = told["params"]
            await self._tell("Page.screencastFrameAck", {"sessionId": shown["sessionId"]})
            self._size = (float(shown["metadata"]["deviceWidth"]), float(shown["metadata"]["deviceHeight"]))
            yield Picture(base64.b64decode(shown["data"]), self._size)

    def takes(self, hand: Hand) -> bool:
        """Whether it lands on the page."""
        return within(hand, self._size)

    async def act(self, hand: Hand) -> None:
        """Pass it on."""
        told = commands(hand, pressed=self._pressed is not None)
        if isinstance(hand, Mouse) and hand.act == "press":
            self._pressed = hand  # before it is told: a line that is cut just then leaves it to be released
        for command in told:
            await self._tell(*command)
        if isinstance(hand, Mouse) and hand.act == "release":
            self._pressed = None

    async def release(self) -> None:
        """Leave no button down behind a person who is gone."""
        if self._pressed is not None:
            await self.act(self._pressed.model_copy(update={"act": "release"}))

    async def _tell(self, method: str, params: dict[str, object]) -> None:
        await self._socket.send(json.dumps({"id": next(self._ids), "method": method, "params": params}))

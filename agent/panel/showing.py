"""One page shown to one socket: pictures out, mouse and keyboard in, each only while they are that person's."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from time import monotonic

from starlette.websockets import WebSocket
from websockets.exceptions import WebSocketException

from agent.ledger.store import Ledger
from agent.ledger.vistas import HELD, Hold, Vista
from agent.panel.books import Books
from agent.panel.devtools import Devtools, Picture
from agent.panel.hands import Hand, Mouse, logged

GONE = (OSError, WebSocketException)
_UNDRAWN = 2  # pictures on their way; the client says when one was drawn
_HANDS = 64


class Showing:
    """`over` once there is nothing to be shown or held any more."""

    def __init__(
        self,
        socket: WebSocket,
        books: Books,
        page: Devtools,
        hold: Hold,
        *,
        until: float,
        reach: AsyncExitStack,
    ) -> None:
        self._socket = socket
        self._books = books
        self._page = page
        self._until = until
        self._picture: Picture | None = None
        self._fresh = asyncio.Event()
        self._room = asyncio.Semaphore(_UNDRAWN)
        self._undrawn = 0
        self._hands: asyncio.Queue[Hand] = asyncio.Queue(_HANDS)
        self._size = (0.0, 0.0)
        self.hold = hold
        self.over = False
        self._reach = reach
        self._running = asyncio.create_task(self._run())

    def drawn(self) -> None:
        """The person saw a picture."""
        if self._undrawn:
            self._undrawn -= 1
            self._room.release()

    def hands(self, hand: Hand) -> None:
        """Something to pass on, in order; a move is passed over where many wait."""
        if self._hands.full() and isinstance(hand, Mouse) and hand.act == "move":
            return
        with suppress(asyncio.QueueFull):
            self._hands.put_nowait(hand)

    async def renew(self) -> None:
        """Go on holding it, or be over."""
        until = monotonic() + HELD.total_seconds()
        if await self._books.ask(lambda ledger: ledger.vistas.renew(self.hold)):
            self._until = until
        else:
            self.over = True

    async def put_down(self) -> None:
        """Stop showing, leave no button down, and let go."""
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        with suppress(*GONE):
            await self._reach.aclose()
        await self._books.ask(lambda ledger: ledger.vistas.let_go(self.hold))

    async def _run(self) -> None:
        jobs = [asyncio.create_task(job) for job in (self._watch(), self._show(), self._pass_on())]
        try:
            await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.over = True
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)
            with suppress(*GONE):
                if self._mine():
                    await self._page.release()

    def _mine(self) -> bool:
        return monotonic() < self._until

    async def _watch(self) -> None:
        with suppress(*GONE):
            async for picture in self._page.pictures():
                self._picture = picture
                self._fresh.set()

    async def _show(self) -> None:
        """The latest picture whenever there is room: a slow client misses some, and sees the last."""
        while True:
            await self._room.acquire()
            await self._fresh.wait()
            self._fresh.clear()
            assert self._picture is not None
            if self._picture.size != self._size:
                self._size = self._picture.size
                await self._socket.send_json({"t": "size", "w": self._size[0], "h": self._size[1]})
            self._undrawn += 1
            await self._socket.send_bytes(self._picture.jpeg)

    async def _pass_on(self) -> None:
        with suppress(*GONE):
            while True:
                hand = await self._hands.get()
                if not self._page.takes(hand):
                    continue
                if not await self._books.ask(self._allowed(hand)) or not self._mine():
                    return
                await self._page.act(hand)

    def _allowed(self, hand: Hand) -> Callable[[Ledger], bool]:
        """Whether it may be passed on; what leaves a mark leaves it first, in the same transaction."""
        mark = logged(hand)
        if mark is None:
            return lambda ledger: ledger.vistas.holds(self.hold)
        what, body = mark
        return lambda ledger: ledger.vistas.did(self.hold, what, body)


async def take_up(socket: WebSocket, books: Books, vista: Vista, who: str) -> Showing | None:
    """The page in `who`'s hands, being shown; None when it is not to be had now."""
    until = monotonic() + HELD.total_seconds()
    hold = await books.ask(lambda ledger: ledger.vistas.take(vista.id, who))
    if hold is None:
        return None
    reach = AsyncExitStack()
    try:
        page = await reach.enter_async_context(Devtools.at(vista.endpoint))
    except GONE:
        await books.ask(lambda ledger: ledger.vistas.let_go(hold))
        return None
    return Showing(socket, books, page, hold, until=until, reach=reach)

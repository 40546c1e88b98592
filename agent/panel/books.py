"""The ledger for one socket: opened once, in a thread of its own, for as long as the socket lives."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Self, TypeVar

from agent.ledger.store import Ledger
from agent.panel.house import House

T = TypeVar("T")


class Books:
    """An async context manager; `ask` puts one question after the other."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="livro")
        self._ledger: Ledger | None = None

    async def __aenter__(self) -> Self:
        self._ledger = await self._run(self._house.books)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        assert self._ledger is not None
        ledger, self._ledger = self._ledger, None
        self._thread.submit(ledger.close)
        self._thread.shutdown(wait=False)

    async def ask(self, act: Callable[[Ledger], T]) -> T:
        """What `act` makes of the ledger. Raises the LedgerError family."""
        ledger = self._ledger
        assert ledger is not None
        return await self._run(lambda: act(ledger))

    async def _run(self, act: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, act)

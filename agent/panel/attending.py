"""The sitting of one socket: one person's sign-ins one after the other, each shown when the portal waits for them."""

import asyncio
import json
from dataclasses import dataclass
from time import monotonic

from starlette.websockets import WebSocket, WebSocketDisconnect

from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.ledger.vistas import HELD, Vista
from agent.panel.access import Right, Visitor
from agent.panel.books import Books
from agent.panel.gate import visitor_of
from agent.panel.hands import Alive, Drawn, Mouse, Pace, read_message
from agent.panel.house import House
from agent.panel.rendering import fragment
from agent.panel.sessions import Ticket
from agent.panel.showing import Showing, take_up
from agent.panel.waiting_line import LATELY, lines_of, shown_next, summary, this_machine
from agent.runner.owner import is_dead

OURS_NO_MORE, ELSEWHERE, NOT_OURS = 4401, 4409, 1008
_LOOK_S = 0.25
_RENEW_S = HELD.total_seconds() / 4
_SILENT_S = HELD.total_seconds() * 0.8
_AGAIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the ledger."""

    visitor: Visitor
    vistas: tuple[Vista, ...]


class Attending:
    """Until the person is gone, may attend no more, or attends in another window."""

    def __init__(self, house: House, socket: WebSocket, books: Books, ticket: Ticket) -> None:
        self._house = house
        self._socket = socket
        self._books = books
        self._ticket = ticket
        self._showing: Showing | None = None
        self._heard = self._renewed = monotonic()
        self._wanted = self._tried = 0.0
        self._told = ""
        self._pace = Pace()

    async def run(self) -> None:
        """Close with a code that says why: OURS_NO_MORE, ELSEWHERE, NOT_OURS; the person's own page knows them."""
        jobs = [asyncio.create_task(self._read()), asyncio.create_task(self._look_on())]
        try:
            done, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)
            await self._put_down()
        for job in done:
            if (code := job.result()) is not None:
                await self._socket.close(code)

    async def _read(self) -> int | None:
        """What the person does, passed on while a page is theirs."""
        try:
            while True:
                message = read_message(await self._socket.receive_text())
                if message is None:
                    return NOT_OURS
                self._heard = monotonic()
                if isinstance(message, Alive):
                    continue
                if isinstance(message, Drawn):
                    if self._showing is not None:
                        self._showing.drawn()
                elif self._pace.fits():
                    if self._showing is not None:
                        self._showing.hands(message)
                elif not (isinstance(message, Mouse) and message.act == "move"):
                    return NOT_OURS
        except (WebSocketDisconnect, KeyError):  # gone, or it sent no text
            return None

    async def _look_on(self) -> int | None:
        while True:
            seen = await self._books.ask(self._look)
            if seen is None:
                return OURS_NO_MORE
            if self._taken_over(seen):
                return ELSEWHERE
            await self._go_on(seen)
            await self._tell(seen)
            await asyncio.sleep(_LOOK_S)

    def _look(self, ledger: Ledger) -> Seen | None:
        """What there is for the person now; None when they may attend no more. Says that they are there."""
        visitor = visitor_of(ledger, self._ticket)
        if visitor is None or not visitor.may(Right.ANSWER):
            return None
        if monotonic() - self._wanted >= _RENEW_S:
            self._wanted = monotonic()
            ledger.vistas.bury(is_dead)
            if monotonic() - self._heard < _SILENT_S:
                ledger.vistas.want(visitor.nome)
        since = stamp(self._house.clock() - LATELY)
        return Seen(visitor, tuple(v for v in ledger.vistas.all(since) if visitor.sees(v.clinica)))

    def _taken_over(self, seen: Seen) -> bool:
        mine = self._showing
        return mine is not None and any(
            v.id == mine.hold.vista and v.generation > mine.hold.generation for v in seen.vistas
        )

    async def _go_on(self, seen: Seen) -> None:
        """Show what is to be shown now, and nothing else."""
        due = shown_next(seen.vistas, seen.visitor.nome, this_machine())
        here = monotonic() - self._heard < _SILENT_S
        if self._showing is not None:
            if self._showing.over or not here or due is None or due.id != self._showing.hold.vista:
                await self._put_down()
            elif monotonic() - self._renewed >= _RENEW_S:
                self._renewed = monotonic()
                await self._showing.renew()
        if self._showing is None and due is not None and here and monotonic() - self._tried >= _AGAIN_S:
            self._tried = self._renewed = monotonic()
            self._showing = await take_up(self._socket, self._books, due, seen.visitor.nome)

    async def _put_down(self) -> None:
        showing, self._showing = self._showing, None
        if showing is not None:
            await showing.put_down()

    async def _tell(self, seen: Seen) -> None:
        """The list, when it changed."""
        shown = self._showing.hold.vista if self._showing else None
        now = self._house.clock()
        lines = lines_of(seen.vistas, seen.visitor, this_machine(), now, shown)
        names = {slug: clinica.nome for slug, clinica in self._house.office.settings.clinicas.items()}
        html = fragment("_vistas.html", lines=lines, clinicas=names)
        over = summary(seen.vistas, seen.visitor.nome)
        told = json.dumps({"t": "list", "html": html, "shown": shown or 0, "over": over})
        if told != self._told:
            self._told = told
            await self._socket.send_text(told)

"""Attending sign-ins from the panel: the page, what it asks for, and the one socket, behind a gate of its own."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.ledger.vistas import Vista
from agent.model.errors import FaturistaError
from agent.panel.access import Right
from agent.panel.attending import NOT_OURS, Attending
from agent.panel.books import Books
from agent.panel.gate import place_of, visitor_of
from agent.panel.headers import POLICY
from agent.panel.house import House
from agent.panel.rendering import page
from agent.panel.sessions import Ticket
from agent.panel.visit import Visit
from agent.panel.waiting_line import LATELY, lines_of, summary, this_machine
from agent.schedule.sitting import logins_waiting

SOCKET = "/atender/ao-vivo"
_PATIENCE_S = 10.0
_FOREIGN = 403


def show_afar(visit: Visit) -> Response:
    """What waits for a sign-in, what is open, how the last ones went."""
    now = visit.house.clock()
    vistas = [v for v in visit.ledger.vistas.all(stamp(now - LATELY)) if visit.who.sees(v.clinica)]
    standing = {(v.clinica, v.portal) for v in vistas if v.state != "encerrada"}
    response = page(
        visit,
        "atender.html",
        lines=lines_of(vistas, visit.who, this_machine(), now, None),
        over=summary(vistas, visit.who.nome),
        live=any(v.state != "encerrada" and v.asked_by == visit.who.nome for v in vistas),
        more=len([pair for pair in waiting_for(visit) if pair not in standing]),
        left=_left(vistas, visit.who.nome, stamp(now)),
        socket=SOCKET,
    )
    response.headers["Content-Security-Policy"] = _policy(visit.request.headers.get("host", ""))
    return response


def ask_afar(visit: Visit) -> Response:
    """Ask for every sign-in that waits, in the order in which they press."""
    for clinica, portal in waiting_for(visit):
        visit.ledger.vistas.ask(clinica, portal, visit.who.nome, this_machine())
    return RedirectResponse("/atender", status_code=303)


def leave_afar(visit: Visit) -> Response:
    """Wait no more for what is not shown yet."""
    visit.ledger.vistas.leave(visit.who.nome)
    return RedirectResponse("/atender", status_code=303)


def give_pass(visit: Visit) -> Response:
    """What opens the socket, once."""
    return JSONResponse({"ficha": visit.house.sessions.pass_for(visit.ticket)})


def waiting_for(visit: Visit) -> list[tuple[str, str]]:
    """The sign-ins that wait and that the visitor may attend."""
    return [pair for pair in logins_waiting(visit.ledger.queue.open()) if visit.who.sees(pair[0])]


def attending(house: House) -> Callable[[WebSocket], Awaitable[None]]:
    """The socket: for who may attend, from our own page, with a pass that was never used."""

    async def endpoint(socket: WebSocket) -> None:
        ticket = house.sessions.read(socket.cookies.get(house.sessions.cookie))
        if ticket is None or not is_from_here(socket, secure=house.sessions.secure):
            await socket.close(_FOREIGN)
            return
        try:
            async with Books(house) as books:
                if not await books.ask(lambda ledger: _may(ledger, ticket)):
                    await socket.close(_FOREIGN)
                    return
                await socket.accept()
                if not await books.ask(_first_use(house, ticket, await _pass_of(socket), place_of(socket))):
                    await socket.close(NOT_OURS)
                    return
                await Attending(house, socket, books, ticket).run()
        except (FaturistaError, WebSocketDisconnect):
            return  # the person's page comes again

    return endpoint


def is_from_here(socket: WebSocket, *, secure: bool) -> bool:
    """Whether a page of ours opens it: a browser says of every socket whose page wants it, and no page can lie."""
    here, there = socket.headers.get("host", ""), urlsplit(socket.headers.get("origin", ""))
    if not secure:
        return (there.scheme, there.netloc) == ("http", here)
    # A proxy may be called by a port that it does not tell us of.
    return there.scheme == "https" and there.hostname == urlsplit(f"//{here}").hostname


def _may(ledger: Ledger, ticket: Ticket) -> bool:
    visitor = visitor_of(ledger, ticket)
    return visitor is not None and visitor.may(Right.ANSWER)


async def _pass_of(socket: WebSocket) -> str:
    """The first message; "" when none comes."""
    try:
        return await asyncio.wait_for(socket.receive_text(), _PATIENCE_S)
    except (TimeoutError, KeyError):
        return ""


def _first_use(house: House, ticket: Ticket, text: str, place: str) -> Callable[[Ledger], bool]:
    """Whether the pass is good, for the first time; on record either way."""

    def spend(ledger: Ledger) -> bool:
        told, visitor = house.sessions.read_pass(ticket, text), visitor_of(ledger, ticket)
        good = told is not None and ledger.vistas.spend(*told)
        if visitor is not None:
            what = "tela do portal" if good else "tela do portal (recusado)"
            ledger.members.saw(visitor.nome, what, ref=SOCKET, place=place)
        return good

    return spend


def _left(vistas: list[Vista], who: str, now: str) -> int:
    """How many another person asked for and does not attend any more."""
    return sum(v.state != "encerrada" and v.asked_by != who and v.wanted_until <= now for v in vistas)


def _policy(host: str) -> str:
    """Not every browser takes a socket of the own host for 'self'."""
    return POLICY.replace("connect-src 'self'", f"connect-src 'self' ws://{host} wss://{host}")

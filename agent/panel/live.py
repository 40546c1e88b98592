"""What runs now, told as it changes: server-sent events that carry a finished piece of the page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from agent.panel.access import Right
from agent.panel.day import recent_turns, running_now
from agent.panel.gate import visitor_of
from agent.panel.house import House
from agent.panel.rendering import fragment

_EVERY_S = 2.0
_ROUNDS = 300


def live_progress(
    house: House, *, every_s: float = _EVERY_S, rounds: int = _ROUNDS
) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint: looks every `every_s`, `rounds` times at most, then the browser connects again by itself."""

    async def endpoint(request: Request) -> Response:
        if await run_in_threadpool(_look, house, request) is None:
            return Response(status_code=204)  # tells the browser not to connect again
        stream = _events(house, request, every_s, rounds)
        return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    return endpoint


async def _events(house: House, request: Request, every_s: float, rounds: int) -> AsyncIterator[str]:
    told = ""
    for _ in range(rounds):
        shown = await run_in_threadpool(_look, house, request)
        if shown is None or await request.is_disconnected():
            return
        if shown != told:
            yield "event: agora\n" + "".join(f"data: {line}\n" for line in shown.splitlines()) + "\n"
            told = shown
        await asyncio.sleep(every_s)


def _look(house: House, request: Request) -> str | None:
    """What runs, as it stands in the page; None for whoever may not see it, or no longer."""
    with house.books() as ledger:
        ticket = house.sessions.read(request.cookies.get(house.sessions.cookie))
        visitor = visitor_of(ledger, ticket)
        if visitor is None or not visitor.may(Right.DAY):
            return None
        running = running_now(ledger, house, recent_turns(ledger, house))
    names = {slug: clinica.nome for slug, clinica in house.office.settings.clinicas.items()}
    return fragment("_agora.html", running=running, clinicas=names, since=lambda at: f"{house.local(at):%H:%M}")

"""A bug of ours, told to whoever met it: where its record is, and that nothing was sent to a portal."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from agent.panel.headers import ALWAYS
from agent.panel.house import House
from agent.panel.rendering import fragment


def our_fault(house: House) -> Callable[[Request, Exception], Awaitable[Response]]:
    """The answer to an error that nobody foresaw. It goes out past the middleware, so it brings its headers along."""

    async def told(_request: Request, error: Exception) -> Response:
        return HTMLResponse(fragment("erro.html", record=house.broke(error)), status_code=500, headers=ALWAYS)

    return told

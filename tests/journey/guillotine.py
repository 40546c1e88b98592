"""Makes every form that a browser sends to a mock portal a step boundary: a process can die before or after it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from agent.model.point import Hook, no_hook
from portals.mock.connection import cut
from portals.mock.doors import AUDITORS, PEOPLE, WIDGET
from tests.protocol.death import Death

_NOT_THE_BROWSERS = (AUDITORS, PEOPLE, WIDGET)


class Guillotine:
    """An ASGI app before another one, which can be exchanged while it is served.

    `hook` hears of every POST of the browser, before the portal sees it and after the portal has done it; where it
    raises Death, the connection is cut there, and so is every later one until the next process is born.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.hook: Hook = no_hook

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"].startswith(_NOT_THE_BROWSERS):
            await self.app(scope, receive, send)
            return
        name = scope["path"].rsplit("/", 1)[-1]
        body = await _read(receive)
        if _dies(self.hook, f"post.{name}:before"):
            await cut(scope, receive)
            return
        answer: list[Message] = []
        await self.app(scope, _again(body, receive), _into(answer))
        if not answer:
            return  # a switch of the mock cut the connection itself
        if _dies(self.hook, f"post.{name}:after"):
            await cut(scope, receive)
            return
        for message in answer:
            await send(message)


def _dies(hook: Hook, name: str) -> bool:
    try:
        hook(name)
    except Death:
        return True
    return False


async def _read(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if not message.get("more_body", False):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """The request's body once more, then whatever else comes (that the client has gone)."""
    first = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return first.pop() if first else await receive()

    return replay


def _into(answer: list[Message]) -> Send:
    async def keep(message: Message) -> None:
        answer.append(message)

    return keep

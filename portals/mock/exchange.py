"""One request to a mock portal, from its arrival to its answer, under the switches that are armed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from starlette.datastructures import FormData, QueryParams, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from portals.mock.connection import cut
from portals.mock.faults import Fault
from portals.mock.request_log import Arrival
from portals.mock.sessions import Session
from portals.mock.stage import Stage


@dataclass(frozen=True)
class Asked:
    """What a handler gets: the action's name, what was sent, and whose session it is.

    `origin` is the address the portal was asked at, without a final slash.
    """

    action: str
    method: str
    path: str
    place: dict[str, str]
    query: QueryParams
    form: FormData
    session: Session
    origin: str = ""

    def text(self, name: str) -> str:
        """A field of the form, or else of the query, stripped; "" when it was not sent."""
        value = self.form.get(name, self.query.get(name, ""))
        return value.strip() if isinstance(value, str) else ""


Handler = Callable[[Asked], Response]
Guard = Callable[[Asked], Response | None]


@dataclass(frozen=True)
class Manners:
    """How a portal behaves around its handlers: it never commits in any of these.

    `guard` may answer in the handler's place (not signed in, bad form token); `signed_out` is the answer to
    whoever has no session; `number` finds the authorisation a request is about.
    """

    guard: Guard
    signed_out: Handler
    number: Callable[[Asked], str | None]


class Exchange:
    """An ASGI endpoint: one named action of a portal, with the switches around its handler."""

    def __init__(self, stage: Stage, manners: Manners, action: str, handler: Handler) -> None:
        self._stage = stage
        self._manners = manners
        self._action = action
        self._handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await request.body()
        asked = await self._asked(request)
        number = self._manners.number(asked)
        arrival = self._stage.requests.arrived(asked.method, asked.path, self._action, number, asked.session.label)
        await asyncio.sleep(self._stage.settings.latency_ms / 1000)
        response = await self._outcome(asked, arrival)
        if response is None:
            arrival.outcome = "cortado"
            await cut(scope, receive)
            return
        arrival.outcome = str(response.status_code)
        response.set_cookie(self._stage.cookie, asked.session.cookie, httponly=True, samesite="lax")
        await response(scope, receive, send)

    async def _asked(self, request: Request) -> Asked:
        return Asked(
            action=self._action,
            method=request.method,
            path=request.url.path,
            place=dict(request.path_params),
            query=request.query_params,
            form=await _in_memory(request),
            session=self._stage.sessions.get(request.cookies.get(self._stage.cookie)),
            origin=f"{request.url.scheme}://{request.url.netloc}",
        )

    async def _outcome(self, asked: Asked, arrival: Arrival) -> Response | None:
        """The answer, or None where the connection is to be cut."""
        if self._take("maintenance", arrival):
            return self._stage.page("manutencao.html", status=503)
        if self._take("session_lost", arrival):
            self._stage.sessions.end(asked.session)
            return self._manners.signed_out(asked)
        if self._take("drop_before_commit", arrival):
            return None
        if self._take("error_500_before_commit", arrival):
            return self._broken()
        if late := self._take("late_commit", arrival):
            self._commit_later(asked, late)
            return None
        if slow := self._take("slow", arrival):
            await asyncio.sleep(slow.ms / 1000)
        return self._answer(asked, arrival)

    def _answer(self, asked: Asked, arrival: Arrival) -> Response | None:
        response = self._handle(asked)
        if self._take("commit_then_drop", arrival):
            return None
        if self._take("error_500_after_commit", arrival):
            return self._broken()
        return response

    def _handle(self, asked: Asked) -> Response:
        with self._stage.store.lock:
            refused = self._manners.guard(asked)
            return self._handler(asked) if refused is None else refused

    def _commit_later(self, asked: Asked, fault: Fault) -> None:
        async def later() -> None:
            await asyncio.sleep(fault.ms / 1000)
            self._handle(asked)

        task = asyncio.get_running_loop().create_task(later())
        self._stage.late.add(task)
        task.add_done_callback(self._stage.late.discard)

    def _broken(self) -> Response:
        return self._stage.page("erro.html", status=500)

    def _take(self, name: str, arrival: Arrival) -> Fault | None:
        return self._stage.faults.take(name, self._action, arrival.number)


class Actions:
    """Makes the routes of one portal: each names its action, which is what faults and the log call it."""

    def __init__(self, stage: Stage, manners: Manners) -> None:
        self._stage = stage
        self._manners = manners

    def route(self, path: str, action: str, handler: Handler, methods: Sequence[str] = ("GET",)) -> Route:
        """A route answered by `handler` under the switches armed for `action`."""
        endpoint = Exchange(self._stage, self._manners, action, handler)
        return Route(path, endpoint, methods=list(methods), name=f"{action} {path}")


async def _in_memory(request: Request) -> FormData:
    """The form with its files read whole: a handler is not async, and may come later than the request's end.

    What a script sends as one JSON object is a form as well.
    """
    if request.headers.get("content-type", "").startswith("application/json"):
        sent = json.loads(await request.body() or b"{}")
        return FormData([(name, str(value)) for name, value in sent.items()])
    form = await request.form()
    if not any(isinstance(value, UploadFile) for value in form.values()):
        return form
    kept = [(name, await _copied(value)) for name, value in form.multi_items()]
    await request.close()
    return FormData(kept)


async def _copied(value: UploadFile | str) -> UploadFile | str:
    if isinstance(value, str):
        return value
    return UploadFile(BytesIO(await value.read()), filename=value.filename)

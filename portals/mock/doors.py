"""Two doors no page links to: one for people (tick a box), one for auditors (what is truly recorded)."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from portals.mock.oracle import excesses, missing, surplus
from portals.mock.stage import Stage
from portals.mock.store import Key

DOOR_HEADER = "X-Porta"
PEOPLE = "/porta-da-pessoa"
AUDITORS = "/porta-do-auditor"
WIDGET = "/nao-sou-um-robo"
_LISTEN_AGAIN_MS = 500

Answer = Callable[[Request], Awaitable[Response]]


class Witness(Protocol):
    """What a portal tells its auditor beyond the common ground."""

    def recorded(self) -> dict[str, Any]:
        """Everything the portal holds now, as JSON."""
        ...

    def advance(self, command: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """Does what time or the insurer would do (an audit, a payment). Raises ValueError if it cannot."""
        ...


def duplicates(stage: Stage, plan: Mapping[Key, int] | None = None) -> dict[str, Any]:
    """Entries too many now (`agora`) and ever (`alguma_vez`), and with a plan those missing (`faltam`)."""
    journal = stage.store.journal()
    return {
        "agora": [{"chave": list(k), "a_mais": n} for k, n in surplus(journal, plan).items()],
        "alguma_vez": [asdict(excess) for excess in excesses(journal, plan)],
        "faltam": [{"chave": list(k), "quantidade": n} for k, n in missing(journal, plan or {}).items()],
    }


def door_routes(stage: Stage, witness: Witness) -> list[BaseRoute]:
    """The routes of both doors (header `X-Porta` with the token; 404 without it) and of the CAPTCHA box."""
    people = _People(stage)
    auditor = _Auditor(stage, witness)

    def door(path: str, answer: Answer, *methods: str) -> Route:
        return Route(path, _guarded(stage, answer), methods=list(methods))

    return [
        door(f"{PEOPLE}/captchas", people.waiting, "GET"),
        door(f"{PEOPLE}/captchas/{{id}}/marcar", people.tick, "POST"),
        door(f"{AUDITORS}/registros", auditor.recorded, "GET"),
        door(f"{AUDITORS}/duplicados", auditor.duplicates, "POST"),
        door(f"{AUDITORS}/diario", auditor.journal, "GET"),
        door(f"{AUDITORS}/pedidos", auditor.requests, "GET"),
        door(f"{AUDITORS}/falhas", auditor.faults, "GET", "POST", "DELETE"),
        door(f"{AUDITORS}/falhas/{{id:int}}", auditor.disarm, "DELETE"),
        door(f"{AUDITORS}/avancar/{{comando}}", auditor.advance, "POST"),
        Route(f"{WIDGET}/{{id}}", people.box, methods=["GET"]),
        Route(f"{WIDGET}/{{id}}/estado", people.state, methods=["GET"]),
        Route(f"{WIDGET}/{{id}}/clique", people.click, methods=["POST"]),
    ]


def _guarded(stage: Stage, answer: Answer) -> Answer:
    token = stage.settings.door_token.encode()

    async def guarded(request: Request) -> Response:
        if not secrets.compare_digest(request.headers.get(DOOR_HEADER, "").encode(), token):
            return Response(status_code=404)
        try:
            return await answer(request)
        except ValueError as error:
            return JSONResponse({"erro": str(error)}, status_code=400)

    return guarded


async def _json(request: Request) -> dict[str, Any]:
    body = await request.body()
    data = json.loads(body) if body else {}
    if not isinstance(data, dict):
        raise ValueError("O corpo do pedido deve ser um objeto JSON.")
    return data


def _told(request: Request, data: dict[str, Any]) -> Response:
    """As JSON, or as an event for who listens: the box waits for its person without loading anything."""
    if "text/event-stream" not in request.headers.get("accept", ""):
        return JSONResponse(data)
    event = f"retry: {_LISTEN_AGAIN_MS}\ndata: {json.dumps(data)}\n\n"
    return Response(event, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


class _People:
    """Boxes waiting for a person, and the box itself as a page shows it."""

    def __init__(self, stage: Stage) -> None:
        self._captchas = stage.captchas
        self._pages = stage.pages
        self._human_clicks = stage.settings.human_clicks

    async def waiting(self, request: Request) -> Response:
        await request.body()
        seconds = float(request.query_params.get("espera", "0"))
        await self._captchas.bell.wait(request, lambda: bool(self._captchas.waiting()), seconds)
        return JSONResponse(
            [{"id": c.id, "pagina": c.page, "aberto_em": c.opened_at.isoformat()} for c in self._captchas.waiting()]
        )

    async def tick(self, request: Request) -> Response:
        if not self._captchas.tick(request.path_params["id"]):
            raise ValueError("Essa caixa não está mais na tela de ninguém.")
        return JSONResponse({"marcado": True})

    async def box(self, request: Request) -> Response:
        page = self._pages.render("captcha.html", id=request.path_params["id"])
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    async def state(self, request: Request) -> Response:
        await request.body()
        key = request.path_params["id"]
        await self._captchas.bell.wait(request, lambda: self._ticked(key), 20)
        challenge = self._captchas.get(key)
        ticked = challenge is not None and challenge.ticked
        token = challenge.token if challenge is not None and ticked else ""
        return _told(request, {"expirado": challenge is None, "marcado": ticked, "token": token})

    def _ticked(self, key: str) -> bool:
        challenge = self._captchas.get(key)
        return challenge is None or challenge.ticked

    async def click(self, request: Request) -> Response:
        """A click in the page itself: worth something only where real people practise."""
        if self._human_clicks:
            self._captchas.tick(request.path_params["id"])
        return JSONResponse({"aceito": self._human_clicks})


class _Auditor:
    """What the portal truly holds, whatever it showed."""

    def __init__(self, stage: Stage, witness: Witness) -> None:
        self._stage = stage
        self._witness = witness

    async def recorded(self, _request: Request) -> Response:
        return JSONResponse(self._witness.recorded())

    async def duplicates(self, request: Request) -> Response:
        data = await _json(request)
        rows = data.get("plano")
        plan = None if rows is None else {tuple(r["chave"]): int(r["quantidade"]) for r in rows}
        return JSONResponse(duplicates(self._stage, plan))

    async def journal(self, _request: Request) -> Response:
        return JSONResponse([asdict(commit) for commit in self._stage.store.journal()])

    async def requests(self, request: Request) -> Response:
        return JSONResponse(self._stage.requests.rows(request.query_params.get("acao")))

    async def faults(self, request: Request) -> Response:
        faults = self._stage.faults
        if request.method == "POST":
            settings = await _json(request)
            return JSONResponse({"id": faults.arm(settings.pop("name", ""), **settings)})
        if request.method == "DELETE":
            faults.disarm()
        return JSONResponse({"armadas": faults.armed(), "usadas": faults.fired()})

    async def disarm(self, request: Request) -> Response:
        self._stage.faults.disarm(request.path_params["id"])
        return JSONResponse({"armadas": self._stage.faults.armed()})

    async def advance(self, request: Request) -> Response:
        data = await _json(request)
        answer = await asyncio.to_thread(self._witness.advance, request.path_params["comando"], data)
        return JSONResponse(answer)

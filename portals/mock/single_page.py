"""A mock portal of the single-page kind: one page whose script draws every view and talks JSON with its actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from portals.mock.doors import Witness, door_routes
from portals.mock.exchange import Actions, Asked, Manners
from portals.mock.monthly import Months
from portals.mock.portal import MockPortal
from portals.mock.stage import Settings

_PIECES = Path(__file__).parent / "templates" / "pagina_unica.js"
Act = Callable[[Asked], Response]


class SinglePage(MockPortal):
    """`passwords` by user. `number` finds the guia that a request is about, by what it sent.

    The portal's own part is its acts and pagina.js beside it; templates/pagina_unica.js holds the pieces for that.
    Every act is asked as POST /api/<name>; `eu` (GET) says who is signed in, and so do `entrar` and `sair`.
    """

    def __init__(self, settings: Settings, folder: Path, title: str, passwords: Mapping[str, str]) -> None:
        super().__init__(settings, templates=folder, cookie=folder.parent.name)
        self.months = Months(self.stage.store)
        self._folder = folder
        self._title = title
        self._passwords = passwords

    def built(self, witness: Witness, acts: Mapping[str, Act], number: Callable[[Asked], str | None]) -> Starlette:
        """The ASGI app of the page and its acts, with the doors for people and auditors."""
        self._number = number
        manners = Manners(guard=self._guard, signed_out=self._way_in, number=number)
        route = Actions(self.stage, manners).route
        every = {"entrar": self._sign_in, "sair": self._sign_out, **acts}
        return Starlette(
            routes=[
                Route("/", lambda _: HTMLResponse(self.stage.pages.render("pagina_unica.html", titulo=self._title))),
                Route("/pecas.js", lambda _: FileResponse(_PIECES)),
                Route("/pagina.js", lambda _: FileResponse(self._folder / "pagina.js")),
                route("/api/eu", "eu", self.answer),
                *(route(f"/api/{name}", name, act, ["POST"]) for name, act in every.items()),
                *door_routes(self.stage, witness),
            ]
        )

    def who(self, asked: Asked) -> str:
        """The user who is signed in."""
        return asked.session.user or ""

    def answer(self, asked: Asked, **said: Any) -> Response:
        """JSON; `feito` and `recusa` are sentences for a person, everything else is what pagina.js expects.

        With it go the labels that are renamed now, and the dialog that nobody announced.
        """
        fault = self.stage.faults.take("unexpected_dialog", asked.action, self._number(asked))
        surprise = {"kind": fault.kind or "modal", "text": fault.text} if fault else None
        renamed = {fault.label: fault.to for fault in self.stage.faults.standing("renamed_label")}
        return JSONResponse({**said, "rotulos": renamed, "imprevisto": surprise})

    def _sign_in(self, asked: Asked) -> Response:
        """The box first, then the password."""
        if not self.stage.captchas.redeem(asked.text("robo")):
            return self._way_in(asked, recusa="Marque que você não é um robô.")
        if self._passwords.get(asked.text("usuario")) != asked.text("senha"):
            return self._way_in(asked, recusa="Usuário ou senha não conferem.")
        self.stage.sessions.sign_in(asked.session, asked.text("usuario"))
        return self.answer(asked)

    def _sign_out(self, asked: Asked) -> Response:
        self.stage.sessions.end(asked.session)
        return self._way_in(asked)

    def _guard(self, asked: Asked) -> Response | None:
        if not self.who(asked) and asked.action != "entrar":
            return self._way_in(asked)
        notice = self.stage.faults.take("unknown_notice", asked.action, self._number(asked))
        return self.answer(asked, recusa=notice.text) if notice else None

    def _way_in(self, asked: Asked, **more: Any) -> Response:
        return self.answer(asked, caixa=self.stage.captchas.show("/").id, **more)

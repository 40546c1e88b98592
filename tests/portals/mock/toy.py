"""A portal of three actions, just enough to prove the common ground of the mocks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from portals.mock.doors import door_routes
from portals.mock.exchange import Actions, Asked, Manners
from portals.mock.stage import Settings, Stage


class Toy:
    """Records a number per POST to /gravar; keys are single numbers."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.stage = Stage(settings, templates=folder, cookie="toy")
        manners = Manners(
            guard=lambda asked: None,
            signed_out=lambda asked: RedirectResponse("/entrada", 302),
            number=lambda asked: asked.text("numero") or None,
        )
        actions = Actions(self.stage, manners)
        self.app = Starlette(
            routes=[
                actions.route("/entrada", "entrada", lambda asked: PlainTextResponse("entrada")),
                actions.route("/gravar", "gravar", self.save, ["POST"]),
                actions.route("/sessao", "sessao", lambda asked: PlainTextResponse(asked.session.label)),
                *door_routes(self.stage, self),
            ]
        )

    def save(self, asked: Asked) -> Response:
        number = asked.text("numero")
        row = {"numero": number}
        rows = len(self.stage.store.rows("gravados"))
        self.stage.store.commit("gravar", number=number, patch={"gravados": {str(rows): row}}, counts=[((number,), 1)])
        return PlainTextResponse(f"gravado {number}")

    def recorded(self) -> dict[str, Any]:
        return {"gravados": [row["numero"] for row in self.stage.store.rows("gravados").values()]}

    def advance(self, command: str, data: Mapping[str, Any]) -> dict[str, Any]:
        if command != "auditar":
            raise ValueError(f'O comando "{command}" não existe.')
        return {"auditado": data["mes"]}

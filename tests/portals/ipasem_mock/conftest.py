"""A served IPASEM, new for each test, with a client that reads its pages and fills its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from portals.ipasem.mock.app import MockIpasem, create_app
from portals.ipasem.mock.movement import Movimento
from portals.ipasem.mock.seed import Account
from portals.mock.doors import DOOR_HEADER
from portals.mock.server import Served, serve
from tests.portals.ipasem_mock.people import CLINICA, FEBRUARY, MONTH, Clock, seed

TOKEN = "token-da-porta"
LOGIN = "/requerimentos/login"
WELL_TYPED = {
    "conselho": "5615",
    "codigo": "50000616",
    "data": "18/02/2025",
    "quantidade": "1",
    "valor": "65,00",
    "observacao": "",
}


class Screen:
    """A page as a person reads it."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.path = answer.url.path
        self.html = answer.text
        self.tree = LexborHTMLParser(answer.text)

    def texts(self, selector: str) -> list[str]:
        """The text of each element, blanks folded."""
        return [" ".join(node.text(separator=" ").split()) for node in self.tree.css(selector)]

    @property
    def alerts(self) -> list[str]:
        return self.texts(".alert")

    @property
    def heading(self) -> str:
        return " ".join(self.texts("h1")[:1])

    @property
    def errors(self) -> list[str]:
        return [text for text in self.texts(".invalid-feedback") if text]

    def rows(self, table: str) -> list[list[str]]:
        """The cells of each body row of a table."""
        rows = self.tree.css(f"table.{table} tbody tr")
        return [[" ".join(cell.text().split()) for cell in row.css("td")] for row in rows]


@dataclass
class Visit:
    """A mock portal, where it is served, and one browser-like client of it."""

    mock: MockIpasem
    clock: Clock
    served: Served
    client: httpx.Client
    door: httpx.Client

    def open(self, path: str, **query: str) -> Screen:
        return Screen(self.client.get(path, params=query))

    def post(self, path: str, form: dict[str, str]) -> Screen:
        return Screen(self.client.post(path, data={"_csrf": self.csrf(), **form}))

    def csrf(self) -> str:
        """The form token of this browser's session."""
        return self.mock.stage.sessions.get(self.client.cookies.get("advanced-frontend")).csrf

    def ticked(self) -> str:
        """What a page gets when a person has ticked its box."""
        box = self.mock.stage.captchas.waiting()[-1]
        self.mock.stage.captchas.tick(box.id)
        return box.token

    def sign_in(self, account: Account = CLINICA, password: str | None = None) -> Screen:
        self.open(LOGIN)
        form = {"LoginForm[documento]": account.document, "g-recaptcha-response": self.ticked()}
        return self.post(LOGIN, {**form, "LoginForm[senha]": account.password if password is None else password})

    def card(self, name: str, **typed: str) -> Screen:
        form = {f"CartaoForm[{key}]": text for key, text in {**MONTH, **typed}.items()}
        return self.post(f"/requerimentos/cartao/{name}", form)

    def enter(self, number: str) -> dict[str, Any]:
        """The answer to Enter on an authorisation's number, in the plain skin."""
        form = {"_csrf": self.csrf(), **MONTH, "AutorizacaoForm[autorizacao]": number}
        answer: dict[str, Any] = self.client.post("/requerimentos/abrir-autorizacao", data=form).json()
        return answer

    def movement_form(self, movement: Movimento, **changes: str) -> dict[str, str]:
        typed = {f"MovimentoForm[{k}]": v for k, v in {**WELL_TYPED, **changes}.items() if k in WELL_TYPED}
        hidden = {k: v for k, v in changes.items() if k not in WELL_TYPED}
        known = {**MONTH, "autorizacao": movement.autorizacao, "movimento": str(movement.id)}
        return {**known, **typed, **hidden}

    def save(self, movement: Movimento, **changes: str) -> Screen:
        return self.post("/requerimentos/gravar", self.movement_form(movement, **changes))

    def launch(self, number: str = "2678555", **changes: str) -> Screen:
        """Enter, type, Gravar Movimento."""
        self.enter(number)
        return self.save(self.launched()[-1], **changes)

    def delete(self, movement: Movimento) -> Screen:
        return self.post("/requerimentos/excluir", self.movement_form(movement))

    def close(self) -> Screen:
        return self.post("/requerimentos/fechar-movimento", dict(MONTH))

    def launched(self) -> list[Movimento]:
        """The truth: the clinic's movements of February."""
        return self.mock.movements(CLINICA.document, FEBRUARY)


Open = Callable[..., Visit]


@pytest.fixture
def open_visit(tmp_path: Path) -> Iterator[Open]:
    """Serves a portal: `open_visit(skin=..., state="name", signed_in=True)`."""
    with ExitStack() as stack:

        def opened(
            *,
            skin: str = "simples",
            state: str = "",
            signed_in: bool = True,
            single_session: bool = False,
            human_clicks: bool = False,
            latency_ms: int = 0,
            smtp: tuple[str, int] | None = None,
        ) -> Visit:
            clock = Clock()
            mock = create_app(
                seed(),
                skin=skin,
                clock=clock,
                door_token=TOKEN,
                state_path=tmp_path / state if state else None,
                single_session=single_session,
                human_clicks=human_clicks,
                latency_ms=latency_ms,
                idle=timedelta(minutes=30),
                smtp=smtp,
            )
            served = stack.enter_context(serve(mock.app))
            client = stack.enter_context(httpx.Client(base_url=served.url, follow_redirects=True, verify=False))
            door = stack.enter_context(httpx.Client(base_url=served.url, headers={DOOR_HEADER: TOKEN}, verify=False))
            visit = Visit(mock, clock, served, client, door)
            if signed_in:
                visit.sign_in()
            return visit

        yield opened


@pytest.fixture
def visit(open_visit: Open) -> Visit:
    """The clinic, signed in, in the plain skin."""
    return open_visit()

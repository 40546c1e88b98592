"""A served CASSIND, new for each test, with a client that reads its pages and a door for the auditor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from portals.cassind.mock.app import MockCassind, create_app
from portals.cassind.mock.menu import ROOT
from portals.cassind.mock.seed import Account, Seed
from portals.mock.doors import DOOR_HEADER
from portals.mock.server import serve
from tests.portals.cassind_mock.people import CLINICA, OCTOBER, Clock
from tests.portals.cassind_mock.people import seed as default_seed

TOKEN = "token-da-porta"


class Screen:
    """A page as a person reads it."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.html = answer.text
        self._tree = LexborHTMLParser(answer.text)

    def texts(self, selector: str) -> list[str]:
        """The text of each element, blanks folded."""
        return [" ".join(node.text(separator=" ").split()) for node in self._tree.css(selector)]

    @property
    def heading(self) -> str:
        return " ".join(self.texts("h1, h2, h3.titulo")[:1])

    @property
    def alerts(self) -> list[str]:
        return self.texts(".alert")

    @property
    def rows(self) -> list[list[str]]:
        """The cells of each body row of the list."""
        rows = self._tree.css("table.table tbody tr")
        return [[" ".join(cell.text().split()) for cell in row.css("td")] for row in rows]

    @property
    def counted(self) -> str:
        return " ".join(self.texts(".quantidade"))

    def values(self) -> dict[str, str]:
        """What each text field of the page holds."""
        inputs = self._tree.css("input[type=text]")
        return {str(node.attributes["name"]): node.attributes.get("value") or "" for node in inputs}


@dataclass
class Office:
    """A mock portal, where it is served, and one browser-like client of it."""

    mock: MockCassind
    clock: Clock
    url: str
    client: httpx.Client
    door: httpx.Client

    def open(self, path: str, **query: str) -> Screen:
        return Screen(self.client.get(ROOT + path, params=query))

    def post(self, path: str, form: dict[str, object]) -> Screen:
        return Screen(self.client.post(ROOT + path, data=form))

    def sign_in(self, account: Account = CLINICA, password: str = "") -> Screen:
        return self.post("index.php", {"operador": account.login, "senha": password or account.password})

    def listing(self, **changes: str) -> Screen:
        return self.post("faturamento_simplificado.php", {**OCTOBER, **changes})

    def bill(self, *numbers: str) -> Screen:
        return self.post("faturar_guias.php", {**OCTOBER, "guia": list(numbers)})

    def protocolos(self, **changes: str) -> Screen:
        form = {"periodo_de": "01/11/2026", "periodo_ate": "30/11/2026", **changes}
        return self.post("protocolos_faturamento.php", dict(form))

    def billed(self) -> list[tuple[str, str]]:
        """The truth: (protocolo, guia) of every conta."""
        return [(conta.protocolo, conta.guia) for conta in self.mock.state.contas()]


Open = Callable[..., Office]


@pytest.fixture
def open_office(tmp_path: Path) -> Iterator[Open]:
    """Serves a portal: `open_office(seed, skin=..., state="name", signed_in=True)`."""
    with ExitStack() as stack:

        def opened(
            seed: Seed | None = None,
            *,
            skin: str = "simples",
            state: str = "",
            notices: bool | None = None,
            signed_in: bool = True,
        ) -> Office:
            clock = Clock()
            mock = create_app(
                seed or default_seed(),
                skin=skin,
                clock=clock,
                door_token=TOKEN,
                state_path=tmp_path / state if state else None,
                notices=notices,
            )
            url = stack.enter_context(serve(mock.app)).url
            # Plain HTTP: not loading certificates saves most of a test's time.
            client = stack.enter_context(httpx.Client(base_url=url, follow_redirects=True, verify=False))
            door = stack.enter_context(httpx.Client(base_url=url, headers={DOOR_HEADER: TOKEN}, verify=False))
            office = Office(mock, clock, url, client, door)
            if signed_in:
                office.sign_in()
            return office

        yield opened


@pytest.fixture
def office(open_office: Open) -> Office:
    """A plain portal with three guias, signed in."""
    return open_office()


def numbers(screen: Screen, column: int = 1) -> Sequence[str]:
    """One column of the list."""
    return [row[column] for row in screen.rows]

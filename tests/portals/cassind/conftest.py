"""A served CASSIND imitation, new for each test, and the adapter in a real browser before it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portals.base import Login, Waiting
from portals.browser.session import Session, open_session
from portals.browser.state import SessionState
from portals.cassind.mock.app import MockCassind, create_app
from portals.cassind.mock.seed import Account, Guia, Listed, Seed
from portals.mock.faults import Faults
from portals.mock.server import serve
from portals.solus.by_xml import EnvioPorXml
from portals.solus.operadora import read_operadora
from portals.solus.portal import SolusWeb
from tests.portals.cassind.sample import NOMES, VALOR
from tests.portals.entered import entered
from tests.skins import SKINS

CONTA = Account("jeronimo", "segredo-7", "Clínica Médica São Jerônimo", "900777")
CASSIND = read_operadora("portals.cassind")
NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
LOGIN = Login(CONTA.login, CONTA.password)


class Nobody:
    """No person is ever awaited on this portal."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        raise AssertionError(f"{portal} esperou por uma pessoa: {text}")

    def done(self, portal: str, what: Waiting) -> None:
        raise AssertionError(portal)


@dataclass
class Office:
    """The imitation, its address, and the adapter before it. `billed` is the truth, as (protocolo, guia)."""

    mock: MockCassind
    url: str
    session: Session
    portal: SolusWeb
    folder: Path = Path()

    @property
    def faults(self) -> Faults:
        return self.mock.faults

    def sign_in(self, login: Login = LOGIN) -> None:
        self.portal.sign_in(login, Nobody())

    def billed(self) -> list[tuple[str, str]]:
        return [(conta.protocolo, conta.guia) for conta in self.mock.state.contas()]

    def requests(self, action: str) -> int:
        """How many requests of one action arrived."""
        return len(self.mock.stage.requests.rows(action))


def guia(place: int, **changes: object) -> Guia:
    """The authorised guia of sample.lancamento(place): 004512901, 004512902, … of one day of October each."""
    values: dict[str, object] = {
        "number": f"0045129{place:02d}",
        "login": CONTA.login,
        "patient": NOMES[(place - 1) % len(NOMES)].upper(),
        "carteira": f"004156564{place:02d}",
        "date": f"2026-10-{1 + (place - 1) % 28:02d}",
        "code": "10101012",
        "description": "CONSULTA EM CONSULTORIO",
        "executante": "RUBEN ANSCHAU TEIXEIRA",
        "value_cents": VALOR,
    }
    return Guia(**{**values, **changes})  # type: ignore[arg-type]


class Open:
    """Opens portals for one test; everything closes when the test is over."""

    def __init__(self, stack: ExitStack, browser: Browser, skin: str) -> None:
        self._stack = stack
        self._browser = browser
        self._skin = skin

    def __call__(
        self,
        guias: Sequence[Guia] | None = None,
        *,
        signed_in: bool = True,
        notices: bool | None = None,
        timeout_s: float = 20,
        table: Sequence[Listed] = (),
        xml: EnvioPorXml | None = None,
        prestador: str = "",
    ) -> Office:
        given = [guia(place) for place in range(1, 5)] if guias is None else guias
        mock = create_app(Seed([CONTA], given, table), skin=self._skin, clock=_wall_clock, notices=notices)
        url = self._stack.enter_context(serve(mock.app)).url
        state = entered(mock.stage, CONTA.login, url) if signed_in else None
        portal = partial(SolusWeb, timeout_s=timeout_s, xml=xml, prestador=prestador)
        office = self._before(mock, url, state, portal)
        if signed_in:
            office.sign_in()
        return office

    def again(self, office: Office) -> Office:
        """Another browser window before the same portal, with the session saved from this one."""
        return self._before(office.mock, office.url, office.session.state(), partial(SolusWeb, timeout_s=20))

    def _before(self, mock: MockCassind, url: str, state: SessionState | None, portal: "partial[SolusWeb]") -> Office:
        session = self._stack.enter_context(open_session(self._browser, url, state=state))
        return Office(mock, url, session, portal(session, operadora=CASSIND, clock=lambda: NOW))


@pytest.fixture(scope="module", params=SKINS)
def skin(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_office(browser: Browser, skin: str) -> Iterator[Open]:
    """`open_office(guias, signed_in=..., notices=...)`: a portal with these guias, and the adapter before it."""
    with ExitStack() as stack:
        yield Open(stack, browser, skin)


@pytest.fixture(scope="module")
def _recorded(browser: Browser, skin: str) -> Iterator[Office]:
    guias = [guia(place, billed=True, date="2026-10-20") for place in (1, 2)]
    with ExitStack() as stack:
        office = Open(stack, browser, skin)(guias)
        office.mock.state.analisar("240101")
        yield office


@pytest.fixture
def recorded(_recorded: Office) -> Iterator[Office]:
    """One protocolo of two contas, analysed, signed in once for all tests that only read."""
    yield _recorded
    _recorded.faults.disarm()


@pytest.fixture(scope="module")
def _standing(browser: Browser, skin: str) -> Iterator[Office]:
    with ExitStack() as stack:
        yield Open(stack, browser, skin)()


@pytest.fixture
def standing(_standing: Office) -> Iterator[Office]:
    """Four authorised guias, signed in once for all tests that bill nothing: each finds what the last one left."""
    yield _standing
    _standing.faults.disarm()
    assert _standing.billed() == []


@pytest.fixture
def office(open_office: Open) -> Office:
    """Four authorised guias, signed in."""
    return open_office()


def _wall_clock() -> datetime:
    return datetime(2026, 11, 21, 12)  # noqa: DTZ001 - the portal's wall clock, the same moment as NOW

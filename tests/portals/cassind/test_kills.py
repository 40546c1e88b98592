"""The process dies at every step boundary, by every way, with the real adapter: each entry stands once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.config.cadastro import Cadastro, ProfissionalCadastrado
from agent.model.entry import State
from agent.model.lancamento import Lancamento
from agent.model.point import Hook
from agent.runner.approving import EnvioApproval
from agent.runner.launch import launch_month
from agent.runner.session import Access, month_session
from agent.runner.settle import adopt, settle
from agent.runner.work import Pace
from portals.base import Portal
from portals.solus.by_xml import EnvioPorXml
from tests.portals.cassind.conftest import CONTA, LOGIN, NOW, Nobody, Office, Open, guia
from tests.portals.cassind.guias import entry, guia_of, sessions
from tests.portals.cassind.sample import OUTUBRO, consulta
from tests.protocol.death import Death, Reaper
from tests.protocol.month import GivesYes
from tests.protocol.storage import Storage
from tests.protocol.world import Clock

pytestmark = pytest.mark.browser

MEDICO = ProfissionalCadastrado(nome="Rubén Teixeira", conselho="06", uf="28", cbo="225125", codigo="5511")
CADASTRO = Cadastro(codigo=CONTA.code, nome=CONTA.name, profissionais={"27755": MEDICO})
WAYS: dict[str, Callable[[int], list[Lancamento]]] = {
    "simplificado": lambda place: [consulta(place)],
    "detalhado": lambda place: [entry("detalhado", place)],
    "honorario": lambda place: [entry("honorario", place)],
    "seriado": lambda place: sessions(place, 2),
    "xml": lambda place: [entry("detalhado", place, valor=4350)],
}
MOST = 90


class _Door:
    """Every life finds the same signed-in browser: what dies here is our process."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def connect(self) -> AbstractContextManager[Portal]:
        return nullcontext(self._portal)

    def remember(self) -> None:
        """Nothing to remember."""


@pytest.fixture(scope="module", params=sorted(WAYS))
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def floor(browser: Browser, way: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    guias = [guia(place) for place in range(1, MOST + 1)]
    guias += [
        guia_of(each, place, CONTA.login)
        for each in WAYS
        if each in ("detalhado", "honorario", "seriado")
        for place in range(1, MOST + 1)
    ]
    xml = EnvioPorXml(CADASTRO, Path(tmp_path_factory.mktemp("lotes"))) if way == "xml" else None
    with ExitStack() as stack:
        yield Open(stack, browser, "simples")(guias, xml=xml)


def _live(office: Office, storage: Storage, clock: Clock, asked: Sequence[Lancamento], hook: Hook) -> None:
    """One process: import, settle, launch."""
    ledger = storage.open(clock, hook)
    mes = ledger.months.open("sao-jeronimo", "cassind", "conta", OUTUBRO)
    ledger.entries.import_(mes, asked, arquivo="o.csv", sha256="1", lidas=len(asked), rejeitadas=(), ignoradas=0)
    access = Access(
        door=_Door(office.portal),
        login=LOGIN,
        presence=Nobody(),
        owner="teste",
        keep_alive=lambda lease: nullcontext(),
        pace=Pace(settle=timedelta(seconds=1), gap=timedelta(seconds=1)),
        clock=clock,
        wait=clock.wait,
        ttl=timedelta(seconds=5),
        hook=hook,
    )
    with month_session(ledger, mes, access) as work:
        settled = settle(work)
        adopt(work, settled)
        pending = work.entries(State.PENDENTE)
        approval = EnvioApproval(work, GivesYes())
        approval.ask(pending)
        launch_month(work, pending, settled, lambda _count: None, approval.given)


def _month(office: Office, asked: Sequence[Lancamento], reaper: Reaper) -> tuple[int, list[State]]:
    """Live until a life ends by itself; the contas of these entries, and where the ledger has them."""
    storage, clock = Storage(), Clock(NOW)
    for _ in range(5):
        try:
            _live(office, storage, clock, asked, reaper.born())
        except Death:
            clock.wait(timedelta(seconds=10))
        else:
            break
    ledger = storage.open(clock)
    mes = ledger.months.open("sao-jeronimo", "cassind", "conta", OUTUBRO)
    numbers = {each.numero_autorizacao for each in asked}
    standing = sum(conta.guia in numbers for conta in office.mock.contas())
    return standing, [each.state for each in ledger.entries.of(mes)]


@pytest.mark.long
def test_wherever_it_dies_each_entry_is_billed_once(floor: Office, way: str) -> None:
    made = WAYS[way]
    whole = Reaper()
    count = len(made(MOST))
    assert _month(floor, made(MOST), whole) == (count, [State.LANCADA] * count)
    ends = {
        f"{point} {name}": _month(floor, made(point + 1), Reaper(frozenset({point})))
        for point, name in enumerate(whole.passed)
    }
    assert (20 < len(ends) < MOST - 1, ends) == (True, dict.fromkeys(ends, (count, [State.LANCADA] * count)))


class AfterThePress(Reaper):
    """Dies when the portal has answered for good and nothing of ours knows it yet."""

    def strikes(self, name: str) -> bool:
        return name == "portal.submit:after" and not self.deaths


# Of the other ways: tests/journey/test_kills.py for Simplificado, and the lost answers of test_guiado.py.
@pytest.mark.parametrize("way", ["seriado", "xml"], indirect=True)
def test_a_death_after_the_press_is_found_out_by_reading_and_nothing_is_sent_again(floor: Office, way: str) -> None:
    asked, reaper = WAYS[way](MOST - 1), AfterThePress()
    assert _month(floor, asked, reaper) == (len(asked), [State.LANCADA] * len(asked))
    assert reaper.deaths == 1

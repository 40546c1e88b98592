"""A clinic of the year whose portals are the served mocks, entered by the product's own browser sessions."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import cast

from playwright.sync_api import Browser
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.config.office import Office
from agent.model.competencia import Competencia
from agent.runner.doors import BrowserDoor, door_opener
from agent.schedule.sitting import Seated, sit
from agent.vault.vault import SavedSession, Vault
from portals.base import Portal
from portals.browser.session import Session
from portals.cassind.mock.app import create_app as create_cassind
from portals.cassind.mock.seed import Account as Prestador
from portals.cassind.mock.seed import Guia
from portals.cassind.mock.seed import Seed as CassindSeed
from portals.ipasem.mock.app import create_app as create_ipasem
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from portals.mock.connection import cut
from portals.mock.doors import PEOPLE, WIDGET
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve
from portals.solus.portal import SolusWeb
from tests.journey.office import NobodyElse, OneBrowser
from tests.schedule.working import Working, number

DOOR = "porta-do-ano"
PASSWORD = "segredo"
VALOR = 6500
_AUDITS_AFTER = timedelta(days=20)


@dataclass
class KeptSessions:
    """A vault's side that keeps sessions: what one run leaves, the next one carries."""

    kept: dict[tuple[str, str], SavedSession] = field(default_factory=dict)

    def session(self, clinica: str, portal: str) -> SavedSession | None:
        return self.kept.get((clinica, portal))

    def save_session(self, clinica: str, portal: str, session: SavedSession) -> None:
        self.kept[clinica, portal] = session


@dataclass(frozen=True)
class Closable:
    """A portal that is out of the air while `down` says so: its connections are cut."""

    app: ASGIApp
    down: Callable[[], bool]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith((PEOPLE, WIDGET)) and self.down():
            await cut(scope, receive)
            return
        await self.app(scope, receive, send)


@dataclass
class Sampled:
    """Clinic c0 before both mocks. `answered`: what the insurers have audited."""

    working: Working
    month: Competencia
    rows: int
    browser: Browser
    answered: set[str] = field(default_factory=set)
    ticked: int = 0

    def __post_init__(self) -> None:
        user, clock = self.working.office.acesso("c0", "ipasem").usuario, self.working.clock
        mine = Account(document=user, password=PASSWORD, name="CLÍNICA C0")
        issued = tuple(self._issued(user, place) for place in range(self.rows))
        self.ipasem = create_ipasem(Seed(accounts=(mine,), authorizations=issued), door_token=DOOR, clock=clock)
        guias = [self._guia(place) for place in range(self.rows)]
        prestador = Prestador("u-c0", PASSWORD, "Clínica C0", "900777")
        self.cassind = create_cassind(CassindSeed([prestador], guias), door_token=DOOR, clock=clock)

    @contextmanager
    def standing(self, down: Callable[[str, datetime], bool]) -> Iterator[None]:
        """The mocks served, and the office's desk before them."""
        apps = {"ipasem": self.ipasem.app, "cassind": self.cassind.app}
        with ExitStack() as stack:
            urls = {}
            for name, app in apps.items():
                closable = Closable(app, lambda name=name: down(name, self.working.clock()))  # type: ignore[misc]
                urls[name] = stack.enter_context(serve(closable)).url
            self.working.open_door = self._doors(_before(self.working.office, urls))
            self.working.sits = self.sit
            self._url = urls["ipasem"]
            yield

    def _doors(self, office: Office) -> Callable[[str, str], BrowserDoor]:
        vault = cast(Vault, KeptSessions())
        opener = door_opener(OneBrowser(office, self.browser), office, vault, self.working.clock)
        return lambda clinica, portal: _in_the_story(opener(clinica, portal), self.working.clock)

    def sit(self, clinica: str, portal: str) -> Seated:
        """A person comes to `atender`, and ticks the box."""
        with SimulatedPerson(self._url, DOOR) as person, self.working.desk() as desk:
            (seated,) = sit(replace(desk, presence=lambda _clinica: NobodyElse()), [(clinica, portal)], lambda: "Ana")
        self.ticked += person.ticked
        return seated

    def audit(self) -> None:
        """The insurers answer what was closed or billed so many days ago."""
        if self.working.clock() < self.working.clock.start_of(self.month.plus(1)) + _AUDITS_AFTER:
            return
        user = self.working.office.acesso("c0", "ipasem").usuario
        if "ipasem" not in self.answered and f"{user}|{self.month}" in self.ipasem.recorded()["fechamentos"]:
            self.ipasem.auditar(user, str(self.month))
            self.answered.add("ipasem")
        for protocolo in {conta.protocolo for conta in self.cassind.contas()} - self.answered:
            self.cassind.analisar(protocolo)
            self.answered.add(protocolo)

    def stands(self) -> dict[str, int]:
        """How many finished rows each portal holds, by its own books."""
        rows = self.ipasem.state.all_movements()
        return {"ipasem": sum(row.finalizado for row in rows), "cassind": len(self.cassind.contas())}

    def _issued(self, user: str, place: int) -> Autorizacao:
        return Autorizacao(
            number=str(number("c0", self.month, place)),
            document=user,
            patient=f"PACIENTE INVENTADO {place}",
            matricula=f"{7000 + place}-4",
            sexo="F",
            idade=36,
            issued=self.month.first_day,
            procedures=(Procedimento("00010014", "CONSULTA", "CONSULTAS", 1, VALOR),),
        )

    def _guia(self, place: int) -> Guia:
        return Guia(
            number=str(number("c0", self.month, place) + 5_000_000),
            login="u-c0",
            patient=f"PACIENTE INVENTADO {place}",
            carteira=f"{7000 + place}-4",
            date=self.month.first_day.replace(day=1 + place % 28).isoformat(),
            code="10101012",
            description="CONSULTA",
            executante="CLÍNICA C0",
            value_cents=VALOR,
        )


def _in_the_story(door: BrowserDoor, clock: Callable[[], datetime]) -> BrowserDoor:
    """The way in whose adapter takes the story's day for today."""
    made = door.adapter

    def adapter(session: Session) -> Portal:
        portal = made(session)
        if isinstance(portal, SolusWeb):
            portal._clock = clock
        return portal

    door.adapter = adapter  # type: ignore[method-assign]
    return door


def _before(office: Office, urls: dict[str, str]) -> Office:
    """The office whose portals are at these addresses."""
    portais = {name: p.model_copy(update={"endereco": urls[str(name)]}) for name, p in office.settings.portais.items()}
    return replace(office, settings=office.settings.model_copy(update={"portais": portais}))

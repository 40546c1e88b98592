"""A real office folder before a mock portal, and the product's own desk in it, life after life."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from agent.config.load import load_office
from agent.config.office import Office as OfficeFolder
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.model.figures import Fechamento, Figures
from agent.model.point import Hook, no_hook
from agent.model.progress import Silent
from agent.people.approval import Approver
from agent.runner.desk import Desk
from agent.runner.doors import BrowserDoor, Browsers, door_opener
from agent.runner.hooked import Hooked
from agent.runner.month import close_with_approval, launch_planned
from agent.runner.office import OfficeRuns
from agent.runner.plan import Plan
from agent.runner.sealing import evidence_of
from agent.runner.sheets import read_sheets
from agent.vault.key import VARIABLE
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from portals.base import Portal, Waiting
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve
from spreadsheets.reading.leitura import Leitura
from tests.journey.guillotine import Guillotine
from tests.journey.insurers import DOOR, DRAFT, MES, PASSWORD, Insurer, Row, sheet
from tests.ledger.lookout import Lookout

CLINICA = "bem-viver"
SHEET = "producao.csv"

_SETTINGS = """\
[escritorio]
nome = "Escritório das jornadas"
cofre = "arquivo"

[navegador]
mostrar = false

[portais.{portal}]
endereco = "{endereco}"
espera_captcha_s = 60
espera_resposta_s = 30
acomodacao_s = {acomodacao}
intervalo_leituras_s = 0.1

[clinicas.bem-viver]
nome = "Clínica Bem Viver"
acessos.{portal}.usuario = "{usuario}"
"""


class Clock:
    """The real time, and what has been waited for without waiting."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def turn(self, span: timedelta) -> None:
        self._ahead += span


class OneBrowser(Browsers):
    """A browser that outlives the processes: each of them has a context of its own in it."""

    def __init__(self, office: OfficeFolder, browser: Browser) -> None:
        super().__init__(office, shown=False)
        self._one = browser

    def browser(self) -> Browser:
        return self._one


class NobodyElse:
    """The person at the box is the simulated one; nobody needs to be called."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        pass

    def done(self, portal: str, what: Waiting) -> None:
        pass


@dataclass(frozen=True)
class HookedDoor:
    """The product's way in, with a step boundary at each of its edges."""

    door: BrowserDoor
    hook: Hook

    @contextmanager
    def _connected(self) -> Iterator[Portal]:
        self.hook("door.connect:before")
        with self.door.connect() as portal:
            yield Hooked(portal, self.hook)

    def connect(self) -> AbstractContextManager[Portal]:
        return self._connected()

    def remember(self) -> None:
        self.hook("door.remember:before")
        self.door.remember()
        self.hook("door.remember:after")


class Approves:
    """A person who approves whatever is shown, and remembers it."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.shown: list[str] = []
        self._meanwhile = meanwhile

    def approve(self, what: str, findings: object, state_hash: str) -> str:
        self.shown.append(what)
        self._meanwhile()
        return "aprovadora"


@dataclass
class Office:
    """The office folder, the browser, the clock; everything that outlives a process."""

    folder: OfficeFolder
    insurer: Insurer
    browser: Browser
    key: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def evidence(self) -> EvidenceFiles:
        """The files of evidence, sealed as the product seals them."""
        return evidence_of(self.folder, {VARIABLE: str(self.key)})

    @contextmanager
    def desk(self, hook: Hook = no_hook) -> Iterator[Desk]:
        """What a process works with; `hook` hears of each of its step boundaries."""
        folder = self.folder
        open_ledger = partial(
            Ledger.open, folder.livro, journal=folder.diario, evidence_dir=self.evidence, clock=self.clock
        )
        vault = open_vault(folder, {VARIABLE: str(self.key)})
        open_door = door_opener(OneBrowser(folder, self.browser), folder, vault, self.clock)
        lookout = Lookout(hook)
        with open_ledger(hook=lookout, durable=False) as ledger:
            lookout.ledger = ledger
            yield Desk(
                office=folder,
                ledger=ledger,
                open_ledger=partial(open_ledger, durable=False),
                vault=vault,
                open_door=lambda clinica, portal: HookedDoor(open_door(clinica, portal), hook),
                presence=lambda _clinica: NobodyElse(),
                progress=Silent(),
                clock=self.clock,
                wait=self.clock.turn,
                owner="jornada",
            )
        assert lookout.seen == []

    def mes(self, desk: Desk) -> Mes:
        return desk.mes(CLINICA, self.insurer.name, MES)

    def leituras(self, desk: Desk) -> list[Leitura]:
        return read_sheets(desk, CLINICA, MES)

    def write_sheet(self, text: str) -> None:
        inbox = self.folder.entrada(CLINICA)
        inbox.mkdir(parents=True, exist_ok=True)
        (inbox / SHEET).write_text(text, encoding="utf-8")

    def runs(self, desk: Desk) -> OfficeRuns:
        """The month's commands for the clinic's one month."""
        return OfficeRuns(desk, MES, [(CLINICA, self.insurer.name)])

    def planejar(self) -> Plan:
        """faturista planejar."""
        with self.desk() as desk:
            (plan,) = self.runs(desk).planejar()
            assert isinstance(plan, Plan)
            return plan

    def lancar(self, approver: Approver | None = None) -> Figures:
        """faturista lancar, by somebody who approves whatever is shown, or by `approver`."""
        with self.desk() as desk:
            (figures,) = self.runs(desk).lancar(approver or Approves())
            return figures

    def aprovacao(self) -> str:
        """The state that approves the kept plan's final clicks; "" where none is final."""
        with self.desk() as desk:
            saved = desk.ledger.plans.latest(self.mes(desk))
            assert saved is not None
            return Plan.from_json(saved.body).aprovacao

    def fechar(self, meanwhile: Callable[[], None] = lambda: None) -> Fechamento:
        """faturista fechar, by somebody who approves whatever the gate lets through once `meanwhile` has happened."""
        with self.desk() as desk:
            (closing,) = self.runs(desk).fechar(Approves(meanwhile))
            return closing

    def motivos(self) -> list[str]:
        """Why the entries that are recusadas are so."""
        with self.desk() as desk:
            return [entry.motivo for entry in desk.ledger.entries.of(self.mes(desk), State.RECUSADA)]

    def saved(self) -> list[Row]:
        """The clinic's rows of the month that are finished, whoever made them."""
        others = self.insurer.wanted([])
        return [row for row in self.insurer.rows() if row not in others and row[-1] != DRAFT]

    def pictures(self) -> int:
        """How many pictures of a screen the office has kept."""
        return sum(kind == "jpeg" for _, kind in self.evidence.names())

    def keeps_a_page_with(self, words: str) -> bool:
        """Whether a page that the office has kept as evidence shows these words."""
        pages = [name for name in self.evidence.names() if name[1] == "html.gz"]
        return any(words in gzip.decompress(self.evidence.read(*page)).decode() for page in pages)

    def lancar_e_fechar(self, hook: Hook = no_hook) -> bool:
        """faturista lancar, faturista fechar, in one process; whether the month ends closed."""
        with self.desk(hook) as desk:
            launch_planned(desk, self.mes(desk), self.leituras(desk), Approves())
            return close_with_approval(desk, self.mes(desk), Approves(), self.leituras(desk)).fechado


@dataclass
class Stand:
    """One address at which mock portals are served, one after the other."""

    url: str
    guillotine: Guillotine

    def show(self, insurer: Insurer) -> None:
        self.guillotine.app = insurer.app
        self.guillotine.hook = no_hook


@contextmanager
def stand(insurer: Insurer) -> Iterator[Stand]:
    """Serve the insurer's portal, with somebody there who ticks the box."""
    guillotine = Guillotine(insurer.app)
    with ExitStack() as stack:
        served = stack.enter_context(serve(guillotine))
        stack.enter_context(SimulatedPerson(served.url, DOOR))
        yield Stand(served.url, guillotine)


def open_office(folder: Path, browser: Browser, insurer: Insurer, url: str, *, acomodacao: float = 1.0) -> Office:
    """A new office with the clinic's sheet and password in it, before the portal at `url`."""
    folder.mkdir(parents=True)
    text = _SETTINGS.format(portal=insurer.name, endereco=url, usuario=insurer.usuario, acomodacao=acomodacao)
    (folder / "faturista.toml").write_text(text, encoding="utf-8")
    key = folder.parent / f"{folder.name}.chave"
    key.touch(mode=0o600)
    key.write_text("chave-inventada-das-jornadas", encoding="ascii")
    loaded = load_office(folder)
    for needed in (loaded.livro.parent, loaded.diario.parent):
        needed.mkdir(parents=True, exist_ok=True)
    office = Office(loaded, insurer, browser, key)
    office.write_sheet(sheet(insurer.services))
    open_vault(loaded, {VARIABLE: str(key)}).set_password(CLINICA, insurer.name, Password(PASSWORD))
    return office

"""A whole month against the model portal, through the product's own code, however often the process dies."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta

from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.entry import State
from agent.model.errors import LedgerError, Moved, PortalError
from agent.model.lancamento import Chave, Kind, Lancamento, Origem
from agent.model.point import Hook
from agent.runner.approving import EnvioApproval
from agent.runner.close import close_month
from agent.runner.gate import Gate
from agent.runner.launch import launch_month
from agent.runner.session import Access, month_session
from agent.runner.settle import adopt, settle
from agent.runner.work import Pace
from portals.base import Capabilities, Login, Waiting
from tests.protocol.death import Death, Lives
from tests.protocol.model_portal import IPASEM_LIKE, ModelDoor
from tests.protocol.storage import Storage
from tests.protocol.world import World

OUTUBRO = Competencia(2026, 10)
TTL = timedelta(seconds=5)
MAX_LIVES = 90
MAX_REFUSALS = 6


class Nobody:
    """A presence that no portal of the model waits for."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        raise AssertionError(text)

    def done(self, portal: str, what: Waiting) -> None:
        raise AssertionError(portal)


def lancamentos(count: int, *, equal: bool = False) -> list[Lancamento]:
    """`count` entries of October. Of each three the second is another code on the first's authorisation (a pair).

    The ninth and tenth are the same service twice, ocorrencia 1 and 2, with different values unless `equal`.
    """
    made = []
    for number in range(count):
        twin = number == 9
        paired = number % 3 == 1 and not twin
        made.append(
            Lancamento(
                clinica="sorriso",
                portal="ipasem",
                kind=Kind.CONSULTA,
                competencia=OUTUBRO,
                numero_autorizacao=str(2988000 + (number - 1 if paired or twin else number)),
                codigo_procedimento="00001110" if paired else "00010014",
                data=date(2026, 10, 1 + (number - twin) % 28),
                ocorrencia=2 if twin else 1,
                valor_informado=6500 + number - (twin and equal),
                origem=Origem(arquivo="outubro.xlsx", aba="Consultas", linha=5 + number),
            )
        )
    return made


class _Alive:
    """The heartbeat of a run whose time is simulated: the lease is renewed whenever the run waited."""

    def __init__(self, office: "Office") -> None:
        self._ledger = office.storage.open(office.world.clock)
        self._clock = office.world.clock
        self._lease: Lease | None = None

    def keep(self, lease: Lease) -> AbstractContextManager[None]:
        self._lease = lease
        return nullcontext()

    def wait(self, span: timedelta) -> None:
        self._clock.wait(span)
        assert self._lease is not None
        self._ledger.leases.heartbeat(self._lease)


@dataclass
class Office:
    """What outlives every process of a month, and what the clinic asked for."""

    world: World
    asked: Sequence[Lancamento]
    storage: Storage = field(default_factory=Storage)
    capabilities: Capabilities = IPASEM_LIKE
    pace: Pace = field(default_factory=Pace)

    def live(self, hook: Hook, owner: str = "teste", *, closing: bool = True) -> str:
        """One process: import, settle, launch, close. Gives why the month stays open, "" when it is closed."""
        ledger = self.storage.open(self.world.clock, hook)
        return work_through(ledger, self.asked, self._access(hook, owner), closing=closing)

    def _access(self, hook: Hook, owner: str) -> Access:
        alive = _Alive(self)
        return Access(
            door=ModelDoor(self.world, hook, self.capabilities),
            login=Login("12345678000195", "segredo"),
            presence=Nobody(),
            owner=owner,
            keep_alive=alive.keep,
            pace=self.pace,
            clock=self.world.clock,
            wait=alive.wait,
            ttl=TTL,
            hook=hook,
        )


def work_through(ledger: Ledger, asked: Sequence[Lancamento], access: Access, *, closing: bool = True) -> str:
    """One process on one month, as the commands do it. Gives why the month stays open, "" when it is closed."""
    mes = open_month(ledger)
    if len(ledger.entries.of(mes)) < len(asked):
        rows = len(asked)
        ledger.entries.import_(mes, asked, arquivo="outubro.xlsx", sha256="1", lidas=rows, rejeitadas=(), ignoradas=0)
    with month_session(ledger, mes, access) as work:
        if work.mes.state == "fechada":
            return ""
        settled = settle(work)
        adopt(work, settled)
        pending = work.entries(State.PENDENTE)
        approval = EnvioApproval(work, GivesYes())
        approval.ask(pending)
        launch_month(work, pending, settled, lambda _count: None, approval.given)
        if not closing:
            return "not asked to close"
        end = close_month(work, _approve)
        return "" if end.closed else "; ".join([end.text, *(finding.text for finding in end.gate.findings)])


def open_month(ledger: Ledger) -> Mes:
    """The month that everything here is about."""
    return ledger.months.open("sorriso", "ipasem", "conta", OUTUBRO)


def _approve(_gate: Gate) -> str:
    return "aprovador de teste"


class GivesYes:
    """An agent.people.approval.Approver who says yes to whatever is shown."""

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str:
        return "aprovador de teste"


@dataclass(frozen=True)
class Ended:
    """How the month ended. `lives`: how many processes it took. `why` is what the last one said.

    `told`: what a person was told to look at because the portal closed with it.
    """

    closed: bool
    lives: int
    why: str
    violations: list[str]
    told: list[str]
    states: Counter[str]


def run_month(office: Office, lives: Lives, between: Callable[[], None] = lambda: None) -> Ended:
    """Live, die and live again until the month is closed or only a person can go on; `between` two lives."""
    why, refusals, lived = "", 0, 0
    while lived < MAX_LIVES:
        lived += 1
        try:
            why = office.live(lives.born())
            if not why:
                break
            refusals += 1
            if refusals == MAX_REFUSALS:
                break
            office.world.clock.wait(timedelta(seconds=300))
        except Death:
            between()
            office.world.clock.wait(TTL + timedelta(seconds=1))
        except (PortalError, LedgerError, Moved) as error:
            why = f"{type(error).__name__}: {error}"
            office.world.clock.wait(timedelta(seconds=300))
    return _ended(office, lived, why)


def _ended(office: Office, lives: int, why: str) -> Ended:
    ledger = office.storage.open(office.world.clock)
    mes = open_month(ledger)
    closed = mes.state == "fechada" and (office.world.closed or not office.capabilities.closes_month)
    return Ended(
        closed=closed,
        lives=lives,
        why=why,
        violations=[str(violation) for violation in ledger.checks.violations()],
        told=[problem.text for problem in ledger.problems.of(mes) if problem.kind == "fechado_diferente"],
        states=Counter(entry.state.value for entry in ledger.entries.of(mes)),
    )


Standing = Counter[tuple[Chave, int, bool]]


def standing(world: World) -> Standing:
    """What truly stands on the portal: key, value in centavos, and whether it is red."""
    return Counter((row.key, row.value, row.draft) for row in world.rows)


def wanted(office: Office) -> Standing:
    """What should stand there: each entry that was not refused, once, with the value of the sheet."""
    asked = (entry for entry in office.asked if entry.chave not in office.world.refused)
    return Counter((e.chave._replace(ocorrencia=1), e.valor_informado or 0, False) for e in asked)

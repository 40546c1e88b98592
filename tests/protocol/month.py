"""A whole month against the model portal, through the product's own code, however often the process dies."""

from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta

from agent.ledger.leases import Lease
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import Moved, PortalError
from agent.model.lancamento import Chave, Kind, Lancamento, Origem
from agent.model.point import Hook
from agent.runner.close import close_month
from agent.runner.gate import Gate
from agent.runner.launch import launch_month
from agent.runner.session import Access, month_session
from agent.runner.settle import adopt, settle
from agent.runner.work import Pace
from portals.base import Login, Waiting
from tests.protocol.death import Death, Reaper
from tests.protocol.model_portal import World, connector
from tests.protocol.storage import Storage

OUTUBRO = Competencia(2026, 10)
MAX_LIVES = 60
TTL = timedelta(seconds=5)


class Nobody:
    """A presence that no portal of the model waits for."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        raise AssertionError(text)

    def done(self, portal: str, what: Waiting) -> None:
        raise AssertionError(portal)


class _Alive:
    """The heartbeat of a run whose time is simulated: the lease is renewed whenever the run waited."""

    def __init__(self, storage: Storage, world: World) -> None:
        self._ledger = storage.open(world.clock)
        self._clock = world.clock
        self._lease: Lease | None = None

    def keep(self, lease: Lease) -> AbstractContextManager[None]:
        self._lease = lease
        return nullcontext()

    def wait(self, span: timedelta) -> None:
        self._clock.wait(span)
        assert self._lease is not None
        self._ledger.leases.heartbeat(self._lease)


def lancamentos(count: int, *, pairs: bool = True) -> list[Lancamento]:
    """`count` entries of October; with `pairs`, the second is another code on the first's authorisation (a RX pair)."""
    made = []
    for number in range(count):
        paired = pairs and number % 3 == 1
        made.append(
            Lancamento(
                clinica="sorriso",
                portal="ipasem",
                kind=Kind.CONSULTA,
                competencia=OUTUBRO,
                numero_autorizacao=str(2988000 + (number - 1 if paired else number)),
                codigo_procedimento="00001110" if paired else "00010014",
                data=date(2026, 10, 1 + number % 28),
                valor_informado=6500 + number,
                origem=Origem(arquivo="outubro.xlsx", aba="Consultas", linha=5 + number),
            )
        )
    return made


def world_for(asked: Sequence[Lancamento]) -> World:
    """A portal whose auditor expects each entry exactly once."""
    return World(plan=Counter(entry.chave for entry in asked))


@dataclass(frozen=True)
class Ended:
    """How the month ended, for the oracles. `lives`: how many processes it took."""

    closed: bool
    lives: int
    why: str
    violations: list[str]
    states: Counter[str]


def run_month(world: World, asked: Sequence[Lancamento], reaper: Reaper, storage: Storage, pace: Pace) -> Ended:
    """Live, die and live again until the month is closed or a person is needed."""
    why = ""
    for life in range(1, MAX_LIVES + 1):
        try:
            why = _one_life(world, asked, reaper.born(), storage, pace)
            if not why:
                break
            world.clock.wait(timedelta(seconds=300))
        except Death:
            world.clock.wait(TTL + timedelta(seconds=1))
        except (PortalError, Moved) as error:
            why = f"{type(error).__name__}: {error}"
            world.clock.wait(timedelta(seconds=300))
    return _ended(storage, world, life, why)


def _one_life(world: World, asked: Sequence[Lancamento], hook: Hook, storage: Storage, pace: Pace) -> str:
    ledger = storage.open(world.clock, hook)
    mes = ledger.months.open("sorriso", "ipasem", "conta", OUTUBRO)
    ledger.entries.import_(mes, asked, arquivo="outubro.xlsx", sha256="1", lidas=len(asked), rejeitadas=(), ignoradas=0)
    alive = _Alive(storage, world)
    access = Access(
        connect=connector(world, hook),
        login=Login("12345678000195", "segredo"),
        presence=Nobody(),
        owner="teste",
        keep_alive=alive.keep,
        pace=pace,
        clock=world.clock,
        wait=alive.wait,
        ttl=TTL,
        hook=hook,
    )
    with month_session(ledger, mes, access) as work:
        if work.mes.state == "fechada":
            return ""
        adopt(work, settle(work))
        launch_month(work, work.entries(State.PENDENTE), lambda _count: None)
        closing = close_month(work, _approve)
        return "" if closing.closed else "; ".join([closing.text, *(f.text for f in closing.gate.findings)])


def _approve(_gate: Gate) -> str:
    return "aprovador de teste"


def _ended(storage: Storage, world: World, lives: int, why: str) -> Ended:
    ledger = storage.open(world.clock)
    mes = ledger.months.open("sorriso", "ipasem", "conta", OUTUBRO)
    entries: list[Entry] = ledger.entries.of(mes)
    return Ended(
        closed=world.closed and mes.state == "fechada",
        lives=lives,
        why=why,
        violations=[str(violation) for violation in ledger.checks.violations()],
        states=Counter(entry.state.value for entry in entries),
    )


def on_the_portal(world: World) -> Counter[Chave]:
    """The first oracle: what truly stands on the portal at the end, drafts counted under their own sign."""
    drafts = Counter(Chave(row.auth, row.code, "rascunho", "", row.day) for row in world.rows if row.draft)
    return world.count() + drafts

"""An office that works by itself against the insurers' state machines, under one clock, with people who come and go."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

from agent.config.load import load_office
from agent.config.office import Office
from agent.engine.port import Broken, Job
from agent.ledger.journal import MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.progress import Progress, Silent
from agent.people.unattended import NobodyThere
from agent.runner.desk import Desk
from agent.runner.owner import this_process
from agent.schedule.board import Board
from agent.schedule.decide import Status
from agent.schedule.scheduler import Scheduler
from agent.vault.vault import Password, Vault
from tests.config.office_file import write_office
from tests.schedule.insurer import BY_PROTOCOL, MONTHLY, Insurer
from tests.schedule.notation import at

OUTUBRO = Competencia(2026, 10)
_HEAD = """\
[escritorio]
nome = "Escritório do ano"
cofre = "arquivo"

[portais.ipasem]
endereco = "https://ipasem.invalid"
acomodacao_s = 20
intervalo_leituras_s = 5
[portais.ipasem.agenda]
desde = "{desde}"
fechar_dia_util = 5
retorno_dias = 15
retorno_ate_dias = 60
horario = "08:00-18:00"
sondar = false

[portais.cassind]
endereco = "https://cassind.invalid"
acomodacao_s = 20
intervalo_leituras_s = 5
[portais.cassind.agenda]
desde = "{desde}"
fechar_dia_util = 7
retorno_dias = 15
retorno_ate_dias = 60
horario = "07:00-20:00"
sondar = false
"""
_CLINIC = """
[clinicas.{slug}]
nome = "Clínica {slug}"
acessos.ipasem.usuario = "{ipasem}"
acessos.cassind.usuario = "u-{slug}"
"""


class TurningClock:
    """The office's clock: it moves when somebody waits or the story goes on."""

    def __init__(self, now: str, year: int = 2026) -> None:
        self.now = at(now, year)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, span: timedelta) -> None:
        self.now += span

    def start_of(self, month: Competencia) -> datetime:
        """Midnight of the month's first day."""
        return datetime.combine(month.first_day, time(0), self.now.tzinfo)


class InlineEngine:
    """An engine that does each job where it is handed out: one story, one order."""

    size = 1

    def __init__(self) -> None:
        self.failed: list[Broken] = []

    def free(self) -> int:
        return 1

    def submit(self, key: str, job: Job) -> None:
        job()

    def broken(self) -> list[Broken]:
        return []

    def stop(self) -> None:
        """Nothing runs between two jobs."""


class KeptOpen(SqliteDatabase):
    """A database that outlives the ledgers opened on it."""

    def close(self) -> None:
        """Stays."""


class OneWord:
    """A vault whose every password is the same."""

    def password(self, clinica: str, portal: str) -> Password:
        return Password("segredo")


@dataclass
class Working:
    """The folder, the clock, the two insurers; schedulers and desks are made of them.

    `open_door` and `sits` where portals are real screens: the way in, and a person who enters one login there.
    """

    office: Office
    clock: TurningClock
    insurers: dict[str, Insurer]
    database: "KeptOpen"
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    progress: Progress = field(default_factory=Silent)
    wanted: dict[tuple[str, str, Competencia], int] = field(default_factory=dict)
    open_door: Callable[[str, str], Any] | None = None
    sits: Callable[[str, str], object] | None = None

    def open_ledger(self) -> Ledger:
        return Ledger.open(self.database, journal=self.journal, clock=self.clock)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        def door(clinica: str, portal: str) -> Any:
            return self.insurers[portal].door(self.office.acesso(clinica, portal).usuario)

        with self.open_ledger() as ledger:
            yield Desk(
                office=self.office,
                ledger=ledger,
                open_ledger=self.open_ledger,
                vault=cast(Vault, OneWord()),
                open_door=self.open_door or door,
                presence=lambda _clinica: NobodyThere(),
                progress=self.progress,
                clock=self.clock,
                wait=self.clock.wait,
                owner=this_process(),
            )

    def scheduler(self, owner: str = "servir") -> Scheduler:
        return Scheduler(self.office, self.open_ledger, self.desk, InlineEngine(), self.clock, owner)

    def work(self, scheduler: Scheduler | None = None) -> Board:
        """Look until nothing is due now; what it saw last."""
        scheduler = scheduler or self.scheduler()
        for _ in range(60):
            seen = scheduler.look()
            if all(line.coming.status is not Status.AGORA for line in seen.lines):
                return seen
        raise AssertionError("it never comes to rest")

    def send_sheet(self, clinica: str, month: Competencia, rows: int, *, name: str = "") -> None:
        """The clinic sends its month: so many services on each of its portals."""
        lines = [f"Produção {month}", "Convênio;Autorização;Data;Paciente;Matrícula;Código;Valor;CRM"]
        for place in range(rows):
            for portal, code in (("IPASEM", "00010014"), ("CASSIND", "10101012")):
                asked = number(clinica, month, place) + (5_000_000 if portal == "CASSIND" else 0)
                day = write_data(date(month.ano, month.mes, 1 + place % 28))
                who = f"Paciente Inventado {place};{7000 + place}-4"
                lines.append(f"{portal};{asked};{day};{who};{code};65,00;5615")
        for portal in ("ipasem", "cassind"):
            self.wanted[clinica, portal, month] = rows
        folder = self.office.entrada(clinica)
        for old in folder.iterdir():  # people move what was billed out of the inbox
            old.unlink()
        (folder / (name or f"{month.iso}.csv")).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def person_comes(self) -> list[str]:
        """One sitting of a person: every question answered as an honest biller would; what was asked."""
        asked = []
        with self.open_ledger() as ledger:
            for item in ledger.queue.open():
                if item.kind == "entrar" and self.sits is not None:
                    self.sits(item.clinica, item.portal)
                    asked.append(item.kind)
                    continue
                if item.kind == "entrar":
                    self.insurers[item.portal].door(self.office.acesso(item.clinica, item.portal).usuario).remember()
                if item.kind in ("entrar", "aprovar", "bloqueio", "planilha", "prazo", "retorno"):
                    ledger.queue.answer(item.id, "sim" if item.kind == "aprovar" else "feito", "Ana")
                    asked.append(item.kind)
        return asked

    def person_approves(self) -> int:
        """A person who says yes to whatever is to be approved, and then what was approved is done; how many it was."""
        with self.open_ledger() as ledger:
            items = [item for item in ledger.queue.open() if item.kind == "aprovar"]
            for item in items:
                ledger.queue.answer(item.id, "sim", "Ana")
        self.work()
        return len(items)

    def states(self, month: Competencia) -> dict[tuple[str, str], str]:
        """How the ledger has the month."""
        with self.open_ledger() as ledger:
            return {(m.clinica, m.portal): m.state for m in ledger.months.all() if m.competencia == month}


def number(clinica: str, month: Competencia, place: int) -> int:
    """The authorisation of one row."""
    slug = int(clinica.removeprefix("c"))
    return 2_000_000 + slug * 20_000 + (month.ano % 10 * 12 + month.mes) * 100 + place


def working(
    folder: Path,
    clinics: int,
    now: str,
    *,
    desde: str = "10/2026",
    changed: Callable[[Insurer], None] | None = None,
    ipasem: str = "u-{slug}",
) -> Working:
    """An office of so many clinics on both portals, at `now`; `ipasem`: their logins there."""
    slugs = [f"c{number}" for number in range(clinics)]
    text = _HEAD.format(desde=desde) + "".join(_CLINIC.format(slug=s, ipasem=ipasem.format(slug=s)) for s in slugs)
    office = load_office(write_office(folder, text))
    for slug in slugs:
        office.entrada(slug).mkdir(parents=True)
    clock = TurningClock(now)
    insurers = {
        "ipasem": Insurer("ipasem", clock, asks_people=True, capabilities=MONTHLY),
        "cassind": Insurer("cassind", clock, asks_people=False, capabilities=BY_PROTOCOL),
    }
    for insurer in insurers.values():
        if changed is not None:
            changed(insurer)
    return Working(office, clock, insurers, KeptOpen.memory())


def one_clinic(folder: Path) -> Working:
    """An office of one clinic on both portals, whose October sheet came on the 30th."""
    office = working(folder, 1, "30/10 09:00")
    office.send_sheet("c0", OUTUBRO, 3)
    return office


def endings(office: Working) -> list[tuple[str, str, str]]:
    """How October's runs ended, in their order: portal, step, state."""
    with office.open_ledger() as ledger:
        return [(t.portal, t.step, t.state) for t in ledger.turns.since(OUTUBRO) if t.competencia == "2026-10"]


def asked(office: Working) -> list[tuple[str, str]]:
    """What waits for a person: kind and portal."""
    with office.open_ledger() as ledger:
        return [(item.kind, item.portal) for item in ledger.queue.open()]

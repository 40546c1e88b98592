"""Fifty people who read the panel while sessions launch into the same ledger, each at a portal of its own."""

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Event, Thread

import httpx

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.figures import Figures
from agent.people.approval import NobodyToAsk
from agent.runner.office import OfficeRuns
from tests.cli.journey import ROOT
from tests.panel.people import Person
from tests.schedule.insurer import MONTHLY, Insurer
from tests.schedule.working import KeptOpen, TurningClock, Working

READERS, RUNS = 50, 4
NOVEMBRO = Competencia(2026, 11)
PATIENCE_S = 120.0
_CLINIC = '\n[clinicas.{slug}]\nnome = "Clínica {slug}"\nacessos.ipasem = {{ usuario = "u-{slug}" }}\n'


class OnDisk(Working):
    """The ledger is the office's own file, as every command opens it."""

    def open_ledger(self) -> Ledger:
        return open_books(self.office, self.clock)


@dataclass
class Run:
    """One clinic's November, launched by the command's own code."""

    office: OnDisk
    clinica: str
    rows: int
    seconds: float = 0.0
    figures: list[Figures] = field(default_factory=list)

    def launch(self) -> None:
        """planejar and lancar, with nobody to ask."""
        with self.office.desk() as desk:
            runs = OfficeRuns(desk, NOVEMBRO, ((self.clinica, "ipasem"),))
            runs.planejar()
            began = time.perf_counter()
            self.figures = runs.lancar(NobodyToAsk())
            self.seconds = time.perf_counter() - began

    @property
    def launched(self) -> list[int]:
        """How often the portal ever saw each service."""
        return list(self.office.insurers["ipasem"].ever.values())


def with_runs(office: Office) -> Office:
    """The office with clinics more for two rounds of runs."""
    with office.file.open("a", encoding="utf-8") as file:
        file.write("".join(_CLINIC.format(slug=f"c{number}") for number in range(2 * RUNS)))
    return load_office(office.folder)


def run_of(office: Office, number: int, rows: int, saving: Callable[[int], None]) -> Run:
    """A clinic with so many services to launch in November. `saving` hears of each save before it is answered."""
    clock = TurningClock("01/12 09:00")

    def loses(save: int) -> bool:
        saving(save)
        return False

    insurer = Insurer("ipasem", clock, asks_people=False, capabilities=MONTHLY, loses=loses)
    made = OnDisk(office, clock, {"ipasem": insurer}, KeptOpen.memory())
    office.entrada(f"c{number}").mkdir(parents=True, exist_ok=True)
    made.send_sheet(f"c{number}", NOVEMBRO, rows)
    return Run(made, f"c{number}", rows)


@contextmanager
def at_work(runs: Sequence[Run]) -> Iterator[Event]:
    """The runs side by side; the event comes when the last has ended. The block's end waits for them."""
    over = Event()
    threads = [Thread(target=run.launch) for run in runs]

    def wait() -> None:
        for thread in threads:
            thread.join()
        over.set()

    waiter = Thread(target=wait)
    for thread in (*threads, waiter):
        thread.start()
    try:
        yield over
    finally:
        waiter.join()


@contextmanager
def panel_process(folder: Path) -> Iterator[str]:
    """`faturista painel` in a process of its own; its address, once it says it."""
    words = [sys.executable, "-m", "agent.cli.main", "painel", "--pasta", str(folder), "--porta", "0"]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        found = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        yield next(match[0] for match in found if match)
        process.terminate()


@dataclass(frozen=True, slots=True)
class Seen:
    """One page that somebody opened: how it was answered, and after how many milliseconds."""

    path: str
    status: int
    ms: float


@dataclass
class Crowd:
    """READERS people at a panel, who came with the cookies of those who signed in."""

    url: str
    cookies: Sequence[str]
    paths: Sequence[str]
    pause_s: float = 0.0
    seen: list[Seen] = field(default_factory=list)
    grown: Condition = field(default_factory=Condition)

    @classmethod
    def signed_in(cls, url: str, names: Sequence[str], paths: Sequence[str], pause_s: float = 0.0) -> "Crowd":
        """Each name signs in once; as many windows as it takes are then open."""
        cookies = []
        for name in names:
            with Person.at(url) as person:
                person.signs_in(name)
                cookies.append("; ".join(f"{key}={value}" for key, value in person.client.cookies.items()))
        return cls(url, cookies, paths, pause_s)

    def awaits(self, more: int) -> bool:
        """Wait until so many pages more have been read; whether they were."""
        with self.grown:
            before = len(self.seen)
            return self.grown.wait_for(lambda: len(self.seen) >= before + more, PATIENCE_S)

    def reads(self, over: Event) -> None:
        """Everybody reads page after page, each from another page on, until it is over and they read them all once."""
        with ThreadPoolExecutor(1) as own:  # a loop of its own, whatever runs in this thread: Playwright's stays there
            own.submit(lambda: asyncio.run(self._read(over))).result()

    async def _read(self, over: Event) -> None:
        limits = httpx.Limits(max_connections=READERS, max_keepalive_connections=READERS)
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S, limits=limits) as client:
            await asyncio.gather(*(self._reader(client, number, over) for number in range(READERS)))

    async def _reader(self, client: httpx.AsyncClient, number: int, over: Event) -> None:
        headers = {"cookie": self.cookies[number % len(self.cookies)]}
        turn = 0
        while turn < len(self.paths) or not over.is_set():
            path = self.paths[(number + turn) % len(self.paths)]
            began = time.perf_counter()
            answer = await client.get(path, headers=headers)
            with self.grown:
                self.seen.append(Seen(path, answer.status_code, (time.perf_counter() - began) * 1000))
                self.grown.notify_all()
            turn += 1
            await asyncio.sleep(self.pause_s)

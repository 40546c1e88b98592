"""The agent as a process of its own, on a ledger and a journal on the disk, to be killed at any moment."""

import multiprocessing
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event

from agent.ledger.store import Ledger
from agent.model.errors import AlreadyRunning, LedgerError, PortalError
from agent.model.lancamento import Lancamento
from agent.model.point import utc_now
from agent.runner.heartbeat import keep_lease
from agent.runner.session import Access
from agent.runner.work import Pace
from portals.base import Login
from tests.protocol.http_portal import HttpDoor
from tests.protocol.month import Nobody, work_through

PACE = Pace(settle=timedelta(milliseconds=60), gap=timedelta(milliseconds=10))
LATE = timedelta(milliseconds=30)
TTL = timedelta(seconds=20)
CLOSED, OPEN, BUSY = 0, 3, 4


@dataclass(frozen=True)
class Desk:
    """Where one agent works. `ahead` sets its clock forward: between two lives the lease of the dead one runs out."""

    folder: Path
    port: int
    asked: list[Lancamento]
    owner: str = "agente"
    ahead: timedelta = timedelta()

    def clock(self) -> datetime:
        """The agent's own time; the portal has another clock."""
        return utc_now() + self.ahead

    def open_ledger(self) -> Ledger:
        """The ledger in its file, flushed at each commit, and the journal in another."""
        folder = self.folder
        return Ledger.open(
            folder / "livro.db", journal=folder / "diario.jsonl", evidence_dir=folder / "evidencias", clock=self.clock
        )


def run(desk: Desk) -> None:
    """One life; ends the process with CLOSED, OPEN or BUSY."""
    access = Access(
        door=HttpDoor(desk.port),
        login=Login("12345678000195", "segredo"),
        presence=Nobody(),
        owner=desk.owner,
        keep_alive=lambda lease: keep_lease(desk.open_ledger, lease, TTL),
        pace=PACE,
        clock=desk.clock,
        wait=_wait,
        ttl=TTL,
    )
    try:
        with desk.open_ledger() as ledger:
            open_still = work_through(ledger, desk.asked, access)
    except AlreadyRunning:
        raise SystemExit(BUSY) from None
    except (PortalError, LedgerError):
        raise SystemExit(OPEN) from None
    raise SystemExit(OPEN if open_still else CLOSED)


def _wait(span: timedelta) -> None:
    Event().wait(span.total_seconds())


def start(desk: Desk) -> BaseProcess:
    """The agent at work in a new process, forked from a clean one where the system can, for speed."""
    process = _new_process(partial(run, desk))
    process.start()
    return process


def _new_process(target: Callable[[], None]) -> BaseProcess:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn").Process(target=target)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context.Process(target=target)


def integrity(folder: Path, aside: Path) -> str:
    """What SQLite says of the file as a kill left it ("ok"), read from a copy: the next agent must do the recovery."""
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    for name in ("livro.db", "livro.db-wal"):
        if (folder / name).exists():
            shutil.copy(folder / name, aside / name)
    connection = sqlite3.connect(aside / "livro.db")
    try:
        return str(connection.execute("pragma integrity_check").fetchone()[0])
    finally:
        connection.close()

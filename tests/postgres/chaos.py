"""A story of three workers on one server: what the portals were asked, what befell whom, and the people beside them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import Any, cast

from agent.config.banco import VARIABLE as BANCO
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.opening import ledger_of
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.model.entry import State
from agent.model.progress import Silent
from agent.people.unattended import NobodyThere
from agent.runner.desk import Desk
from agent.runner.month import close_with_approval, launch_planned, plan_month
from agent.runner.sealing import evidence_of
from agent.runner.sheets import read_sheets
from agent.vault.key import VARIABLE as CHAVE
from agent.vault.vault import Vault
from tests.journey.office import Approves, Clock
from tests.postgres.portals import CAPABILITIES, Call
from tests.postgres.server import Server
from tests.postgres.three_machines import BEFORE, CLINICS, MES, ROWS
from tests.schedule.insurer import Insurer
from tests.schedule.working import OneWord

NAMES = ("um", "dois", "tres")
FREEZE, KILL = signal.SIGSTOP, signal.SIGKILL
_PACE = 0.04  # seconds that a save takes at the insurer
_LIMIT = timedelta(seconds=240)
_STEPS = {"prepare": "lancar", "submit": "lancar", "close": "fechar", "fetch_return": "retorno"}
LOGINS = [(f"c{n}", portal) for n in range(CLINICS) for portal in CAPABILITIES]


@dataclass
class Chaos:
    """`armed`: what happens to the worker who is the first to have that verb answered, before it hears the answer.

    `hit`: whom it happened to. `approves`: the steps to which the person says yes by now.
    """

    folder: Path
    banco: Server
    insurers: dict[str, Insurer]
    port: int = 0
    calls: list[Call] = field(default_factory=list)
    workers: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    armed: dict[str, signal.Signals] = field(default_factory=dict)
    hit: dict[str, Call] = field(default_factory=dict)
    approves: tuple[str, ...] = ("lancar",)
    _struck: set[str] = field(default_factory=set)
    _one: Any = field(default_factory=Lock)

    def asked(self, call: Call, done: bool) -> None:
        """From the portal's threads. A save takes its time; the worst moments to die are here."""
        if call.verb == "submit" and not done:
            Event().wait(_PACE)
        if not done or call.verb not in self.armed:
            return
        with self._one:
            if call.verb in self.armed and self._is_whole(call):
                self._struck.add(call.worker)
                self.hit[call.verb] = call
                self._strike(self.workers[call.worker], self.armed[call.verb])
                del self.armed[call.verb]

    def _strike(self, worker: "subprocess.Popen[bytes]", blow: signal.Signals) -> None:
        """Until it stands still: on a busy machine a thread of it may go on for a moment, and hear the answer."""
        worker.send_signal(blow)
        if blow == FREEZE:
            os.waitpid(worker.pid, os.WUNTRACED)
        else:
            worker.wait()

    def _is_whole(self, call: Call) -> bool:
        """A worker to whom nothing was done, on a login whose step was not broken off: else it rests for minutes."""
        if call.worker in self._struck:
            return False
        with self.ledger() as ledger:
            dead = [t for t in ledger.turns.since(BEFORE) if (t.state, t.step) == ("dead", _STEPS[call.verb])]
        return (call.portal, call.user) not in {(turn.portal, turn.account) for turn in dead}

    def ledger(self) -> Ledger:
        """The ledger as a person's machine opens it."""
        return ledger_of(self._office, evidence_of(self._office, self.environ))

    @property
    def _office(self) -> Office:
        return replace(load_office(self.folder), banco=self.banco.url)

    @property
    def environ(self) -> dict[str, str]:
        """What every machine is told: where the ledger is, and the vault's key."""
        return {BANCO: self.banco.url, CHAVE: str(self.folder.parent / "chave")}

    def start(self, name: str) -> None:
        """A machine, or the same one again after it died."""
        command = [sys.executable, "-m", "tests.postgres.worker", str(self.folder), str(self.port), name]
        if name in self.workers:
            self.workers[name].wait()
        self.workers[name] = subprocess.Popen(command, env={**os.environ, **self.environ})
        self._struck.discard(name)

    def wake(self, call: Call) -> None:
        """The one that froze goes on, where it was."""
        self.workers[call.worker].send_signal(signal.SIGCONT)
        self._struck.discard(call.worker)

    def saves(self) -> int:
        """How many entries of the month the insurers hold."""
        return sum(
            len(i.rows[user, month]) for i in self.insurers.values() for user, month in [*i.rows] if month == MES
        )

    def until(self, holds: Callable[[], bool], what: str, *, alone: bool = False) -> None:
        """Go on with the story when it does; meanwhile a person (unless they are `alone`) approves what is asked."""
        end = monotonic() + _LIMIT.total_seconds()
        while not holds():
            assert monotonic() < end, f"never: {what}\n{self._left()}"
            if not alone:
                self._approve()
            Event().wait(0.2)

    def _left(self) -> str:
        """The last turns of each login, for whoever reads why the story did not go on."""
        with self.ledger() as ledger:
            turns = ledger.turns.since(BEFORE)
        lines = []
        for login in LOGINS:
            mine = [t for t in turns if (t.clinica, t.portal) == login][-6:]
            told = [
                f"{t.competencia} {t.step} {t.state} {t.no}, {t.since} to {t.ended_at or t.until} ({t.text})"
                for t in mine
            ]
            lines.append(f"{login}:\n  " + "\n  ".join(told))
        return "\n".join(lines)

    def _approve(self) -> None:
        with self.ledger() as ledger:
            for item in ledger.queue.open():
                if item.kind == "aprovar" and item.step in self.approves:
                    ledger.queue.answer(item.id, "sim", "Ana")

    def outage(self, see: int) -> None:
        """The server stops as in a crash, until so many more workers have seen it, and comes back."""
        seen = self._seen_outages()
        self.banco.stop()
        self.until(lambda: self._seen_outages() - seen == see, "all see the outage", alone=True)
        self.banco.start()

    def _seen_outages(self) -> int:
        return sum("não responde" in str(note.get("diz")) for note in self.notes())

    def taken_over(self, call: Call) -> bool:
        """Whether another worker signed in to the login since."""
        return any(
            (c.portal, c.user, c.verb) == (call.portal, call.user, "sign_in") and c.worker != call.worker
            for c in self.since(call)
        )

    def since(self, call: Call) -> list[Call]:
        """What the portals were asked after that."""
        return [later for later in self.calls if later.no > call.no]

    def all_sent(self) -> bool:
        """Whether the ledger has every entry of the month launched, and nobody is at work."""
        with self.ledger() as ledger:
            entries = [e for mes in ledger.months.all() if mes.competencia == MES for e in ledger.entries.of(mes)]
            running = [turn for turn in ledger.turns.since(BEFORE) if turn.state == "running"]
        launched = [entry for entry in entries if entry.state == State.LANCADA]
        return not running and len(launched) == len(entries) == CLINICS * ROWS * 2

    def all_closed(self) -> bool:
        """Whether the month is closed, the month before has its return posted, and nobody is at work any more."""
        with self.ledger() as ledger:
            turns = ledger.turns.since(BEFORE)
            # Not its turn: a machine may die between the close that it wrote and the word that it is done.
            closed = {
                (m.clinica, m.portal) for m in ledger.months.all() if m.competencia == MES and m.state == "fechada"
            }
        now = stamp(datetime.now(UTC))
        posted = {(t.clinica, t.portal) for t in turns if (t.step, t.state) == ("conciliar", "done")}
        # The turn of a machine that died runs out; with nothing left to do nobody comes to say so.
        return closed == posted == set(LOGINS) and not any(
            turn.state == "running" and turn.until > now for turn in turns
        )

    def launch_before(self) -> None:
        """The month before, launched in time by a person's command."""
        with self._desk() as desk:
            for clinica, portal in LOGINS:
                mes = desk.mes(clinica, portal, BEFORE)
                leituras = read_sheets(desk, clinica, BEFORE)
                plan_month(desk, mes, leituras)
                launch_planned(desk, desk.ledger.months.get(mes.id), leituras, Approves())

    def close_before(self) -> None:
        """The month before, closed late by a person's command: from now on its return is looked for."""
        with self._desk() as desk:
            for clinica, portal in LOGINS:
                mes = desk.mes(clinica, portal, BEFORE)
                assert close_with_approval(desk, mes, Approves(), read_sheets(desk, clinica, BEFORE)).fechado

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        clock = Clock()
        with self.ledger() as ledger:
            yield Desk(
                office=self._office,
                ledger=ledger,
                open_ledger=self.ledger,
                vault=cast(Vault, OneWord()),
                open_door=lambda clinica, portal: self.insurers[portal].door(f"u-{clinica}"),
                presence=lambda _clinica: NobodyThere(),
                progress=Silent(),
                clock=clock,
                wait=clock.turn,
                owner="ana:1",
            )

    def notes(self) -> list[dict[str, Any]]:
        """What every worker said and noted."""
        files = [self.folder / f"{name}.jsonl" for name in NAMES]
        return [json.loads(line) for file in files if file.exists() for line in file.read_text().splitlines()]

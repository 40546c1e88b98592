"""Three workers on one PostgreSQL: one killed, one frozen and woken, the server stopped; each entry is there once."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import Any

from agent.config.banco import VARIABLE as BANCO
from agent.config.load import load_office
from agent.ledger.opening import ledger_of
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.entry import State
from agent.model.point import utc_now
from agent.runner.sealing import evidence_of
from agent.vault.key import VARIABLE as CHAVE
from tests.config.office_file import write_office
from tests.postgres.portals import CAPABILITIES, Call, serving
from tests.postgres.server import Server, server
from tests.schedule.insurer import Insurer

MES = Competencia.of(datetime.now(UTC).date())
CLINICS, ROWS = 4, 10
NAMES = ("um", "dois", "tres")
_PACE = 0.04  # seconds that a save takes at the insurer
_LIMIT = timedelta(seconds=240)
_HEAD = """\
[escritorio]
nome = "Escritório de três máquinas"
fuso = "UTC"
cofre = "arquivo"
"""
_PORTAL = """
[portais.{name}]
endereco = "https://{name}.invalid"
sessoes = 6
acomodacao_s = 1
intervalo_leituras_s = 0.1
agenda = {{ desde = "{mes}", lancar_dia_util = 0, fechar_dia_util = 20, avisar_dias_uteis = 0, \
horario = "00:00-24:00", dias = "todos", sondar = false }}
"""
_CLINIC = """
[clinicas.c{n}]
nome = "Clínica {n}"
acessos.ipasem.usuario = "u-c{n}"
acessos.cassind.usuario = "u-c{n}"
"""


@dataclass
class Chaos:
    """The story: what the portals were asked, and what was done to whom."""

    folder: Path
    banco: Server
    insurers: dict[str, Insurer]
    port: int = 0
    calls: list[Call] = field(default_factory=list)
    workers: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    frozen: Call | None = None
    killed: Call | None = None
    stage: str = "calm"
    _one: Any = field(default_factory=Lock)

    def asked(self, call: Call, done: bool) -> None:
        """From the portal's threads. A save takes its time; the worst moments to die are here."""
        if call.verb == "submit" and not done:
            Event().wait(_PACE)
        if call.verb == "prepare" and done and self._turn_of("freeze", call):
            # The intent is written, the form is filled, the click comes next: the worker reads the answer too late.
            self.frozen = call
            self.workers[call.worker].send_signal(signal.SIGSTOP)
        if call.verb == "submit" and done and self._turn_of("kill", call):
            # The insurer saved it; nobody will ever read the answer.
            self.killed = call
            self.workers[call.worker].kill()

    def _turn_of(self, stage: str, call: Call) -> bool:
        """Whether it is time for that, and this is the one that it happens to: one call, whoever asks beside it."""
        with self._one:
            if self.stage != stage or not self._is_whole(call):
                return False
            self.stage = "calm"
            return True

    def _is_whole(self, call: Call) -> bool:
        """A worker to whom nothing was done, on a login whose runs were not broken off: else it rests for minutes."""
        if self.frozen is not None and call.worker == self.frozen.worker:
            return False
        with self.ledger() as ledger:
            broken = {(t.portal, t.account) for t in ledger.turns.since(MES) if t.state == "dead"}
        return (call.portal, call.user) not in broken

    def ledger(self) -> Ledger:
        """The ledger as a person's machine opens it."""
        office = replace(load_office(self.folder), banco=self.banco.url)
        return ledger_of(office, evidence_of(office, self.environ))

    @property
    def environ(self) -> dict[str, str]:
        """What every machine is told: where the ledger is, and the vault's key."""
        return {BANCO: self.banco.url, CHAVE: str(self.folder.parent / "chave")}

    def saves(self) -> int:
        """How many entries the insurers hold."""
        return sum(sum(insurer.ever.values()) for insurer in self.insurers.values())

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Go on with the story when it does; meanwhile a person approves whatever is asked."""
        end = monotonic() + _LIMIT.total_seconds()
        while not holds():
            assert monotonic() < end, f"never: {what}; {self.notes()[-12:]}"
            if self.stage != "down":
                self._approve()
            Event().wait(0.05)

    def _approve(self) -> None:
        with self.ledger() as ledger:
            for item in ledger.queue.open():
                if item.kind == "aprovar":
                    ledger.queue.answer(item.id, "sim", "Ana")

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
        """Whether the ledger has every entry launched, and nobody is at work."""
        with self.ledger() as ledger:
            entries = [entry for mes in ledger.months.all() for entry in ledger.entries.of(mes)]
            running = [turn for turn in ledger.turns.since(MES) if turn.state == "running"]
        launched = [entry for entry in entries if entry.state == State.LANCADA]
        return not running and len(launched) == len(entries) == CLINICS * ROWS * 2

    def notes(self) -> list[dict[str, Any]]:
        """What every worker said and noted."""
        files = [self.folder / f"{name}.jsonl" for name in NAMES]
        return [json.loads(line) for file in files if file.exists() for line in file.read_text().splitlines()]


def _office(folder: Path) -> None:
    text = _HEAD + "".join(_PORTAL.format(name=name, mes=MES) for name in CAPABILITIES)
    text += "".join(_CLINIC.format(n=n) for n in range(CLINICS))
    office = load_office(write_office(folder, text))
    key = folder.parent / "chave"
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    key.chmod(0o600)
    for n in range(CLINICS):
        lines = [f"Produção {MES}", "Convênio;Autorização;Data;Paciente;Matrícula;Código;Valor;CRM"]
        for place in range(ROWS):
            for name, code in (("IPASEM", "00010014"), ("CASSIND", "10101012")):
                number = 2_000_000 + n * 1000 + place + (5_000_000 if name == "CASSIND" else 0)
                day = write_data(date(MES.ano, MES.mes, 1))
                lines.append(f"{name};{number};{day};Paciente Inventado {place};{7000 + place}-4;{code};65,00;5615")
        office.entrada(f"c{n}").mkdir(parents=True)
        (office.entrada(f"c{n}") / "mes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


@contextmanager
def _story(folder: Path) -> Iterator[Chaos]:
    _office(folder)
    insurers = {
        name: Insurer(name, utc_now, asks_people=False, capabilities=able, loses=lambda save: save % 17 == 5)
        for name, able in CAPABILITIES.items()
    }
    with server() as banco:
        chaos = Chaos(folder, banco, insurers)
        with serving(insurers, chaos.asked) as portals:
            chaos.port, chaos.calls = portals.server_port, portals.calls
            try:
                yield chaos
            finally:
                for worker in chaos.workers.values():
                    worker.kill()
                    worker.wait()


def _start(chaos: Chaos, name: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.postgres.worker", str(chaos.folder), str(chaos.port), name]
    return subprocess.Popen(command, env={**os.environ, **chaos.environ})


def test_three_workers_lose_a_machine_freeze_and_outlive_their_server_and_every_entry_is_there_once(
    tmp_path: Path,
) -> None:
    with _story(tmp_path / "escritorio") as chaos:
        chaos.ledger().close()
        for name in NAMES:
            chaos.workers[name] = _start(chaos, name)
        chaos.until(lambda: chaos.saves() > 3, "the first saves")

        chaos.stage = "down"
        chaos.banco.stop()
        chaos.until(lambda: sum("não responde" in str(n.get("diz")) for n in chaos.notes()) == 3, "all see the outage")
        chaos.banco.start()
        chaos.stage = "freeze"
        chaos.until(lambda: chaos.frozen is not None, "a worker to freeze")
        frozen = chaos.frozen
        assert frozen is not None
        chaos.until(lambda: chaos.taken_over(frozen), "the frozen worker's login is taken over")
        chaos.workers[frozen.worker].send_signal(signal.SIGCONT)
        chaos.stage = "kill"
        chaos.until(lambda: chaos.killed is not None, "a worker to kill")
        chaos.until(chaos.all_sent, "everything sent")
        left = [chaos.workers[name] for name in NAMES if chaos.killed and name != chaos.killed.worker]
        for worker in left:
            worker.terminate()
        codes = [worker.wait(timeout=60) for worker in left]

        assert _wrong(chaos) == []
        assert codes == [0, 0]
        assert [call.verb for call in chaos.since(frozen) if call.session == frozen.session] == []
        assert "perdeu a vez neste acesso" in (chaos.folder / f"{frozen.worker}.jsonl").read_text(encoding="utf-8")
        with chaos.ledger() as ledger:
            alerts = [item for item in ledger.queue.opened_since("") if item.kind == "servidor"]
        assert len(alerts) == 1


def _wrong(chaos: Chaos) -> list[str]:
    """Both oracles: what the insurers ever saved, and the ledger's own proofs."""
    wanted = Counter(
        (f"u-c{n}", str(2_000_000 + n * 1000 + place + more))
        for n in range(CLINICS)
        for place in range(ROWS)
        for more in (0, 5_000_000)
    )
    saved: Counter[tuple[str, str]] = Counter()
    for insurer in chaos.insurers.values():
        for (user, number, _code, _day), times in insurer.ever.items():
            saved[user, number] += times
    found = [f"twice: {saved - wanted}"] if saved - wanted else []
    found += [f"lost: {wanted - saved}"] if wanted - saved else []
    with chaos.ledger() as ledger:
        audit = ledger.auditor.audit()
        found += [f"{f.where}: {f.text}" for f in audit.findings]
        found += [f"an intent is open: {b}" for b in _open_intents(ledger)]
    return found


def _open_intents(ledger: Ledger) -> list[object]:
    rows = ledger.database.connection.execute("select id from batch where state = 'open'").fetchall()
    return [row[0] for row in rows]

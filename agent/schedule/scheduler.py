"""One look at the office: what is due is taken in the ledger and handed to the engine; people are told the rest."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agent.config.office import Office
from agent.engine.port import Engine
from agent.ledger.queue import Asked
from agent.ledger.store import Ledger
from agent.ledger.turns import Step
from agent.model.errors import LedgerAway
from agent.model.point import Clock
from agent.runner.desk import Desk
from agent.runner.heartbeat import Heartbeat
from agent.runner.owner import is_dead
from agent.schedule.alerts import alerts_of, outage_alert
from agent.schedule.board import Board, Line, board, days_of
from agent.schedule.decide import Status
from agent.schedule.drifting import seen_to, with_deadlines
from agent.schedule.ending import Ending
from agent.schedule.facts import NOTHING
from agent.schedule.steps import do_step
from agent.schedule.tidy import over_now

TTL = timedelta(seconds=90)

OpenDesk = Callable[[], AbstractContextManager[Desk]]
Note = Callable[[dict[str, object]], None]


def no_note(_facts: dict[str, object]) -> None:
    """Nobody keeps a log."""


@dataclass(frozen=True)
class Scheduler:
    """Looks when it is told to. Any number of them, in any number of processes, do each thing once.

    `note` hears of each run that begins and ends, without patients.
    """

    office: Office
    open_ledger: Callable[[], Ledger]
    open_desk: OpenDesk
    engine: Engine
    clock: Clock
    owner: str
    ttl: timedelta = TTL
    note: Note = no_note

    def look(self) -> Board:
        """Hand out what is due, as far as there is room; gives what it saw."""
        with self.open_ledger() as ledger:
            ledger.turns.bury(is_dead)
            for broken in self.engine.broken():
                ledger.queue.ask(_bug(broken.key, type(broken.error).__name__))
            seen = board(self.office, ledger, days_of(self.office), self.clock())
            self._tell(ledger, seen)
            for line in _one_probe_each(seen):
                if self.engine.free() > 0:
                    self._hand_out(ledger, line, seen)
            return seen

    def _tell(self, ledger: Ledger, seen: Board) -> None:
        items = ledger.queue.open()
        for number, why in (*over_now(items, seen), *seen_to(self.office, items)):
            ledger.queue.over(number, why)
        now = self._local()
        alerts = [alert for line in seen.lines for alert in alerts_of(line.facts, line.prazo, now, line.coming)]
        for alert in [*alerts, *map(outage_alert, seen.outages)]:
            ledger.queue.ask(alert, once=True)

    def _hand_out(self, ledger: Ledger, line: Line, seen: Board) -> None:
        facts, coming = line.facts, line.coming
        assert coming.task is not None
        key = (facts.clinica, facts.portal, facts.account, facts.competencia.iso)
        step = Step(*key, step=coming.task.value, ref=coming.ref, no=coming.no)
        out = any(outage.portal == facts.portal for outage in seen.outages)
        limit = 1 if out else self.office.portal(facts.portal).sessoes
        number = ledger.turns.take(step, self.owner, self.ttl, side_by_side=limit)
        if number is not None:
            self.engine.submit("/".join(key), lambda: self._work(line, number, seen))

    def _work(self, line: Line, number: int, seen: Board) -> None:
        """In a thread of the engine: do the step under its turn, and write how it ended.

        Where the ledger's server is away, nothing is written: turn and login run out, and whoever is there goes on.
        """
        facts = _facts(line, number)
        self.note({"evento": "começa", **facts})
        try:
            with self._kept(number), self.open_desk() as desk:
                ending = do_step(desk, line)
                for asked in ending.asked:
                    told = with_deadlines(asked, seen, self._local())
                    desk.ledger.queue.ask(told, once=told.step == NOTHING)
                desk.ledger.turns.end(number, self.owner, ending.state, ending.text)
        except LedgerAway as away:
            ending = Ending("dead", away.what)
        self.note({"evento": "termina", **facts, "situacao": ending.state, "texto": ending.text})

    def _local(self) -> datetime:
        return self.clock().astimezone(ZoneInfo(self.office.settings.escritorio.fuso))

    def _kept(self, number: int) -> Heartbeat:
        return Heartbeat(self.open_ledger, lambda ledger: ledger.turns.renew(number, self.owner, self.ttl), self.ttl)


def _one_probe_each(seen: Board) -> Iterator[Line]:
    """What is due; of a portal that is out only one month, to see whether it is back."""
    out = {outage.portal for outage in seen.outages}
    probed: set[str] = set()
    for line in seen.lines:
        task, portal = line.coming.task, line.facts.portal
        if line.coming.status is not Status.AGORA or task is None:
            continue
        if task.opens_a_portal and portal in out:
            if portal in probed:
                continue
            probed.add(portal)
        yield line


def _facts(line: Line, number: int) -> dict[str, object]:
    facts, coming = line.facts, line.coming
    month = {"clinica": facts.clinica, "portal": facts.portal, "competencia": facts.competencia.iso}
    return {"execucao": number, **month, "passo": str(coming.task), "tentativa": coming.no}


def _bug(key: str, kind: str) -> Asked:
    clinica, portal, _, competencia = key.split("/")
    return Asked(
        kind="erro",
        clinica=clinica,
        portal=portal,
        competencia=competencia,
        step="",
        ref="",
        subject=kind,
        seen=f"erro interno do faturista ({kind})",
        asked="envie o registro técnico a quem cuida do faturista; resolvido, marque como feito",
        otherwise="nada é feito neste mês até lá",
    )

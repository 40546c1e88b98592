"""Changing what was launched, against the model portal: corrigir, excluir, reabrir, however often the process dies."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from agent.ledger.store import Ledger
from agent.model.answer import Confirmed, Outcome, Prepared, Refused, Unknown
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import LedgerError, Moved, PortalError
from agent.model.lancamento import Lancamento
from agent.model.point import Hook
from agent.model.registro import Movimento
from agent.runner.changes import changes_of
from agent.runner.correct import Agreed, correct_entries
from agent.runner.reopen import reopen_month
from agent.runner.session import Access, month_session
from agent.runner.withdraw import withdraw_entry
from agent.runner.work import Work
from portals.base import Capabilities, Portal
from tests.protocol.death import Death, Reaper
from tests.protocol.model_portal import IPASEM_LIKE, ModelPortal
from tests.protocol.month import TTL, Office, lancamentos, open_month
from tests.protocol.world import Row, World

ANSWERS = ("ok", "unanswered", "gone")
"""Done and answered; done without an answer; not done, without an answer."""
_LOST = Unknown("a conexão caiu antes da resposta")
_MOST = 12


@dataclass
class Script:
    """How the portal answers each alteration and each reopening; "ok" where it runs out. `done`: what took effect."""

    alterations: list[str] = field(default_factory=list)
    reopenings: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)


class ChangingPortal(ModelPortal):
    """The model that also alters and reopens, as IPASEM does: opening a row to alter it leaves a draft beside it."""

    def __init__(self, world: World, hook: Hook, script: Script, capabilities: Capabilities = IPASEM_LIKE) -> None:
        super().__init__(world, hook, capabilities)
        self._script = script
        self._altering: tuple[Row, Lancamento] | None = None

    def alter(self, movimento: Movimento, lancamento: Lancamento) -> Prepared:
        self.world.called()
        if self.world.closed:
            raise PortalError("o movimento está fechado")
        row = next(row for row in self.world.rows if str(row.number) == movimento.movimento)
        as_asked = row_facts(row) == asked_facts(row, lancamento)
        draft = replace(row, number=self.world.new_number(), code="", draft=True)
        self.world.rows.append(draft)
        self.hook("model.alter:drafted")
        if as_asked:
            return Prepared(())
        self._altering = (row, lancamento)
        return Prepared((lancamento,))

    def submit(self, prepared: Prepared) -> Outcome:
        if self._altering is None:
            return super().submit(prepared)
        (row, asked), self._altering = self._altering, None
        self.world.called()
        answer = self._script.alterations.pop(0) if self._script.alterations else "ok"
        if answer != "gone":
            row.value, row.quantity, row.remark, *key = asked_facts(row, asked)
            row.code, row.day, row.tooth, row.faces = key
            self._script.done.append("alter")
        self.hook("model.submit:altered")
        return Confirmed("Movimento alterado com sucesso") if answer == "ok" else _LOST

    def reopen(self, competencia: Competencia) -> Outcome:
        self.world.called()
        if not self.world.closed:
            return Refused("Movimento ainda não foi fechado.")
        answer = self._script.reopenings.pop(0) if self._script.reopenings else "ok"
        if answer != "gone":
            self.world.closed = False
            self._script.done.append("reopen")
        self.hook("model.reopen:committed")
        return Confirmed("Movimento reaberto com sucesso.") if answer == "ok" else _LOST


def row_facts(row: Row) -> tuple[Any, ...]:
    """All that the form of a row shows and lets be changed."""
    return row.value, row.quantity, row.remark, row.code, row.day, row.tooth, row.faces


def asked_facts(row: Row, asked: Lancamento) -> tuple[Any, ...]:
    """The same as the sheet says it."""
    key = (asked.codigo_procedimento, asked.data, asked.dente, asked.faces)
    return (asked.valor_informado or row.value, asked.quantidade, asked.observacao, *key)


@dataclass(frozen=True, slots=True)
class ChangingDoor:
    """A fresh session on the same world."""

    world: World
    hook: Hook
    script: Script
    capabilities: Capabilities

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return nullcontext(ChangingPortal(self.world, self.hook, self.script, self.capabilities))

    def remember(self) -> None:
        """See Door."""


@dataclass
class Changing(Office):
    """An office whose month is launched (and closed), and whose portal takes changes as the script says."""

    script: Script = field(default_factory=Script)

    def _access(self, hook: Hook, owner: str) -> Access:
        return replace(
            super()._access(hook, owner), door=ChangingDoor(self.world, hook, self.script, self.capabilities)
        )

    def ledger(self, hook: Hook) -> Ledger:
        return self.storage.open(self.world.clock, hook)

    def entry(self) -> Entry:
        """The first entry, as the ledger holds it."""
        ledger = self.storage.open(self.world.clock)
        return ledger.entries.of(open_month(ledger))[0]

    def try_(self, act: Callable[[Work], bool], hook: Hook) -> bool:
        """One process; whether it is done."""
        ledger = self.ledger(hook)
        with month_session(ledger, open_month(ledger), self._access(hook, "teste")) as work:
            return act(work)


def launched(*, closed: bool, script: Script, removals: tuple[str, ...] = ()) -> Changing:
    """Two authorisations, one of them a pair, launched without trouble."""
    asked = lancamentos(3)
    office = Changing(World.expecting(asked), asked, script=script)
    office.live(lambda _name: None, closing=closed)
    office.world.removals = list(removals)
    return office


def corrected(work: Work) -> bool:
    """The first entry's sheet says 70,00 now."""
    asked = work.entries(State.LANCADA)[0].lancamento.model_copy(update={"valor_informado": 7000})
    changes = changes_of(work.entries(), [asked]).found
    return all(each.done for each in correct_entries(work, changes, Agreed(lambda _texts, _hash: "Ana")))


def remarked(work: Work) -> bool:
    """The first entry's sheet has a remark now, which no report shows."""
    entry = work.entries(State.LANCADA)[0]
    asked = entry.lancamento.model_copy(update={"observacao": "dente fraturado"})
    changes = changes_of([entry], [asked]).found
    return all(each.done for each in correct_entries(work, changes, Agreed(lambda _texts, _hash: "Ana")))


def exchanged(work: Work) -> bool:
    """The first entry's sheet says another day and code now, and 70,00: the row becomes another entry."""
    first, *rest = work.entries()
    asked = first.lancamento.model_copy(
        update={"data": date(2026, 10, 9), "codigo_procedimento": "00010022", "valor_informado": 7000}
    )
    sheet = [asked, *(e.lancamento for e in rest if e.lancamento.chave != asked.chave)]
    rows = len(sheet)
    work.ledger.entries.import_(
        work.mes, sheet, arquivo="outubro.xlsx", sha256="2", lidas=rows, rejeitadas=(), ignoradas=0
    )
    changes = changes_of(work.entries(), sheet).found
    return all(each.done for each in correct_entries(work, changes, Agreed(lambda _texts, _hash: "Ana")))


def withdrawn(work: Work) -> bool:
    """The first entry is deleted."""
    entry = work.entries()[0]
    done = entry.state is State.RECUSADA
    return done or withdraw_entry(work, entry, "lançada por engano", lambda _what, _hash: "Ana").gone


def reopened(work: Work) -> bool:
    """The month is opened again."""
    return work.mes.state == "aberta" or reopen_month(work, "faltou uma guia", lambda _what, _hash: "Ana").reopened


def lived(office: Changing, act: Callable[[Work], bool], reaper: Reaper) -> int:
    """Live, die and live again until it is done; how many processes that took, `_MOST` when it never was."""
    for life in range(1, _MOST):
        try:
            if office.try_(act, reaper.born()):
                return life
        except Death:
            office.world.clock.wait(TTL + timedelta(seconds=1))
        except (PortalError, LedgerError, Moved):
            office.world.clock.wait(timedelta(seconds=300))
    return _MOST

"""Whatever a person says of appeals, in whatever order, between whatever returns: every centavo stays in one place."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agent.ledger.accounts import Saldo
from agent.ledger.appeals import Appeal
from agent.ledger.journal import MemoryJournal
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import Moved
from agent.model.match import Match, Pass
from tests.ledger.office import ACCOUNT, CLINICA, PORTAL, Clock, Office, demonstrativo, linha, match

BILLED, REFUSED = 6500, 2500
PART = st.integers(1, REFUSED)
SPANS = st.sampled_from([timedelta(seconds=1), timedelta(hours=1), timedelta(days=3)])
PICK = st.integers(0, 3)


class Steps(RuleBasedStateMachine):
    """An entry of 65,00 of which 25,00 were refused, and what a person says of it."""

    def __init__(self) -> None:
        super().__init__()
        clock = Clock()
        self.ledger = Ledger.open(":memory:", journal=MemoryJournal(), clock=clock)
        self.office = Office.at(self.ledger, clock, None)  # type: ignore[arg-type] # it is not opened again here
        (self.entry,) = self.office.launched(*self.office.entries(1))
        self.refused = REFUSED
        self.later: list[int] = []
        self._answered()

    def teardown(self) -> None:
        self.ledger.close()

    def _answered(self) -> None:
        paid = BILLED - self.refused
        report = demonstrativo(linha(1, self.entry, liberado=paid, glosa=self.refused))
        self.ledger.returns.import_(self.office.mes, report)
        (line,) = self.ledger.returns.lines(self.office.mes)
        tie = match(self.entry, line.id, liberado=paid, glosa=self.refused)
        self.ledger.returns.apply(self.office.mes, [tie])

    def _saldo(self) -> Saldo:
        return self.ledger.returns.balances(self.office.mes)[self.entry.id]

    def _appeals(self, *states: str) -> list[Appeal]:
        return [a for a in self.ledger.appeals.of(self.office.mes) if not states or a.state in states]

    def _stands(self) -> tuple[Saldo, list[Appeal]]:
        return self._saldo(), self._appeals()

    def _said(self, pick: int, states: tuple[str, ...], step: Callable[[Appeal], Any]) -> None:
        """A step about one of these, that is taken back and said again: what it changed, and nothing else, is back."""
        some = self._appeals(*states)
        appeal = some[pick % len(some)]
        before = self._stands()
        try:
            step(appeal)
        except Moved:
            return  # less is refused by now
        after, state = self._stands(), self.ledger.appeals.get(appeal.id).state
        self.ledger.appeals.undo(appeal.id, was=state, who="Ana", reason="engano")
        assert self._stands() == before
        self.office.clock.turn(timedelta(milliseconds=1))
        step(appeal)
        assert self._stands() == after

    @rule(span=SPANS)
    def time_goes_by(self, span: timedelta) -> None:
        self.office.clock.turn(span)

    @precondition(lambda self: not self._appeals("rascunho", "enviado") and self._saldo().glosado > 0)
    @rule(part=PART)
    def drafts(self, part: int) -> None:
        valor = min(part, self._saldo().glosado)
        self.ledger.appeals.draft(self.entry.id, valor, motivo="", justificativa="Anexo.")

    @precondition(lambda self: self._appeals("rascunho"))
    @rule(back=st.integers(0, 2))
    def sends(self, back: int) -> None:
        on = self.office.clock.now.date() - timedelta(days=back)
        self._said(0, ("rascunho",), lambda appeal: self.ledger.appeals.send(appeal.id, on, "R-1"))

    @precondition(lambda self: self._appeals("enviado"))
    @rule(won=st.integers(0, REFUSED))
    def is_answered(self, won: int) -> None:
        on, answer = self.office.clock.now.date(), self.ledger.appeals.answer
        self._said(0, ("enviado",), lambda appeal: answer(appeal.id, on, min(won, appeal.valor)))

    @precondition(lambda self: self._appeals("rascunho", "enviado"))
    @rule()
    def drops(self) -> None:
        self._said(0, ("rascunho", "enviado"), lambda appeal: self.ledger.appeals.drop(appeal.id, "Ana"))

    @precondition(lambda self: self._appeals("enviado", "respondido", "desistido"))
    @rule(pick=PICK)
    def takes_back_one_of_old(self, pick: int) -> None:
        some = self._appeals("enviado", "respondido", "desistido")
        appeal = some[pick % len(some)]
        before = self._stands()
        try:
            self.ledger.appeals.undo(appeal.id, was=appeal.state, who="Ana", reason="engano")
        except Moved:
            assert self._stands() == before

    @precondition(lambda self: self._saldo().glosado > 0)
    @rule(part=PART)
    def gives_up(self, part: int) -> None:
        before, valor = self._saldo(), min(part, self._saldo().glosado)
        had = before.perda
        self.ledger.appeals.accept(self.entry.id, valor, who="Ana", reason="sem documento")
        assert self._saldo().perda == had + valor
        if not had:
            assert self.ledger.appeals.take_up(self.entry.id, who="Ana", reason="engano") == valor
            assert self._saldo() == before
            self.ledger.appeals.accept(self.entry.id, valor, who="Ana", reason="sem documento")

    @precondition(lambda self: self._saldo().perda > 0)
    @rule()
    def takes_up(self) -> None:
        self.ledger.appeals.take_up(self.entry.id, who="Ana", reason="engano")
        assert self._saldo().perda == 0

    @rule(paid=st.lists(PART, max_size=2))
    def later_lines_pay(self, paid: list[int]) -> None:
        self.later = paid if sum(paid) <= self.refused else []
        mes = self.ledger.months.open(CLINICA, PORTAL, ACCOUNT, Competencia(2026, 11))
        lines = [linha(n, self.entry, liberado=valor) for n, valor in enumerate(self.later, start=1)]
        self.ledger.returns.import_(mes, demonstrativo(*lines, competencia=mes.competencia))
        ties = [
            Match(self.entry.id, line.id, Pass.COMPLEMENTO, 98, "pago depois", 0, valor, -valor)
            for line in self.ledger.returns.lines(mes)
            for valor in [line.linha.valor_liberado]
        ]
        self.ledger.returns.apply(mes, ties)

    @rule(refused=st.sampled_from([1000, 2000, REFUSED, 3000]))
    def the_return_is_corrected(self, refused: int) -> None:
        if refused >= sum(self.later):
            self.refused = refused
            self._answered()

    @invariant()
    def every_centavo_is_in_one_place(self) -> None:
        s = self._saldo()
        parts = (s.pendente, s.liberado, s.glosado, s.em_recurso, s.perda)
        assert (sum(parts), min(parts) >= 0, s.diferenca_tabela) == (BILLED, True, 0)
        assert s.em_recurso <= sum(appeal.valor for appeal in self._appeals("enviado"))
        assert (self.ledger.checks.violations(), self.ledger.auditor.audit().findings) == ([], ())


TestSteps = Steps.TestCase
TestSteps.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.long
class TestManySteps(Steps.TestCase):  # type: ignore[misc,valid-type] # hypothesis makes the class as it runs
    """The same, at length."""

    settings = settings(TestSteps.settings, max_examples=1500, stateful_step_count=30)

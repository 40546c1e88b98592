"""The past of a clinic, as its ledger has it, warns of what a plan would launch; it holds nothing back."""

from datetime import date, timedelta

from agent.accounting.foretelling import Aviso, foretold
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.runner.compare import Comparison
from agent.runner.conciliation import post_returns
from agent.runner.plan import Plan, make_plan
from spreadsheets.checking.history import Costume
from tests.ledger.office import ACCOUNT, CLINICA, OUTUBRO, PORTAL, TTL, Clock, Office, demonstrativo, lancamento, linha

REASON = "3169 - Assinatura do beneficiário inexistente"


def _past(ledger: Ledger) -> Office:
    """Five entries answered in October, four of them refused."""
    office = Office(
        ledger,
        Clock(),
        ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO),
        ledger.leases.take(PORTAL, ACCOUNT, "teste", TTL),
        Ledger.open,
    )
    done = office.launched(*office.entries(5))
    lines = [linha(n, entry, liberado=0, glosa=6500, motivo=REASON) for n, entry in enumerate(done[:4], start=1)]
    ledger.returns.import_(office.mes, demonstrativo(*lines, linha(5, done[4], liberado=6500)))
    post_returns(ledger, office.mes)
    return office


def _plan(office: Office) -> Plan:
    november = office.ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO.plus(1))
    sheet = [
        lancamento(n, competencia=OUTUBRO.plus(1), codigo_procedimento=code) for n, code in ((7, "10101012"), (8, "1"))
    ]
    office.ledger.entries.import_(november, sheet, arquivo="n", sha256="", lidas=2, rejeitadas=(), ignoradas=0)
    pending = office.ledger.entries.of(november, State.PENDENTE)
    return make_plan(CLINICA, PORTAL, "2026-11", sheets=(), mes_version=1, entries=pending, comparison=Comparison())


def test_an_entry_like_those_that_were_refused_is_planned_with_the_figure() -> None:
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        plan = _plan(_past(ledger))
        first = plan.to_launch[0]
        warned = foretold(ledger, [plan], date(2026, 12, 1))
        costume = Costume(4, 5, REASON, "este código")
        assert [len(plan.to_launch), len(plan.blocked)] == [2, 0]
        assert warned == [Aviso(CLINICA, PORTAL, first.origem, first.id, costume)]
        assert costume.text == f"4 de 5 glosados nos últimos 6 meses (este código), motivo: {REASON}"
        assert foretold(ledger, [plan], date(2026, 12, 1) + timedelta(days=183)) == []

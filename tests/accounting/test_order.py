"""Months of returns come late, twice, corrected and in any order: the ties and the money are the same."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry
from agent.runner.conciliation import post_returns
from tests.ledger.office import (
    ACCOUNT,
    CLINICA,
    OUTUBRO,
    PORTAL,
    Clock,
    confirmed,
    demonstrativo,
    lancamento,
    linha,
)

MONTHS = (OUTUBRO, OUTUBRO.plus(1), OUTUBRO.plus(24))
Told = dict[Competencia, list[LinhaRetorno]]


def _launched(ledger: Ledger) -> tuple[Mes, list[Entry]]:
    """Six entries, two of them twins that no line can tell apart."""
    mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
    twins = [lancamento(6, ocorrencia=1), lancamento(6, ocorrencia=2)]
    rows = [*(lancamento(n) for n in range(1, 6)), *twins]
    ledger.entries.import_(mes, rows, arquivo="x", sha256="", lidas=7, rejeitadas=(), ignoradas=0)
    lease = ledger.leases.take(PORTAL, ACCOUNT, "teste", timedelta(hours=1))
    for entry in ledger.entries.of(mes):
        ledger.attempts.confirm(ledger.attempts.open(lease, [entry]), confirmed(entry))
    return mes, ledger.entries.of(mes)


def _told(entries: Sequence[Entry]) -> Told:
    """Paid, denied then paid, paid then taken back, silent until two years later, twins of which one is denied."""
    one, two, three, four, _, twin, other = entries
    return {
        MONTHS[0]: [
            linha(1, one, liberado=6500),
            linha(2, two, liberado=0, glosa=6500),
            linha(3, three, liberado=6500),
            linha(4, twin, liberado=0, glosa=6500),
            linha(5, other, liberado=6500),
        ],
        MONTHS[1]: [
            linha(1, two, liberado=6500),
            linha(2, three, liberado=-6500, valor_informado=-6500),
            linha(3, one, liberado=6500),
        ],
        MONTHS[2]: [linha(1, four, liberado=6000, glosa=500), linha(2, three, liberado=6500)],
    }


def _report(month: Competencia, lines: Sequence[LinhaRetorno]) -> Demonstrativo:
    return demonstrativo(*lines, competencia=month)


def _state(ledger: Ledger, mes: Mes) -> tuple[Any, ...]:
    """The ties by what they are, not by when they came; and every centavo."""
    ties = ledger.database.connection.execute(
        "select l.numero_autorizacao, l.ocorrencia, m.competencia, r.linha, k.pass_no, k.allocated, k.liberado, k.glosa"
        " from match k join lancamento l on l.id = k.lancamento_id join linha_retorno r on r.id = k.linha_retorno_id"
        " join mes m on m.id = r.mes_id where k.state = 'live' order by 1, 2, 3, 4"
    ).fetchall()
    assert ledger.checks.violations() == []
    return [tuple(tie) for tie in ties], ledger.returns.balances(mes)


def _lived(order: Sequence[Competencia], *, twice: bool = False) -> tuple[Any, ...]:
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        mes, entries = _launched(ledger)
        told = _told(entries)
        for month in (*order, *(order if twice else ())):
            home = ledger.months.open(CLINICA, PORTAL, ACCOUNT, month)
            ledger.returns.import_(home, _report(month, told[month]))
            post_returns(ledger, mes)
        return _state(ledger, mes)


def test_the_story_comes_to_this_money() -> None:
    _, saldos = _lived(MONTHS)
    money = [(s.liberado, s.glosado, s.pendente) for s in saldos.values()]
    assert money == [(6500, 0, 0), (6500, 0, 0), (6500, 0, 0), (6000, 500, 0), (0, 0, 6500), (6500, 0, 0), (0, 6500, 0)]


@pytest.mark.parametrize("order", list(permutations(MONTHS)), ids=lambda months: "-".join(str(m.mes) for m in months))
def test_the_order_in_which_returns_come_changes_nothing(order: Sequence[Competencia]) -> None:
    assert _lived(order) == _lived(MONTHS)


def test_every_return_twice_changes_nothing() -> None:
    assert _lived(MONTHS, twice=True) == _lived(MONTHS)


def test_a_return_two_years_late_leaves_what_was_known_at_the_close_as_it_was() -> None:
    clock = Clock()
    with Ledger.open(":memory:", journal=None, clock=clock) as ledger:
        mes, entries = _launched(ledger)
        ledger.returns.import_(mes, _report(OUTUBRO, _told(entries)[OUTUBRO]))
        post_returns(ledger, mes)
        at_close, closed = "2026-11-30T00:00:00.000Z", ledger.returns.balances(mes)
        clock.turn(timedelta(days=730))
        late = ledger.months.open(CLINICA, PORTAL, ACCOUNT, MONTHS[2])
        ledger.returns.import_(late, _report(MONTHS[2], _told(entries)[MONTHS[2]]))
        post_returns(ledger, mes)
        assert ledger.returns.balances(mes, at=at_close) == closed
        assert ledger.returns.balances(mes) != closed
        effective = ledger.database.connection.execute("select distinct effective from posting").fetchall()
        assert [tuple(row) for row in effective] == [("2026-10",)]

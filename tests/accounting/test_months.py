"""Invented months, thousands of them: whatever an insurer says, in whatever order, every centavo is in one place."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agent.ledger.accounts import Saldo
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry
from agent.model.figures import Figures
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import figures_of, reconcile_account
from tests.ledger.office import ACCOUNT, OUTUBRO, Clock, confirmed, demonstrativo, lancamento, linha

HOMES = (("sorriso", "ipasem"), ("sorriso", "cassind"), ("aurora", "ipasem"))
COUNT = 5

# What an insurer may say of an entry: which, in which month, how much of it, how often, and what is odd about it.
SAID = st.tuples(
    st.integers(0, COUNT * len(HOMES) - 1),
    st.integers(0, 3),
    st.sampled_from(["paid", "denied", "cut", "more", "back", "twice", "foreign", "split", "shifted", "other code"]),
    st.integers(1, 6499),
)
STORIES = st.lists(SAID, min_size=1, max_size=14)


def _launched() -> bytes:
    """Three accounts with five launched entries each, as an image that every example starts from."""
    database = SqliteDatabase.memory()
    ledger = Ledger.open(database, journal=None, clock=Clock())
    for clinica, portal in HOMES:
        mes = ledger.months.open(clinica, portal, f"{ACCOUNT}-{clinica}", OUTUBRO)
        rows = [lancamento(n, clinica=clinica, portal=portal) for n in range(1, COUNT + 1)]
        ledger.entries.import_(mes, rows, arquivo="x", sha256="", lidas=COUNT, rejeitadas=(), ignoradas=0)
        lease = ledger.leases.take(portal, mes.account, "teste", timedelta(hours=1))
        for entry in ledger.entries.of(mes):
            ledger.attempts.confirm(ledger.attempts.open(lease, [entry]), confirmed(entry))
        ledger.leases.release(lease)
    return database.image()


IMAGE = _launched()


def _lines(entry: Entry, what: str, part: int) -> list[LinhaRetorno]:
    said = {
        "paid": [linha(1, entry, liberado=6500)],
        "denied": [linha(1, entry, liberado=0, glosa=6500)],
        "cut": [linha(1, entry, liberado=6500 - part, glosa=part)],
        "more": [linha(1, entry, liberado=6500 + part)],
        "back": [linha(1, entry, liberado=-part, valor_informado=-part)],
        "twice": [linha(1, entry, liberado=6500), linha(2, entry, liberado=6500)],
        "foreign": [linha(1, entry, liberado=6500, numero_autorizacao="9999")],
        "split": [linha(1, entry, liberado=part), linha(2, entry, liberado=0, glosa=6500 - part)],
        "shifted": [linha(1, entry, liberado=6500, data=entry.lancamento.data + timedelta(days=part % 9))],
        "other code": [linha(1, entry, liberado=6500, codigo_procedimento="2110")],
    }
    return said[what]


def _lived(story: list[tuple[int, int, str, int]], order: list[int]) -> tuple[dict[Any, Saldo], list[Any]]:
    """What the accounts hold when the months' returns come in that order, each told and posted twice."""
    with Ledger.open(SqliteDatabase.memory(IMAGE), journal=None, clock=Clock()) as ledger:
        homes = {(m.clinica, m.portal): m for m in ledger.months.all()}
        entries = [entry for home in HOMES for entry in ledger.entries.of(homes[home])]
        said: dict[tuple[Any, Competencia], list[LinhaRetorno]] = {}
        for number, later, what, part in sorted(story):
            place = (HOMES[number // COUNT], OUTUBRO.plus(later))
            said.setdefault(place, []).extend(_lines(entries[number], what, part))
        for later in order:
            for home in HOMES:
                lines = said.get((home, OUTUBRO.plus(later)), [])
                mes = ledger.months.open(*home, homes[home].account, OUTUBRO.plus(later))
                report = demonstrativo(
                    *(replace(line, linha=n) for n, line in enumerate(lines, start=1)), competencia=mes.competencia
                )
                for _ in range(2):
                    ledger.returns.import_(mes, report)
                    post_returns(ledger, mes)
        assert ledger.checks.violations() == []
        assert ledger.auditor.audit().findings == ()
        for home in HOMES:
            _check_queue(ledger, *home)
        saldos = {(home, i): s for home in HOMES for i, s in ledger.returns.balances(homes[home]).items()}
        return saldos, [e.state for home in HOMES for e in ledger.entries.of(homes[home])]


def _check_queue(ledger: Ledger, clinica: str, portal: str) -> None:
    """Whatever waits for a person is one open problem with an owner and a term; what was closed says why."""
    account, months = reconcile_account(ledger, clinica, portal), ledger.months.of(clinica, portal)
    told = {mes.id for mes in months if ledger.returns.lines(mes)}
    lines = account.verdicts.lines
    wanted: set[tuple[str, int | None, int | None]]
    wanted = {("linha_duvidosa", None, j.line_id) for j in lines if j.verdict in ("proposta", "estranha")}
    for judged in account.verdicts.entries:
        if judged.verdict == "sem retorno" and account.entries[judged.entry_id].mes_id in told:
            wanted.add(("sem_retorno", judged.entry_id, None))
        elif judged.verdict == "a conferir" and judged.matches:
            wanted.add(("valor_recalculado", judged.entry_id, None))
    problems = [problem for mes in months for problem in ledger.problems.of(mes, closed=True)]
    waiting = [problem for problem in problems if problem.state == "open"]
    assert sorted(map(str, wanted)) == sorted(str((p.kind, p.entry_id, p.line_id)) for p in waiting)
    assert {(p.owner, p.due_at) for p in waiting} <= {("escritório", "2026-11-13")}
    assert all(p.resolution and p.who and p.closed_at for p in problems if p.state != "open")
    for mes in months:
        _check_figures(figures_of(ledger, mes, account=account), ledger.returns.balances(mes).values())


def _check_figures(f: Figures, saldos: Collection[Saldo]) -> None:
    """What `conciliar` and `situacao` show of a month adds up, and is what the ledger's accounts hold."""
    refused = (f.valor_glosado, f.valor_em_recurso, f.valor_perda)
    assert f.valor_informado == f.valor_liberado + sum(refused) + f.valor_pendente + f.valor_diferenca
    judged = (f.pagas, f.pagas_a_maior, f.glosadas, f.glosa_parcial, f.sem_retorno, f.a_conferir)
    assert f.lancadas == sum(judged)
    assert (f.valor_liberado, f.valor_glosado) == (sum(s.liberado for s in saldos), sum(s.glosado for s in saldos))


def _check(story: list[tuple[int, int, str, int]], seed: int) -> None:
    order = [0, 1, 2, 3]
    saldos, states = _lived(story, order)
    for saldo in saldos.values():
        parts = (saldo.pendente, saldo.liberado, saldo.glosado, saldo.em_recurso, saldo.perda, saldo.diferenca_tabela)
        assert saldo.informado == sum(parts) == 6500
        assert min(saldo.pendente, saldo.liberado, saldo.glosado) >= 0
    for home in HOMES:
        mine = [saldo for (where, _), saldo in saldos.items() if where == home]
        assert sum(s.informado for s in mine) == COUNT * 6500
    Random(seed).shuffle(order)
    assert _lived(story, order) == (saldos, states)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES, st.integers(0, 9))
@example([(0, 0, "foreign", 1)], 0)  # a return with nothing but a stranger in it was read all the same
def test_an_invented_month_is_conserved_whatever_comes_in_whatever_order(
    story: list[tuple[int, int, str, int]], seed: int
) -> None:
    _check(story, seed)


@pytest.mark.long
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES, st.integers(0, 9))
def test_thousands_of_invented_months_are_conserved(story: list[tuple[int, int, str, int]], seed: int) -> None:
    _check(story, seed)

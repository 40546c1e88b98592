"""Each invariant view fires on what it forbids, and on nothing else of it."""

import pytest

from agent.ledger.checks import Violation
from tests.ledger.office import Office, demonstrativo, linha, match

MOVE = "insert into posting (txn, lancamento_id, account, valor, at, effective) select {txn}, {entry}, {what}, '', ''"
FIRST = "(select min(id) from lancamento)"
SECOND = "(select max(id) from lancamento)"
LAST = "(select max(seq) from event)"

BROKEN = {
    "inv_zero_sum": [MOVE.format(txn=LAST, entry=FIRST, what="'perda', 1")],
    "inv_conserved": [
        MOVE.format(txn=LAST, entry=FIRST, what="'perda', 1"),
        MOVE.format(txn=LAST, entry=SECOND, what="'perda', -1"),
    ],
    "inv_pending_negative": [
        MOVE.format(txn=LAST, entry=FIRST, what="'pendente', -1"),
        MOVE.format(txn=LAST, entry=FIRST, what="'perda', 1"),
    ],
    "inv_billed_once": [
        MOVE.format(txn=LAST, entry=SECOND, what="'informado', -1"),
        MOVE.format(txn=LAST, entry=SECOND, what="'pendente', 1"),
    ],
    "inv_launched_has_one_confirmed": [f"update attempt set state = 'absent' where lancamento_id = {SECOND}"],
    "inv_state_vs_money": [f"update lancamento set state = 'cancelada' where id = {SECOND}"],
    "inv_state_vs_attempt": [f"update lancamento set state = 'incerta' where id = {SECOND}"],
    "inv_intent_in_open_batch": [f"update attempt set state = 'intent' where lancamento_id = {SECOND}"],
    "inv_return_over_allocated": ["update match set allocated = allocated + 1, liberado = liberado + 1"],
    "inv_returned_has_match": ["update match set state = 'revoked'"],
    "inv_paid_negative": [
        MOVE.format(txn=LAST, entry=FIRST, what="'liberado', -6001"),
        MOVE.format(txn=LAST, entry=FIRST, what="'glosado', 6001"),
    ],
    "inv_appeal_over_glosa": [
        "insert into recurso (lancamento_id, rodada, valor, motivo, justificativa, state, drafted_at) "
        f"select {SECOND}, 1, 6501, '', 'a mais', 'enviado', ''"
    ],
    "inv_settled_nothing_pending": [
        MOVE.format(txn=LAST, entry=FIRST, what="'pendente', 1"),
        MOVE.format(txn=LAST, entry=FIRST, what="'liberado', -1"),
    ],
    "inv_closed_month_open_entry": [
        "update mes set state = 'fechada'",
        f"update lancamento set state = 'incerta' where id = {SECOND}",
    ],
    "inv_problem_without_term": [
        "insert into problem (mes_id, kind, ref, text, opened_at, state) select id, 'p', '', '', '', 'open' from mes"
    ],
}


@pytest.fixture
def paid(office: Office) -> Office:
    """Two launched entries, one of them paid."""
    first, _ = office.launched(*office.entries(2))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, first, liberado=6000, glosa=500)))
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(first, line.id, liberado=6000, glosa=500)])
    return office


@pytest.mark.parametrize("view", BROKEN)
def test_it_fires(paid: Office, view: str) -> None:
    before = paid.violated()
    for statement in BROKEN[view]:
        paid.sql(statement)
    assert (before, view in paid.violated()) == (set(), True)


def test_every_view_of_the_schema_is_looked_at_and_broken_here(paid: Office) -> None:
    catalogue = {
        "sqlite": "select name from sqlite_master where type = 'view'",
        "postgres": "select viewname from pg_views where schemaname = current_schema()",
    }[paid.ledger.database.engine]
    views = {str(name) for (name,) in paid.sql(catalogue).fetchall() if str(name).startswith("inv_")}
    assert views == set(BROKEN)


def test_a_violation_says_what_it_is_about_and_by_how_much(paid: Office) -> None:
    paid.sql(BROKEN["inv_zero_sum"][0])
    last = paid.ledger.events.all()[-1]
    assert Violation("inv_zero_sum", last.seq, 1) in paid.ledger.checks.violations()

"""A month is opened once, closed only with an approval and without a doubt, and reopened the same way."""

from dataclasses import replace

import pytest

from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.model.entry import State
from agent.model.errors import LedgerError, Moved
from tests.ledger.office import OUTUBRO, Office, lancamento

HASH = "a" * 64


def _approved(office: Office, what: str = "fechar") -> Mes:
    mes = office.ledger.months.get(office.mes.id)
    office.ledger.plans.approve(mes, what, HASH, "Ana")
    return mes


def test_a_month_is_opened_once(office: Office) -> None:
    again = office.ledger.months.open("sorriso", "ipasem", "acesso-1", OUTUBRO)
    assert (again, office.ledger.months.all()) == (office.mes, [office.mes])


def test_a_months_login_follows_the_settings(office: Office) -> None:
    again = office.ledger.months.open("sorriso", "ipasem", "acesso-2", OUTUBRO)
    assert again == replace(office.mes, account="acesso-2")


def test_a_month_that_was_never_opened_is_not_found(office: Office) -> None:
    assert office.ledger.months.find("sorriso", "ipasem", Competencia(2026, 9)) is None
    with pytest.raises(LedgerError, match="o livro não tem o mês 999"):
        office.ledger.months.get(999)


def test_closing_takes_an_approval_an_intent_and_the_portals_word(office: Office) -> None:
    office.launched(*office.entries(2))
    mes = _approved(office)
    office.ledger.months.begin_close(office.lease, mes, HASH)
    states = [(office.ledger.months.get(mes.id).state, *office.states())]
    office.ledger.months.closed(mes, "Movimento fechado", office.read())
    states.append((office.ledger.months.get(mes.id).state, *office.states()))
    assert states == [("fechando", State.LANCADA, State.LANCADA), ("fechada", State.FECHADA, State.FECHADA)]


def test_nothing_is_closed_that_nobody_approved(office: Office) -> None:
    with pytest.raises(Moved, match="ninguém aprovou exatamente este estado"):
        office.ledger.months.begin_close(office.lease, _approved(office), "b" * 64)
    assert office.ledger.months.get(office.mes.id).state == "aberta"


def test_nothing_is_closed_that_changed_since(office: Office) -> None:
    mes = _approved(office)
    office.ledger.months.bump(mes)
    with pytest.raises(Moved, match="o mês mudou desde que foi conferido"):
        office.ledger.months.begin_close(office.lease, mes, HASH)


@pytest.mark.parametrize("state", [State.PENDENTE, State.ENVIANDO, State.INCERTA])
def test_nothing_is_closed_with_an_entry_that_has_no_outcome(office: Office, state: State) -> None:
    (entry,) = office.entries(1)
    if state is State.ENVIANDO:
        office.intent(entry)
    if state is State.INCERTA:
        office.uncertain(entry)
    with pytest.raises(Moved, match="1 lançamentos ainda não têm resposta"):
        office.ledger.months.begin_close(office.lease, _approved(office), HASH)


def test_a_close_that_failed_leaves_the_month_open(office: Office) -> None:
    office.launched(*office.entries(1))
    mes = _approved(office)
    office.ledger.months.begin_close(office.lease, mes, HASH)
    office.ledger.months.close_failed(mes, "há linhas vermelhas")
    assert (office.ledger.months.get(mes.id).state, office.states()) == ("aberta", [State.LANCADA])


def test_only_a_close_under_way_ends(office: Office) -> None:
    with pytest.raises(Moved):
        office.ledger.months.closed(office.mes, "fechado", None)


def test_a_row_that_arrives_while_the_month_closes_does_not_hold_the_close_up(office: Office) -> None:
    office.launched(*office.entries(1))
    mes = _approved(office)
    office.ledger.months.begin_close(office.lease, mes, HASH)
    office.import_(lancamento(2), arquivo="atrasados.xlsx")
    office.ledger.months.closed(mes, "Movimento fechado", None)
    assert (office.ledger.months.get(mes.id).state, office.states()) == ("fechada", [State.FECHADA, State.PENDENTE])


def test_a_reopened_month_holds_its_entries_as_lancada_again(office: Office) -> None:
    office.launched(*office.entries(1))
    office.closed()
    mes = _approved(office, "reabrir")
    office.ledger.months.begin_reopen(office.lease, mes, HASH)
    office.ledger.months.reopened(mes, "Movimento reaberto", None)
    assert (office.ledger.months.get(mes.id).state, office.states()) == ("aberta", [State.LANCADA])


def test_a_reopening_that_failed_leaves_the_month_closed(office: Office) -> None:
    office.launched(*office.entries(1))
    office.closed()
    mes = _approved(office, "reabrir")
    office.ledger.months.begin_reopen(office.lease, mes, HASH)
    office.ledger.months.reopen_failed(mes, "sem permissão")
    assert (office.ledger.months.get(mes.id).state, office.states()) == ("fechada", [State.FECHADA])


def test_a_closed_month_is_reconciled(office: Office) -> None:
    office.ledger.months.reconciled(office.closed())
    assert office.ledger.months.get(office.mes.id).state == "conciliada"


def test_a_plan_is_kept_once_and_the_last_one_found(office: Office) -> None:
    plans = office.ledger.plans
    numbers = [plans.save(office.mes, body, digest) for body, digest in (("{}", "x"), ("{}", "x"), ("[]", "y"))]
    latest = plans.latest(office.mes)
    assert latest is not None
    assert (numbers[0] == numbers[1], latest.id, latest.body, latest.hash) == (True, numbers[2], "[]", "y")


def test_an_approval_is_of_one_act_on_one_state(office: Office) -> None:
    office.ledger.plans.approve(office.mes, "lancar", "x", "Ana")
    asked = [("lancar", "x"), ("fechar", "x"), ("lancar", "y")]
    assert [office.ledger.plans.approved(office.mes, what, digest) for what, digest in asked] == [True, False, False]


def test_approving_twice_is_approving_once(office: Office) -> None:
    for _ in range(2):
        office.ledger.plans.approve(office.mes, "lancar", "x", "Ana")
    assert [(e.kind, e.actor) for e in office.ledger.events.all(office.mes.id)][-1:] == [("plan.approved", "Ana")]
    assert len([e for e in office.ledger.events.all() if e.kind == "plan.approved"]) == 1


def test_a_problem_is_open_once_until_it_is_closed_with_a_reason(office: Office) -> None:
    problems = office.ledger.problems
    first = problems.open(office.mes, "prazo", "recurso vence", ref="r1")
    second = problems.open(office.mes, "prazo", "recurso vence", ref="r1")
    assert first is not None
    with pytest.raises(Moved):
        problems.close(first, "  ", who="Ana")
    problems.close(first, "protocolado", who="Ana")
    third = problems.open(office.mes, "prazo", "recurso vence", ref="r1")
    assert (second, third is not None, [p.id for p in problems.of(office.mes)]) == (None, True, [third])


def test_an_accepted_problem_does_not_open_again(office: Office) -> None:
    problems = office.ledger.problems
    number = problems.open(office.mes, "linha_alheia", "linha da recepção", ref="m1")
    assert number is not None
    problems.close(number, "lançada pela recepção", who="Ana", accepted=True)
    again = problems.open(office.mes, "linha_alheia", "linha da recepção", ref="m1")
    assert (again, [(p.state, p.who) for p in problems.of(office.mes, closed=True)]) == (None, [("accepted", "Ana")])

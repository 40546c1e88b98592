"""What an appeal won is looked for until return lines pay it, and what they pay less is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from agent.accounting.pack import Scope, gather
from agent.accounting.unproved import Unproved, find_unproved, unproved_wins
from agent.config.office import Office
from agent.ledger.appeals import Appeal
from agent.ledger.store import Ledger
from agent.model.entry import Entry
from spreadsheets.writing.pack.report import Conta, Item, Ligacao, Pack
from spreadsheets.writing.report import GroupKey
from tests.accounting.conftest import scope_of
from tests.accounting.returning import is_paid_later
from tests.spreadsheets.writing.test_pack_pages import EMPTY, KEY

ANSWERED = date(2026, 12, 1)
PAGAMENTO = 30  # days, of the contract


@pytest.fixture
def scope(year: Office, ledger: Ledger) -> Scope:
    scope = scope_of(year, ledger, "09/2026", "09/2026", "aurora")
    return replace(scope, months=[mes for mes in scope.months if mes.portal == "ipasem"])


def refused(scope: Scope) -> list[Entry]:
    """The entries of which all was refused."""
    (mes,) = scope.months
    saldos = scope.ledger.returns.balances(mes)
    return [e for e in scope.ledger.entries.of(mes) if saldos[e.id].glosado == saldos[e.id].informado > 0]


def wins(scope: Scope, entry: Entry, valor: int, on: date = ANSWERED) -> None:
    (mes,) = scope.months
    appeals = scope.ledger.appeals
    glosado = scope.ledger.returns.balances(mes)[entry.id].glosado
    number = appeals.draft(entry.id, glosado, motivo="1705", justificativa="conforme a tabela")
    appeals.send(number, min(on, scope.today), "R-1")
    appeals.answer(number, on, valor)


def told(scope: Scope, days: int = 0) -> list[tuple[int, int, int, int, date, date, int]]:
    """What is looked for some days after the scope's own, of each: entry, money, days."""
    later = replace(scope, now=scope.now + timedelta(days=days))
    return [
        (each.conta.id, each.ganho, each.provado, each.falta, each.respondido, each.previsto, each.dias)
        for each in unproved_wins(later, gather(later, titulo=""))
    ]


def test_what_was_won_is_expected_for_the_contract_s_days_and_then_chased(scope: Scope) -> None:
    entry = refused(scope)[0]
    wins(scope, entry, 6000)
    due = ANSWERED + timedelta(days=PAGAMENTO)
    assert told(scope) == [(entry.id, 6000, 0, 6000, ANSWERED, due, -PAGAMENTO)]
    assert told(scope, PAGAMENTO + 5) == [(entry.id, 6000, 0, 6000, ANSWERED, due, 5)]


def test_a_line_that_pays_less_is_told_and_one_that_pays_the_rest_ends_it(scope: Scope) -> None:
    (mes,), entry = scope.months, refused(scope)[0]
    wins(scope, entry, 6000)
    is_paid_later(scope.ledger, mes, entry, 2500)
    (short,) = unproved_wins(scope, gather(scope, titulo=""))
    is_paid_later(scope.ledger, mes, entry, 3500)
    assert (short.provado, short.falta, short.a_menos) == (2500, 3500, True)
    assert told(scope) == []


@pytest.mark.parametrize("valor", [0, 8000])
def test_an_appeal_that_won_nothing_or_is_paid_whole_is_not_looked_for(scope: Scope, valor: int) -> None:
    (mes,), entry = scope.months, refused(scope)[0]
    wins(scope, entry, valor)
    if valor:
        is_paid_later(scope.ledger, mes, entry, valor)
    assert told(scope, 400) == []


def test_what_is_missing_is_what_the_pack_says_is_won_and_still_to_come(scope: Scope) -> None:
    for entry, valor in zip(refused(scope), (6000, 3000), strict=False):
        wins(scope, entry, valor)
    pack = gather(scope, titulo="")
    missing = sum(each.falta for each in unproved_wins(scope, pack))
    lines = sum(tie.liberado for tie in pack.ligacoes if not tie.proposta)
    assert (missing, sum(conta.liberado for conta in pack.contas) - lines) == (9000, 9000)
    assert sum(each.a_receber for each in pack.repasses) == 9000


def conta(number: int, liberado: int) -> Conta:
    item = Item(key=KEY, autorizacao="1", codigo="2", data=date(2026, 9, 1), quantidade=1)
    return Conta(id=number, item=item, situacao="glosa parcial", informado=9000, liberado=liberado)


def appeal(number: int, entry_id: int, recuperado: int, on: date, state: str = "respondido") -> Appeal:
    return Appeal(number, entry_id, 1, recuperado, "", "", state, "", recuperado, 0, "", None, on)


def found(pack: Pack, *appeals: Appeal) -> list[Unproved]:
    def in_ten_days(_key: GroupKey, day: date) -> date:
        return day + timedelta(days=10)

    return find_unproved(pack, appeals, in_ten_days, date(2026, 12, 31))


def paid(conta_id: int, liberado: int, *, proposta: bool = False) -> Ligacao:
    return Ligacao(conta_id, conta_id, "chave completa", 100, liberado, liberado, 0, "", proposta)


def test_lines_pay_the_round_that_was_won_first() -> None:
    early, late = date(2026, 11, 1), date(2026, 12, 1)
    rounds = (appeal(2, 1, 3000, late), appeal(1, 1, 2000, early))
    shown = []
    for proved in (0, 1999, 2000, 4999, 5000):
        pack = replace(EMPTY, contas=(conta(1, 5000 + 1000),), ligacoes=(paid(1, 1000 + proved),))
        shown.append([(each.falta, each.respondido, each.dias) for each in found(pack, *rounds)])
    assert shown == [[(5000, early, 50)], [(3001, early, 50)], [(3000, late, 20)], [(1, late, 20)], []]


def test_the_longest_overdue_comes_first_and_then_the_most_money() -> None:
    old, new = date(2026, 11, 1), date(2026, 12, 30)
    pack = replace(EMPTY, contas=tuple(conta(number, 1000 * number) for number in (1, 2, 3)))
    some = found(pack, appeal(1, 1, 1000, old), appeal(2, 2, 2000, new), appeal(3, 3, 3000, new))
    assert [(each.conta.id, each.atrasado) for each in some] == [(1, True), (3, False), (2, False)]


def test_a_proposed_line_pays_nothing_and_an_appeal_without_answer_won_nothing() -> None:
    pack = replace(EMPTY, contas=(conta(1, 2000), conta(2, 500)), ligacoes=(paid(1, 2000, proposta=True),))
    some = found(pack, appeal(1, 1, 2000, ANSWERED), appeal(2, 2, 500, ANSWERED, state="enviado"))
    assert [(each.conta.id, each.provado, each.falta) for each in some] == [(1, 0, 2000)]

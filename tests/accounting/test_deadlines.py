"""The exact last day of each term: weekends, national holidays and the office's own, business days or calendar days."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from agent.accounting.chasing import awaited
from agent.accounting.deadlines import Off, answer_by, appeal_by, bill_by, paid_by, recovered_by
from agent.config.agenda import Calendario
from agent.config.contas import Contrato
from agent.ledger.store import Ledger
from agent.schedule.days import Days
from tests.accounting.clocks import Clocked
from tests.ledger.office import Clock

Term = Callable[[date, Contrato, Off], date]

# November and December of 2026: the 20th (Friday) and Christmas (Friday) are holidays of the whole country.
COUNTRY = Days(Calendario(), "America/Sao_Paulo").off
OWN = Days(Calendario(feriados=("23/11", "28/12/2026")), "America/Sao_Paulo").off
TUESDAY, MONDAY = date(2026, 11, 10), date(2026, 12, 21)


def contrato(days: int, *, dias_uteis: bool) -> Contrato:
    """All terms alike, so that a term that follows another's figure or way of counting is seen by its day."""
    terms = dict.fromkeys(("prazo_envio", "prazo_recurso", "prazo_resposta", "pagamento_dias"), days)
    return Contrato(**terms, dias_uteis=dias_uteis)


@pytest.mark.parametrize("term", [appeal_by, answer_by, bill_by])
@pytest.mark.parametrize(
    ("start", "days", "off", "last"),
    [
        (TUESDAY, 4, COUNTRY, (date(2026, 11, 16), date(2026, 11, 16))),  # Saturday runs on to Monday
        (TUESDAY, 9, COUNTRY, (date(2026, 11, 19), date(2026, 11, 24))),
        (TUESDAY, 10, COUNTRY, (date(2026, 11, 23), date(2026, 11, 25))),  # a holiday before a weekend
        (TUESDAY, 10, OWN, (date(2026, 11, 24), date(2026, 11, 26))),  # and the office's own after it
        (MONDAY, 5, COUNTRY, (date(2026, 12, 28), date(2026, 12, 29))),
        (MONDAY, 5, OWN, (date(2026, 12, 29), date(2026, 12, 30))),
        (MONDAY, 30, COUNTRY, (date(2027, 1, 20), date(2027, 2, 3))),
    ],
)
def test_the_last_day_of_a_right_is_this_day(
    term: Term, start: date, days: int, off: Off, last: tuple[date, date]
) -> None:
    """`last`: by calendar days, then by business days."""
    assert tuple(term(start, contrato(days, dias_uteis=each), off) for each in (False, True)) == last


@pytest.mark.parametrize("dias_uteis", [False, True])
@pytest.mark.parametrize(
    ("days", "off", "expected"),
    [(4, COUNTRY, date(2026, 12, 28)), (4, OWN, date(2026, 12, 29)), (43, COUNTRY, date(2027, 2, 2))],
)
def test_money_is_expected_after_so_many_calendar_days_whatever_the_rights_count(
    dias_uteis: bool, days: int, off: Off, expected: date
) -> None:
    assert paid_by(MONDAY, contrato(days, dias_uteis=dias_uteis), off) == expected


@pytest.mark.parametrize(("dias_uteis", "expected"), [(False, date(2027, 1, 4)), (True, date(2027, 1, 5))])
def test_money_under_appeal_is_expected_when_its_answer_is_paid(dias_uteis: bool, expected: date) -> None:
    terms = Contrato(prazo_resposta=5, pagamento_dias=7, dias_uteis=dias_uteis)
    assert recovered_by(MONDAY, terms, COUNTRY) == expected


@pytest.mark.parametrize(
    ("term", "field"),
    [
        (appeal_by, "prazo_recurso"),
        (answer_by, "prazo_resposta"),
        (bill_by, "prazo_envio"),
        (paid_by, "pagamento_dias"),
    ],
)
def test_each_term_is_its_own_figure_of_the_contract(term: Term, field: str) -> None:
    figures = Contrato(**{**dict.fromkeys(_FIGURES, 100), field: 2})
    assert (term(MONDAY, figures, COUNTRY), term(MONDAY, Contrato(**{field: 3}), COUNTRY)) == (
        date(2026, 12, 23),
        date(2026, 12, 24),
    )


def test_where_no_term_to_bill_is_known_none_ends() -> None:
    assert bill_by(MONDAY, Contrato(), COUNTRY) == date.max


_FIGURES = ("prazo_envio", "prazo_recurso", "prazo_resposta", "pagamento_dias", "alerta_dias", "prazo_pendencia")


def test_the_office_s_calendar_and_contract_count_in_everything_that_is_listed(tmp_path: Path) -> None:
    more = """
[calendario]
feriados = ["23/11"]

[contratos.ipasem]
prazo_recurso = 10
prazo_resposta = 5
pagamento_dias = 20
dias_uteis = true
"""
    clock = Clock()
    with Ledger.open(":memory:", journal=None, clock=clock) as ledger:
        office = Clocked.at(tmp_path, ledger, clock, count=3, more=more)
        office.answers(TUESDAY, office.refuses(1), office.refuses(2, at=2))
        office.appeals(2, 6500, date(2026, 11, 16))
        scope = office.scope(date(2026, 11, 30))
        (appeal,) = ledger.appeals.of(office.month.mes)
        under_way = awaited(appeal, scope.office.contrato("ipasem"), scope.off, scope.today)

        assert office.glosa(1, scope.today).prazo == date(2026, 11, 26)
        assert (under_way.ate, under_way.atraso) == (date(2026, 11, 25), 5)
        assert [office.conta(each, scope.today).previsto for each in (2, 3)] == [date(2026, 12, 15), date(2026, 11, 24)]

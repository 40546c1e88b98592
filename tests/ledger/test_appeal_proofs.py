"""Which lines prove what an appeal won: those that came after it was sent, each for one round, none twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from agent.ledger.accounts import Saldo
from agent.model.competencia import Competencia
from agent.model.entry import Entry
from agent.model.match import Match, Pass
from tests.ledger.appealing import ANSWERED, SENT, appealed, later, paid_later, saldo
from tests.ledger.office import Office, demonstrativo, linha


@pytest.mark.parametrize("answered_first", [True, False])
def test_a_line_that_pays_what_was_recovered_adds_nothing(refused: tuple[Office, Entry], answered_first: bool) -> None:
    office, entry = refused
    number = appealed(office, entry)
    if answered_first:
        office.ledger.appeals.answer(number, ANSWERED, 2000)
    paid_later(office, entry, 2000)
    if not answered_first:
        assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
        office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_what_was_paid_before_an_appeal_proves_nothing_of_what_it_wins(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    number = appealed(office, entry, 2000)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6500)
    assert office.ledger.auditor.audit().findings == ()


def test_a_sending_that_is_recorded_late_counts_from_the_day_it_was_sent(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2000, motivo="1705", justificativa="Valor conforme a tabela.")
    office.clock.turn(timedelta(days=30))
    paid_later(office, entry, 500)
    office.ledger.appeals.send(number, SENT, "R-77")
    office.ledger.appeals.answer(number, date(2026, 12, 1), 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_what_was_paid_before_and_is_taken_back_counts_no_more(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    paid_later(office, entry, 1500)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_payment_before_an_appeal_that_is_told_in_other_words_is_still_before_it(
    refused: tuple[Office, Entry],
) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    paid_later(office, entry, 500, motivo="complemento")
    assert saldo(office, entry) == Saldo(6500, liberado=6500)


def test_an_equal_line_after_an_appeal_proves_it_though_one_was_told_before(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 1500), ANSWERED, 500)
    assert saldo(office, entry) == Saldo(6500, liberado=5000, glosado=1500)
    later(office)
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    two = [linha(n, entry, liberado=500) for n in (1, 2)]
    office.ledger.returns.import_(novembro, demonstrativo(*two, competencia=novembro.competencia))
    ties = [
        Match(entry.id, line.id, Pass.COMPLEMENTO, 98, "pago depois", 0, 500, -500)
        for line in office.ledger.returns.lines(novembro)
    ]
    office.ledger.returns.apply(novembro, ties)
    assert saldo(office, entry) == Saldo(6500, liberado=5000, glosado=1500)


def test_in_the_evening_of_the_day_it_is_sent_what_was_paid_before_is_still_before(
    refused: tuple[Office, Entry],
) -> None:
    office, entry = refused
    office.clock.now = datetime(2026, 11, 6, 1, 30, tzinfo=UTC)  # 22:30 of the 5th in Brasília, when it is sent
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 1000), ANSWERED, 1000)
    assert saldo(office, entry) == Saldo(6500, liberado=5500, glosado=1000)


def test_a_line_beyond_what_a_first_appeal_won_proves_nothing_of_the_second(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry, 1000), ANSWERED, 1000)
    paid_later(office, entry, 1700)
    assert saldo(office, entry) == Saldo(6500, liberado=5700, glosado=800)
    office.ledger.appeals.answer(appealed(office, entry, 800), ANSWERED, 300)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_line_between_two_appeals_proves_what_the_first_won(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    second = appealed(office, entry, 500)
    paid_later(office, entry, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
    office.ledger.appeals.answer(second, ANSWERED, 500)
    assert saldo(office, entry) == Saldo(6500, liberado=6500)


def test_a_round_that_is_sent_after_a_later_one_is_proved_by_what_comes_after_it(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals = office.ledger.appeals
    first = appeals.draft(entry.id, 1000, motivo="", justificativa="Anexo.")
    appeals.drop(first, "Ana")
    appeals.answer(appealed(office, entry, 1500), ANSWERED, 1500)
    paid_later(office, entry, 1500)
    appeals.undo(first, was="desistido", who="Ana", reason="será feito")
    office.clock.turn(timedelta(days=30))
    appeals.send(first, date(2026, 12, 1), "R-78")
    appeals.answer(first, date(2026, 12, 2), 300)
    assert saldo(office, entry) == Saldo(6500, liberado=5800, glosado=700)  # 3,00 won, and no line pays them yet

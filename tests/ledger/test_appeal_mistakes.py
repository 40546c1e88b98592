"""A step of an appeal that was said by mistake is taken back, with its reason, and nothing that stands on it falls."""

from collections.abc import Callable

import pytest

from agent.ledger.accounts import Saldo
from agent.model.entry import Entry
from agent.model.errors import Moved
from tests.ledger.appealing import ANSWERED, SENT, appealed, paid_later, saldo
from tests.ledger.office import Office


def test_an_answer_that_was_said_by_mistake_waits_again_and_is_said_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    sent, waiting = office.ledger.appeals.get(number), saldo(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="200,00 em vez de 20,00") == "enviado"
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == (sent, waiting)
    office.ledger.appeals.answer(number, ANSWERED, 200)
    assert saldo(office, entry) == Saldo(6500, liberado=4200, glosado=2300)


def test_what_was_not_sent_after_all_is_a_draft_again(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2500, motivo="1705", justificativa="Anexo.")
    drafted, before = office.ledger.appeals.get(number), saldo(office, entry)
    office.ledger.appeals.send(number, SENT, "R-77")
    assert office.ledger.appeals.undo(number, was="enviado", who="Ana", reason="não saiu") == "rascunho"
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == (drafted, before)


@pytest.mark.parametrize("sent", [True, False])
def test_what_was_dropped_by_mistake_is_what_it_was(refused: tuple[Office, Entry], sent: bool) -> None:
    office, entry = refused
    draft = office.ledger.appeals.draft
    number = appealed(office, entry) if sent else draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    before = (office.ledger.appeals.get(number), saldo(office, entry))
    office.ledger.appeals.drop(number, "Ana")
    office.ledger.appeals.undo(number, was="desistido", who="Ana", reason="era outro")
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == before


def test_a_line_that_paid_meanwhile_is_proof_again_once_the_answer_is_said_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2500)
    paid_later(office, entry, 2000)
    office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="eram 20,00")
    assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_glosa_given_up_by_mistake_is_one_again_and_is_given_up_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals = office.ledger.appeals
    appeals.accept(entry.id, 1000, who="Ana", reason="sem documento")
    appeals.accept(entry.id, 500, who="Ana", reason="sem documento")
    assert appeals.take_up(entry.id, who="Ana", reason="era outro") == 1500
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=2500)
    with pytest.raises(Moved, match="não tem glosa dada por perdida"):
        appeals.take_up(entry.id, who="Ana", reason="de novo")
    appeals.accept(entry.id, 700, who="Ana", reason="agora sim")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=1800, perda=700)
    assert appeals.take_up(entry.id, who="Ana", reason="ou não") == 700


def _second_round(office: Office, entry: Entry) -> None:
    office.ledger.appeals.draft(entry.id, 500, motivo="", justificativa="De novo.")


def _second_answered(office: Office, entry: Entry) -> None:
    number = appealed(office, entry, 500)
    office.ledger.appeals.answer(number, ANSWERED, 500)


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (_second_round, "já tem o recurso 2, que ainda não foi enviado"),
        (_second_answered, "depois do recurso 1 veio o recurso 2, que já foi respondido"),
    ],
)
def test_no_answer_is_taken_back_under_what_stands_on_it(
    refused: tuple[Office, Entry], then: Callable[[Office, Entry], None], why: str
) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    then(office, entry)
    before = (office.ledger.appeals.get(number), saldo(office, entry))
    with pytest.raises(Moved, match=why):
        office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == before


def test_what_was_given_up_of_an_answer_that_is_taken_back_stays_given_up(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    office.ledger.appeals.accept(entry.id, 100, who="Ana", reason="sem documento")
    office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, em_recurso=2400, perda=100)
    office.ledger.appeals.answer(number, ANSWERED, 200)
    assert saldo(office, entry) == Saldo(6500, liberado=4200, glosado=2200, perda=100)


@pytest.mark.parametrize(("state", "why"), [("rascunho", "ainda não foi enviado"), ("enviado", "não está respondido")])
def test_only_the_step_that_was_seen_is_taken_back(refused: tuple[Office, Entry], state: str, why: str) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    if state == "enviado":
        office.ledger.appeals.send(number, SENT, "R-77")
    with pytest.raises(Moved, match=why):
        office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert office.ledger.appeals.get(number).state == state


@pytest.mark.parametrize("then", ["desistido", "respondido"])
def test_a_step_is_taken_back_though_a_line_paid_part_of_it(refused: tuple[Office, Entry], then: str) -> None:
    office, entry = refused
    number = appealed(office, entry)
    paid_later(office, entry, 2000)
    before = saldo(office, entry)
    if then == "desistido":
        office.ledger.appeals.drop(number, "Ana")
    else:
        office.ledger.appeals.answer(number, ANSWERED, 200)  # 20,00 was meant
    office.ledger.appeals.undo(number, was=then, who="Ana", reason="engano")
    assert (saldo(office, entry), before) == (before, Saldo(6500, liberado=6000, em_recurso=500))


@pytest.mark.parametrize(("paid", "back"), [(1500, 1000), (2500, 0)])
def test_of_a_glosa_that_lines_paid_since_only_the_rest_is_one_again(
    refused: tuple[Office, Entry], paid: int, back: int
) -> None:
    office, entry = refused
    office.ledger.appeals.accept(entry.id, 2500, who="Ana", reason="sem documento")
    paid_later(office, entry, paid)
    assert office.ledger.appeals.take_up(entry.id, who="Ana", reason="apareceu") == back
    assert saldo(office, entry) == Saldo(6500, liberado=4000 + paid, glosado=back)

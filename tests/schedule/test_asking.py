"""What a command asks of people who are not at its terminal: left in the queue, said yes to by one or by two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError, Moved, PersonNeeded
from agent.people.approval import Approver, GivenApproval, NobodyToAsk, approver_for
from agent.schedule.approving import NO, YES, answer_state
from agent.schedule.asking import Asking

STATE = "ab12" * 16
HOME = ("aurora", "ipasem", "2026-10")
WHAT, FINDINGS = "Reabrir aurora em ipasem, 10/2026", ["24 lançamentos no portal, R$ 1.560,00", "faltou uma guia"]
Books = Callable[[], Ledger]


@pytest.fixture
def books(tmp_path: Path) -> Books:
    """Opens the ledger, in which the month is closed."""

    def opened() -> Ledger:
        return Ledger.open(tmp_path / "livro.sqlite3", journal=None, durable=False)

    with opened() as ledger:
        ledger.months.open("aurora", "ipasem", "acesso", Competencia(2026, 10))
    return opened


def asking(books: Books, near: Approver, *two: str, asker: str = "olga", act: str = "reabrir") -> Approver:
    return approver_for(Asking(books, near, asker, two), *HOME, act)


def answers(books: Books, who: str, *two: str, answer: str = YES) -> bool:
    with books() as ledger:
        return answer_state(ledger, STATE, answer, who, two)


def waits(books: Books) -> list[tuple[str, str, str, str, str]]:
    with books() as ledger:
        return [(item.step, item.ref, item.subject, item.asker, item.who) for item in ledger.queue.open()]


def test_what_nobody_is_there_to_approve_waits_in_the_queue_with_all_that_was_shown(books: Books) -> None:
    with pytest.raises(PersonNeeded) as waiting:
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)

    with books() as ledger:
        (item,) = ledger.queue.open()
    assert (item.kind, item.step, item.ref, item.asker) == ("aprovar", "reabrir", "comando", "olga")
    assert (item.seen, item.subject, item.otherwise) == ("\n".join([WHAT, *FINDINGS]), STATE, "o mês continua fechado")
    assert str(waiting.value) == (
        f"{WHAT}: falta a aprovação de uma pessoa. Nada foi feito. O pedido está na fila: confira os achados e aprove "
        f"no painel, ou com faturista fila --aprovar {STATE}, e repita o comando."
    )


def test_the_command_repeated_after_the_yes_goes_on_in_that_persons_name(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)
    answers(books, "Aprígio")

    assert asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE) == "Aprígio"


def test_a_no_is_no_yes(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)
    answers(books, "Aprígio", answer=NO)

    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)


def test_a_yes_that_was_used_is_not_good_for_the_same_state_again(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)
    answers(books, "Aprígio")
    _closes(books)

    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)


def test_a_yes_to_a_month_that_moved_is_refused(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, STATE)
    _closes(books)

    with pytest.raises(Moved, match="o mês mudou depois que a aprovação foi pedida"):
        answers(books, "Aprígio")


def test_whoever_is_at_hand_is_asked_and_the_queue_stays_empty(books: Books) -> None:
    who = asking(books, GivenApproval("ana", STATE)).approve(WHAT, FINDINGS, STATE)

    assert (who, waits(books)) == ("ana", [])


def test_where_two_must_approve_the_one_at_hand_is_the_first(books: Books) -> None:
    with pytest.raises(PersonNeeded) as waiting:
        asking(books, GivenApproval("olga", STATE), "reabrir").approve(WHAT, FINDINGS, STATE)

    assert waiting.value.what == "olga aprovou; falta uma segunda pessoa."
    assert waits(books) == [("reabrir", "comando", STATE, "olga", "olga")]
    assert answers(books, "Aprígio", "reabrir")
    assert asking(books, NobodyToAsk(), "reabrir").approve(WHAT, FINDINGS, STATE) == "olga e Aprígio"


def test_the_second_is_another_than_the_first_and_than_whoever_asked(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk(), "reabrir").approve(WHAT, FINDINGS, STATE)
    first = answers(books, "Ana", "reabrir")

    with pytest.raises(InputError, match="você já aprovou; falta outra pessoa"):
        answers(books, " ANA ", "reabrir")
    with pytest.raises(InputError, match="quem pediu não pode ser a segunda pessoa"):
        answers(books, "Olga", "reabrir")
    assert (first, answers(books, "Aprígio", "reabrir"), waits(books)) == (False, True, [])


def test_one_no_is_enough_even_after_a_first_yes(books: Books) -> None:
    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk(), "reabrir").approve(WHAT, FINDINGS, STATE)
    answers(books, "Ana", "reabrir")
    answers(books, "Ana", "reabrir", answer=NO)

    with pytest.raises(PersonNeeded):
        asking(books, NobodyToAsk(), "reabrir").approve(WHAT, FINDINGS, STATE)


@pytest.mark.parametrize(("act", "setting"), [("fechar", "fechar"), ("lancar", "faturar"), ("excluir", "excluir")])
def test_each_act_asks_for_two_by_its_own_word(act: str, setting: str, books: Books) -> None:
    one = asking(books, GivenApproval("ana", STATE), "reabrir", act=act).approve(WHAT, FINDINGS, STATE)
    with pytest.raises(PersonNeeded):
        asking(books, GivenApproval("ana", STATE), setting, act=act).approve(WHAT, FINDINGS, STATE)

    assert one == "ana"


def test_a_question_of_another_state_takes_the_place_of_the_one_before(books: Books) -> None:
    for state in (STATE, "cd34" * 16):
        with pytest.raises(PersonNeeded):
            asking(books, NobodyToAsk()).approve(WHAT, FINDINGS, state)

    assert [subject for _, _, subject, _, _ in waits(books)] == ["cd34" * 16]


def test_two_exclusions_wait_side_by_side(books: Books) -> None:
    for state in (STATE, "cd34" * 16):
        with pytest.raises(PersonNeeded):
            asking(books, NobodyToAsk(), act="excluir").approve(WHAT, FINDINGS, state)

    assert [subject for _, _, subject, _, _ in waits(books)] == [STATE, "cd34" * 16]


def _closes(books: Books) -> None:
    with books() as ledger:
        ledger.months.open("aurora", "ipasem", "outro acesso", Competencia(2026, 10))  # a thing that happens to it

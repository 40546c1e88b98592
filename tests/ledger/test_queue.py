"""What waits for a person stands in one queue, once, until somebody answers or it is over."""

from dataclasses import replace

import pytest

from agent.model.errors import Moved
from tests.ledger.by_itself import ASKED
from tests.ledger.office import Office


def test_the_same_thing_is_asked_once_while_it_is_open(office: Office) -> None:
    queue = office.ledger.queue
    first = queue.ask(ASKED)
    assert first is not None

    assert (queue.ask(ASKED), queue.over(first, "resolvido"), queue.over(first, "de novo")) == (None, True, False)
    assert queue.ask(ASKED) is not None


def test_what_cannot_wait_long_comes_first(office: Office) -> None:
    queue = office.ledger.queue
    for subject, until in (("a", None), ("b", "2026-11-09T21:00:00.000Z"), ("c", "2026-11-05T21:00:00.000Z")):
        queue.ask(replace(ASKED, subject=subject, until=until))

    assert [item.subject for item in queue.open()] == ["c", "b", "a"]


def test_an_answer_keeps_who_gave_it(office: Office) -> None:
    queue = office.ledger.queue
    number = queue.ask(replace(ASKED, kind="aprovar", competencia="2026-10", subject="abc"))
    assert number is not None

    queue.answer(number, "sim", "Ana")

    assert queue.answered("aprovar", "sorriso", "ipasem", "2026-10", "abc") == ("sim", "Ana")
    assert queue.answered("aprovar", "sorriso", "ipasem", "2026-10", "outro") is None
    assert (queue.open(), office.ledger.events.all()[-1].actor) == ([], "Ana")


def test_what_is_not_open_cannot_be_answered(office: Office) -> None:
    with pytest.raises(Moved) as error:
        office.ledger.queue.answer(7, "sim", "Ana")

    assert str(error.value) == "o item 7 da fila não está aberto. Veja a fila: faturista fila"


def test_an_alert_is_given_once_for_ever(office: Office) -> None:
    queue = office.ledger.queue
    first = queue.ask(ASKED, once=True)
    assert first is not None
    queue.over(first, "visto")

    assert queue.ask(ASKED, once=True) is None

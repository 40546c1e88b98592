"""What only a person may say yes to waits for that person, and the yes is good for exactly what was shown."""

from datetime import date
from pathlib import Path

import pytest

from tests.schedule.notation import at
from tests.schedule.working import OUTUBRO, Working, asked, one_clinic


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """One clinic on both portals, whose October sheet came on the 30th."""
    return one_clinic(tmp_path)


def test_what_cannot_be_taken_back_is_not_sent_before_a_person_approved_exactly_that(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.work()

    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
    assert (item.step, item.otherwise, office.insurers["cassind"].ever) == ("lancar", "nada disto é faturado", {})
    assert item.seen.splitlines()[0] == "Faturar c0 em cassind, 10/2026: 1 envio definitivo"
    assert item.seen.splitlines()[1].startswith("3 guias, 3 lançamentos, R$ 195,00 (envio ")

    assert (office.person_approves(), len(office.insurers["cassind"].ever)) == (1, 3)


def test_an_approval_of_what_is_sent_is_not_good_for_another_sheet(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.work()
    office.send_sheet("c0", OUTUBRO, 4)

    with office.open_ledger() as ledger:
        (before,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(before.id, "sim", "Ana")
    office.work()

    with office.open_ledger() as ledger:
        (after,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
    assert (after.subject != before.subject, office.insurers["cassind"].ever) == (True, {})


def test_what_a_person_does_not_approve_is_not_sent_and_says_who(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.work()
    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(item.id, "não", "Ana")

    office.work()

    with office.open_ledger() as ledger:
        seen = [item.seen for item in ledger.queue.open() if item.kind == "bloqueio"]
    assert (office.insurers["cassind"].ever, seen) == ({}, ["Ana não aprovou o faturamento"])


def test_a_click_that_the_screen_forms_otherwise_is_asked_for_by_itself(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.insurers["cassind"].differs = lambda asked: asked.data == date(2026, 10, 1)
    office.work()

    asked_for = [office.person_approves(), office.person_approves(), office.person_approves()]

    assert (asked_for, len(office.insurers["cassind"].ever)) == ([1, 1, 0], 2)


def test_an_approval_is_good_for_exactly_the_state_that_was_shown(office: Working) -> None:
    office.clock.now = at("09/11 08:00")
    office.work()
    office.person_approves()
    office.send_sheet("c0", OUTUBRO, 4)
    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(item.id, "sim", "Ana")

    office.work()

    assert (office.states(OUTUBRO)["c0", "cassind"], ("aprovar", "cassind") in asked(office)) == ("aberta", True)


def test_a_refused_approval_closes_nothing_and_says_who(office: Working) -> None:
    office.clock.now = at("09/11 08:00")
    office.work()
    office.person_approves()
    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(item.id, "não", "Ana")

    office.work()

    with office.open_ledger() as ledger:
        seen = [item.seen for item in ledger.queue.open() if item.kind == "bloqueio"]
    assert (office.states(OUTUBRO)["c0", "cassind"], seen) == ("aberta", ["Ana não aprovou"])

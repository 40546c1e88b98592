"""What became of a lost answer is read from the portal, and booked once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.model.answer import Blocked, Refused
from agent.model.entry import State
from agent.model.errors import LeaseLost, LedgerError, Moved
from tests.ledger.office import TTL, Office, lancamento, movimento


def test_an_uncertain_entry_that_the_portal_holds_is_lancada(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    row = movimento(entry, movimento="m99", protocolo="P1")
    office.ledger.attempts.settle_found(office.lease, entry, row, office.read(row))
    expected = replace(entry, state=State.LANCADA, movimento="m99", protocolo="P1", valor_lancado=6500)
    assert (office.now(entry), office.violated()) == (expected, set())


def test_an_uncertain_entry_that_the_portal_lacks_is_pendente_and_can_be_sent_again(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    office.ledger.attempts.settle_absent(office.lease, entry, office.read())
    assert [e.state for e in office.launched(office.now(entry))] == [State.LANCADA]


def test_an_absent_entry_that_left_the_sheet_meanwhile_is_not_sent_again(office: Office) -> None:
    first, second = office.entries(2)
    office.uncertain(first)
    office.import_(second.lancamento)
    office.ledger.attempts.settle_absent(office.lease, office.now(first), office.read())
    assert (office.now(first).state, office.now(first).motivo) == (State.CANCELADA, "saiu da planilha")


def test_an_absent_entry_that_changed_in_the_sheet_meanwhile_waits_for_the_new_reading(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    office.import_(lancamento(1, valor_informado=7000))
    office.ledger.attempts.settle_absent(office.lease, entry, office.read())
    held_back = office.now(entry).state
    office.import_(lancamento(1, valor_informado=7000))
    now = office.now(entry)
    assert (held_back, now.state, now.lancamento.valor_informado) == (State.RECUSADA, State.PENDENTE, 7000)


def test_an_entry_launched_by_hand_is_adopted_and_not_sent(office: Office) -> None:
    (entry,) = office.entries(1)
    row = movimento(entry)
    office.ledger.attempts.adopt(office.lease, entry, row, office.read(row))
    assert (office.states(), office.ledger.attempts.sent_before(office.mes), office.violated()) == (
        [State.LANCADA],
        [],
        set(),
    )


def test_a_refused_entry_that_stands_on_the_portal_is_adopted(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, Refused("já utilizada"))])
    row = movimento(entry)
    office.ledger.attempts.adopt(office.lease, office.now(entry), row, office.read(row))
    assert (office.now(entry).state, office.now(entry).motivo) == (State.LANCADA, "")


def test_an_entry_that_was_sent_is_not_adopted(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    row = movimento(entry)
    with pytest.raises(Moved, match="não se adota"):
        office.ledger.attempts.adopt(office.lease, entry, row, office.read(row))


def test_a_draft_is_not_a_launch(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    row = movimento(entry, valor=None, finalizado=False)
    with pytest.raises(LedgerError, match="é um rascunho, não um lançamento"):
        office.ledger.attempts.settle_found(office.lease, entry, row, office.read(row))
    assert office.states() == [State.INCERTA]


def test_settling_twice_is_refused(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    snapshot = office.read()
    office.ledger.attempts.settle_absent(office.lease, entry, snapshot)
    with pytest.raises(Moved):
        office.ledger.attempts.settle_absent(office.lease, entry, snapshot)


def test_nothing_is_settled_by_a_run_that_lost_the_login(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    office.clock.turn(2 * TTL)
    office.ledger.leases.take(office.lease.portal, office.lease.account, "outro", timedelta(minutes=1))
    with pytest.raises(LeaseLost):
        office.ledger.attempts.settle_absent(office.lease, entry, office.read())
    assert office.states() == [State.INCERTA]

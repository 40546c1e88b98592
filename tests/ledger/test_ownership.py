"""Whose row it is, is counted: attempts that may have made rows of a key, less the rows we deleted."""

from datetime import date

import pytest

from agent.model.answer import Blocked, Confirmed, Refused, Unknown
from agent.model.entry import State
from agent.model.errors import LeaseLost, LedgerError
from agent.model.registro import Movimento
from tests.ledger.office import CODE, DAY, Office, lancamento, movimento


def _count(office: Office, *, data: date | None = DAY, code: str = CODE, draft: bool = False) -> int:
    return office.ledger.attempts.count_of(office.mes, "000001", code, "", "", data, draft=draft)


def test_an_attempt_that_was_found_absent_still_counts_for_its_commit_may_be_late(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    office.ledger.attempts.settle_absent(office.lease, entry, office.read())
    office.launched(office.now(entry))
    assert _count(office) == 2 + 1


def test_an_attempt_that_cannot_have_saved_counts_for_drafts_only(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.release(office.intent(entry), "a tela não abriu")
    office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, Refused("não"))])
    assert (_count(office), _count(office, draft=True), _count(office, data=None, code="")) == (0, 2, 2)


def test_a_draft_that_shows_another_code_is_not_counted_with_ours(office: Office) -> None:
    office.launched(*office.entries(1))
    assert (_count(office, data=None, code="99999999"), _count(office, data=None)) == (0, 1)


def test_an_attempt_whose_answer_was_lost_may_have_made_two_rows(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    row = movimento(entry)
    lost = _count(office)
    office.ledger.attempts.settle_found(office.lease, entry, row, office.read(row))
    assert (lost, _count(office)) == (2, 2)


def test_an_adopted_row_is_not_ours(office: Office) -> None:
    (entry,) = office.entries(1)
    row = movimento(entry)
    office.ledger.attempts.adopt(office.lease, entry, row, office.read(row))
    assert _count(office) == 0


def test_equal_services_count_together(office: Office) -> None:
    office.import_(lancamento(1), lancamento(1, ocorrencia=2))
    office.launched(*office.ledger.entries.of(office.mes))
    assert _count(office) == 2


def test_another_key_does_not_count(office: Office) -> None:
    office.launched(*office.entries(2))
    assert (_count(office, data=date(2026, 10, 6)), _count(office)) == (0, 1)


def test_a_deleted_row_counts_no_more(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, movimento(entry), "a mais")
    office.ledger.attempts.close_removal(removal, Confirmed("Registro excluído"))
    assert _count(office) == 0


def test_a_deleted_draft_leaves_room_for_the_save_that_may_land_after_it(office: Office) -> None:
    (entry,) = office.uncertain(*office.entries(1))
    row = movimento(entry, finalizado=False, valor=None)
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, row, "linha não finalizada")
    office.ledger.attempts.close_removal(removal, Confirmed("Registro excluído"))
    assert (_count(office), _count(office, draft=True)) == (2, 1)


def test_a_deletion_is_in_the_journal_before_it_is_in_the_ledger(office: Office) -> None:
    row = movimento(office.entries(1)[0])
    office.ledger.attempts.open_removal(office.lease, office.mes, row, "a mais")
    (fact,) = office.ledger.journal.facts()
    assert (fact["kind"], fact["row"]["movimento"], fact["portal"]) == ("removal", row.movimento, "ipasem")


def test_a_deletion_and_a_launch_are_not_under_way_together(office: Office) -> None:
    first, second = office.entries(2)
    office.intent(first)
    with pytest.raises(LedgerError):
        office.ledger.attempts.open_removal(office.lease, office.mes, movimento(second), "a mais")
    assert office.ledger.journal.facts()[-1]["kind"] == "void"


def test_a_deletion_is_closed_once(office: Office) -> None:
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, movimento(office.entries(1)[0]), "a mais")
    office.ledger.attempts.close_removal(removal, Refused("não"))
    with pytest.raises(LeaseLost):
        office.ledger.attempts.close_removal(removal, Confirmed("ok"))


def test_a_lost_answer_to_a_deletion_puts_the_month_in_doubt(office: Office) -> None:
    _lose_a_deletion(office)
    assert office.ledger.attempts.in_doubt(office.mes)


def test_a_deletion_under_way_at_a_crash_is_in_doubt(office: Office) -> None:
    office.ledger.attempts.open_removal(office.lease, office.mes, movimento(office.entries(1)[0]), "a mais")
    office.ledger.attempts.recover(office.lease)
    assert (office.ledger.attempts.in_doubt(office.mes), office.states()) == (True, [State.PENDENTE])


@pytest.mark.parametrize(("there", "left"), [(True, 1), (False, 0)])
def test_two_readings_that_agree_settle_a_lost_deletion(office: Office, there: bool, left: int) -> None:
    row = _lose_a_deletion(office)
    rows = [row] if there else []
    doubts = [office.ledger.attempts.in_doubt(office.mes) for _ in range(2) if office.read(*rows)]
    assert (doubts, _count(office)) == ([True, False], left)


def test_a_reading_that_does_not_add_up_settles_no_deletion(office: Office) -> None:
    _lose_a_deletion(office)
    for _ in range(2):
        office.read(total_linhas=7)
    assert office.ledger.attempts.in_doubt(office.mes)


def _lose_a_deletion(office: Office) -> Movimento:
    (entry,) = office.launched(*office.entries(1))
    row = movimento(entry)
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, row, "a mais")
    office.ledger.attempts.close_removal(removal, Unknown("sem resposta"))
    return row

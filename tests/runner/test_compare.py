"""Where every row of the portal and every entry of the ledger is put."""

from datetime import date

import pytest

from agent.model.entry import Entry, State
from agent.model.registro import Movimento
from agent.runner.compare import Comparison, Found, compare
from tests.runner.trade import entry, record, red, row

NOBODY_SENT = 0


def held(
    entries: list[Entry], rows: list[Movimento], sent: int = NOBODY_SENT, elsewhere: tuple[Entry, ...] = ()
) -> Comparison:
    return compare(record(*rows), entries, elsewhere=elsewhere, owned=lambda _row: sent)


def test_an_uncertain_entry_whose_row_stands_there_is_found() -> None:
    uncertain, there = entry(1, state=State.INCERTA), row("8300")
    assert held([uncertain], [there], sent=1) == Comparison(found=(Found(uncertain, there),))


def test_an_uncertain_entry_without_a_row_is_absent() -> None:
    uncertain = entry(1, state=State.INCERTA)
    assert held([uncertain], [], sent=1) == Comparison(absent=(uncertain,))


def test_uncertain_entries_take_their_rows_before_pending_ones_do() -> None:
    uncertain, pending, there = entry(2, state=State.INCERTA), entry(1), row("8300")
    assert held([pending, uncertain], [there], sent=1) == Comparison(found=(Found(uncertain, there),))


def test_a_pending_entry_that_stands_there_already_is_adopted_and_not_sent() -> None:
    pending, there = entry(1), row("8300")
    assert held([pending], [there]) == Comparison(adoptable=(Found(pending, there),))


def test_a_refused_entry_that_somebody_launched_by_hand_is_adopted() -> None:
    refused, there = entry(1, state=State.RECUSADA), row("8300")
    assert held([refused], [there]) == Comparison(adoptable=(Found(refused, there),))


def test_a_refused_entry_does_not_take_the_row_that_our_own_attempt_at_its_twin_made_too_many() -> None:
    refused, launched = entry(1, state=State.RECUSADA), entry(2, state=State.LANCADA, movimento="8300")
    own, newer = row("8300"), row("8301")
    assert held([refused, launched], [own, newer], sent=2) == Comparison(kept=(Found(launched, own),), surplus=(newer,))


def test_a_refused_entry_whose_twin_is_launched_takes_the_row_that_a_person_saved() -> None:
    refused, launched = entry(1, state=State.RECUSADA), entry(2, state=State.LANCADA, movimento="8300")
    own, newer = row("8300"), row("8301")
    held_now = held([refused, launched], [own, newer], sent=1)
    assert held_now == Comparison(kept=(Found(launched, own),), adoptable=(Found(refused, newer),))


def test_a_launched_entry_keeps_the_row_of_its_own_number() -> None:
    launched = entry(1, state=State.LANCADA, movimento="8301")
    older, own = row("8300"), row("8301")
    assert held([launched], [older, own]) == Comparison(kept=(Found(launched, own),), foreign=(older,))


def test_a_launched_entry_whose_row_is_gone_is_missing_even_when_another_row_looks_the_same() -> None:
    launched, other = entry(1, state=State.LANCADA, movimento="8301"), row("8300")
    assert held([launched], [other]) == Comparison(missing=(launched,), foreign=(other,))


def test_a_row_too_many_is_ours_when_our_attempts_cover_every_row_of_its_key() -> None:
    launched = entry(1, state=State.LANCADA, movimento="8300")
    newer = row("8301")
    assert held([launched], [row("8300"), newer], sent=2).surplus == (newer,)


def test_a_row_too_many_is_a_strangers_when_our_attempts_do_not_cover_every_row() -> None:
    launched = entry(1, state=State.LANCADA, movimento="8300")
    newer = row("8301")
    assert held([launched], [row("8300"), newer], sent=1).foreign == (newer,)


def test_a_red_row_is_ours_when_we_opened_its_authorisation() -> None:
    draft = red("8300")
    assert held([entry(1, state=State.INCERTA)], [draft], sent=1).surplus == (draft,)


def test_a_red_row_that_nobody_of_us_opened_is_a_strangers() -> None:
    draft = red("8300", auth="2999999")
    assert held([], [draft]).foreign == (draft,)


def test_the_same_service_twice_takes_the_rows_of_its_own_values() -> None:
    first, second = entry(1, state=State.INCERTA), entry(2, state=State.INCERTA, valor=6600)
    there = row("8300", valor=6600)
    assert held([first, second], [there], sent=4) == Comparison(found=(Found(second, there),), absent=(first,))


def test_a_row_that_is_what_one_entry_asks_for_is_not_taken_for_its_twin_of_another_value() -> None:
    launched, pending = entry(1, state=State.LANCADA, movimento="8300"), entry(2, valor=6600)
    own, newer = row("8300"), row("8301")
    comparison = held([launched, pending], [own, newer], sent=2)
    assert comparison == Comparison(kept=(Found(launched, own),), surplus=(newer,))


def test_a_row_of_an_entry_billed_in_another_month_is_nobodys_here() -> None:
    september = entry(9, state=State.LANCADA, movimento="70")
    there = row("70", protocolo="55")
    assert held([], [there], elsewhere=(september,)) == Comparison(elsewhere=(there,))


def test_a_row_of_one_months_own_record_is_never_taken_for_another_months() -> None:
    september, there = entry(9, state=State.LANCADA, movimento="70"), row("71")
    assert held([], [there], elsewhere=(september,)) == Comparison(foreign=(there,))


def test_an_uncertain_entry_is_not_absent_while_a_strangers_row_may_be_its_own_written_otherwise() -> None:
    uncertain, there = entry(1, auth="0298800", state=State.INCERTA), row("8300", auth="298800")
    assert held([uncertain], [there], sent=1) == Comparison(foreign=(there,), doubtful=(uncertain,))


def test_a_row_listed_by_sending_date_but_attended_in_another_month_is_not_foreign_here() -> None:
    there = row("70", day=date(2026, 9, 30), protocolo="55")
    assert held([], [there]) == Comparison(elsewhere=(there,))


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (row("8300", valor=6501), "valor no portal 65,01, esperado 65,00"),
        (row("8300", quantidade=2), "quantidade no portal 2, esperada 1"),
        (row("8300"), ""),
    ],
)
def test_a_row_that_is_not_what_the_sheet_says_is_a_difference_to_the_centavo(there: Movimento, said: str) -> None:
    launched = entry(1, state=State.LANCADA, movimento="8300")
    assert [f.difference for f in held([launched], [there]).kept] == [said]


def test_an_entry_whose_sheet_gave_no_value_is_held_against_what_the_portal_took() -> None:
    launched = entry(1, state=State.LANCADA, valor=None, movimento="8300")
    assert held([launched], [row("8300", valor=7000)]).differences == ()

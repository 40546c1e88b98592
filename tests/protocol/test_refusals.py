"""What our housekeeping meets: a deletion refused, a close that the browser sent twice, a report that hides a draft."""

from tests.protocol.death import Reaper
from tests.protocol.month import Office, lancamentos, open_month, run_month, standing, wanted
from tests.protocol.test_every_single_death import office

HIDDEN = "drafts hidden"


def problems(of: Office) -> set[str]:
    """The kinds of what waits for a person."""
    ledger = of.storage.open(of.world.clock)
    return {problem.kind for problem in ledger.problems.of(open_month(ledger))}


def test_a_row_of_ours_that_the_portal_will_not_delete_is_left_to_a_person_and_the_month_stays_open() -> None:
    month = office(lancamentos(2), ["half", "half"], removals=["refused"] * 99)
    ended = run_month(month, Reaper())
    assert (ended.closed, problems(month), "não finalizada no portal" in ended.why) == (
        False,
        {"exclusao_recusada"},
        True,
    )


def test_a_close_refused_because_the_browser_had_closed_the_month_already_is_a_close() -> None:
    month = office(lancamentos(2), [], closes=["resent"])
    ended = run_month(month, Reaper())
    assert (ended.closed, ended.lives, standing(month.world)) == (True, 1, wanted(month))


def test_a_draft_of_ours_that_two_reports_hid_does_not_become_a_second_entry() -> None:
    month = office(lancamentos(1), ["half"])
    month.world.reports = ["ok", HIDDEN, HIDDEN, "ok"]
    ended = run_month(month, Reaper())
    assert (ended.closed, standing(month.world), month.world.transient_duplicates) == (True, wanted(month), 0)

"""An answer of CASSIND that gets lost after the click, or comes twice: unknown, never clicked again."""

import pytest

from agent.model.answer import Unknown
from tests.portals.cassind.conftest import Office, Open
from tests.portals.cassind.sample import consulta

pytestmark = pytest.mark.browser

BATCH = (consulta(1), consulta(2), consulta(4))
GUIAS = [("240101", entry.numero_autorizacao) for entry in BATCH]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("commit_then_drop", "o portal respondeu"),
        ("error_500_after_commit", "o portal respondeu com erro 500"),
    ],
)
def test_an_answer_lost_after_the_commit_is_unknown_and_never_clicked_again(
    office: Office, fault: str, why: str
) -> None:
    office.faults.arm(fault, on="faturar", times=None)
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert isinstance(outcome, Unknown)
    assert office.billed() == GUIAS
    office.faults.disarm()
    assert [m.numero_autorizacao for m in office.portal.observe(BATCH[0].competencia).movimentos] == [
        entry.numero_autorizacao for entry in BATCH
    ]


def test_an_answer_lost_once_is_unknown_though_the_browser_posts_again_by_itself(office: Office) -> None:
    office.faults.arm("commit_then_drop", on="faturar")
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert (type(outcome), office.billed()) == (Unknown, GUIAS)


def test_a_post_that_the_browser_sent_twice_is_noticed_when_the_portal_takes_both(office: Office) -> None:
    office.faults.arm("commit_then_drop", on="faturar")
    office.faults.arm("duplicate_click_accepted", on="faturar")
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert (type(outcome), {guia for _, guia in office.billed()}) == (Unknown, {guia for _, guia in GUIAS})


@pytest.mark.parametrize("fault", ["drop_before_commit", "error_500_before_commit"])
def test_an_answer_lost_before_the_commit_is_just_as_unknown(office: Office, fault: str) -> None:
    office.faults.arm(fault, on="faturar", times=None)
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert (type(outcome), office.billed()) == (Unknown, [])


def test_an_answer_that_takes_too_long_is_unknown(open_office: Open) -> None:
    office = open_office(timeout_s=2)
    office.faults.arm("slow", on="faturar", ms=4000)
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert (type(outcome), office.requests("faturar")) == (Unknown, 1)


@pytest.mark.parametrize("fault", ["session_lost", "maintenance"])
def test_a_session_or_a_portal_lost_at_the_click_is_unknown(office: Office, fault: str) -> None:
    office.faults.arm(fault, on="faturar")
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert (type(outcome), office.billed()) == (Unknown, [])

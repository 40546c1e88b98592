"""Which days the lists are asked for."""

from datetime import date

import pytest

from agent.model.competencia import Competencia
from portals.solus.periodo import Periodo, covering, months_before, since, window


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 21), date(2026, 8, 21)),
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2028, 5, 31), date(2028, 2, 29)),
        (date(2026, 2, 10), date(2025, 11, 10)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_three_months_ago_is_the_same_day_or_the_last_of_that_month(day: date, expected: date) -> None:
    assert months_before(day, 3) == expected


def test_the_portal_lists_the_last_three_months_with_both_ends() -> None:
    listed = window(date(2026, 11, 21), 3)
    assert [
        day in listed for day in (date(2026, 8, 20), date(2026, 8, 21), date(2026, 11, 21), date(2026, 11, 22))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_a_batch_asks_from_its_oldest_to_its_newest_day() -> None:
    days = (date(2026, 10, 9), date(2026, 10, 1), date(2026, 10, 14))
    assert covering(days) == Periodo(date(2026, 10, 1), date(2026, 10, 14))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 21), Periodo(date(2026, 10, 1), date(2026, 11, 21))),
        (date(2026, 9, 28), Periodo(date(2026, 9, 28), date(2026, 9, 28))),
    ],
)
def test_a_months_protocols_are_looked_for_from_its_first_day_to_today(today: date, expected: Periodo) -> None:
    assert since(Competencia(2026, 10), today) == expected


def test_a_period_reads_as_the_portal_writes_it() -> None:
    assert str(Periodo(date(2026, 8, 21), date(2026, 11, 21))) == "21/08/2026 a 21/11/2026"

"""Dates: every shape that has one reading is read, everything else is asked about."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.model.competencia import Competencia
from spreadsheets.reading.dates import DateStyle, order_of, read_dates
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.plausibility import Period
from spreadsheets.reading.problem import CellProblem

OUTUBRO = DateStyle(Competencia(2026, 10))
JANEIRO = DateStyle(Competencia(2027, 1))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def on(*days: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in days)


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        (date(2026, 10, 5), on("2026-10-05")),
        (datetime(2026, 10, 5, 14, 30, tzinfo=UTC), on("2026-10-05")),
        ("05/10/2026", on("2026-10-05")),
        ("5/10/26", on("2026-10-05")),
        ("5-10-2026", on("2026-10-05")),
        ("05.10.2026", on("2026-10-05")),
        ("2026-10-05", on("2026-10-05")),
        ("2026-10-05T08:15:00", on("2026-10-05")),
        ("05/10/2026 08:15", on("2026-10-05")),
        ("'05/10/2026 ", on("2026-10-05")),
        ("\u00a005/10/2026", on("2026-10-05")),
        (46309, on("2026-10-14")),
        (46309.75, on("2026-10-14")),
        ("46309", on("2026-10-14")),
        (15102026.0, on("2026-10-15")),
        (5102026, on("2026-10-05")),
        ("221026", on("2026-10-22")),
        ("20261005", on("2026-10-05")),
        ("16/out/2026", on("2026-10-16")),
        ("16-out", on("2026-10-16")),
        ("16/OUT/26", on("2026-10-16")),
        ("1º de outubro de 2026", on("2026-10-01")),
        ("19 de Outubro de 2026", on("2026-10-19")),
        ("3 de março de 2026", on("2026-03-03")),
        ("20/10", on("2026-10-20")),
        ("qui, 29/10/2026", on("2026-10-29")),
        ("quinta-feira, 29/10/2026", on("2026-10-29")),
        ("01, 08 e 15/10", on("2026-10-01", "2026-10-08", "2026-10-15")),
        ("28/09, 05/10 e 19/10/2026", on("2026-09-28", "2026-10-05", "2026-10-19")),
        ("23, 30/09 e 07, 14/10", on("2026-09-23", "2026-09-30", "2026-10-07", "2026-10-14")),
        ("5-10-2026; 7-10-2026", on("2026-10-05", "2026-10-07")),
        ("07/10/26\n14/10/26", on("2026-10-07", "2026-10-14")),
        ("qui 15/10 e qui 22/10", on("2026-10-15", "2026-10-22")),
        ("2026-10-05T00:00:00Z", on("2026-10-05")),
        ("2026-10-05T03:00:00.000Z", on("2026-10-05")),
        ("05/10/2026 - 14h", on("2026-10-05")),
        ("14-Oct-26", on("2026-10-14")),
        ("dia 5", on("2026-10-05")),
        ("dias 5 e 12/10", on("2026-10-05", "2026-10-12")),
        ("01/10/26 08/10/26", on("2026-10-01", "2026-10-08")),
        ("05 e 12 de outubro", on("2026-10-05", "2026-10-12")),
    ],
)
def test_a_date_is_read_in_every_shape_an_office_types(raw: Raw, days: tuple[date, ...]) -> None:
    assert read_dates(raw, OUTUBRO) == days


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("31/02/2026", "invalid_date"),
        ("32/10/2026", "invalid_date"),
        ("10/13/2026", "invalid_date"),
        ("00/00/0000", "invalid_date"),
        ("²²²²²", "invalid_date"),
        ("23/10/206", "invalid_date"),
        ("29/1O/2026", "invalid_date"),
        ("ontem", "invalid_date"),
        ("05/10/2026?", "invalid_date"),
        ("05 10", "invalid_date"),
        ("01-08-15/10", "invalid_date"),
        (date(1900, 1, 5), "invalid_date"),
        (5, "invalid_date"),
        (123456789, "invalid_date"),
        (-3.0, "invalid_date"),
        (True, "invalid_date"),
        (time(8, 0), "invalid_date"),
        ("sex, 29/10/2026", "invalid_date"),
        ("28/10/2026 a 30/10/2026", "date_range"),
        ("02/10 até 30/10 (sextas)", "date_range"),
        ("28/10/2026 - 30/10/2026", "date_range"),
        ("06, 06 e 13/10", "duplicate_session"),
        ("29, 30 e 31/09", "invalid_date"),
    ],
)
def test_what_is_not_one_date_for_sure_is_asked_about(raw: Raw, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read_dates(raw, OUTUBRO)
    assert caught.value.code == code


def test_without_a_month_of_the_sheet_a_day_and_month_are_not_completed() -> None:
    with pytest.raises(CellProblem) as caught:
        read_dates("20/10", DateStyle(None))
    assert caught.value.motivo == (
        "'20/10' não foi aceita como data: o ano não foi escrito e o mês da planilha não é conhecido. "
        "Escreva dd/mm/aaaa."
    )


def test_december_before_a_january_is_of_the_year_before() -> None:
    assert read_dates("28/12, 04/01 e 11/01/2027", JANEIRO) == on("2026-12-28", "2027-01-04", "2027-01-11")
    assert read_dates("28/12", JANEIRO) == on("2026-12-28")


def test_a_column_of_days_takes_the_month_of_the_sheet() -> None:
    assert read_dates(5, DateStyle(Competencia(2026, 10), day_only=True)) == on("2026-10-05")


def test_month_first_only_when_the_column_or_the_mapping_says_so() -> None:
    assert read_dates("10/05/2026", DateStyle(None, month_first=True)) == on("2026-10-05")
    assert order_of(["10/13/2026", "10/05/2026", "13/10/2026", 3.0]) == (1, 1)


@given(DAYS)
def test_every_way_of_writing_a_date_gives_that_date_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    written: list[Raw] = [
        day,
        datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC),
        serial,
        float(serial),
        day.isoformat(),
    ]
    written += [f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%y}", f"{day:%d%m%Y}"]
    assert {read_dates(raw, DateStyle(None)) for raw in written} == {(day,)}


@given(st.text(max_size=30) | st.floats() | st.integers() | st.datetimes() | st.times() | st.booleans())
def test_no_cell_makes_the_reader_fail_otherwise_than_by_asking(raw: Raw) -> None:
    try:
        days = read_dates(raw, OUTUBRO)
    except CellProblem:
        days = ()
    assert all(1905 <= day.year <= 9999 for day in days)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 22), "future_date"),
        (date(2025, 10, 27), "date_outside_period"),
        (date(2026, 11, 3), "date_outside_period"),
        (date(2026, 5, 10), "date_swapped"),
    ],
)
def test_a_date_that_a_clerk_would_doubt_is_held(day: date, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        Period(date(2026, 11, 21), Competencia(2026, 10)).check(day)
    assert caught.value.code == code


def test_a_late_service_goes_on_and_a_very_late_one_with_a_warning() -> None:
    period = Period(date(2026, 11, 21), Competencia(2026, 10))
    assert period.check(date(2026, 9, 30)) == ""
    assert period.check(date(2026, 4, 15)) == "atendimento de 04/2026 cobrado em 10/2026"

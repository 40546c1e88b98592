"""Business days of an office: national, state and own holidays, its hours and its time zone."""

from datetime import UTC, date, datetime

import pytest

from agent.config.agenda import Agenda, Calendario
from agent.model.competencia import Competencia
from agent.schedule.days import Days
from agent.schedule.prazo import Prazo, prazo_of

ZONE = "America/Sao_Paulo"
NOVEMBRO = Competencia(2026, 11)


def days(**calendario: object) -> Days:
    return Days(Calendario.model_validate(calendario), ZONE)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 20), "Dia Nacional de Zumbi e da Consciência Negra"),
        (date(2026, 11, 21), "sábado"),
        (date(2026, 11, 22), "domingo"),
        (date(2026, 11, 23), ""),
        (date(2026, 4, 3), "Sexta-feira Santa"),
        (date(2026, 9, 21), ""),
        (date(2027, 9, 20), ""),
        (date(2026, 2, 17), ""),
    ],
)
def test_national_holidays_are_days_off_and_optional_ones_are_not(day: date, why: str) -> None:
    assert days().off(day) == why


def test_a_state_s_holiday_is_a_day_off_only_there() -> None:
    assert (days(uf="RS").off(date(2027, 9, 20)), days(uf="SE").off(date(2027, 9, 20))) == ("Dia do Gaúcho", "")


def test_optional_holidays_are_days_off_where_the_office_says_so() -> None:
    assert days(facultativos=True).off(date(2026, 2, 17)) == "Carnaval"


def test_the_city_s_holiday_is_a_day_off_every_year_or_once() -> None:
    office = days(feriados=["05/04", "23/11/2026"])
    seen = [office.off(date(2027, 4, 5)), office.off(date(2026, 11, 23)), office.off(date(2027, 11, 23))]
    assert seen == ["feriado do escritório", "feriado do escritório", ""]


def test_business_days_are_counted_over_weekends_and_holidays() -> None:
    office = days()
    assert [office.nth(NOVEMBRO, number) for number in (0, 1, 5)] == [
        date(2026, 11, 1),
        date(2026, 11, 3),
        date(2026, 11, 9),
    ]
    assert [office.before(date(2026, 11, 9), number) for number in (0, 2, 5)] == [
        date(2026, 11, 9),
        date(2026, 11, 5),
        date(2026, 10, 30),
    ]


@pytest.mark.parametrize(
    ("moment", "at_work"),
    [
        ("2026-11-03T09:30", "2026-11-03T09:30"),
        ("2026-11-03T05:00", "2026-11-03T08:00"),
        ("2026-11-03T18:00", "2026-11-04T08:00"),
        ("2026-11-19T23:59", "2026-11-23T08:00"),
    ],
)
def test_work_waits_for_the_hours_of_the_next_business_day(moment: str, at_work: str) -> None:
    office = days()
    now, then = (datetime.fromisoformat(text).replace(tzinfo=office.zone) for text in (moment, at_work))
    assert office.next_at_work(now, "08:00-18:00") == then


def test_an_office_may_work_on_every_day() -> None:
    office = days()
    saturday, evening = (datetime(2026, 11, 21, hour, tzinfo=office.zone) for hour in (9, 20))
    assert [office.next_at_work(moment, "08:00-18:00", every_day=True) for moment in (saturday, evening)] == [
        saturday,
        datetime(2026, 11, 22, 8, tzinfo=office.zone),
    ]


def test_the_office_s_own_zone_says_what_day_it_is() -> None:
    late = datetime(2026, 11, 4, 1, 0, tzinfo=UTC)  # still the 3rd in São Paulo
    assert days().next_at_work(late, "08:00-23:00").isoformat() == "2026-11-03T22:00:00-03:00"


def test_a_month_s_dates_follow_from_the_agenda() -> None:
    agenda = Agenda(desde="10/2026", fechar_dia_util=5, retorno_dias=30, retorno_ate_dias=60, horario="08:00-18:00")
    office = days()

    def at(day: int, month: int, hour: int, year: int = 2026) -> datetime:
        return datetime(year, month, day, hour, tzinfo=office.zone)

    assert prazo_of(agenda, Competencia(2026, 10), office) == Prazo(
        opens=at(1, 10, 8),
        launch_from=at(3, 11, 8),
        close_from=at(5, 11, 8),
        deadline=at(9, 11, 18),
        return_from=at(9, 12, 8),
        return_until=at(8, 1, 18, 2027),
    )


def test_with_launch_day_zero_entries_go_as_soon_as_the_sheet_is_there() -> None:
    agenda = Agenda(desde="10/2026", fechar_dia_util=5, lancar_dia_util=0)
    dates = prazo_of(agenda, Competencia(2026, 10), days())
    assert dates.launch_from == dates.opens

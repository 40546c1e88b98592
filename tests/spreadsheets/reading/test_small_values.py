"""Times, teeth, faces, degrees, access routes, CIDs and quantities."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from spreadsheets.reading.dental import odd_faces, read_dente, read_faces
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.quantity import read_quantidade
from spreadsheets.reading.surgery import read_cids, read_grau, read_via
from spreadsheets.reading.times import check_order, read_range, read_time
from tests.spreadsheets.reading.sheet_file import read, xlsx


@pytest.mark.parametrize(
    "raw",
    [
        time(8, 30),
        datetime(2026, 10, 5, 8, 30, tzinfo=UTC),
        8.5 / 24,
        "08:30",
        "8h30",
        "0830",
        "830",
        830.0,
        "08:30h",
        "8h30min",
        "08:30 AM",
        "8:30:00 a.m.",
    ],
)
def test_a_time_is_read_in_every_shape(raw: Raw) -> None:
    assert read_time(raw) == "08:30"


def test_an_hour_after_noon_of_an_english_excel_is_of_the_afternoon() -> None:
    assert [read_time(text) for text in ("01:45 PM", "12:05 PM", "12:05 AM")] == ["13:45", "12:05", "00:05"]


def test_a_cell_of_date_and_time_says_both_when_its_heading_does(tmp_path: Path) -> None:
    rows = [
        (2678555, datetime(2026, 10, 5, 14, 30, tzinfo=UTC).replace(tzinfo=None), "Ana Prokop", "50000616"),
        (2678556, "06/10/2026 às 9h30", "Ana Prokop", "50000616"),
    ]
    heading = ("Guia", "Data/Hora", "Paciente", "Código")
    hours = [i.complemento.hora_inicial for i in read(xlsx(tmp_path, heading, *rows)).itens]
    plain = [i.complemento.hora_inicial for i in read(xlsx(tmp_path, ("Guia", "Data", *heading[2:]), *rows)).itens]
    assert (hours, plain) == (["14:30", "09:30"], ["", ""])


def test_a_range_of_times_is_read_with_every_word_between() -> None:
    shapes = ["9h às 9h50", "09:00-09:50", "9:00 a 9:50", "0900 / 0950", "das 9h até 9h50"]
    assert {read_range(raw) for raw in shapes} == {("09:00", "09:50")}
    assert read_range("16h") == ("16:00", "")


def test_an_end_before_the_start_is_past_midnight_or_a_mistake() -> None:
    assert check_order("22:40", "00:15") == "das 22:40 às 00:15: termina no dia seguinte"
    with pytest.raises(CellProblem) as caught:
        check_order("10:30", "09:10")
    assert caught.value.motivo == "O término (09:10) não é depois do início (10:30). Confira as horas."


@pytest.mark.parametrize("raw", ["Oclusal, Mesial", "OM", "MO", "mesio-oclusal", "M/O", "m+o", "Mesial e Oclusal"])
def test_faces_are_sorted_letters_however_they_are_written(raw: str) -> None:
    assert read_faces(raw) == "MO"


def test_a_cell_may_hold_tooth_and_faces() -> None:
    teeth = [read_dente(raw) for raw in (17.0, "17", "dente 17", "17 OM", "17-OM", "17 (O, M)", "-", "asai")]
    assert teeth == [
        ("17", ""),
        ("17", ""),
        ("17", ""),
        ("17", "MO"),
        ("17", "MO"),
        ("17", "MO"),
        ("", ""),
        ("ASAI", ""),
    ]


def test_a_face_that_the_tooth_does_not_have_is_warned_of() -> None:
    assert odd_faces("17", "I") == "a face I não existe no dente 17"
    assert odd_faces("46", "LO") == ""


@pytest.mark.parametrize(
    ("raw", "grau"),
    [
        (0.0, "00"),
        ("00", "00"),
        ("Cirurgião", "00"),
        ("00-Cirurgião", "00"),
        (1.0, "01"),
        ("1º Aux.", "01"),
        ("02 - 2º Auxiliar", "02"),
        ("Anestesista", "06"),
        ("primeiro auxiliar", "01"),
    ],
)
def test_the_degree_of_participation_is_two_digits(raw: Raw, grau: str) -> None:
    assert read_grau(raw) == grau


def test_access_routes_and_cids_have_one_spelling() -> None:
    assert [read_via(raw) for raw in ("u", "ÚNICA", "mesma", "Diferentes")] == [
        "Única",
        "Única",
        "Mesma via",
        "Diferentes vias",
    ]
    assert read_cids("K80.2; k429 e M54") == ("K80.2", "K42.9", "M54")


def test_a_quantity_is_a_whole_number() -> None:
    assert [read_quantidade(raw) for raw in (1.0, "01", "2 sessões", "3x", "4,0")] == [1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("read", "raw", "code"),
    [
        (read_time, "25:10", "invalid_time"),
        (read_time, "manhã", "invalid_time"),
        (read_time, 8.7, "invalid_time"),
        (read_dente, "siso", "invalid_tooth"),
        (read_dente, "17, 18", "invalid_tooth"),
        (read_dente, 91.0, "invalid_tooth"),
        (read_faces, "OX", "invalid_face"),
        (read_faces, "OO", "invalid_face"),
        (read_grau, "Aux", "ambiguous_participation"),
        (read_grau, "00 - Anestesista", "ambiguous_participation"),
        (read_via, "laparoscópica", "invalid_access_route"),
        (read_cids, "dor lombar", "invalid_cid"),
        (read_quantidade, "1,5", "invalid_quantity"),
        (read_quantidade, 0.0, "invalid_quantity"),
        (read_quantidade, "várias", "invalid_quantity"),
    ],
)
def test_what_is_not_on_the_list_is_asked_about(read: Callable[[Raw], object], raw: Raw, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read(raw)
    assert caught.value.code == code

"""Authorisations, codes, cards: digit by digit, with their zeros, or a question."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreadsheets.reading.codes import Code, read_autorizacao, read_codigo, read_conselho
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.problem import CellProblem


@pytest.mark.parametrize(
    ("raw", "numero"),
    [
        (2678555.0, "2678555"),
        ("2678555", "2678555"),
        ("2678555.0", "2678555"),
        (" 2678555 ", "2678555"),
        ("2.678.555", "2678555"),
        ("2678 555", "2678555"),
        ("004512876", "004512876"),
        ('="004512876"', "004512876"),
        ("'004512876", "004512876"),
        ("Guia 004512876", "004512876"),
    ],
)
def test_an_authorisation_keeps_every_digit(raw: Raw, numero: str) -> None:
    assert read_autorizacao(raw) == numero


def test_a_number_format_of_zeros_says_how_many_digits_there_are() -> None:
    assert read_autorizacao(4512876.0, zero_width=9) == "004512876"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("29912O4", "invalid_authorization"),
        ("2991204/2991205", "invalid_authorization"),
        ("0000000", "invalid_authorization"),
        ("ver recepção", "invalid_authorization"),
        ("12", "invalid_authorization"),
        ("4,70013E+08", "lost_digits"),
        (4.1565643791e16, "lost_digits"),
        (2678555.5, "invalid_code"),
        (date(2026, 10, 5), "invalid_code"),
    ],
)
def test_an_authorisation_that_lost_something_is_asked_about(raw: Raw, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read_autorizacao(raw)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("50000616", Code("50000616")),
        (50000616.0, Code("50000616")),
        ("5.00.00.61-6", Code("50000616")),
        ("2334", Code("2334")),
        ("00010014", Code("00010014")),
        ("10101012 - Consulta em consultório", Code("10101012", "Consulta em consultório")),
        ("10101012 Consulta", Code("10101012", "Consulta")),
        ("TUSS 10101012", Code("10101012")),
        ("22 - 10101012", Code("10101012")),
        ("Consulta (10101012)", Code("10101012", "Consulta")),
        ("Consulta - 10101012", Code("10101012", "Consulta")),
        (10014.0, Code("00010014", aviso="o código 10014 foi lido como 00010014: o Excel tira os zeros")),
    ],
)
def test_a_procedures_code_is_read_with_its_name_when_the_cell_has_both(raw: Raw, code: Code) -> None:
    assert read_codigo(raw) == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("50000616, 50000470", "several_codes"),
        ("50000616 / 50000470", "several_codes"),
        ("consulta", "invalid_code"),
        ("500006", "invalid_code"),
        ("5000.0616", "invalid_code"),
    ],
)
def test_a_code_of_another_length_or_two_codes_are_asked_about(raw: Raw, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read_codigo(raw)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("raw", "numero"),
    [
        (31207.0, "31207"),
        ("CRM 31207", "31207"),
        ("CRM/RS 31.207", "31207"),
        ("CREFITO-5 60911-F", "CREFITO-5 60911-F"),
        ("", ""),
    ],
)
def test_a_councils_number_is_bare_unless_it_has_another_shape(raw: Raw, numero: str) -> None:
    assert read_conselho(raw) == numero


@given(st.integers(100, 10**14), st.integers(0, 3))
def test_an_authorisation_in_any_clothes_is_the_same_text(number: int, zeros: int) -> None:
    text = "0" * zeros + str(number)
    clothes = [text, f"'{text}", f'="{text}"', f" {text}\u00a0", f"{text}.0"]
    assert {read_autorizacao(raw) for raw in clothes} == {text}


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_no_cell_makes_a_code_fail_otherwise_than_by_asking(raw: Raw) -> None:
    try:
        numero = read_autorizacao(raw)
    except CellProblem:
        numero = "000"
    assert numero.isdigit()

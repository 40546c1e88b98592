"""Amounts: exact centavos or a question, never a guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.model.valor import write_valor
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.money import Amount, MoneyStyle, money_style, read_money
from spreadsheets.reading.problem import CellProblem

COMMA, POINT, BOTH = MoneyStyle(comma=True), MoneyStyle(point=True), MoneyStyle(comma=True, point=True)


@pytest.mark.parametrize(
    ("raw", "centavos"),
    [
        (65, 6500),
        (81.24, 8124),
        (64.35, 6435),
        (1130.1, 113010),
        (0.07, 7),
        ("65,00", 6500),
        ("65", 6500),
        ("65,5", 6550),
        ("65.00", 6500),
        ("R$ 65,00", 6500),
        ("R$\u00a065,00", 6500),
        ("R$65,00", 6500),
        ("rs 65,00", 6500),
        ("\u00a065,00\u00a0 ", 6500),
        ("65,00 reais", 6500),
        ("1.234,56", 123456),
        ("R$ 1.234,56", 123456),
        ("1,234.56", 123456),
        ("1\u00a0234,56", 123456),
        ("12.345,67", 1234567),
    ],
)
def test_an_amount_is_read_to_the_centavo(raw: Raw, centavos: int) -> None:
    assert read_money(raw, BOTH) == Amount(centavos)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (0, "non_positive_amount"),
        ("0,00", "non_positive_amount"),
        (-65, "non_positive_amount"),
        ("-65,00", "non_positive_amount"),
        ("65,00-", "non_positive_amount"),
        ("(65,00)", "non_positive_amount"),
        ("R$ -", "non_positive_amount"),
        ("R$ (65,00)", "non_positive_amount"),
        ("a combinar", "invalid_amount"),
        ("tabela", "invalid_amount"),
        ("65,00 + 81,24", "invalid_amount"),
        ("65,00 (2x)", "invalid_amount"),
        ("65,0O", "invalid_amount"),
        ("1.23.456,7", "invalid_amount"),
        ("65,000", "invalid_amount"),
        ("1.234", "invalid_amount"),
        (date(2026, 5, 10), "invalid_amount"),
        (True, "invalid_amount"),
        (float("nan"), "invalid_amount"),
        (99_999_999, "invalid_amount"),
    ],
)
def test_an_amount_that_is_none_or_could_be_two_is_asked_about(raw: Raw, code: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read_money(raw, BOTH)
    assert caught.value.code == code


def test_a_point_before_three_digits_is_of_thousands_only_where_the_column_writes_commas() -> None:
    assert read_money("1.234", COMMA) == Amount(123400)
    assert money_style(["65,00", "1.234", 65.5]) == COMMA


def test_a_comma_before_three_digits_is_of_thousands_only_where_the_column_writes_english_amounts() -> None:
    english = money_style(["65.00", "2,345.67"])
    assert read_money("1,234", english) == Amount(123400)
    assert read_money("2,345.67", english) == Amount(234567)
    with pytest.raises(CellProblem, match="não dá para saber"):
        read_money("1,234", money_style(["65.50", "65.00"]))


def test_a_column_that_writes_both_says_nothing_of_its_decimal_sign() -> None:
    assert money_style(["65.00", "1.234,56"]) == BOTH


def test_a_third_of_a_centavo_is_rounded_with_a_warning() -> None:
    assert read_money(65.333333333, BOTH) == Amount(6533, "o valor 65.333333333 foi arredondado para 65,33")


def test_the_noise_of_a_spreadsheets_own_sum_is_no_rounding() -> None:
    assert read_money(0.1 + 0.2, BOTH) == Amount(30)


@given(st.integers(1, 49_999_999))
def test_every_way_of_writing_an_amount_gives_it_back(centavos: int) -> None:
    text = write_valor(centavos)
    written: list[Raw] = [text, f"R$ {text}", f" {text}\u00a0", text.replace(".", ""), centavos / 100]
    assert {read_money(raw, BOTH).centavos for raw in written} == {centavos}


@given(st.text(alphabet="0123456789.,-R$() xO", max_size=12) | st.floats() | st.text(max_size=12))
def test_an_amount_is_positive_or_asked_about(raw: Raw) -> None:
    try:
        centavos = read_money(raw, BOTH).centavos
    except CellProblem:
        centavos = 1
    assert 0 < centavos <= 50_000_000

"""Who the portal shows as signed in, and who was expected."""

import pytest

from portals.solus.prestador import is_the_same

SHOWN = "900777 - Clínica Médica São Jerônimo, CNPJ 12.345.678/0001-95"


@pytest.mark.parametrize(
    "expected", ["900777", "CLINICA MEDICA SAO JERONIMO", "12345678000195", "12.345.678/0001-95", SHOWN]
)
def test_the_whole_name_the_code_or_the_cnpj_is_the_same(expected: str) -> None:
    assert is_the_same(SHOWN, [expected])


@pytest.mark.parametrize(
    "expected",
    [
        "90077",
        "9007770",
        "Clínica Médica São Jer",
        "São Jerônimo",
        "12345678000196",
        "777",
        " ",
        "900778 - " + SHOWN[9:],
    ],
)
def test_a_part_of_a_name_or_of_a_number_is_somebody_else(expected: str) -> None:
    assert not is_the_same(SHOWN, [expected])


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("202 - ODONTO VIDA PLUS", ["101", "Odonto Vida", "11222333000181"]),
        ("4521 - CLINICA 12 DE OUTUBRO", ["12", "Clínica Sol"]),
        (SHOWN, ["900778", "Clínica Médica São Jerônimo"]),
        (SHOWN, ["900777", "Clínica Médica São Jerônimo", "12345678000276"]),
        ("Odonto Vida Plus", ["Odonto Vida"]),
        ("", ["", "Odonto Vida"]),
    ],
)
def test_a_sister_clinic_is_somebody_else(shown: str, expected: list[str]) -> None:
    assert not is_the_same(shown, expected)


@pytest.mark.parametrize("shown", ["900777", "900777 - Clínica Médica São Jerônimo", "Clínica Médica São Jerônimo"])
def test_what_is_not_shown_decides_nothing(shown: str) -> None:
    assert is_the_same(shown, ["900777", "Clínica Médica São Jerônimo", "12345678000195"])

"""Who the portal shows as signed in, and who was expected."""

import pytest

from portals.solus.prestador import is_the_same

SHOWN = "900777 - Clínica Médica São Jerônimo, CNPJ 12.345.678/0001-95"


@pytest.mark.parametrize(
    "expected", ["900777", "CLINICA MEDICA SAO JERONIMO", "São Jerônimo", "12345678000195", "12.345.678/0001-95"]
)
def test_a_name_a_code_or_a_cnpj_that_stands_there_is_the_same(expected: str) -> None:
    assert is_the_same(SHOWN, [expected])


@pytest.mark.parametrize("expected", ["90077", "9007770", "Clínica Médica São Jer", "12345678000196", "777", " "])
def test_a_part_of_a_word_or_a_number_is_somebody_else(expected: str) -> None:
    assert not is_the_same(SHOWN, [expected])


def test_any_one_of_several_is_enough() -> None:
    assert is_the_same(SHOWN, ["Clínica Vizinha", "900777"])

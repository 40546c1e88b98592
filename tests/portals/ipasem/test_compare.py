"""What the screen shows against what the sheet asks, as a table."""

import json

import pytest

from agent.model.answer import Difference, Mismatch
from portals.ipasem.compare import names_evidence
from portals.screens.compare import agrees, differences, echo_differences, wanted
from tests.portals.ipasem.office import lancamento

FORM = {
    "conselho": "5615",
    "codigo": "50000616",
    "data": "18/11/2026",
    "quantidade": "1",
    "valor": "65,00",
    "observacao": "",
}


@pytest.mark.parametrize(
    ("shown", "fields"),
    [
        ({"paciente": "JOÃO DA SILVA", "matricula": "7002-4"}, []),
        ({"paciente": "JOÃO DA SILVA", "matricula": "70024"}, []),
        ({"paciente": "JOÃO DA SILVA", "matricula": "7002-5"}, ["matrícula"]),
        ({"paciente": "JOANA DA SILVA", "matricula": "7002-4"}, ["paciente"]),
        ({"paciente": "", "matricula": ""}, ["paciente", "matrícula"]),
    ],
)
def test_the_patient_must_be_the_sheets_by_name_and_by_card(shown: dict[str, str], fields: list[str]) -> None:
    found = echo_differences(lancamento(), shown)
    assert ([d.field for d in found], all(d.private for d in found)) == (fields, True)


def test_a_doubtful_name_is_a_difference_that_says_what_a_person_does() -> None:
    found = Mismatch(echo_differences(lancamento(), {"paciente": "JOÃO PEREIRA DA SILVA", "matricula": "7002-4"}))
    assert str(found) == (
        "paciente não confere (nome parecido, semelhança 66 de 100 e o mínimo é 80: uma pessoa confere; se for o mesmo "
        "paciente, escreva na planilha o nome como está no portal)"
    )


def test_a_name_written_otherwise_leaves_both_texts_and_the_threshold_as_evidence() -> None:
    (kept,) = names_evidence(lancamento(), {"paciente": "JOÃO SILVA"})
    assert json.loads(kept.content) == {
        "autorizacao": "2678555",
        "nome_na_planilha": "João da Silva",
        "nome_no_portal": "JOÃO SILVA",
        "semelhanca": 100,
        "minimo": 80,
        "veredito": "mesma pessoa",
    }


def test_a_name_written_alike_needs_no_evidence() -> None:
    assert names_evidence(lancamento(), {"paciente": "JOAO DA SILVA"}) == ()


@pytest.mark.parametrize(
    ("field", "asked", "seen", "same"),
    [
        ("valor", "65,00", "R$ 65,00", True),
        ("valor", "65,00", "65", True),
        ("valor", "1.065,00", "1065,00", True),
        ("valor", "65,00", "65,01", False),
        ("valor", "65,00", "", False),
        ("data", "18/11/2026", "18/11/2026", True),
        ("data", "18/11/2026", "11/18/2026", False),
        ("quantidade", "1", "01", True),
        ("quantidade", "1", "1,0", False),
        ("codigo", "0234", "234", False),
        ("observacao", "a  b", "a b", True),
    ],
)
def test_a_field_agrees_when_it_means_the_same(field: str, asked: str, seen: str, same: bool) -> None:
    assert agrees(field, asked, seen) == same


def test_a_form_that_holds_what_was_asked_has_no_difference() -> None:
    assert differences(wanted(lancamento()), FORM) == ()


def test_every_difference_is_named_with_both_sides() -> None:
    seen = {**FORM, "data": "", "valor": "65,01", "conselho": "561"}
    assert differences(wanted(lancamento()), seen) == (
        Difference("conselho", "5615", "561"),
        Difference("data", "18/11/2026", ""),
        Difference("valor", "65,00", "65,01"),
    )


def test_text_that_stands_where_the_sheet_is_silent_is_a_difference() -> None:
    found = differences(wanted(lancamento(codigo_conselho="")), {**FORM, "observacao": "sobra de outra tela"})
    assert found == (
        Difference("conselho", "", "5615", private=True),
        Difference("observacao", "", "sobra de outra tela", private=True),
    )


@pytest.mark.parametrize("valor", ["", "0,00", "grátis"])
def test_a_sheet_without_value_still_needs_one_on_the_screen(valor: str) -> None:
    found = differences(wanted(lancamento(valor_informado=None)), {**FORM, "valor": valor})
    assert found == (Difference("valor", "o da tabela do portal", valor),)

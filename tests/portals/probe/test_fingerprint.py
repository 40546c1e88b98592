"""What a person is told when a screen is not as it was."""

from typing import Any

import pytest

from portals.probe.check import Survey
from portals.probe.fingerprint import Digital, differences, digital
from portals.probe.sondagem import Tela

BEFORE: dict[str, Any] = {
    "titulos": ("LANÇAMENTO",),
    "controles": (("text", "Mês"), ("text", "Ano"), ("select", "Ordenar por"), ("button", "Acessar")),
    "colunas": (("Guia", "Data", "Valor"),),
    "opcoes": {"gerar.ordem": ("Data", "Nome")},
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ()),
        ({"titulos": ("LANÇAMENTOS",)}, ('o título "LANÇAMENTO" da tela agora é "LANÇAMENTOS"',)),
        (
            {"controles": (("text", "Competência"), *BEFORE["controles"][1:])},
            ('o campo "Mês" agora se chama "Competência"',),
        ),
        ({"controles": BEFORE["controles"][1:]}, ('sumiu o campo "Mês"',)),
        ({"controles": (*BEFORE["controles"], ("checkbox", "Retorno"))}, ('surgiu a caixa de marcar "Retorno"',)),
        (
            {"controles": (("select", "Mês"), *BEFORE["controles"][1:])},
            ('"Mês" era campo, agora é lista de opções',),
        ),
        (
            {"controles": (BEFORE["controles"][1], BEFORE["controles"][0], *BEFORE["controles"][2:])},
            ("os campos e botões mudaram de ordem",),
        ),
        ({"colunas": (("Guia", "Data", "Valor", "Glosa"),)}, ('a lista ganhou a coluna "Glosa"',)),
        ({"colunas": (("Guia", "Data"),)}, ('a lista perdeu a coluna "Valor"',)),
        ({"colunas": (("Data", "Guia", "Valor"),)}, ("a lista mudou a ordem: Data, Guia, Valor",)),
        ({"colunas": ()}, ("a tela tinha 1 listas com títulos, agora tem 0",)),
        (
            {"opcoes": {"gerar.ordem": ("Data", "Paciente")}},
            ('a opção "Nome" da lista "gerar.ordem" agora é "Paciente"',),
        ),
    ],
)
def test_a_change_is_told_in_words(change: dict[str, Any], told: tuple[str, ...]) -> None:
    before, after = Digital(**BEFORE), Digital(**{**BEFORE, **change})

    assert differences(before, after) == told


def test_numbers_are_content_and_no_part_of_a_fingerprint() -> None:
    tela = Tela(nome="Relatório")
    screens = [
        Survey({}, controls=(("text", "CID (1)"),), titles=(f"RELATÓRIO EM: {mes}",)) for mes in ("10/2026", "11/2026")
    ]

    october, november = (digital(tela, screen) for screen in screens)

    assert october == november
    assert (october.titulos, october.controles) == (("RELATÓRIO EM: ##/####",), (("text", "CID (1)"),))

"""Which words on the screen are those expected, which are only near, and which are other words."""

from typing import Any

import pytest

from portals.locate.wording import MIN_SCORE, likeness, nearest

SAME = [
    ("Data do atendimento", "Data de Atendimento"),
    ("DATA ATENDIMENTO:", "Data de atendimento"),
    ("Dt. atendimento", "Data de atendimento"),
    ("Nº da autorização", "Número da autorização"),
    ("Número de autorizações", "Número da autorização"),
    ("Qtde.", "Quantidade"),
    ("Procedimentos", "Procedimento"),
    ("Observações", "Observação"),
    ("Valor dos procedimentos", "Valor do Procedimento"),
]
OTHER = [
    ("Data de fim", "Data de início"),
    ("Data de análise", "Data de atendimento"),
    ("Data de admissão", "Data de emissão"),
    ("Data de remissão", "Data de emissão"),
    ("Data de vencimento", "Data de nascimento"),
    ("Hora final", "Hora inicial"),
    ("Inclusão", "Exclusão"),
    ("Código do Convênio", "Código do Conselho"),
    ("Código do dente", "Código do procedimento"),
    ("Profissional solicitante", "Profissional solicitado"),
    ("CID (2)", "CID (1)"),
    ("Valor total", "Valor"),
    ("Valor", "Valor do Procedimento"),
    ("Número da conta", "Número do lote"),
    ("CPF", "CNPJ"),
    ("", "Valor"),
    ("de", "Valor"),
]


@pytest.mark.parametrize(("seen", "name"), SAME)
def test_small_differences_of_wording_are_above_the_score(seen: str, name: str) -> None:
    assert likeness(seen, name) >= MIN_SCORE


@pytest.mark.parametrize(("seen", "name"), OTHER)
def test_other_words_are_below_it(seen: str, name: str) -> None:
    assert max(likeness(seen, name), likeness(name, seen)) < MIN_SCORE


def control(at: int, *names: str) -> dict[str, Any]:
    return {"at": at, "names": list(names)}


FIELDS = {"data": ("Data de atendimento",), "analise": ("Data da análise",)}
GOOD = control(7, "Data do atendimento")


@pytest.mark.parametrize(
    ("controls", "also", "chosen"),
    [
        ([GOOD, control(8, "Valor")], [], {"data": (GOOD, "Data do atendimento")}),
        ([GOOD, control(8, "Data atendimento")], [], {}),
        ([control(8, "Valor")], [], {}),
        ([GOOD], ["Data do atendimento"], {}),
        ([control(7, "Data do atendimento", "Data da análise")], [], {}),
    ],
    ids=["one", "two would do", "none", "another field is called just so", "its other name is another field's"],
)
def test_one_control_is_taken_only_where_no_other_reading_is_as_near(
    controls: list[dict[str, Any]], also: list[str], chosen: dict[str, Any]
) -> None:
    assert nearest(FIELDS, also, {"data": controls}) == chosen


def test_one_control_never_stands_for_two_fields() -> None:
    fields = {"primeira": ("Datas do atendimento",), "segunda": ("Datas de atendimento",)}
    assert nearest(fields, [], {"primeira": [GOOD], "segunda": [control(9, "Data do atendimento")]}) == {}

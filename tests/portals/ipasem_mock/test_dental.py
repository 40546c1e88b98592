"""Tela de lançamento de Odontologia: code or name looked up, tooth and faces, the X-ray as a second launch."""

from typing import Any

import pytest

from portals.ipasem.mock.movement import Movimento
from tests.portals.ipasem_mock.conftest import Visit

NUMBER = "2557459"
TYPED = {
    "data": "15/02/2025",
    "codigo": "2334",
    "dente": "17",
    "faces": "OCLUSAL,MESIAL",
    "observacao": "",
    "valor": "81,24",
}


def dental(visit: Visit, **changes: str) -> Any:
    """Enter on the dental authorisation, type, Gravar Movimento."""
    visit.enter(NUMBER)
    movement = visit.launched()[-1]
    form = {f"MovimentoForm[{name}]": text for name, text in {**TYPED, **changes}.items()}
    hidden = {"mes": "02", "ano": "2025", "autorizacao": NUMBER, "movimento": str(movement.id)}
    return visit.post("/requerimentos/gravar", {**hidden, **form})


def test_a_dental_movement_keeps_its_tooth_and_faces(visit: Visit) -> None:
    answer = dental(visit)
    (saved,) = visit.launched()
    assert answer.alerts == ["Movimento gravado com sucesso. ID do Movimento: 8300"]
    assert saved == Movimento(
        id=8300,
        document="11222333000181",
        mes="02/2025",
        autorizacao=NUMBER,
        finalizado=True,
        codigo="2334",
        descricao="RESTAURACAO COMPOSTA FOTOPOL. DENTE PERM.POS",
        tipo_servico="ODONTOLOGIA",
        data="2025-02-15",
        quantidade=1,
        valor=8124,
        dente="17",
        faces="MO",
    )


def test_the_same_authorisation_is_launched_again_for_its_x_ray(visit: Visit) -> None:
    dental(visit)
    dental(visit, codigo="2110", faces="", valor="21,50")
    assert [(m.id, m.codigo, m.dente, m.faces) for m in visit.launched()] == [
        (8300, "2334", "17", "MO"),
        (8301, "2110", "17", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"codigo": ""}, "Código do procedimento não pode ficar em branco."),
        ({"codigo": "9999"}, "Procedimento não autorizado."),
        ({"dente": ""}, "Código do dente não pode ficar em branco."),
        ({"dente": "99"}, "Código do dente é inválido."),
        ({"faces": "CUTICULAR"}, "Selecionar Face é inválido."),
        ({"valor": "muito"}, "Valor de Procedimento deve ser um número."),
        ({"observacao": "x" * 256}, "Observação deve conter no máximo 255 caracteres."),
    ],
)
def test_what_the_dental_form_does_not_accept_stays_a_draft(visit: Visit, typed: dict[str, str], said: str) -> None:
    answer = dental(visit, **typed)
    assert answer.errors == [said]
    assert [m.finalizado for m in visit.launched()] == [False]


@pytest.mark.parametrize(
    ("term", "codes"), [("23", ["2334"]), ("radio", ["2110"]), ("2", ["2110", "2334"]), ("x1", [])]
)
def test_the_code_is_looked_up_by_code_or_part_of_the_name(visit: Visit, term: str, codes: list[str]) -> None:
    found = visit.client.get("/requerimentos/sugerir", params={"termo": term}).json()
    assert [each["codigo"] for each in found] == codes


def test_the_report_shows_tooth_and_faces_where_there_are_any(visit: Visit) -> None:
    dental(visit)
    report = visit.card("conferencia")
    assert report.rows("detalhes")[0][-2:] == ["17", "M O"]

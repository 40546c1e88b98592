"""Odontologia on the launch screen: code looked up, tooth, faces one by one, the X-ray as a second launch."""

import pytest

from agent.model.answer import Blocked, Confirmed, Difference, Mismatch, Refused, Unknown
from agent.model.errors import PageChanged
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import CNPJ, MES, Office, lancamento, launch, periapical, restauracao

pytestmark = pytest.mark.browser

Standing = tuple[Office, Ipasem]


def recorded(served: Office) -> list[tuple[str, str, str, str, int, bool]]:
    """What truly stands there of the dental authorisation."""
    rows = served.mock.movements(CNPJ, str(MES))
    return [(m.codigo, m.data, m.dente, m.faces, m.valor, m.finalizado) for m in rows if m.autorizacao == "2557459"]


@pytest.mark.parametrize(
    ("sheet", "difference"),
    [
        ({"beneficiario": "Hilda Souza"}, Difference("paciente", "Hilda Souza", "HILDA ROSSI", private=True)),
        ({"valor_informado": 8000}, Difference("valor", "80,00", "81,24")),
    ],
)
def test_a_dental_entry_that_differs_leaves_nothing(
    standing: Standing, sheet: dict[str, object], difference: Difference
) -> None:
    served, portal = standing
    asked = restauracao(**sheet)
    assert launch(portal, asked) == Blocked(asked, Mismatch((difference,)))
    assert recorded(served) == []


def test_a_code_that_is_not_of_this_authorisation_is_refused_and_leaves_nothing(standing: Standing) -> None:
    served, portal = standing
    asked = restauracao(codigo_procedimento="9999")
    blocked = launch(portal, asked)
    assert isinstance(blocked, Blocked)
    assert blocked.answer == Refused("Procedimento não autorizado.")
    assert recorded(served) == []


def test_a_filling_is_saved_with_its_tooth_and_faces(standing: Standing) -> None:
    served, portal = standing
    outcome = launch(portal, restauracao(observacao="Fratura"))
    assert isinstance(outcome, Confirmed)
    assert [m.observacao for m in served.mock.movements(CNPJ, str(MES))] == ["Fratura"]
    assert [(r.lancamento.faces, r.valor) for r in outcome.recibos] == [("MO", 8124)]
    assert recorded(served) == [("2334", "2026-11-18", "17", "MO", 8124, True)]


def test_the_x_ray_goes_as_a_second_launch_of_the_same_authorisation(standing: Standing) -> None:
    served, portal = standing
    served.launched(restauracao())
    assert isinstance(launch(portal, periapical()), Confirmed)
    assert recorded(served) == [
        ("2334", "2026-11-18", "17", "MO", 8124, True),
        ("2110", "2026-11-18", "17", "", 2150, True),
    ]


def test_the_report_gives_back_tooth_and_faces_as_the_sheet_has_them(standing: Standing) -> None:
    served, portal = standing
    served.launched(restauracao(), periapical())
    registro = portal.observe(MES)
    keys = [m.chave for m in registro.finalizados]
    assert (keys, registro.trusted) == ([restauracao().chave, periapical().chave], True)


def test_a_dental_row_is_changed_in_place(standing: Standing) -> None:
    served, portal = standing
    served.launched(restauracao(), periapical())
    row = portal.observe(MES).finalizados[1]
    prepared = portal.alter(row, periapical(valor_informado=2000))
    outcome = portal.submit(prepared)
    assert isinstance(outcome, Confirmed)
    assert outcome.text == f"Movimento alterado com sucesso. ID do Movimento: {row.movimento}"
    assert [line for line in recorded(served) if line[-1]] == [
        ("2334", "2026-11-18", "17", "MO", 8124, True),
        ("2110", "2026-11-18", "17", "", 2000, True),
    ]


def test_the_draft_that_an_alteration_leaves_and_a_dental_row_are_taken_away(standing: Standing) -> None:
    served, portal = standing
    served.launched(restauracao(), periapical())
    portal.submit(portal.alter(portal.observe(MES).finalizados[1], periapical(valor_informado=2000)))
    (draft,) = portal.observe(MES).drafts
    answers = [portal.remove(MES, draft), *(portal.remove(MES, row) for row in portal.observe(MES).finalizados)]
    assert [type(answer) for answer in answers] == [Confirmed] * 3
    assert recorded(served) == []


def test_a_medical_entry_on_a_dental_screen_types_nothing(standing: Standing) -> None:
    served, portal = standing
    with pytest.raises(PageChanged):
        portal.prepare([lancamento(numero_autorizacao="2557459", beneficiario="Hilda Rossi", numero_carteira="")])
    assert recorded(served) == [("", "", "", "", 0, False)]


def test_a_lost_answer_of_a_dental_entry_is_unknown(standing: Standing) -> None:
    served, portal = standing
    served.mock.faults.arm("error_500_after_commit", on="gravar")
    assert isinstance(launch(portal, restauracao()), Unknown)
    assert recorded(served) == [("2334", "2026-11-18", "17", "MO", 8124, True)]

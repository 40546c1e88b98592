"""Reports, closing, reopening, the insurer's return, activities, one authorisation."""

from __future__ import annotations

import pytest

from portals.ipasem.mock.audit import Glosa
from tests.portals.ipasem_mock.conftest import Screen, Visit
from tests.portals.ipasem_mock.people import CLINICA, FEBRUARY

FONO_ROW = [
    "2678555",
    "7002-4",
    "BENTO ALVES DA ROSA",
    "18/02/2025",
    "50000616",
    "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA",
    "5615",
    "1",
    "65,00",
    "8300",
    "Finalizado",
]
CONSULTA_ROW = [
    "2678556",
    "9009-0",
    "CLARA NUNES PRADO",
    "10/02/2025",
    "10101012",
    "CONSULTA EM CONSULTÓRIO",
    "5615",
    "1",
    "81,24",
    "8301",
    "Finalizado",
]
DRAFT_ROW = ["2678557", "7002-4", "DAVI LOPES TEIXEIRA", "", "", "", "", "", "", "8302", "Não finalizado"]


@pytest.fixture
def month(visit: Visit) -> Visit:
    """Two finished movements of February."""
    visit.launch("2678555")
    visit.launch("2678556", codigo="10101012", data="10/02/2025", valor="81,24")
    return visit


def test_the_conference_lists_details_totals_by_type_and_drafts_in_red(month: Visit) -> None:
    month.enter("2678557")
    screen = month.card("conferencia")
    red = screen.texts("tr[style='color:red'] td:first-child")
    assert (screen.heading, screen.rows("totais"), screen.rows("detalhes"), red) == (
        "RELATÓRIO DE CONFERÊNCIA DOS SERVIÇOS PRESTADOS EM: 02/2025",
        [["CONSULTAS", "1", "R$ 81,24"], ["TERAPIAS", "1", "R$ 65,00"], ["TOTAL", "2", "R$ 146,24"]],
        [CONSULTA_ROW, FONO_ROW, DRAFT_ROW],
        ["2678557"],
    )


@pytest.mark.parametrize(
    ("order", "said", "numbers"),
    [
        ("data", "ordenados por data de atendimento", ["2678556", "2678555"]),
        ("autorizacao", "ordenados por número da autorização", ["2678555", "2678556"]),
        ("nome", "ordenados por nome do beneficiário", ["2678555", "2678556"]),
        ("digitacao", "ordenados por ordem de digitação", ["2678555", "2678556"]),
    ],
)
def test_the_conference_is_sorted_as_asked(month: Visit, order: str, said: str, numbers: list[str]) -> None:
    screen = month.card("conferencia", ordem=order)
    assert (screen.texts("main p")[0], [row[0] for row in screen.rows("detalhes")]) == (said, numbers)


def test_a_month_is_closed_and_then_has_the_other_report(month: Visit) -> None:
    closed = month.close().alerts
    conference = month.card("conferencia").alerts
    closing = month.card("fechamento")
    assert (closed, conference, closing.heading, closing.rows("totais")[-1]) == (
        ["Fechamento do movimento 02/2025 realizado com sucesso."],
        ["Movimento 02/2025 já está fechado."],
        "RELATÓRIO DE FECHAMENTO DOS SERVIÇOS PRESTADOS EM: 02/2025",
        ["TOTAL", "2", "146,24"],
    )


def test_a_draft_keeps_the_month_open(month: Visit) -> None:
    month.enter("2678557")
    alerts = month.close().alerts
    left_open = not month.mock.recorded()["fechamentos"]
    assert (alerts, left_open) == (
        ["Existem lançamentos não finalizados. Exclua ou finalize antes do fechamento."],
        True,
    )


def test_the_closing_report_is_there_only_once_the_month_is_closed(month: Visit) -> None:
    assert month.card("fechamento").alerts == ["Movimento 02/2025 ainda não foi fechado."]


def test_a_closed_month_is_reopened_from_its_report(month: Visit) -> None:
    month.close()
    buttons = month.card("fechamento").texts("button")
    reopened = month.post("/requerimentos/reabrir-movimento", {"mes": "02", "ano": "2025"}).alerts
    assert (buttons, reopened, month.card("conferencia").rows("detalhes")) == (
        ["Reabrir Movimento"],
        ["Movimento 02/2025 reaberto com sucesso."],
        [CONSULTA_ROW, FONO_ROW],
    )


def test_a_blank_month_is_answered_on_its_own_card(visit: Visit) -> None:
    screen = visit.card("conferencia", mes="")
    card = screen.tree.css(".card")[1]
    wrong = [node.text() for node in card.css(".invalid-feedback") if node.text()]
    assert (screen.errors, wrong) == (["Mês não pode ficar em branco."], ["Mês não pode ficar em branco."])


def test_there_is_no_return_before_the_audit(month: Visit) -> None:
    month.close()
    assert month.card("retorno").alerts == ["Retorno do faturamento ainda não disponível."]


def test_the_return_parts_what_was_paid_from_what_was_cut(month: Visit) -> None:
    month.launch("2678558", codigo="10101012", data="11/02/2025", valor="81,24")
    month.close()
    cut = Glosa(motivo="Valor acima da tabela", autorizacao="2678556", valor=1124)
    month.mock.auditar(CLINICA.document, FEBRUARY, [cut], sem_retorno=["2678558"])
    paid = month.card("retorno", glosado="0").rows("retorno")
    cuts = month.card("retorno", glosado="1").rows("retorno")
    paid_row = [*FONO_ROW[:6], "1", "65,00", "65,00", "0,00", ""]
    cut_row = [*CONSULTA_ROW[:6], "1", "81,24", "70,00", "11,24", "Valor acima da tabela"]
    assert (paid, cuts) == (
        [paid_row, ["TOTAL", "65,00", "65,00", "0,00", ""]],
        [cut_row, ["TOTAL", "81,24", "70,00", "11,24", ""]],
    )


def test_a_whole_movement_can_be_cut_through_the_auditors_door(month: Visit) -> None:
    month.close()
    order = {
        "document": CLINICA.document,
        "mes": FEBRUARY,
        "glosas": [{"id": 8300, "motivo": "Guia sem assinatura"}],
    }
    audit = month.door.post("/porta-do-auditor/avancar/auditar", json=order).json()
    assert (audit, month.card("retorno", glosado="1").rows("retorno")[0][7:]) == (
        {"glosas": {"8300": {"valor": 6500, "motivo": "Guia sem assinatura"}}, "sem_retorno": []},
        ["65,00", "0,00", "65,00", "Guia sem assinatura"],
    )


@pytest.mark.parametrize(
    ("glosa", "said"),
    [
        (Glosa(motivo="m", autorizacao="1"), "Nenhum movimento para a glosa de 1."),
        (Glosa(motivo="m", id=8300, valor=6501), "A glosa de 6501 centavos não cabe no movimento 8300 (6500)."),
    ],
)
def test_an_impossible_cut_is_refused(month: Visit, glosa: Glosa, said: str) -> None:
    month.close()
    with pytest.raises(ValueError, match="glosa") as raised:
        month.mock.auditar(CLINICA.document, FEBRUARY, [glosa])
    assert str(raised.value) == said


def test_an_open_month_is_not_audited(month: Visit) -> None:
    with pytest.raises(ValueError, match="ainda não foi fechado") as raised:
        month.mock.auditar(CLINICA.document, FEBRUARY)
    assert str(raised.value) == "Movimento 02/2025 ainda não foi fechado."


def test_an_audited_month_is_not_reopened(month: Visit) -> None:
    month.close()
    month.mock.auditar(CLINICA.document, FEBRUARY)
    alerts = month.post("/requerimentos/reabrir-movimento", {"mes": "02", "ano": "2025"}).alerts
    assert alerts == ["Movimento 02/2025 já foi auditado e não pode ser reaberto."]


def test_the_activities_are_the_users_own(visit: Visit) -> None:
    visit.launch("2678555")
    rows = visit.card("atividades").rows("atividades")
    assert rows == [
        ["27/02/2025 10:00:00", "Acesso ao portal", ""],
        ["27/02/2025 10:00:00", "Abertura de autorização", "2678555"],
        ["27/02/2025 10:00:00", "Gravação de movimento", "2678555"],
    ]


@pytest.mark.parametrize(
    ("number", "situation"), [("2678556", "Não utilizada"), ("2600001", "Utilizada no movimento 01/2025")]
)
def test_an_authorisation_says_whether_and_when_it_was_used(visit: Visit, number: str, situation: str) -> None:
    rows = visit.post("/requerimentos/consultar-autorizacao", {"autorizacao": number}).rows("consulta")
    assert (rows[0], rows[-1]) == (["Número da autorização", number], ["Situação", situation])


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1", "Autorização não encontrada."),
        ("2700001", "Autorização não pertence a este credenciado."),
    ],
)
def test_an_authorisation_that_is_not_ours_is_not_shown(visit: Visit, number: str, said: str) -> None:
    assert visit.post("/requerimentos/consultar-autorizacao", {"autorizacao": number}).alerts == [said]


def test_printing_opens_the_report_that_prints_itself(month: Visit) -> None:
    screen = month.card("conferencia")
    link = screen.tree.css("a[target=_blank]")[0].attributes["href"] or ""
    printed = Screen(month.client.get(f"/requerimentos/relatorio-conferencia{link}"))
    assert (printed.rows("detalhes"), "print()" in printed.html) == ([CONSULTA_ROW, FONO_ROW], True)

"""Gerar Requerimentos over HTTP: drafts, saving, deleting, changing, and every refusal in the page."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from portals.ipasem.mock.movement import Movimento
from tests.portals.ipasem_mock.conftest import Open, Visit
from tests.portals.ipasem_mock.people import CLINICA, FEBRUARY, OTHER


def _draft(movement_id: int, number: str) -> Movimento:
    return Movimento(id=movement_id, document=CLINICA.document, mes=FEBRUARY, autorizacao=number)


def test_an_accepted_authorisation_shows_its_patient_and_leaves_a_draft(visit: Visit) -> None:
    answer = visit.enter("2678555")
    page = LexborHTMLParser(answer["html"])
    shown = [node.text() for node in page.css("dd, .procedimento li, [data-id-movimento]")]
    assert (answer["ok"], shown, visit.launched()) == (
        True,
        [
            "BENTO ALVES DA ROSA",
            "7002-4",
            "M",
            "6",
            "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA",
            "8300",
        ],
        [_draft(8300, "2678555")],
    )


def test_the_form_has_the_manuals_fields_and_the_tables_price(visit: Visit) -> None:
    page = LexborHTMLParser(visit.enter("2678555")["html"])
    labels = [" ".join(n.text().replace("✓", "").split()) for n in page.css("label")]
    values = [node.attributes.get("value") for node in page.css("input[data-ordem]")]
    assert (labels, values) == (
        [
            "Código do Conselho:",
            "Código AMB:",
            "Data de Atendimento:",
            "Quantidade:",
            "Valor de Procedimento:",
            "Observação:",
        ],
        ["", "", "", "", "65,00", ""],
    )


def test_an_authorisation_with_a_draft_continues_it(visit: Visit) -> None:
    visit.enter("2678555")
    visit.enter("2678555")
    assert visit.launched() == [_draft(8300, "2678555")]


def test_gravar_finishes_the_draft(visit: Visit) -> None:
    screen = visit.launch("2678555", observacao="retorno em 15 dias")
    saved = Movimento(
        id=8300,
        document=CLINICA.document,
        mes=FEBRUARY,
        autorizacao="2678555",
        finalizado=True,
        conselho="5615",
        codigo="50000616",
        descricao="SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA",
        tipo_servico="TERAPIAS",
        data="2025-02-18",
        quantidade=1,
        valor=6500,
        observacao="retorno em 15 dias",
    )
    assert (screen.alerts, visit.launched()) == (
        ["Movimento gravado com sucesso. ID do Movimento: 8300"],
        [saved],
    )


def test_the_portal_accepts_the_same_entry_twice(visit: Visit) -> None:
    visit.launch("2678555")
    visit.launch("2678555")
    key = [CLINICA.document, FEBRUARY, "2678555", "50000616", "2025-02-18"]
    found = visit.mock.duplicates()
    assert ([m.id for m in visit.launched()], found["agora"]) == ([8300, 8301], [{"chave": key, "a_mais": 1}])


def test_the_same_save_sent_twice_is_still_one_movement(visit: Visit) -> None:
    visit.enter("2678555")
    form = visit.movement_form(visit.launched()[0])
    for _ in range(2):
        visit.post("/requerimentos/gravar", form)
    saves = [commit.action for commit in visit.mock.journal()].count("gravar")
    assert (len(visit.launched()), saves, visit.mock.duplicates()["alguma_vez"]) == (1, 2, [])


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        ("9999999", "Autorização não encontrada."),
        ("2700001", "Autorização não pertence a este credenciado."),
        ("2600001", "Autorização já utilizada no movimento 01/2025."),
        ("", "Número da autorização não pode ficar em branco."),
    ],
)
def test_a_refused_authorisation_leaves_nothing(visit: Visit, number: str, refusal: str) -> None:
    answer = visit.enter(number)
    assert (answer["ok"], answer["mensagem"], visit.launched()) == (False, refusal, [])


def test_an_authorisation_of_a_linked_professional_is_accepted(visit: Visit) -> None:
    assert visit.enter("2678558")["ok"]


def test_an_authorisation_launched_in_another_month_is_refused(visit: Visit) -> None:
    visit.launch("2678555")
    form = {"_csrf": visit.csrf(), "mes": "03", "ano": "2025", "autorizacao": "2678555"}
    answer = visit.client.post("/requerimentos/abrir-autorizacao", data=form).json()
    assert answer["mensagem"] == "Autorização já utilizada no movimento 02/2025."


def test_a_wrong_field_keeps_what_was_typed_and_the_draft(visit: Visit) -> None:
    screen = visit.launch("2678555", codigo="10101012", data="28/02/2025")
    typed = [n.attributes.get("value") for n in screen.tree.css("input[data-ordem]")]
    assert (screen.errors, typed, visit.launched()) == (
        ["Procedimento não autorizado.", "Data de Atendimento não pode ser maior que a data atual."],
        ["5615", "10101012", "28/02/2025", "1", "65,00", ""],
        [_draft(8300, "2678555")],
    )


def test_one_field_is_checked_by_the_server_and_gives_the_price(visit: Visit) -> None:
    def checked(campo: str, valor: str) -> object:
        form = {"_csrf": visit.csrf(), "autorizacao": "2678557", "campo": campo, "valor": valor}
        return visit.client.post("/requerimentos/validar", data=form).json()

    answers = [checked("codigo", "10101012"), checked("codigo", "1"), checked("data", "01/03/2025")]
    assert answers == [
        {"ok": True, "mensagem": "", "valor": "81,24"},
        {"ok": False, "mensagem": "Procedimento não autorizado.", "valor": ""},
        {"ok": False, "mensagem": "Data de Atendimento não pode ser maior que a data atual.", "valor": ""},
    ]


def test_excluir_deletes_a_draft(visit: Visit) -> None:
    visit.enter("2678555")
    screen = visit.delete(visit.launched()[0])
    assert (screen.alerts, visit.launched()) == (["Registro excluído com sucesso."], [])


def test_excluir_deletes_a_finished_movement_of_an_open_month(visit: Visit) -> None:
    visit.launch("2678555")
    visit.delete(visit.launched()[0])
    again = visit.delete(Movimento(id=8300, document=CLINICA.document, mes=FEBRUARY, autorizacao="2678555"))
    missing = visit.mock.duplicates({(CLINICA.document, FEBRUARY, "2678555", "50000616", "2025-02-18"): 1})
    assert (again.alerts, visit.launched(), len(missing["faltam"])) == (["Registro não encontrado."], [], 1)


def test_an_id_is_never_given_twice(visit: Visit) -> None:
    visit.enter("2678555")
    visit.delete(visit.launched()[0])
    visit.enter("2678556")
    assert [m.id for m in visit.launched()] == [8301]


def test_what_is_finished_is_shown_with_its_button_alterar(visit: Visit) -> None:
    visit.launch("2678555")
    page = LexborHTMLParser(visit.enter("2678555")["html"])
    included = [" ".join(n.text().split()) for n in page.css(".incluido > div, .incluido button")]
    assert included == [
        "ID do Movimento: 8300 · SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA",
        "Código do Conselho: 5615 · Código AMB: 50000616 · Data de Atendimento: 18/02/2025"
        " · Quantidade: 1 · Valor: 65,00",
        "Alterar",
    ]


def test_alterar_opens_the_filled_form_and_gravar_changes_the_movement(visit: Visit) -> None:
    visit.launch("2678555")
    movement = visit.launched()[0]
    filled = visit.post("/requerimentos/alterar", visit.movement_form(movement))
    values = [n.attributes.get("value") for n in filled.tree.css("input[data-ordem]")]
    saved = visit.save(movement, quantidade="2", alteracao="1")
    changed = [movement.model_copy(update={"quantidade": 2})]
    assert (values, saved.alerts, visit.launched()) == (
        ["5615", "50000616", "18/02/2025", "1", "65,00", ""],
        ["Movimento alterado com sucesso. ID do Movimento: 8300"],
        changed,
    )


def test_nothing_is_launched_changed_or_deleted_in_a_closed_month(visit: Visit) -> None:
    visit.launch("2678555")
    movement = visit.launched()[0]
    visit.close()
    form = visit.movement_form(movement)
    paths = ("gravar", "excluir", "alterar")
    alerts = [visit.post(f"/requerimentos/{path}", form).alerts for path in paths]
    closed = "Movimento 02/2025 já está fechado."
    refused = (visit.enter("2678556")["mensagem"], visit.card("gerar").alerts)
    assert (alerts, refused, visit.launched()) == ([[closed]] * 3, (closed, [closed]), [movement])


def test_a_movement_of_another_credenciado_is_out_of_reach(visit: Visit) -> None:
    visit.launch("2678555")
    movement = visit.launched()[0]
    visit.open("/requerimentos/sair")
    visit.sign_in(OTHER)
    alerts = visit.delete(movement).alerts
    assert (alerts, visit.launched()) == (["Registro não encontrado."], [movement])


def test_the_old_skin_answers_a_whole_page_with_new_ids_each_time(open_visit: Open) -> None:
    visit = open_visit(skin="antiga")
    form = {"mes": "02", "ano": "2025", "autorizacao": "2678555"}
    screens = [visit.post("/requerimentos/abrir-autorizacao", form) for _ in range(2)]
    ids = [screen.tree.css("input[name=conselho]")[0].attributes["id"] for screen in screens]
    cells = screens[0].texts("table.paciente td.val")
    assert (cells, ids[0] != ids[1], screens[0].texts("label")) == (
        ["BENTO ALVES DA ROSA", "7002-4", "M", "6"],
        True,
        [],
    )

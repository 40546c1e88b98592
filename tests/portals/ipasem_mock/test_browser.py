"""The imitation in a real browser, in both skins: what a person meets there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests import skins
from tests.portals.ipasem_mock.conftest import LOGIN, Open, Visit
from tests.portals.ipasem_mock.people import CLINICA, FEBRUARY
from tests.portals.ipasem_mock.typist import Typist

pytestmark = pytest.mark.browser
SKINS = pytest.mark.parametrize("skin", skins.SKINS)
Sit = Callable[..., Typist]


@pytest.fixture
def sit(browser: Browser, open_visit: Open) -> Iterator[Sit]:
    """A person sits down: `sit(skin, signed_in=False)`; a page error fails the test."""
    context = browser.new_context()
    problems: list[str] = []

    def sat(skin: str, *, signed_in: bool = True, **settings: bool) -> Typist:
        visit: Visit = open_visit(skin=skin, signed_in=False, **settings)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        typist = Typist(page, visit)
        if signed_in:
            typist.arrive()
        return typist

    yield sat
    context.close()
    assert problems == []


def _finished(typist: Typist) -> list[bool]:
    return [m.finalizado for m in typist.visit.launched()]


def _launching(sit: Sit, skin: str) -> Typist:
    typist = sit(skin)
    typist.go_to_launching()
    return typist


@SKINS
def test_a_programs_click_leaves_the_box_unticked(sit: Sit, skin: str) -> None:
    typist = sit(skin, signed_in=False)
    typist.page.goto(typist.visit.served.url + LOGIN)
    with typist.page.expect_response("**/clique"):
        typist.box().click()
    assert [box.ticked for box in typist.visit.mock.stage.captchas.waiting()] == [False]


@SKINS
def test_a_real_persons_click_ticks_it_where_people_practise(sit: Sit, skin: str) -> None:
    typist = sit(skin, signed_in=False, human_clicks=True)
    typist.page.goto(typist.visit.served.url + LOGIN)
    typist.box().click()
    expect(typist.box()).to_be_checked()


@SKINS
def test_a_person_signs_in_and_types_an_entry_by_keyboard_alone(sit: Sit, skin: str) -> None:
    typist = sit(skin, signed_in=False)
    typist.sign_in()
    typist.go_to_launching()
    typist.enter()
    typist.type_entry()
    typist.page.keyboard.press("Enter")
    typist.hears("Movimento gravado com sucesso. ID do Movimento: 8300")
    expect(typist.number()).to_be_focused()
    assert [(m.codigo, m.data, m.valor) for m in typist.visit.launched()] == [("50000616", "2025-02-18", 6500)]


@SKINS
def test_each_checked_field_gets_its_sign(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.enter()
    typist.type_entry()
    signs = typist.work.locator("[data-ok=codigo], [data-ok=data]")
    expect(signs).to_have_text(["✓", "✓"])
    expect(signs.filter(visible=True)).to_have_count(2)


@SKINS
def test_a_wrong_code_is_named_beside_its_field(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.enter()
    typist.field("codigo").fill("1")
    typist.field("codigo").press("Enter")
    expect(typist.work.locator("[data-erro=codigo]")).to_have_text("Procedimento não autorizado.")


@SKINS
def test_a_refused_authorisation_is_said_on_the_screen(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.number().fill("2600001")
    typist.number().press("Enter")
    typist.hears("Autorização já utilizada no movimento 01/2025.")
    assert typist.visit.launched() == []


@SKINS
@pytest.mark.parametrize("accept", [True, False])
def test_excluir_registro_asks_first(sit: Sit, skin: str, accept: bool) -> None:
    typist = _launching(sit, skin)
    typist.answer_questions(accept=accept)
    typist.enter()
    typist.button("Excluir Registro").click()
    typist.answer("Deseja realmente excluir este registro?", accept=accept)
    if accept:
        typist.hears("Registro excluído com sucesso.")
    assert len(typist.visit.launched()) == (0 if accept else 1)


@SKINS
def test_realizar_fechamento_asks_first(sit: Sit, skin: str) -> None:
    typist = sit(skin)
    typist.visit.post("/requerimentos/abrir-autorizacao", {"mes": "02", "ano": "2025", "autorizacao": "2678555"})
    typist.visit.save(typist.visit.launched()[0])
    typist.answer_questions(accept=True)
    typist.card("fechar-movimento").get_by_role("button").click()
    typist.answer("Confirma o fechamento do movimento 02/2025?", accept=True)
    typist.hears("Fechamento do movimento 02/2025 realizado com sucesso.")
    assert typist.visit.mock.recorded()["fechamentos"] == [f"{CLINICA.document}|{FEBRUARY}"]


def test_the_old_skin_waits_under_an_overlay_for_the_servers_check(sit: Sit) -> None:
    typist = _launching(sit, "antiga")
    typist.visit.mock.faults.arm("slow", on="validar", ms=1500)
    typist.enter()
    typist.field("codigo").fill("50000616")
    typist.field("codigo").press("Enter")
    expect(typist.work.get_by_text("Carregando...")).to_be_visible()
    expect(typist.field("data")).not_to_be_focused()
    expect(typist.field("data")).to_be_focused()
    expect(typist.work.get_by_text("Carregando...")).to_have_count(0)


def test_the_plain_skin_goes_on_while_the_server_checks(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.visit.mock.faults.arm("slow", on="validar", ms=1500)
    typist.enter()
    typist.field("codigo").fill("50000616")
    typist.field("codigo").press("Enter")
    expect(typist.field("data")).to_be_focused()
    expect(typist.work.locator("[data-ok=codigo]")).to_be_hidden()
    expect(typist.work.locator("[data-ok=codigo]")).to_be_visible()


def test_a_typed_value_is_not_replaced_by_the_tables(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.enter("2678557")
    typist.field("valor").fill("99,00")
    typist.field("codigo").fill("10101012")
    typist.field("codigo").press("Enter")
    expect(typist.work.locator("[data-ok=codigo]")).to_be_visible()
    assert typist.field("valor").input_value() == "99,00"


def test_the_code_brings_its_own_price(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.enter("2678557")
    typist.field("codigo").fill("10101012")
    typist.field("codigo").press("Enter")
    expect(typist.field("valor")).to_have_value("81,24")


def test_the_notice_after_signing_in_covers_the_old_skin_once(sit: Sit) -> None:
    typist = sit("antiga", signed_in=False)
    typist.sign_in()
    typist.page.reload()
    expect(typist.work.get_by_text("GERAR REQUERIMENTOS", exact=True)).to_be_visible()
    expect(typist.page.get_by_role("dialog")).to_have_count(0)


@SKINS
def test_an_unannounced_dialog_pops_up(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.answer_questions(accept=False)
    typist.visit.mock.faults.arm("unexpected_dialog", on="abrir", text="Recadastramento obrigatório.")
    typist.number().fill("2678555")
    typist.number().press("Enter")
    if skin == "antiga":
        expect(typist.work.get_by_role("dialog")).to_contain_text("Recadastramento obrigatório.")
    else:
        expect(typist.field("conselho")).to_be_visible()
        assert typist.said == ["Recadastramento obrigatório."]


@SKINS
def test_an_unannounced_question_before_saving_can_be_turned_down(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.answer_questions(accept=False)
    typist.visit.mock.faults.arm("unexpected_dialog", on="antes-de-gravar", number="2678555", text="Certeza?")
    typist.enter()
    typist.type_entry()
    typist.button("Gravar Movimento").click()
    typist.answer("Certeza?", accept=False)
    assert (_finished(typist), typist.visit.mock.requests("gravar")) == ([False], [])


@SKINS
def test_a_second_click_on_gravar_goes_nowhere(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.enter()
    typist.type_entry()
    typist.button("Gravar Movimento").dblclick()
    typist.hears("Movimento gravado com sucesso. ID do Movimento: 8300")
    assert (len(typist.visit.mock.requests("gravar")), _finished(typist)) == (1, [True])


@SKINS
def test_a_second_click_is_one_more_movement_where_duplicates_are_accepted(sit: Sit, skin: str) -> None:
    typist = _launching(sit, skin)
    typist.visit.mock.faults.arm("duplicate_click_accepted")
    typist.visit.mock.faults.arm("slow", on="gravar", ms=1500)
    typist.enter()
    typist.type_entry()
    for presses in (1, 2):
        typist.page.keyboard.press("Enter")
        while len(typist.visit.mock.requests("gravar")) < presses:
            typist.visit.door.get("/porta-do-auditor/pedidos")
    typist.hears("Movimento gravado com sucesso.")
    while len(_finished(typist)) < 2:
        typist.visit.door.get("/porta-do-auditor/pedidos")
    assert _finished(typist) == [True, True]


def test_what_chromium_sends_again_by_itself_is_recorded_again(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.visit.mock.faults.arm("duplicate_click_accepted")
    typist.visit.mock.faults.arm("commit_then_drop", on="gravar")
    typist.enter()
    typist.type_entry()
    typist.page.keyboard.press("Enter")
    typist.hears("Movimento gravado com sucesso.")
    outcomes = [row["outcome"] for row in typist.visit.mock.requests("gravar")]
    assert (outcomes, _finished(typist)) == (["cortado", "200"], [True, True])


def test_a_session_lost_in_the_frame_leads_the_whole_page_to_the_login(sit: Sit) -> None:
    typist = _launching(sit, "antiga")
    typist.visit.mock.faults.arm("session_lost", on="abrir")
    typist.number().fill("2678555")
    typist.number().press("Enter")
    typist.page.wait_for_url(f"**{LOGIN}")
    expect(typist.page.get_by_text("Entrar", exact=True)).to_be_visible()


def test_a_session_lost_in_a_lookup_leads_to_the_login(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.visit.mock.faults.arm("session_lost", on="abrir")
    typist.number().fill("2678555")
    typist.number().press("Enter")
    typist.page.wait_for_url(f"**{LOGIN}")
    expect(typist.page.get_by_role("heading", name="Entrar")).to_be_visible()


def test_a_broken_lookup_is_said_on_the_screen(sit: Sit) -> None:
    typist = _launching(sit, "simples")
    typist.visit.mock.faults.arm("error_500_before_commit", on="abrir")
    typist.number().fill("2678555")
    typist.number().press("Enter")
    typist.hears("Erro ao consultar a autorização. Tente novamente.")


@SKINS
def test_the_report_opens_in_a_new_tab_to_be_printed(sit: Sit, skin: str) -> None:
    typist = sit(skin)
    typist.card("cartao/conferencia").get_by_role("button").click()
    with typist.page.context.expect_page() as opened:
        typist.work.get_by_role("link", name="Imprimir Relatório Completo").click()
    expect(opened.value.get_by_text("RELATÓRIO DE CONFERÊNCIA DOS SERVIÇOS PRESTADOS EM: 02/2025")).to_be_visible()

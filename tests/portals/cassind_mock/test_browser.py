"""Both skins in real Chromium: what a person, and what Chromium by itself, makes of the portal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, expect

from tests import skins
from tests.portals.cassind_mock.conftest import Office, Open
from tests.portals.cassind_mock.people import seed
from tests.portals.cassind_mock.visitor import Visitor

pytestmark = pytest.mark.browser

Enter = Callable[[Office], Visitor]

ALL = ["2400701", "2400702", "2400703"]
SKINS = pytest.mark.parametrize("skin", skins.SKINS)
ALREADY = "Guia 2400701: guia já faturada no protocolo 240101."


@pytest.fixture
def enter(browser: Browser) -> Iterator[Enter]:
    """A person in a new window in front of a portal."""
    context = browser.new_context()

    def entered(office: Office) -> Visitor:
        return Visitor(context.new_page(), office.url, str(office.mock.stage.settings.skin))

    yield entered
    context.close()


def _bill(visitor: Visitor) -> None:
    visitor.mark_all()
    visitor.button("Faturar guias marcadas").click()
    if visitor.antiga:
        visitor.button("Confirmar").click()


def _requests(office: Office, action: str = "faturar") -> list[str]:
    return [row["outcome"] for row in office.mock.stage.requests.rows(action)]


@SKINS
def test_a_person_bills_what_is_listed_and_finds_it_among_the_protocolos(
    open_office: Open, enter: Enter, skin: str
) -> None:
    office = open_office(skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    _bill(visitor)
    expect(visitor.alert()).to_contain_text("Guias faturadas com sucesso. Protocolo de faturamento: 240101")
    visitor.choose("Protocolos de faturamento")
    visitor.button("Listar").click()
    expect(visitor.screen.locator(".quantidade")).to_have_text("Quantidade: 3 de 3")
    assert office.billed() == [("240101", number) for number in ALL]


@SKINS
def test_marcar_todas_marks_what_is_shown_and_no_more(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(seed(12), skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    boxes = visitor.screen.locator("input[name=guia]")
    visitor.mark_all()
    marked = [boxes.nth(place).is_checked() for place in range(boxes.count())]
    visitor.screen.get_by_role("link", name="Desmarcar todas", exact=True).click()
    left = visitor.screen.locator("input[name=guia]:checked").count()
    counted = visitor.screen.locator(".quantidade").inner_text()
    assert (marked, left, counted) == ([True] * 10, 0, "Quantidade: 10 de 12")


@SKINS
def test_the_printable_protocolo_opens_in_its_own_window(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    _bill(visitor)
    with visitor.page.expect_popup() as popup:
        visitor.screen.get_by_role("link", name="Imprimir protocolo").click()
    expect(popup.value.get_by_role("heading", name="PROTOCOLO DE FATURAMENTO")).to_be_visible()
    assert popup.value.title() == "Protocolo de faturamento 240101"


def test_the_notices_of_the_old_skin_cover_the_page_until_both_are_dismissed(open_office: Open, enter: Enter) -> None:
    visitor = enter(open_office(skin="antiga", signed_in=False))
    visitor.sign_in()
    on_top = "() => document.elementFromPoint(60, 90).closest('.cortina') !== null"
    covered = [visitor.page.evaluate(on_top)]
    for name in ("OK", "Fechar"):
        visitor.page.get_by_role("button", name=name).click()
        covered.append(visitor.page.evaluate(on_top))
    assert covered == [True, True, False]


def test_the_old_skin_works_in_a_frame_with_ids_that_change_on_each_load(open_office: Open, enter: Enter) -> None:
    visitor = enter(open_office(skin="antiga", signed_in=False)).arrive()
    field = visitor.screen.locator("input.data[name=periodo_de]")
    first = field.get_attribute("id")
    visitor.button("Listar autorizações").click()
    expect(field).not_to_have_id(str(first))
    assert visitor.page.locator("input[name=periodo_de]").count() == 0


def test_labels_are_tied_to_their_fields_only_in_the_plain_skin(open_office: Open, enter: Enter) -> None:
    found = []
    for skin in ("simples", "antiga"):
        visitor = enter(open_office(skin=skin, signed_in=False)).arrive()
        found.append(visitor.screen.get_by_label("Número da autorização:").count())
    assert found == [1, 0]


def test_the_old_skin_covers_its_screen_while_it_loads(open_office: Open, enter: Enter) -> None:
    office = open_office(skin="antiga", signed_in=False)
    visitor = enter(office).arrive()
    veil = visitor.screen.locator("#carregando")
    office.mock.faults.arm("slow", on="listar", ms=700)
    visitor.button("Listar autorizações").click()
    expect(veil).to_be_visible()
    expect(veil).to_be_hidden()
    assert veil.text_content() == "Carregando..."


def test_the_old_skin_asks_before_it_bills_and_takes_no_for_an_answer(open_office: Open, enter: Enter) -> None:
    office = open_office(skin="antiga", signed_in=False)
    visitor = enter(office).arrive()
    visitor.mark_all()
    visitor.button("Faturar guias marcadas").click()
    question = visitor.screen.locator(".aviso p").inner_text()
    visitor.button("Cancelar").click()
    expect(visitor.screen.locator(".aviso")).to_have_count(0)
    assert (question, _requests(office)) == ("Confirma o faturamento de 3 guia(s)?", [])


def test_the_old_skin_says_in_a_modal_that_nothing_is_marked(open_office: Open, enter: Enter) -> None:
    office = open_office(skin="antiga", signed_in=False)
    visitor = enter(office).arrive()
    visitor.button("Faturar guias marcadas").click()
    said = visitor.screen.locator(".aviso").inner_text()
    assert (said.split("\n")[0], "Nenhuma guia marcada. Marque ao menos uma guia para faturar." in said) == (
        "Atenção",
        True,
    )


@SKINS
def test_chromium_resends_a_cut_billing_by_itself_and_is_told_it_is_already_billed(
    open_office: Open, enter: Enter, skin: str
) -> None:
    office = open_office(skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    office.mock.faults.arm("commit_then_drop", on="faturar")
    _bill(visitor)
    expect(visitor.alert()).to_contain_text(ALREADY)
    assert (_requests(office), len(office.billed())) == (["cortado", "200"], 3)


def test_the_old_skin_admits_a_failure_of_communication(open_office: Open, enter: Enter) -> None:
    office = open_office(skin="antiga", signed_in=False)
    visitor = enter(office).arrive()
    office.mock.faults.arm("commit_then_drop", on="faturar", times=None)
    _bill(visitor)
    expect(visitor.screen.get_by_text("Erro na comunicação com o servidor.")).to_be_visible()
    assert len(office.billed()) == 3


@SKINS
def test_a_double_click_bills_twice_under_its_switch(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(seed(1), skin=skin, signed_in=False)
    office.mock.faults.arm("duplicate_click_accepted", on="faturar")
    visitor = enter(office).arrive()
    visitor.mark_all()
    if visitor.antiga:
        visitor.button("Faturar guias marcadas").click()
        visitor.button("Confirmar").dblclick()
    else:
        visitor.button("Faturar guias marcadas").dblclick()
    expect(visitor.alert()).to_contain_text("Protocolo de faturamento: 240102")
    assert office.billed() == [("240101", "2400701"), ("240102", "2400701")]


@SKINS
def test_a_double_click_without_the_switch_bills_once(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(seed(1), skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    visitor.mark_all()
    if visitor.antiga:
        visitor.button("Faturar guias marcadas").click()
        visitor.button("Confirmar").dblclick()
    else:
        visitor.button("Faturar guias marcadas").dblclick()
    expect(visitor.alert()).to_be_visible()
    assert office.billed() == [("240101", "2400701")]


@SKINS
@pytest.mark.parametrize(("accept", "billed"), [(True, ALL), (False, [])])
def test_an_unexpected_question_at_the_button_decides_whether_the_form_goes_out(
    open_office: Open, enter: Enter, skin: str, accept: bool, billed: list[str]
) -> None:
    office = open_office(skin=skin, signed_in=False)
    office.mock.faults.arm("unexpected_dialog", on="faturar", text="Deseja imprimir?")
    visitor = enter(office).arrive()
    seen: list[tuple[str, str]] = []

    def answer(dialog: Dialog) -> None:
        seen.append((dialog.type, dialog.message))
        if accept:
            dialog.accept()
        else:
            dialog.dismiss()

    visitor.page.on("dialog", answer)
    visitor.mark_all()
    visitor.button("Faturar guias marcadas").click()
    if accept:
        if visitor.antiga:
            visitor.button("Confirmar").click()
        expect(visitor.alert()).to_be_visible()
    assert (seen, [number for _, number in office.billed()]) == ([("confirm", "Deseja imprimir?")], billed)


@SKINS
def test_an_unexpected_modal_covers_the_list(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(skin=skin, signed_in=False)
    office.mock.faults.arm("unexpected_dialog", on="listar", text="Pesquisa de satisfação", kind="modal")
    visitor = enter(office).arrive()
    expect(visitor.screen.locator(".cortina .aviso p")).to_have_text("Pesquisa de satisfação")
    assert office.mock.faults.armed() == []


@SKINS
def test_a_lost_session_shows_the_login_where_the_work_was(open_office: Open, enter: Enter, skin: str) -> None:
    office = open_office(skin=skin, signed_in=False)
    visitor = enter(office).arrive()
    office.mock.faults.arm("session_lost", on="faturar")
    _bill(visitor)
    expect(visitor.screen.locator("input[name=senha]")).to_be_visible()
    assert (office.billed(), visitor.alert().inner_text()) == (
        [],
        "Sua sessão expirou. Informe novamente o login e a senha.",
    )

"""The panel in a real browser: nothing from elsewhere, nothing against the policy, three clicks to a proof."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from agent.accounting.opening import open_books
from agent.ledger.evidence import Of
from agent.ledger.turns import Step
from agent.model.registro import Evidence
from tests.panel.conftest import Panel
from tests.panel.screen import LAPTOP, PHONE, Opens, windows_on
from tests.panel.test_sheets import GOOD, LATE, NAME, sheet
from tests.panel.test_who_may import CLOSE, STATE

pytestmark = pytest.mark.browser

SETTINGS = ("/glosas", "/configuracoes", "/configuracoes/clinica.aurora", "/configuracoes/aurora/mapeamento")


@pytest.fixture
def screen(browser: Browser, panel: Panel) -> Iterator[Opens]:
    """Opens windows of a size on the panel."""
    with windows_on(browser, panel.url) as opened:
        yield opened


def test_from_the_sign_in_to_the_file_that_proves_a_glosa_in_three_clicks(screen: Opens) -> None:
    here = screen(LAPTOP)
    here.signs_in("Olga")
    here.page.goto(f"{here.url}/quadro?mes=2026-03&ver=glosa&portal=ipasem")
    here.page.get_by_role("cell", name="97,42").get_by_role("link").click()
    here.page.get_by_role("row", name="glosa parcial").get_by_role("rowheader").get_by_role("link").nth(0).click()
    here.page.get_by_role("link", name="relatório de retorno").click()

    expect(here.page).to_have_url(re.compile(r"/prova/\d+/[0-9a-f]{64}\?ver=1$"))
    assert (here.elsewhere(), here.complaints) == (set(), [])


def test_a_close_is_approved_with_the_keyboard_alone(screen: Opens, panel: Panel) -> None:
    with panel.house.books() as ledger:
        ledger.queue.ask(CLOSE)
    here = screen(LAPTOP)
    here.signs_in("Aprígio")
    here.page.get_by_role("link", name="Conferir e decidir").press("Enter")
    here.page.get_by_label("Para aprovar, digite").press_sequentially(STATE[:6])
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_text("Nada espera por uma pessoa.")).to_be_visible()
    with open_books(panel.office) as ledger:
        answered = ledger.queue.answered("aprovar", "aurora", "ipasem", "2026-10", STATE)

    assert (answered, here.elsewhere(), here.complaints) == (("sim", "Aprígio"), set(), [])


def test_the_board_is_searched_and_opened_with_the_keyboard_alone(screen: Opens) -> None:
    here = screen(LAPTOP)
    here.signs_in("Olga")
    here.page.goto(f"{here.url}/quadro")
    here.page.keyboard.press("/")
    here.page.keyboard.type("sereno")
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_text("1 linha. Cada número")).to_be_visible()
    here.page.wait_for_load_state()  # the keys are the page's script's
    here.page.keyboard.press("j")
    here.page.keyboard.press("Enter")

    expect(here.page).to_have_url(re.compile(r"/mes/\d+$"))
    expect(here.page.get_by_role("heading", level=1)).to_contain_text("Clínica Vale Sereno")
    assert (here.elsewhere(), here.complaints) == (set(), [])


def test_what_runs_appears_and_goes_without_opening_the_page_again(screen: Opens, panel: Panel) -> None:
    here = screen(LAPTOP)
    here.signs_in("Olga")
    expect(here.page.get_by_text("Nada está em andamento agora.")).to_be_visible()
    step = Step("aurora", "cassind", "a", "2026-10", "lancar", "plano", 1)
    with panel.house.books() as ledger:
        number = ledger.turns.take(step, "eu", timedelta(hours=1), side_by_side=1)
    assert number is not None
    expect(here.page.get_by_role("progressbar", name="Andamento")).to_be_visible(timeout=15_000)
    with panel.house.books() as ledger:
        ledger.turns.end(number, "eu", "done", "")
    expect(here.page.get_by_text("Nada está em andamento agora.")).to_be_visible(timeout=15_000)

    assert (here.elsewhere(), here.complaints) == (set(), [])


def test_no_page_is_wider_than_a_phone_nor_breaks_its_own_policy(screen: Opens, panel: Panel) -> None:
    with panel.house.books() as ledger:
        item = ledger.queue.ask(CLOSE)
        mes = ledger.months.all()[-1]
        entry = ledger.entries.of(mes)[0]
    here = screen(PHONE)
    here.signs_in("Ana")
    paths = ("/dia", "/quadro", f"/mes/{mes.id}", f"/lancamento/{entry.id}", f"/aprovar/{item}", "/pessoas", *SETTINGS)
    wide = {}
    for path in paths:
        here.page.goto(here.url + path)
        wide[path] = here.too_wide()

    assert wide == dict.fromkeys(paths, 0)
    assert (here.elsewhere(), here.complaints) == (set(), [])


def test_evidence_with_a_script_in_it_is_shown_and_the_script_does_not_run(screen: Opens, panel: Panel) -> None:
    page = b"<h1>Retorno</h1><script>document.title = 'correu'</script><img src='https://mal.exemplo/x.png'>"
    with panel.house.books() as ledger:
        mes = ledger.months.all()[0]
        ledger.evidence.add(Of(mes.id, (), "parada"), Evidence("html", "tela", page))
        proof = ledger.trail.proofs(mes)[-1]
    here = screen(LAPTOP)
    here.signs_in("Olga")
    here.page.goto(f"{here.url}/quadro")
    let_out: list[str] = []

    def stop(route: Route) -> None:
        let_out.append(route.request.url)
        route.abort()

    here.page.route("https://mal.exemplo/**", stop)
    here.page.goto(f"{here.url}/prova/{mes.id}/{proof.sha256}?ver=1")

    expect(here.page.get_by_role("heading", name="Retorno")).to_be_visible()
    assert (here.page.title() == "correu", let_out) == (False, [])
    assert [text for text in here.complaints if "https://mal.exemplo/x.png" in text] != []


def test_a_sheet_is_handed_in_looked_at_and_kept(screen: Opens, panel: Panel, tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_bytes(sheet(GOOD, LATE))
    here = screen(LAPTOP)
    here.signs_in("Olga")
    here.page.get_by_role("link", name="Planilhas").click()
    here.page.get_by_label("Clínica").select_option("aurora")
    here.page.get_by_label("Arraste o arquivo").set_input_files(file)
    here.page.get_by_role("button", name="Conferir").click()

    expect(here.page.get_by_role("cell", name="35/10/2026", exact=True)).to_have_class("problema")
    assert here.too_wide() == 0
    here.page.get_by_role("button", name="Guardar na pasta da clínica").click()
    expect(here.page.get_by_role("cell", name=NAME)).to_be_visible()
    assert (here.elsewhere(), here.complaints) == (set(), [])
    assert [path.name for path in panel.office.planilhas("aurora")] == [NAME]

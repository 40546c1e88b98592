"""Every page of the panel before axe-core: nothing serious stands in the way of a screen reader or a weak eye."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from agent.panel.receiving import Receiving
from tests.panel.conftest import Panel
from tests.panel.everybody import grave
from tests.panel.people import PASSWORD
from tests.panel.test_who_may import CLOSE

pytestmark = pytest.mark.browser

SIZES = {"laptop": (1366, 768), "phone": (390, 844)}
SHEET = b"Autorizacao;Data;Codigo;Qtde;Valor\n2988001;35/10/2026;50000616;1;65,00\n"


@pytest.fixture(scope="module")
def paths(shared: Panel) -> list[str]:
    """Every kind of page, with something on it."""
    with shared.house.books() as ledger:
        number = ledger.queue.ask(replace(CLOSE, subject="cd34" * 16, until="2026-11-30T12:00:00.000Z"))
        mes = ledger.months.all()[-3]
        refused = next(g.conta_id for _, chase in shared.house.figuring.chases(ledger) for g in chase.glosas)
    taken = Receiving(shared.office, shared.clock).take("aurora", "ipasem 10-2026.csv", SHEET, "Olga")
    return [
        *("/dia", "/atender", f"/aprovar/{number}", "/quadro", f"/mes/{mes.id}", f"/lancamento/{refused}"),
        "/glosas?clinica=vale-sereno",
        *("/planilhas", f"/planilhas/{taken.id}", "/configuracoes", "/configuracoes/clinica.aurora"),
        *("/configuracoes/escritorio", "/configuracoes/aurora/mapeamento", "/pessoas", "/mes/999999"),
    ]


@pytest.fixture
def window(browser: Browser, shared: Panel) -> Iterator[Page]:
    """A window before the sign-in page."""
    context = browser.new_context(locale="pt-BR")
    page = context.new_page()
    page.goto(f"{shared.url}/entrar")
    yield page
    context.close()


def test_no_page_has_anything_serious_or_critical_on_a_laptop_or_a_phone(
    window: Page, shared: Panel, paths: list[str]
) -> None:
    told = _at_both(window, "/entrar")
    window.get_by_label("Nome").fill("Ana")
    window.get_by_label("Senha").fill(PASSWORD)
    window.keyboard.press("Enter")
    window.wait_for_url("**/dia")
    for path in paths:
        window.goto(shared.url + path)
        told |= _at_both(window, path)

    assert {place: found for place, found in told.items() if found} == {}
    assert len(told) == 2 * len(paths) + 2


def test_the_rules_are_awake(window: Page) -> None:
    window.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')")

    assert grave(window) == ["label: <input>"]


def _at_both(page: Page, path: str) -> dict[str, list[str]]:
    told = {}
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        told[f"{path}, {name}"] = grave(page)
    return told

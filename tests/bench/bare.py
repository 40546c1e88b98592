"""A Playwright script as people write it: fill, Enter, wait_for; it types the same fields and checks nothing."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, sync_playwright

from portals.browser.find import installed_browser
from tests.bench.job import PASSWORD, Job, Service
from tests.bench.track import Track


def run(job: Job, track: Track) -> None:
    """Sign in, open the month, type every service; nothing is waited for between the fields."""
    type_all(job, track, lambda _page, _label: None)


def type_all(job: Job, track: Track, entered: Callable[[Page, str], None]) -> None:
    """The same with something of one's own after each field's Enter."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), headless=True)
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        _sign_in(page, job)
        track.line_up()
        for service in job.services:
            _launch(page, service, entered)
            track.step()
        track.finish()
        browser.close()


def _sign_in(page: Page, job: Job) -> None:
    page.goto(f"{job.url}/requerimentos")
    page.get_by_label("CPF/CNPJ").fill(job.user)
    page.get_by_label("Senha").fill(PASSWORD)
    page.wait_for_function("document.querySelector('.g-recaptcha-response').value")
    page.get_by_role("button", name="Acessar").click()
    card = page.locator("form", has=page.get_by_role("button", name="Acessar")).first
    card.get_by_label("Mês").fill(f"{job.competencia.mes:02d}")
    card.get_by_label("Ano").fill(str(job.competencia.ano))
    card.get_by_role("button", name="Acessar").click()
    _number(page).wait_for()


def _launch(page: Page, service: Service, entered: Callable[[Page, str], None]) -> None:
    _number(page).fill(service.number)
    _number(page).press("Enter")
    page.get_by_label("Código do Conselho").wait_for()
    typed = {
        "Código do Conselho": service.council,
        "Código AMB": service.code,
        "Data de Atendimento": service.day.strftime("%d/%m/%Y"),
        "Quantidade": str(service.quantity),
    }
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
        page.get_by_label(label).press("Enter")
        entered(page, label)
    page.get_by_role("button", name="Gravar Movimento").click()
    page.get_by_text("Movimento gravado com sucesso").wait_for()


def _number(page: Page) -> Locator:
    return page.get_by_label("DIGITE O NÚMERO DA AUTORIZAÇÃO E APERTE ENTER")

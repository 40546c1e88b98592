"""A person at the portal in a real browser: knows the words on the screen and both skins' habits."""

from __future__ import annotations

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.portals.cassind_mock.people import CLINICA


class Visitor:
    """Drives one page. `screen` is where the work happens: the page, or the frame of the old skin."""

    def __init__(self, page: Page, url: str, skin: str) -> None:
        self.page = page
        self.url = url
        self.antiga = skin == "antiga"
        page.set_default_timeout(10_000)

    @property
    def screen(self) -> Page | FrameLocator:
        return self.page.frame_locator("iframe[name=conteudo]") if self.antiga else self.page

    def sign_in(self) -> None:
        """From the site's entry to the home page; notices stay open."""
        self.page.goto(self.url)
        self.page.get_by_text("Clínicas e consultórios").click()
        self.page.get_by_role("button", name="ENTRAR").click()
        self.page.locator("input[name=operador]").fill(CLINICA.login)
        self.page.locator("input[name=senha]").fill(CLINICA.password)
        self.page.get_by_role("button", name="Entrar", exact=True).click()
        expect(self.page.get_by_text("Você está logado")).to_be_visible()

    def dismiss_notices(self) -> None:
        if self.antiga:
            self.page.get_by_role("button", name="OK").click()
            self.page.get_by_role("button", name="Fechar").click()

    def choose(self, item: str) -> None:
        """An item of the menu Faturamento."""
        self.page.locator("a.dropdown-toggle", has_text="Faturamento").click()
        self.page.get_by_role("link", name=item, exact=True).click()

    def list_october(self) -> None:
        """Faturamento Simplificado, October, Listar autorizações."""
        self.choose("Simplificado")
        self.screen.locator("input[name=periodo_de]").fill("01/10/2026")
        self.screen.locator("input[name=periodo_ate]").fill("31/10/2026")
        self.button("Listar autorizações").click()
        expect(self.screen.locator(".quantidade")).to_be_visible()

    def arrive(self) -> Visitor:
        """Signed in, notices gone, October's list on the screen."""
        self.sign_in()
        self.dismiss_notices()
        self.list_october()
        return self

    def button(self, name: str) -> Locator:
        return self.screen.get_by_role("button", name=name, exact=True)

    def mark_all(self) -> None:
        self.screen.get_by_role("link", name="Marcar todas", exact=True).click()

    def alert(self) -> Locator:
        return self.screen.locator(".alert")

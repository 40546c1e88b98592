"""A person at the portal in a real browser: knows the words on the screen and both skins' habits."""

from __future__ import annotations

from playwright.sync_api import Dialog, FrameLocator, Locator, Page, expect

from tests.portals.ipasem_mock.conftest import LOGIN, TOKEN, Visit
from tests.portals.ipasem_mock.people import CLINICA

ENTRY = ("5615", "50000616", "18/02/2025", "1", "65,00", "")


class Typist:
    """One person, one page. `work` is where the screens are: the page, or the old skin's frame."""

    def __init__(self, page: Page, visit: Visit) -> None:
        self.page = page
        self.visit = visit
        self.old = visit.mock.stage.settings.skin == "antiga"
        self.said: list[str] = []

    @property
    def work(self) -> Page | FrameLocator:
        return self.page.frame_locator("iframe[name=trabalho]") if self.old else self.page

    def arrive(self) -> None:
        """Comes with a session that was opened elsewhere, its notice seen there."""
        self.visit.sign_in()
        cookie = self.visit.client.cookies["advanced-frontend"]
        self.page.context.add_cookies([{"name": "advanced-frontend", "value": cookie, "url": self.visit.served.url}])
        self.page.goto(f"{self.visit.served.url}/requerimentos")
        expect(self.work.get_by_text("GERAR REQUERIMENTOS", exact=True)).to_be_visible()

    def sign_in(self) -> None:
        """Types, has the box ticked by a person, goes in, closes the notice."""
        self.page.goto(self.visit.served.url + LOGIN)
        self.page.locator("input[name*=documento]").fill(CLINICA.document)
        self.page.locator("input[name*=senha]").fill(CLINICA.password)
        self.tick()
        self.page.get_by_role("button", name="Acessar").click()
        if self.old:
            self.page.get_by_role("button", name="Fechar").click()
        expect(self.work.get_by_text("GERAR REQUERIMENTOS", exact=True)).to_be_visible()

    def tick(self) -> None:
        """A person ticks the box, through the door for people."""
        headers = {"X-Porta": TOKEN}
        (box,) = self.visit.client.get("/porta-da-pessoa/captchas?espera=20", headers=headers).json()
        self.visit.client.post(f"/porta-da-pessoa/captchas/{box['id']}/marcar", headers=headers)
        expect(self.box()).to_be_checked()
        self.page.wait_for_function("document.querySelector('textarea.g-recaptcha-response').value !== ''")

    def box(self) -> Locator:
        return self.page.frame_locator("iframe[title=reCAPTCHA]").get_by_role("checkbox")

    def card(self, action: str) -> Locator:
        """The form of a card, with February typed."""
        form = self.work.locator(f"form[action$='{action}']")
        form.locator("input[name*=mes]").fill("02")
        form.locator("input[name*=ano]").fill("2025")
        return form

    def go_to_launching(self) -> None:
        self.card("cartao/gerar").get_by_role("button", name="Acessar").click()
        expect(self.number()).to_be_focused()

    def number(self) -> Locator:
        return self.work.locator("form[data-abrir] input[type=text]")

    def field(self, name: str) -> Locator:
        return self.work.locator(f"[data-campo={name}]")

    def enter(self, number: str = "2678555") -> None:
        """The number and Enter; the form is there, with the cursor in its first field."""
        self.number().fill(number)
        self.number().press("Enter")
        expect(self.field("conselho")).to_be_focused()

    def type_entry(self) -> None:
        """All fields by keyboard, Enter after each, up to the button."""
        names = ("conselho", "codigo", "data", "quantidade", "valor", "observacao")
        for name, text in zip(names, ENTRY, strict=True):
            expect(self.field(name)).to_be_focused()
            self.page.keyboard.type(text)
            self.page.keyboard.press("Enter")
        expect(self.button("Gravar Movimento")).to_be_focused()

    def button(self, name: str) -> Locator:
        return self.work.get_by_role("button", name=name, exact=True)

    def answer_questions(self, *, accept: bool) -> None:
        """From now on native questions are heard and answered."""

        def heard(dialog: Dialog) -> None:
            self.said.append(dialog.message)
            if accept:
                dialog.accept()
            else:
                dialog.dismiss()

        self.page.on("dialog", heard)

    def answer(self, question: str, *, accept: bool) -> None:
        """In the old skin, the window that asks; in the plain one it was a native question."""
        if self.old:
            expect(self.work.get_by_role("dialog")).to_contain_text(question)
            self.button("OK" if accept else "Cancelar").click()
        else:
            assert self.said[-1] == question

    def hears(self, text: str) -> None:
        """Waits for a sentence, and in the old skin closes its window."""
        expect(self.work.get_by_text(text)).to_be_visible()
        if self.old:
            self.button("OK").click()

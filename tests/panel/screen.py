"""A window on the panel in a real browser, and all that it asked for or complained of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, expect

from tests.panel.people import PASSWORD

expect.set_options(timeout=20_000)  # a busy machine is no fault of the page's
LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@dataclass
class Screen:
    """A window on the panel, and all that it asked for or complained of."""

    page: Page
    url: str
    asked: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.asked.add(request.url))
        self.page.on("console", lambda message: self._hear(message.text))
        self.page.on("pageerror", lambda error: self._hear(str(error)))

    def _hear(self, text: str) -> None:
        if "/favicon.ico" not in text:  # Firefox looks for an icon of its own accord where a kept page names none
            self.complaints.append(text)

    def signs_in(self, nome: str) -> None:
        self.page.goto(f"{self.url}/")
        self.page.get_by_label("Nome").fill(nome)
        self.page.get_by_label("Senha").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name="Sair")).to_be_visible()

    def elsewhere(self) -> set[str]:
        """What was asked of anybody but the panel."""
        return {url for url in self.asked if not url.startswith(f"{self.url}/")}

    def too_wide(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def reads(self) -> str:
        """What stands on the page, each run of white space as one."""
        return " ".join(self.page.locator("main").inner_text().split())


Opens = Callable[[dict[str, int]], Screen]
"""A window of a size, not signed in."""


@contextmanager
def windows_on(browser: Browser, url: str) -> Iterator[Opens]:
    """Opens windows on the panel, each with cookies of its own, and closes them all at the end."""
    contexts = []

    def opened(size: dict[str, int]) -> Screen:
        context = browser.new_context(viewport={"width": size["width"], "height": size["height"]}, locale="pt-BR")
        contexts.append(context)
        screen = Screen(context.new_page(), url)
        screen.watch()
        return screen

    try:
        yield opened
    finally:
        for context in contexts:
            context.close()

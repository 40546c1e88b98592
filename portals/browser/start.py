"""Start a browser, and stop it again whatever happens."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import BrowserMissing
from portals.browser.find import required_browser
from portals.browser.firefox import launched_firefox
from portals.browser.settings import BrowserSettings

# What Chromium would do on its own account: look for updates, fetch models, sync, ask to be the default browser.
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
)


@contextmanager
def open_browser(settings: BrowserSettings | None = None) -> Iterator[Browser]:
    """A running browser for this thread, closed on leaving.

    Playwright's sync API belongs to the thread that started it. Raises BrowserMissing when none can be found or
    the one found does not start.
    """
    settings = settings or BrowserSettings()
    with sync_playwright() as playwright:
        browser = _launch(playwright, settings)
        try:
            yield browser
        finally:
            if browser.is_connected():
                browser.close()


def _launch(playwright: Playwright, settings: BrowserSettings) -> Browser:
    if settings.firefox:
        return launched_firefox(playwright.firefox, settings)
    path = required_browser(settings.path, Path(playwright.chromium.executable_path), shown=settings.shown)
    try:
        return playwright.chromium.launch(
            executable_path=path,
            headless=not settings.shown,
            chromium_sandbox=_sandbox(settings),
            args=[*_QUIET, *([f"--remote-debugging-port={settings.debug_port}"] if settings.debug_port else [])],
        )
    except PlaywrightError as error:
        raise BrowserMissing(f"O navegador {str(path)!r} não abriu: {_reason(error)}", do=_advice(error)) from error


def _sandbox(settings: BrowserSettings) -> bool:
    if settings.sandbox is not None:
        return settings.sandbox
    return not (sys.platform == "linux" and os.getuid() == 0)


def _reason(error: PlaywrightError) -> str:
    lines = [line.strip() for line in error.message.splitlines() if line.strip()]
    telling = [line for line in lines if "ERROR" in line or "Missing" in line or "sandbox" in line.lower()]
    return (telling or lines or ["sem explicação"])[0][:300]


def _advice(error: PlaywrightError) -> str:
    if "sandbox" in error.message.lower():
        return (
            'Este sistema não permite a proteção do Chromium; escreva "navegador.sandbox = false" para abrir sem ela.'
        )
    if "DISPLAY" in error.message or "headed" in error.message:
        return "Não há tela neste computador; rode sem mostrar o navegador."
    return 'Confira "navegador.caminho" no faturista.toml, ou atualize o navegador.'

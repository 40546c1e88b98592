"""Firefox, where an office wants it (CASSIND's manual recommends it beside Chrome): found, started, proven to serve."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, BrowserType
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import BrowserMissing
from portals.browser.settings import BrowserSettings

_NAMES = ("firefox", "firefox-esr")
_INSTALLED = "moz-firefox"
_ADVICE = 'Instale o Firefox, ou apague "navegador.programa" do faturista.toml para usar o Chrome ou o Edge.'
_TOO_OLD = 'Atualize o Firefox, ou apague "navegador.programa" do faturista.toml para usar o Chrome ou o Edge.'


def launched_firefox(firefox: BrowserType, settings: BrowserSettings) -> Browser:
    """Playwright's own where it was fetched, else the installed one, which Playwright drives by WebDriver BiDi.

    Raises BrowserMissing where there is none, or where it is too old: what Playwright asks of an installed Firefox
    grows with the newest one (version 153 lacks one of it, Playwright 1.65).
    """
    own = Path(firefox.executable_path)
    path = settings.path or (own if own.is_file() else installed_firefox())
    if path is None or not path.is_file():
        raise BrowserMissing("O Firefox não foi encontrado.", where="faturista.toml", do=_ADVICE)
    channel = None if path == own else _INSTALLED
    browser: Browser | None = None
    try:
        browser = firefox.launch(executable_path=path, channel=channel, headless=not settings.shown)
        browser.new_context().close()
    except PlaywrightError as error:
        if browser is not None:
            browser.close()
        raise BrowserMissing(f"O Firefox {str(path)!r} não serve: {_first_line(error)}", do=_TOO_OLD) from error
    return browser


def installed_firefox(
    platform: str = sys.platform,
    env: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    is_file: Callable[[Path], bool] = Path.is_file,
) -> Path | None:
    """The Firefox that is there, None where there is none. `platform` as in sys.platform."""
    on_path = (Path(found) for name in _NAMES if (found := which(name)))
    return next((place for place in (*on_path, *_places(platform, env)) if is_file(place)), None)


def _places(platform: str, env: Mapping[str, str]) -> Iterator[Path]:
    if platform == "win32":
        roots = (env[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if env.get(name))
        yield from (Path(root) / r"Mozilla Firefox\firefox.exe" for root in roots)
    elif platform == "darwin":
        roots = (path for path in ("/Applications", str(Path(env.get("HOME", "/")) / "Applications")))
        yield from (Path(root) / "Firefox.app/Contents/MacOS/firefox" for root in roots)
    else:
        yield Path("/snap/bin/firefox")


def _first_line(error: PlaywrightError) -> str:
    return next((line.strip() for line in error.message.splitlines() if line.strip()), "sem explicação")[:300]

"""Find the browser that is already there: Chrome, Edge, Chromium, in this order; else have Playwright fetch one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from agent.model.errors import BrowserMissing

_NAMES = (
    ("google-chrome", "google-chrome-stable", "chrome"),
    ("microsoft-edge", "microsoft-edge-stable", "msedge"),
    ("chromium", "chromium-browser"),
)
_WINDOWLESS = ("chrome-headless-shell", "chromium-headless-shell")
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)
_LINUX = ("/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium")
_ADVICE = (
    'Instale o Google Chrome, o Microsoft Edge ou o Chromium, ou escreva o caminho dele em "navegador.caminho" '
    "no faturista.toml."
)


def standard_places(platform: str, env: Mapping[str, str]) -> Iterator[Path]:
    """Where each system keeps its browsers, best first. `platform` as in sys.platform."""
    if platform == "win32":
        roots = [env[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if env.get(name)]
        yield from (Path(root) / place for place in _WINDOWS for root in roots)
    elif platform == "darwin":
        roots = ["/Applications", str(Path(env.get("HOME", "/")) / "Applications")]
        yield from (Path(root) / place for place in _MACOS for root in roots)
    else:
        yield from map(Path, _LINUX)


def installed_browser(
    platform: str = sys.platform,
    env: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    is_file: Callable[[Path], bool] = Path.is_file,
) -> Path | None:
    """The first browser that is there, None where there is none. Chrome anywhere comes before Edge anywhere."""
    places = list(standard_places(platform, env))
    for brand, names in zip(("chrome", "edge", "chromium"), _NAMES, strict=True):
        on_path = [Path(found) for name in names if (found := which(name))]
        for candidate in [*on_path, *(p for p in places if _brand(p) == brand)]:
            if is_file(candidate):
                return candidate
    return None


def windowless_browser(which: Callable[[str], str | None] = shutil.which) -> Path | None:
    """Chromium's headless shell, where it is installed: the same engine without a window, for a third less work."""
    found = [Path(path) for name in _WINDOWLESS if (path := which(name))]
    return found[0] if found else None


def required_browser(
    path: Path | None, playwright_own: Path, install: Callable[[], bool] | None = None, *, shown: bool = True
) -> Path:
    """The browser to start: `path` of the settings, else an installed one, else Playwright's own, fetched if need be.

    One that need not be `shown` is the headless shell where there is one. Raises BrowserMissing, which says what to do.
    """
    if path is not None:
        if not path.is_file():
            raise BrowserMissing(f"O navegador {str(path)!r} não existe.", where="faturista.toml", do=_ADVICE)
        return path
    if not shown and (found := windowless_browser()):
        return found
    if found := installed_browser():
        return found
    if playwright_own.is_file() or ((install or install_chromium)() and playwright_own.is_file()):
        return playwright_own
    raise BrowserMissing(do=_ADVICE)


def install_chromium() -> bool:
    """Have Playwright download its Chromium; False when it could not (no network, system not supported)."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)  # noqa: S603  # our own interpreter
    return done.returncode == 0


def _brand(place: Path) -> str:
    text = str(place).lower()
    if "msedge" in text or "microsoft" in text:
        return "edge"
    return "chromium" if "chromium" in text else "chrome"

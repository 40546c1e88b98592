"""Which Firefox a run with `--browser firefox` uses: Playwright's own where it was fetched, else the installed one."""

import shlex
import sys
from pathlib import Path

import pytest

from portals.browser.firefox import installed_firefox
from portals.browser.settings import BrowserSettings

_PLAYWRIGHTS_OWN = "ms-playwright/firefox-*"


def firefox_settings(folders: pytest.TempPathFactory) -> BrowserSettings:
    """An installed one stands behind the relay, so that a long-term release serves too."""
    found = installed_firefox()
    if found is None or any((Path.home() / ".cache").glob(_PLAYWRIGHTS_OWN)):
        return BrowserSettings(firefox=True)
    command = shlex.join([sys.executable, "-m", "tests.firefox.relay", str(found)])
    script = folders.mktemp("firefox") / "firefox"
    script.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return BrowserSettings(firefox=True, path=script)

"""One browser for each test process, and the longest tests first, so that no process is left alone with them."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser

from agent.vault.key import VARIABLE
from portals.browser.settings import BrowserSettings
from portals.browser.start import open_browser
from tests.firefox.installed import firefox_settings

_LONGEST = ("journey", "protocol", "portals")
hypothesis.settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault of the code's
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def browser(browser_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The product's own, in place of pytest-playwright's: Playwright's sync API starts once in a thread.

    `--browser firefox` is Firefox; see tests.firefox.
    """
    own = firefox_settings(tmp_path_factory) if browser_name == "firefox" else BrowserSettings()
    with open_browser(own) as browser:
        yield browser


@pytest.fixture(scope="session", autouse=True)
def vault_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The key of whatever a test seals without naming one: never the one of whoever runs the tests."""
    key = tmp_path_factory.mktemp("chave") / "chave"
    key.touch(mode=0o600)
    key.write_text("chave-inventada-dos-testes", encoding="ascii")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(key))
        yield key


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folders whose tests take longest begin; within them the order stays."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return _LONGEST.index(folder) if folder in _LONGEST else len(_LONGEST)

"""One browser for each test process: Playwright's sync API cannot be started twice in one thread."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from portals.browser.start import open_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The product's own browser, in place of pytest-playwright's."""
    with open_browser() as browser:
        yield browser

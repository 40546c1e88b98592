"""Each test of the adapter runs on both skins of the mock, with the same code."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.portals.ipasem.office import Office, office


@pytest.fixture(params=["simples", "antiga"])
def ipasem(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Office]:
    with office(browser, request.param) as served:
        yield served

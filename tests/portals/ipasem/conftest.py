"""A served IPASEM imitation in a skin, new for each test or one for a file, and the adapter before it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import Office, office
from tests.skins import SKINS


@pytest.fixture(params=SKINS)
def ipasem(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Office]:
    with office(browser, request.param) as served:
        yield served


@pytest.fixture(scope="module", params=SKINS)
def _standing(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Office, Ipasem]]:
    with ExitStack() as stack:
        served = stack.enter_context(office(browser, request.param))
        yield served, stack.enter_context(served.signed_in())


@pytest.fixture
def standing(_standing: tuple[Office, Ipasem]) -> Iterator[tuple[Office, Ipasem]]:
    """A portal signed in once for all the tests of a file: each finds it as it was after the sign-in."""
    mock = _standing[0].mock
    records = len(mock.journal())
    yield _standing
    mock.faults.disarm()
    mock.stage.store.rewind(records)

"""A served IPASEM imitation in a skin, new for each test or one for a file, the adapter or an office before it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser

from portals.ipasem.portal import Ipasem
from tests.journey.insurers import Insurer
from tests.journey.office import CLINICA, SHEET, open_office, stand
from tests.portals.ipasem.aurora import Aurora, Scene
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


@pytest.fixture(params=["simples", pytest.param("antiga", marks=pytest.mark.long)])
def scene(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scene]:
    """The clinic's three rows, launched."""
    aurora = Aurora(request.param)
    with ExitStack() as stack:
        at = stack.enter_context(stand(cast(Insurer, aurora)))
        made = Scene(aurora, open_office(tmp_path / "office", browser, cast(Insurer, aurora), at.url))
        (made.office.folder.entrada(CLINICA) / SHEET).unlink()
        made.write()
        plan = made.plan()
        figures = made.office.lancar()
        assert ([item.why for item in plan.blocked], figures.lancadas, figures.avisos) == ([], 3, ())
        yield made

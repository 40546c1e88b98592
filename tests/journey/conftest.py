"""One browser for all journeys, and a planned batch for each portal and skin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journey.batch import Batch, planned_batch
from tests.journey.cassind import Cassind
from tests.journey.insurers import Insure
from tests.journey.ipasem import Ipasem
from tests.journey.office import Office
from tests.skins import SKINS


@pytest.fixture(scope="session", params=SKINS)
def skin(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session", params=[Ipasem, Cassind], ids=["ipasem", "cassind"])
def insure(request: pytest.FixtureRequest) -> Insure:
    """Makes a portal of the given skin."""
    kind: Insure = request.param
    return kind


@pytest.fixture(scope="session")
def batch(browser: Browser, insure: Insure, skin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    with planned_batch(tmp_path_factory.mktemp("journey"), browser, lambda: insure(skin)) as planned:
        yield planned


@pytest.fixture
def office(batch: Batch, tmp_path: Path) -> Office:
    """An office whose plan was just made."""
    return batch.office(tmp_path / "office")

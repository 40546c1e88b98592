"""What the tests on PostgreSQL share: the server of the run, and databases of their own on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres.lending import lent
from tests.postgres.server import VARIABLE, empty_database


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs the server."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture(scope="session")
def server_url() -> str:
    """The server that `python -m tests.postgres` started."""
    url = os.environ.get(VARIABLE)
    if url is None:
        pytest.fail(f"{VARIABLE} is not set: run `python -m tests.postgres -m postgres`")
    return url


@pytest.fixture
def banco(server_url: str) -> Iterator[str]:
    """A database with an empty ledger."""
    with lent(server_url) as url:
        yield url


@pytest.fixture
def empty_banco(server_url: str) -> Iterator[str]:
    """A database with nothing in it."""
    with empty_database(server_url) as url:
        yield url

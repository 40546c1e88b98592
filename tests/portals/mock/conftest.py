"""A served toy portal, new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from portals.mock.doors import DOOR_HEADER
from portals.mock.server import Served, serve
from portals.mock.stage import Settings
from tests.portals.mock.toy import Toy

TOKEN = "token-das-portas"


@dataclass
class Running:
    """The toy, where it is served, a client of its pages and one of its doors."""

    toy: Toy
    served: Served
    client: httpx.Client
    door: httpx.Client


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    toy = Toy(tmp_path, Settings(door_token=TOKEN))
    with (
        serve(toy.app) as served,
        httpx.Client(base_url=served.url) as client,
        httpx.Client(base_url=served.url, headers={DOOR_HEADER: TOKEN}) as door,
    ):
        yield Running(toy, served, client, door)

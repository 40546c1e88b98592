"""A planned batch, to be taken up from its plan as often as one likes, each time before a portal of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser

from agent.config.load import load_office
from tests.journey.insurers import Insurer
from tests.journey.office import Clock, Office, Stand, open_office, stand


@dataclass(frozen=True)
class Batch:
    """`planned` is an office whose plan was made and looked at, before a portal where nothing was launched yet."""

    planned: Office
    stand: Stand
    new_insurer: Callable[[], Insurer]

    def office(self, folder: Path) -> Office:
        """The planned office once more, in `folder`, before a new portal at the same address."""
        insurer = self.new_insurer()
        self.stand.show(insurer)
        shutil.copytree(self.planned.folder.folder, folder)
        return replace(self.planned, folder=load_office(folder), insurer=insurer, clock=Clock())


@contextmanager
def planned_batch(folder: Path, browser: Browser, new_insurer: Callable[[], Insurer]) -> Iterator[Batch]:
    """Serve the portal, make the office and its plan."""
    insurer = new_insurer()
    with stand(insurer) as served:
        office = open_office(folder / "planned", browser, insurer, served.url)
        office.planejar()
        yield Batch(office, served, new_insurer)

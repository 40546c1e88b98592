"""A panel over the invented year, served on a port of this machine, and the people who come to it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.config.office import Office
from agent.demo.year import make_year
from agent.panel.app import make_app
from agent.panel.figuring import Figuring
from agent.panel.house import House
from agent.panel.membership import Joining, join
from agent.panel.passwords import Passwords
from agent.panel.serving import house_of
from portals.mock.server import serve
from tests.panel.people import PASSWORD, PEOPLE, Person

CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@dataclass
class PanelClock:
    """A clock that stands still until it is turned."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Panel:
    """A panel that is being served: `url` without a final slash."""

    house: House
    url: str
    clock: PanelClock

    @property
    def office(self) -> Office:
        return self.house.office


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year's folder with a person of each role; nobody writes to it."""
    office = make_year(tmp_path_factory.mktemp("ano") / "escritorio", durable=False, simple=True)
    with open_books(office) as ledger:
        for nome, papel, clinica in PEOPLE:
            join(office, ledger, Joining(nome, papel, clinica, PASSWORD), CHEAP, by="teste")
    return office.folder


@pytest.fixture
def year(made: Path, tmp_path: Path) -> Office:
    """A copy of the year that a test may change."""
    return load_office(Path(shutil.copytree(made, tmp_path / "escritorio")))


@pytest.fixture(scope="session")
def figures(made: Path) -> Figuring:
    """The year's figures, computed once: every copy of the year has the same."""
    office = load_office(made)
    figuring = Figuring(office, PanelClock())
    with open_books(office) as ledger:
        figuring.lines(ledger)
    return figuring


@pytest.fixture
def panel(year: Office, figures: Figuring) -> Iterator[Panel]:
    """A panel of a test's own."""
    with served_over(year, figures) as panel:
        yield panel


@pytest.fixture(scope="module")
def shared(made: Path, figures: Figuring, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panel]:
    """A panel for tests that only look."""
    folder = Path(shutil.copytree(made, tmp_path_factory.mktemp("painel") / "escritorio"))
    with served_over(load_office(folder), figures) as panel:
        yield panel


@contextmanager
def served_over(office: Office, figures: Figuring) -> Iterator[Panel]:
    """A panel over an office whose ledger is the year's, or has only grown since."""
    clock = PanelClock()
    house = house_of(office, clock=clock, passwords=CHEAP)
    house.figuring.begin_as(figures)
    with serve(make_app(house)) as served:
        yield Panel(house, served.url, clock)


@pytest.fixture
def ana(panel: Panel) -> Iterator[Person]:
    """The administrator, signed in."""
    with Person.at(panel.url) as person:
        person.signs_in("Ana")
        yield person

"""The invented year, made once for all tests here; a test that writes gets a copy of its own."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.accounting.bank import read_books
from agent.accounting.deadlines import never_off
from agent.accounting.opening import open_books
from agent.accounting.pack import Scope
from agent.accounting.packing import accesses_of
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.config.office import Office
from agent.demo.year import make_year
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia

Cli = Callable[..., tuple[int, str]]
"""A command with its options: its code and what it says."""
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year's folder; nobody writes to it."""
    return make_year(tmp_path_factory.mktemp("ano") / "escritorio", durable=False, simple=True).folder


@pytest.fixture
def year(made: Path, tmp_path: Path) -> Office:
    """A copy of the year that a test may change."""
    return load_office(Path(shutil.copytree(made, tmp_path / "escritorio")))


@pytest.fixture
def ledger(year: Office) -> Iterator[Ledger]:
    """The year's ledger, open."""
    with open_books(year) as ledger:
        yield ledger


def cli_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line in that office."""

    def faturista(*args: str) -> tuple[int, str]:
        code = run(command, [*args, "--pasta", str(folder)])
        return code, capsys.readouterr().out

    return faturista


@pytest.fixture
def cli(year: Office, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line in the year's office."""
    return cli_of(year.folder, capsys)


def scope_of(office: Office, ledger: Ledger, first: str, last: str, *clinics: str) -> Scope:
    """The months from `first` to `last` of these clinics (all when none is named)."""
    span = Competencia.read(first), Competencia.read(last)
    months = [
        mes
        for mes in ledger.months.all()
        if span[0] <= mes.competencia <= span[1] and (not clinics or mes.clinica in clinics)
    ]
    months.sort(key=lambda mes: (mes.clinica, mes.portal, mes.competencia))
    books = read_books(office.contas, accesses_of(office, ledger), office.today(NOW))
    return Scope(office, ledger, months, books, NOW, never_off)

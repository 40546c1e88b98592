"""servir neither begins nor goes on with a ledger that is gone, and says in its own words why."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from agent.accounting.auditing import audit_office
from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.copying import make_copy
from agent.model.competencia import Competencia
from agent.schedule.serving import Serving
from tests.schedule.office import office_in

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has worked, was audited and copied, and whose ledger is gone."""
    office = office_in(tmp_path / "escritorio")
    with open_books(office) as ledger:
        ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 10))
    audit_office(office, NOW)
    make_copy(office.livro, office.copias, NOW)
    office.livro.unlink()
    return office


def test_servir_does_not_begin(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, ["servir", "--pasta", str(office.folder)]) == 2
    out, told = capsys.readouterr()
    assert (out, "Trabalhando" in told, office.livro.exists()) == ("", False, False)
    assert "faturista copia --restaurar livro-20261103-120000.sqlite3" in told


def test_servir_that_is_at_work_launches_nothing_and_says_why(office: Office) -> None:
    said, stop = list[str](), Event()

    def say(text: str) -> None:
        said.append(text)
        stop.set()

    serving = Serving(office, {}, say, lambda _facts: None, tick=timedelta(seconds=1), stop=stop)
    serving.until_stopped()
    assert not office.livro.exists()
    assert "o livro deste escritório não está mais na pasta" in said[0]
    assert "faturista copia --restaurar livro-20261103-120000.sqlite3" in said[0]

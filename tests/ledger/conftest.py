"""Every test of the contract runs on SQLite; those that touch the database run on PostgreSQL too, behind a marker.

After every transaction of an office's ledger its invariant views are looked at: they are empty.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.ledger.journal import MemoryJournal
from agent.ledger.store import Ledger
from agent.model.entry import Entry
from tests.ledger.lookout import Lookout
from tests.ledger.office import Clock, Office, demonstrativo, linha, match

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The engines of the contract."""
    return str(request.param)


@pytest.fixture
def where(engine: str) -> Iterator[str]:
    """An empty ledger's address: in memory, or a database of its own on the server of the test run."""
    if engine == "sqlite":
        yield ":memory:"
        return
    from tests.postgres.lending import lent  # noqa: PLC0415 # only a run against a server needs it
    from tests.postgres.server import VARIABLE  # noqa: PLC0415 # as above

    url = os.environ.get(VARIABLE)
    if url is None:
        pytest.fail(f"{VARIABLE} is not set: run `python -m tests.postgres -m postgres tests/ledger`")
    with lent(url) as mine:
        yield mine


@pytest.fixture
def office(where: str) -> Iterator[Office]:
    """An office with an open month and a lease; its journal outlives its ledgers."""
    clock, journal, lookout = Clock(), MemoryJournal(), Lookout()
    ledger = Ledger.open(where, journal=journal, clock=clock, hook=lookout)
    lookout.ledger = ledger

    def again(**more: Any) -> Ledger:
        return Ledger.open(ledger.database, **{"journal": journal, "clock": clock, "hook": lookout, **more})

    with ledger:
        yield Office.at(ledger, clock, again)
    assert lookout.seen == []


@pytest.fixture
def refused(office: Office) -> tuple[Office, Entry]:
    """An entry of 65,00 of which 25,00 were refused."""
    (entry,) = office.launched(*office.entries(1))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=4000, glosa=2500)))
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=4000, glosa=2500)])
    return office, entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger's file would be."""
    return tmp_path / "livro.db"

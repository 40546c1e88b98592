"""How fast the ledger is: printed, not judged; a portal's page takes seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

import pytest

from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from tests.ledger.office import Clock, Office, confirmed

pytestmark = pytest.mark.bench
MANY = 1000


@contextmanager
def timed(what: str, times: int) -> Iterator[None]:
    wall, cpu = perf_counter(), process_time()
    yield
    wall, cpu = (perf_counter() - wall) / times * 1000, (process_time() - cpu) / times * 1000
    print(f"{what}: {cpu:.3f} ms CPU, {wall:.3f} ms")


def test_opening_a_ledger_in_memory() -> None:
    SqliteDatabase.memory().close()
    with timed("open in memory", MANY):
        for _ in range(MANY):
            Ledger.open(":memory:", journal=None).close()
    assert SqliteDatabase.memory().applied()


@pytest.mark.parametrize("where", ["memory", "file"])
def test_launching(where: str, tmp_path: Path) -> None:
    clock = Clock()
    place = ":memory:" if where == "memory" else tmp_path / "livro.db"
    journal = None if where == "memory" else tmp_path / "intencoes.jsonl"
    with Ledger.open(place, journal=journal, clock=clock) as ledger:
        office = Office.at(ledger, clock, lambda: ledger)
        with timed(f"import one entry, {where}", MANY):
            entries = office.entries(MANY)
        with timed(f"intent and confirmation, {where}", MANY):
            for entry in entries:
                ledger.attempts.confirm(office.intent(entry), confirmed(entry))
        with timed(f"read one entry, {where}", MANY):
            assert len(ledger.entries.of(office.mes)) == MANY
        with timed(f"all invariants over {MANY} entries, {where}", 1):
            assert ledger.checks.violations() == []
        with timed(f"verify one event, {where}", len(ledger.events.all())):
            assert ledger.checks.verify_chain().intact

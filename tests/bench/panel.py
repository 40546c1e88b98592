"""How fast the panel answers: `python -m tests.bench.panel [CLINICS]`. Twelve months of each in the ledger.

Then fifty people, each with a page every two seconds, while four sessions launch into the same ledger, the panel in a
process of its own; and those four sessions with nobody looking.

Milliseconds from the request to the whole answer, on loopback, by a member who sees everything; the first request of a
page is told by itself, for it may compute what the others find computed.
"""

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.demo.year import LAST, make_year
from agent.panel.app import make_app
from agent.panel.membership import Joining, join
from agent.panel.passwords import Passwords
from agent.panel.serving import house_of
from portals.mock.server import serve
from tests.panel.crowd import READERS, RUNS, Crowd, at_work, panel_process, run_of, with_runs
from tests.panel.people import PASSWORD, Person
from tests.panel.test_settings import stamp as stamp_of

CLINICS, ROUNDS = 200, 7
ROWS, PAUSE_S = 60, 2.0
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
AIM_MS = 200


def main(clinics: int = CLINICS) -> None:
    """Make the office, open every kind of page, print."""
    console = Console(width=110)
    with tempfile.TemporaryDirectory() as folder:
        office = make_year(Path(folder) / "escritorio", durable=False, others=clinics - 2)
        passwords = Passwords()
        with open_books(office) as ledger:
            join(office, ledger, Joining("Ana", "administrador", "", PASSWORD), passwords, by="bench")
            month = next(mes for mes in ledger.months.all() if mes.competencia == LAST.plus(-1))
            entry = ledger.entries.of(month)[0]
        house = house_of(office, clock=lambda: NOW, passwords=passwords)
        with serve(make_app(house)) as served, Person.at(served.url) as ana:
            ana.signs_in("Ana")
            pages = (
                *("/dia", "/quadro", "/quadro?q=inventada", "/quadro?q=0001", "/quadro.xlsx", "/glosas", "/planilhas"),
                *("/pessoas", "/configuracoes", "/configuracoes/clinica.aurora"),
                *(f"/mes/{month.id}", f"/lancamento/{entry.id}"),
            )
            table = Table("page", "first, ms", "median, ms", "slowest, ms", title=f"{clinics} clinics, 12 months each")
            slow = [path for path in pages if _row(table, ana, path) > AIM_MS]
            changed = _calendar_changed(ana)
        console.print(table)
        console.print(f"over the aim of {AIM_MS} ms: {', '.join(slow) or 'none'}")
        console.print(f"another calendar, saved and in use: {changed:.0f} ms")
        _crowded(console, with_runs(office))


def _calendar_changed(person: Person) -> float:
    """Save other days off, by the form; milliseconds until the page is answered."""
    page = "/configuracoes/calendario"
    stamp = stamp_of(person, page)
    began = time.perf_counter()
    answer = person.sends(page, {"secao": "calendario", "arquivo": stamp, "uf": "RS", "feriados": "05/04"}, seen=page)
    assert answer.status_code == 303, answer.status_code
    return (time.perf_counter() - began) * 1000


def _crowded(console: Console, office: Office) -> None:
    """READERS people and RUNS sessions at once; then the sessions alone."""
    with panel_process(office.folder) as url:
        crowd = Crowd.signed_in(url, ("Ana",), ("/dia", "/quadro", "/glosas", "/quadro?q=0001"), PAUSE_S)
        among = [run_of(office, number, ROWS, _unheard) for number in range(RUNS)]
        with at_work(among) as over:
            crowd.reads(over)
    alone = [run_of(office, number + RUNS, ROWS, _unheard) for number in range(RUNS)]
    with at_work(alone):
        pass
    ms = sorted(page.ms for page in crowd.seen)
    failed = [page for page in crowd.seen if page.status != 200]
    console.print(
        f"{READERS} people, {RUNS} sessions: {len(ms)} pages, {len(failed)} failed; "
        f"median {statistics.median(ms):.0f} ms, 95 % within {ms[len(ms) * 95 // 100]:.0f} ms, slowest {ms[-1]:.0f} ms"
    )
    for words, runs in (("among readers", among), ("alone", alone)):
        done = [figures.lancadas for run in runs for figures in run.figures]
        seconds = max(run.seconds for run in runs)
        console.print(f"the sessions {words}: {done} of {ROWS} launched, {sum(done) / seconds:.0f} entries a second")


def _unheard(_save: int) -> None:
    """Nobody holds a save up."""


def _row(table: Table, person: Person, path: str) -> float:
    """Open the page some times, and give the median after the first."""
    first, *rest = (_milliseconds(person, path) for _ in range(ROUNDS + 1))
    table.add_row(path, f"{first:.0f}", f"{statistics.median(rest):.0f}", f"{max(rest):.0f}")
    return statistics.median(rest)


def _milliseconds(person: Person, path: str) -> float:
    began = time.perf_counter()
    answer = person.sees(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Fifty people read the panel while four sessions launch into the same ledger: nothing fails, nobody is held up."""

import csv
import io
from threading import Barrier

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.panel.figuring import Figuring
from tests.panel.conftest import served_over
from tests.panel.crowd import PATIENCE_S, READERS, RUNS, Crowd, at_work, run_of, with_runs
from tests.panel.people import Person

ROWS = 2
PAGES = ("/dia", "/quadro")


def test_fifty_people_read_while_four_sessions_are_in_the_midst_of_launching(year: Office, figures: Figuring) -> None:
    office = with_runs(year)
    together = Barrier(RUNS, timeout=PATIENCE_S)
    read_meanwhile: list[bool] = []
    with served_over(office, figures) as panel:
        crowd = Crowd.signed_in(panel.url, ("Ana", "Olga", "Aprígio"), PAGES)

        def saving(save: int) -> None:
            if save == ROWS - 1:  # sent, and not answered yet
                together.wait()
                read_meanwhile.append(crowd.awaits(READERS))

        runs = [run_of(office, number, ROWS, saving) for number in range(RUNS)]
        with at_work(runs) as over:
            crowd.reads(over)
        with Person.at(panel.url) as ana:
            ana.signs_in("Ana")
            content = ana.sees("/quadro.csv?mes=2026-11").content.decode("utf-8-sig")
        board = {row["Clínica"]: row["Lançadas"] for row in csv.DictReader(io.StringIO(content), delimiter=";")}
    with open_books(office) as ledger:
        intact = ledger.checks.verify_chain(ledger.checks.anchor()).intact

    assert ({page.status for page in crowd.seen}, read_meanwhile, intact) == ({200}, [True] * RUNS, True)
    assert len(crowd.seen) >= READERS * len(PAGES)
    assert [(run.launched, run.figures[0].lancadas, run.figures[0].parado) for run in runs] == [
        ([1] * ROWS, ROWS, "")
    ] * RUNS
    assert {board[f"Clínica {run.clinica}"] for run in runs} == {str(ROWS)}

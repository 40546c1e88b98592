"""The day's look in a real browser: a screen that changed since yesterday is told, with what it is and whose month."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.model.competencia import Competencia
from agent.schedule.board import Line
from agent.schedule.ending import Ending
from agent.schedule.steps import do_step
from tests.journey.cassind import Cassind
from tests.journey.insurers import MES
from tests.journey.office import CLINICA, Office, open_office, stand
from tests.schedule.notation import PLANNED, PRAZO, coming

pytestmark = pytest.mark.browser


def look(office: Office) -> Ending:
    """As `servir` does it: in a thread, in a browser of its own."""

    def step() -> Ending:
        facts = replace(PLANNED, clinica=CLINICA, portal="cassind", competencia=Competencia.of(MES.first_day))
        looking = replace(facts, probe="2026-11-03")
        with office.desk() as desk:
            return do_step(desk, Line(looking, PRAZO, coming(looking, "03/11 08:31")))

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(step).result()


def test_a_screen_that_changed_since_yesterday_is_told_and_nothing_is_touched(tmp_path: Path, browser: Browser) -> None:
    insurer = Cassind("antiga")
    with stand(insurer) as standing:
        office = open_office(tmp_path / "escritorio", browser, insurer, standing.url)
        first = look(office)
        insurer.faults.arm("renamed_label", label="Quantidade de guias listadas:", to="Quantidade das guias listadas:")
        second = look(office)

    (asked,) = second.asked
    assert first == Ending("done", "as telas estão como eram")
    assert (second.state, second.text) == ("done", "as telas mudaram")
    assert (asked.kind, asked.portal, asked.clinica, asked.step) == ("tela", "cassind", "", "aviso")
    assert '"Quantidade das guias listadas"' in asked.seen
    assert insurer.rows() == insurer.wanted([])
    assert len(list((office.folder.folder / "sondagens" / "cassind").glob("*.html"))) == 1

"""faturista servir as an operator runs it: parked for a person, entered in a sitting, gone on from there."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.model.competencia import Competencia
from agent.schedule.sitting import logins_waiting, sit
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve
from tests.cli.journey import Ran, faturista
from tests.schedule.portal_office import DOOR, MES, PASSWORD, PortalOffice, mock_for, portal_office, slug

pytestmark = pytest.mark.browser


def served_once(office: PortalOffice) -> Ran:
    return faturista("servir", "--uma-vez", cwd=office.office.folder, **office.environ)


def turns(office: PortalOffice) -> list[tuple[str, str, str]]:
    with office.books() as ledger:
        return sorted((t.clinica, t.step, t.state) for t in ledger.turns.since(Competencia(2020, 1)))


def test_a_run_parked_for_a_person_goes_on_after_the_sitting(browser: Browser, tmp_path: Path) -> None:
    mock = mock_for(1)
    with serve(mock.app) as served:
        office = portal_office(tmp_path, 1, served.url)
        first = served_once(office)
        parked = turns(office)
        with SimulatedPerson(served.url, DOOR), office.desk(browser) as desk:
            list(sit(desk, logins_waiting(desk.ledger.queue.open()), lambda: "Ana"))
        second = served_once(office)
        movements = mock.recorded()["movimentos"]

    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert parked == [(slug(0), "ler", "done"), (slug(0), "planejar", "person")]
    assert [t for t in turns(office) if t[1] == "lancar"] == [(slug(0), "lancar", "done")]
    assert [(m["autorizacao"], m["finalizado"]) for m in movements] == [("2988001", True)]
    log = next(office.office.registros.glob("servir-*.jsonl")).read_text(encoding="utf-8")
    assert {json.loads(line)["competencia"] for line in log.splitlines()} == {MES.iso}
    secrets = (PASSWORD, "Paciente Inventada", "PACIENTE INVENTADA", "7000-4")
    assert [word for word in secrets if word in log + first.out + first.err + second.out + second.err] == []

"""faturista servir as an operator runs it: parked for a person, entered in a sitting, gone on from there."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.cli.edge import run
from agent.cli.main import command
from agent.model.competencia import Competencia
from agent.model.point import utc_now
from agent.schedule.board import board, days_of
from agent.schedule.metrics import gather, metrics
from agent.schedule.sitting import logins_waiting, sit
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve
from tests.cli.journey import Ran, faturista
from tests.leaks import children_of, leaks
from tests.schedule.mailbox import mailbox
from tests.schedule.portal_office import CPF, DOOR, MES, PASSWORD, PortalOffice, mock_for, portal_office, slug

pytestmark = pytest.mark.browser

_AVISOS = """
[avisos]
de = "faturista@escritorio.exemplo"
para = ["ana@escritorio.exemplo"]
resumo = "00:00-24:00"
correio = {{ servidor = "127.0.0.1", porta = {porta}, tls = false }}
"""
PATIENT = ("Paciente Inventada", "7000-4", CPF, CPF.translate({ord("."): None, ord("-"): None}))


@dataclass
class Overseen:
    """A portal before which somebody lists this machine's processes each time a form is sent."""

    app: ASGIApp
    processes: set[str] = field(default_factory=set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST":
            self.processes.update(children_of(os.getpid()))
        await self.app(scope, receive, send)


def served_once(office: PortalOffice) -> Ran:
    return faturista("servir", "--uma-vez", cwd=office.office.folder, **office.environ)


def turns(office: PortalOffice) -> list[tuple[str, str, str]]:
    with office.books() as ledger:
        return sorted((t.clinica, t.step, t.state) for t in ledger.turns.since(Competencia(2020, 1)))


def shown(office: PortalOffice, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What the office is told by its commands, and whoever watches by the metrics."""
    for name, value in office.environ.items():
        monkeypatch.setenv(name, value)
    capsys.readouterr()
    for words in (["agenda", "--json"], ["fila", "--json"], ["situacao", "--json"], ["cofre"], ["auditar"]):
        run(command, [*words, "--pasta", str(office.office.folder)])
        seen = capsys.readouterr()
        yield seen.out + seen.err
    with office.books() as ledger:
        now = utc_now()
        yield metrics(gather(ledger, board(office.office, ledger, days_of(office.office), now)), now)


def test_a_run_parked_for_a_person_goes_on_after_the_sitting_and_nothing_it_wrote_or_sent_tells_a_secret_or_a_patient(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = mock_for(1)
    portal = Overseen(mock.app)
    with serve(portal) as served, mailbox() as (box, porta):
        office = portal_office(tmp_path, 1, served.url, settings=_AVISOS.format(porta=porta))
        first = served_once(office)
        parked = turns(office)
        with SimulatedPerson(served.url, DOOR), office.desk(browser) as desk:
            list(sit(desk, logins_waiting(desk.ledger.queue.open()), lambda: "Ana"))
        second = served_once(office)
        movements = mock.recorded()["movimentos"]
    views = list(shown(office, capsys, monkeypatch))
    mails = [message.as_string() + str(message.get_content()) for message in box.messages]
    key = office.key.read_text(encoding="ascii")

    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert parked == [(slug(0), "ler", "done"), (slug(0), "planejar", "person")]
    assert [t for t in turns(office) if t[1] == "lancar"] == [(slug(0), "lancar", "done")]
    assert [(m["autorizacao"], m["finalizado"]) for m in movements] == [("2988001", True)]
    log = next(office.office.registros.glob("servir-*.jsonl")).read_text(encoding="utf-8")
    assert {json.loads(line)["competencia"] for line in log.splitlines()} == {MES.iso}
    assert (len(mails) > 0, all(views), any("servir" in each for each in portal.processes)) == (True, True, _LISTED)
    everything = [first.out, first.err, second.out, second.err, *views, *mails, *portal.processes]
    assert leaks(office.office.folder, PATIENT, [PASSWORD, key], everything) == []


_LISTED = Path("/proc").is_dir()

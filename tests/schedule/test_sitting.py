"""One sitting enters every login that waits; each session is proven, kept, and used by the clinic's own run."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.ledger.queue import Asked
from agent.runner.account import account_of
from agent.runner.owner import this_process
from agent.schedule.sitting import Seated, logins_waiting, sit
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve
from tests.ledger.by_itself import ASKED
from tests.schedule.portal_office import DOOR, PortalOffice, mock_for, portal_office, slug

pytestmark = pytest.mark.browser


def ask_all(office: PortalOffice, clinics: int) -> None:
    """What each clinic's run left in the queue when the portal asked for a person."""
    with office.books() as ledger:
        for number in range(clinics):
            asked: Asked = replace(ASKED, clinica=slug(number))
            ledger.queue.ask(asked)


def sitting(office: PortalOffice, browser: Browser) -> list[Seated]:
    with office.desk(browser) as desk:
        return list(sit(desk, logins_waiting(desk.ledger.queue.open()), lambda: "Ana"))


def sit_for(clinics: int, folder: Path, browser: Browser) -> None:
    with serve(mock_for(clinics).app) as served, SimulatedPerson(served.url, DOOR) as person:
        office = portal_office(folder, clinics, served.url)
        ask_all(office, clinics)
        first = sitting(office, browser)
        ask_all(office, clinics)
        again = sitting(office, browser)
        with office.books() as ledger:
            left = ledger.queue.open()

    entered = [Seated(slug(n), "ipasem", entered=True, person=True, text="entrada feita") for n in range(clinics)]
    assert first == entered
    assert [(one.entered, one.person, one.text) for one in again] == [
        (True, False, "a sessão guardada ainda valia")
    ] * clinics
    assert (person.ticked, left) == (clinics, [])


def test_every_login_that_waits_is_entered_in_one_sitting_and_its_session_lives_on(
    browser: Browser, tmp_path: Path
) -> None:
    sit_for(2, tmp_path, browser)


@pytest.mark.long
def test_twenty_sign_ins_are_handled_in_one_sitting(browser: Browser, tmp_path: Path) -> None:
    sit_for(20, tmp_path, browser)


def test_what_does_not_go_leaves_the_others_be_and_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    with serve(mock_for(3).app) as served, SimulatedPerson(served.url, DOOR):
        office = portal_office(tmp_path, 3, served.url)
        ask_all(office, 3)
        open_vault(office.office, office.environ).set_password(slug(0), "ipasem", Password("errada"))
        with office.books() as ledger:
            account = account_of(office.office, slug(1), "ipasem")
            lease = ledger.leases.take("ipasem", account, this_process(), timedelta(hours=1))
            seated = sitting(office, browser)
            ledger.leases.release(lease)
            left = [(item.kind, item.clinica) for item in ledger.queue.open()]

    assert [(one.clinica, one.entered) for one in seated] == [(slug(0), False), (slug(1), False), (slug(2), True)]
    assert left == [("entrar", slug(1)), ("senha", slug(0))]

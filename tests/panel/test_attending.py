"""Sign-ins attended from the panel, in real browsers: seen, clicked, dropped, taken up again, one after the other."""

import socket
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from agent.vault.opening import open_vault
from tests.panel.everybody import grave
from tests.panel.remote_hands import AtWork, Person, at_work
from tests.schedule.portal_office import slug

pytestmark = pytest.mark.browser


def _refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return True
    return False


def _answers(work: AtWork, clinics: int) -> list[tuple[str, str] | None]:
    with work.house.books() as ledger:
        return [ledger.queue.answered("entrar", slug(n), "ipasem", "", "") for n in range(clinics)]


def _over(person: Person, text: str) -> None:
    expect(person.page.get_by_role("status")).to_have_text(text, timeout=90_000)


def test_a_person_at_the_panel_ticks_each_box_though_the_socket_drops_ten_times(
    browser: Browser, tmp_path: Path
) -> None:
    with at_work(tmp_path, browser, 2, ("Olga", "Rita")) as work, work.person("Olga") as olga:
        complaints: list[str] = []
        olga.page.on("console", lambda message: complaints.append(message.text))
        olga.asks()
        first = olga.sees_the_portal()
        in_the_way = grave(olga.page)
        with work.person("Rita") as rita:
            rita.page.goto(f"{work.url}/atender")
            told = rita.page.locator("#vistas").inner_text()
        for _ in range(10):
            olga.drops()
        with work.house.books() as ledger:
            ports = [int(v.endpoint.partition("/")[0]) for v in ledger.vistas.all("") if v.endpoint]
        olga.ticks()
        second = olga.sees_the_portal(but=first)
        olga.ticks()
        _over(olga, "Terminado: 2 de 2 entradas feitas.")
        with work.house.books() as ledger:
            vistas = ledger.vistas.all("")
            intact = ledger.checks.verify_chain(ledger.checks.anchor()).intact
        vault = open_vault(work.office.office, work.office.environ)
        kept = [vault.session(slug(n), "ipasem") is not None for n in range(2)]
        closed = [_refused(port) for port in ports]
        taken = [event for event in work.happened() if event.kind == "vista.assumida"]
        clicks = [event.actor for event in work.happened() if event.kind == "vista.clique"]

    assert {first, second} == {f"Clínica {slug(n)}, IPASEM-NH" for n in range(2)}
    assert (_answers(work, 2), kept, complaints, in_the_way, intact) == (
        [("feito", "Olga")] * 2,
        [True, True],
        [],
        [],
        True,
    )
    assert [(v.state, v.entered, v.result) for v in vistas] == [("encerrada", 1, "entrada feita")] * 2
    assert (told.count("Olga atende"), clicks, set(closed)) == (2, ["Olga", "Olga"], {True})
    assert len(taken) >= 12


@pytest.mark.long
def test_four_views_at_once_each_dropped_ten_times_are_neither_lost_nor_stuck(browser: Browser, tmp_path: Path) -> None:
    people = ("Olga", "Rita", "Ana", "Bia")
    with at_work(tmp_path, browser, 0, people, spare=4) as work, ExitStack() as stack:
        seated = []
        for number, nome in enumerate(people):
            work.waits(number)
            person = stack.enter_context(work.person(nome))
            person.asks()
            seated.append(person)
        for person in seated:
            person.sees_the_portal()
        for _ in range(10):
            for person in seated:
                person.drops()
        for person in seated:
            person.ticks()
        for person in seated:
            _over(person, "Terminado: 1 de 1 entrada feita.")
        clicks = sorted(event.actor for event in work.happened() if event.kind == "vista.clique")

    assert _answers(work, 4) == [("feito", nome) for nome in people]
    assert clicks == sorted(people)

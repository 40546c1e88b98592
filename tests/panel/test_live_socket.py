"""The one socket of the live view without a browser: who opens it, whose hands reach the page, and for how long."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from websockets.exceptions import InvalidStatus

from agent.config.office import Office
from agent.panel.figuring import Figuring
from agent.panel.serving import house_of, listen, served_beside
from agent.panel.sessions import PASS_LASTS
from agent.panel.waiting_line import this_machine
from agent.runner.owner import this_process
from tests.panel.conftest import CHEAP, PanelClock
from tests.panel.live_page import PRESS, RELEASE, Live, PretendPage, pretended
from tests.panel.people import Person


@pytest.fixture
def live(year: Office, figures: Figuring) -> Iterator[Live]:
    clock, page = PanelClock(), PretendPage()
    house = house_of(year, clock=clock, passwords=CHEAP)
    house.figuring.begin_as(figures)
    place = listen(0)
    with pretended(page) as endpoint, served_beside(house, place), ExitStack() as stack:
        yield Live(house, f"http://127.0.0.1:{place.getsockname()[1]}", clock, page, endpoint, stack)


def test_only_who_may_answer_opens_the_socket_and_only_from_the_panels_own_page(live: Live) -> None:
    olga = live.person("Olga")
    codes = {}
    for nome in ("Conrado", "Aurora"):
        with pytest.raises(InvalidStatus) as refused:
            live.opens(live.person(nome), "")
        codes[nome] = refused.value.response.status_code
    for origin in ("", "http://mal.exemplo", "https" + live.url.removeprefix("http"), "http://127.0.0.1:1", "null"):
        with pytest.raises(InvalidStatus) as refused:
            live.opens(olga, "", origin)
        codes[origin] = refused.value.response.status_code
    with pytest.raises(InvalidStatus) as refused:
        live.opens(live.stack.enter_context(Person.at(live.url)), "")

    assert set(codes.values()) | {refused.value.response.status_code} == {403}


def test_a_pass_opens_one_socket_of_its_own_person_soon(live: Live) -> None:
    olga, ana = live.person("Olga"), live.person("Ana")
    ficha, anas, old = live.ficha(olga), live.ficha(ana), live.ficha(olga)
    live.opens(olga, ficha).is_told("")
    codes = [live.opens(olga, text).closed_with() for text in (ficha, anas, "", "lixo")]
    live.clock.now += PASS_LASTS
    codes.append(live.opens(olga, old).closed_with())

    assert codes == [1008] * 5


def test_hands_reach_the_page_while_a_person_is_awaited_and_each_click_is_on_record_first(live: Live) -> None:
    olga = live.person("Olga")
    live.asks(olga)
    number = live.shows()
    window = live.opens(olga)
    picture = window.sees_a_picture()
    window.does(PRESS, RELEASE, {"t": "text", "text": "abc"}, {"t": "mouse", "act": "press", "x": 900, "y": 1})
    window.does({"t": "key", "key": "Tab"})
    passed = live.page.has_been_told(["mousePressed", "mouseReleased", "texto", "rawKeyDown", "keyUp"])
    with live.house.books() as ledger:
        ledger.vistas.publish(number, this_process(), "")
    live.until(lambda vista: vista.holder_until <= "2026-12-01T12:00:00.000Z")
    window.does(PRESS)
    window.is_told("entrando no portal")
    inserted = [params for method, params in live.page.told if method == "Input.insertText"]
    with live.house.books() as ledger:
        marks = [(e.kind, e.actor, e.body) for e in ledger.events.all() if e.kind in ("vista.clique", "vista.teclas")]

    assert (picture, passed, inserted, len(live.page.acts())) == (b"jpeg", True, [{"text": "abc"}], 5)
    assert marks == [
        ("vista.clique", "Olga", {"x": 10, "y": 20}),
        ("vista.teclas", "Olga", {"quantas": 3}),
        ("vista.teclas", "Olga", {"quantas": 1}),
    ]


def test_a_new_window_of_the_same_person_takes_over_at_once(live: Live) -> None:
    olga = live.person("Olga")
    live.asks(olga)
    live.shows()
    old = live.opens(olga)
    old.sees_a_picture()
    new = live.opens(olga)
    new.sees_a_picture()

    assert old.closed_with() == 4409
    new.does(PRESS, RELEASE)
    assert live.page.has_been_told(["mousePressed", "mouseReleased"])


def test_another_person_is_told_who_attends_and_reaches_nothing(live: Live) -> None:
    olga, ana = live.person("Olga"), live.person("Ana")
    live.asks(olga)
    live.shows()
    live.opens(olga).sees_a_picture()
    live.asks(ana)
    window = live.opens(ana)
    window.is_told("Olga atende")
    window.does(PRESS, RELEASE)
    window.does({"t": "alive"})

    assert (window.last["shown"], live.vista().holder, live.clicks(), live.page.acts()) == (0, "Olga", [], [])


def test_a_line_cut_ten_times_with_the_button_down_leaves_neither_button_nor_control_behind(live: Live) -> None:
    olga = live.person("Olga")
    live.asks(olga)
    live.shows()
    for turn in range(10):
        window = live.opens(olga)
        window.sees_a_picture()
        window.does(PRESS)
        assert live.page.has_been_told([*["mousePressed", "mouseReleased"] * turn, "mousePressed"])
        window.is_cut()
        assert live.page.has_been_told(["mousePressed", "mouseReleased"] * (turn + 1))

    assert live.clicks() == [("Olga", {"x": 10, "y": 20})] * 10
    assert live.vista().generation >= 10


def test_what_a_dead_worker_showed_ends_and_may_be_asked_for_again(live: Live) -> None:
    olga = live.person("Olga")
    live.asks(olga)
    live.shows(f"{this_machine()}:999999999")
    window = live.opens(olga)
    window.is_told("parou no meio; peça de novo")
    live.asks(olga)

    assert [live.vista().state, window.last["shown"]] == ["pedida", 0]


def test_the_socket_ends_with_what_its_person_may(live: Live) -> None:
    olga = live.person("Olga")
    window = live.opens(olga)
    window.is_told("")
    olga.sends("/sair", {}, seen="/atender")

    assert window.closed_with() == 4401


def test_a_message_that_is_none_of_ours_ends_the_socket(live: Live) -> None:
    window = live.opens(live.person("Olga"))
    window.does({"t": "eval", "text": "1"})

    assert window.closed_with() == 1008

"""The one socket of the live view without a browser: who opens it, whose hands reach the page, and for how long."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from socket import SHUT_RDWR
from threading import Condition, Thread
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import Server, ServerConnection, serve

from agent.config.office import Office
from agent.ledger.vistas import Vista
from agent.panel.afar import SOCKET
from agent.panel.figuring import Figuring
from agent.panel.hands import Alive, Drawn, Key, Mouse, Text, Wheel, commands, read_message, within
from agent.panel.house import House
from agent.panel.serving import house_of, listen, served_beside
from agent.panel.sessions import PASS_LASTS
from agent.panel.waiting_line import shown_next, this_machine
from agent.runner.owner import this_process
from agent.schedule.afar import MOST, to_open
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import CHEAP, PanelClock
from tests.panel.people import Person

PRESS = {"t": "mouse", "act": "press", "x": 10, "y": 20}
RELEASE = {**PRESS, "act": "release"}
PATIENCE_S = 30.0
LOGIN = ("aurora", "ipasem")


@dataclass
class PretendPage:
    """What Chromium's debugging port would answer: one picture, and all that it was told."""

    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    watched: int = 0
    changed: Condition = field(default_factory=Condition)

    def answer(self, socket: ServerConnection) -> None:
        with self.changed:
            self.watched += 1
        for text in socket:
            said = json.loads(text)
            with self.changed:
                self.told.append((said["method"], said["params"]))
                self.changed.notify_all()
            if said["method"] == "Page.startScreencast":
                size = {"deviceWidth": 800, "deviceHeight": 600}
                picture = {"data": base64.b64encode(b"jpeg").decode(), "metadata": size, "sessionId": 1}
                socket.send(json.dumps({"method": "Page.screencastFrame", "params": picture}))

    def acts(self) -> list[str]:
        return [str(params.get("type", "texto")) for method, params in self.told if method.startswith("Input.")]

    def has_been_told(self, acts: list[str]) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.acts() == acts, PATIENCE_S)


@dataclass
class Live:
    """A panel with its socket, the page of one sign-in that waits, and the worker's side of the ledger."""

    house: House
    url: str
    clock: PanelClock
    page: PretendPage
    endpoint: str
    stack: ExitStack

    def person(self, nome: str) -> Person:
        person = self.stack.enter_context(Person.at(self.url))
        person.signs_in(nome)
        return person

    def ficha(self, person: Person) -> str:
        return str(person.sends("/atender/ficha", {}, seen="/atender").json()["ficha"])

    def opens(self, person: Person, ficha: str | None = None, origin: str | None = None) -> "Window":
        """The socket of a person's page. Raises InvalidStatus when it is not let in."""
        address = self.url.replace("http", "ws", 1) + SOCKET
        cookie = "; ".join(f"{name}={value}" for name, value in person.client.cookies.items())
        here = self.url if origin is None else origin
        more = {"origin": here or None, "additional_headers": {"Cookie": cookie}, "proxy": None, "close_timeout": 1}
        socket = self.stack.enter_context(connect(address, **more))  # type: ignore[arg-type]
        socket.send(ficha if ficha is not None else self.ficha(person))
        return Window(socket)

    def asks(self, person: Person) -> None:
        with self.house.books() as ledger:
            ledger.queue.ask(ASKED_HERE)
        assert person.sends("/atender", {}, seen="/atender").status_code == 303

    def shows(self, owner: str = "") -> int:
        """A worker opens what was asked, and a person is awaited."""
        owner = owner or this_process()
        with self.house.books() as ledger:
            number = ledger.vistas.all("")[-1].id
            assert ledger.vistas.claim(number, owner)
            assert ledger.vistas.publish(number, owner, self.endpoint)
        return number

    def vista(self) -> Vista:
        with self.house.books() as ledger:
            return ledger.vistas.all("")[-1]

    def clicks(self) -> list[tuple[str, dict[str, Any]]]:
        with self.house.books() as ledger:
            return [(e.actor, e.body) for e in ledger.events.all() if e.kind == "vista.clique"]

    def until(self, met: Callable[[Vista], bool]) -> None:
        """Wait for the ledger to say so."""
        with self.house.books() as ledger:
            awaited = Condition()
            for _ in range(int(PATIENCE_S * 20)):
                if met(ledger.vistas.all("")[-1]):
                    return
                with awaited:
                    awaited.wait(0.05)
        raise AssertionError("it never came")


@dataclass
class Window:
    """A person's page, as far as its socket goes."""

    socket: ClientConnection
    last: dict[str, Any] = field(default_factory=dict)

    def sees_a_picture(self) -> bytes:
        while True:
            got = self.socket.recv(timeout=PATIENCE_S)
            if isinstance(got, bytes):
                self.does({"t": "drawn"})
                return got

    def is_told(self, words: str) -> None:
        while not self.last or words not in self.last["html"]:
            got = self.socket.recv(timeout=PATIENCE_S)
            if isinstance(got, str):
                self.last = json.loads(got)

    def does(self, *messages: dict[str, object]) -> None:
        for message in messages:
            self.socket.send(json.dumps(message))

    def closed_with(self) -> int:
        try:
            while True:
                self.socket.recv(timeout=PATIENCE_S)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0

    def is_cut(self) -> None:
        """The line is gone without a word."""
        self.socket.socket.shutdown(SHUT_RDWR)


ASKED_HERE = type(ASKED)(**{**{name: getattr(ASKED, name) for name in ASKED.__slots__}, "clinica": "aurora"})


@contextmanager
def pretended(page: PretendPage) -> Iterator[str]:
    server: Server = serve(page.answer, "127.0.0.1", 0, compression=None)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"{server.socket.getsockname()[1]}/ABC"
    finally:
        server.shutdown()
        thread.join()


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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"t":"mouse","act":"move","x":NaN,"y":1}',
        '{"t":"mouse","act":"move","x":1e999,"y":1}',
        '{"t":"mouse","act":"move","x":-1,"y":1}',
        '{"t":"mouse","act":"move","x":"1","y":1}',
        '{"t":"mouse","act":"press","x":1,"y":1,"times":9}',
        '{"t":"mouse","act":"press","x":1,"y":1,"button":"right"}',
        '{"t":"key","key":"F12"}',
        '{"t":"key","key":"Control"}',
        '{"t":"text","text":""}',
        '{"t":"text","text":"a\\u0003"}',
        json.dumps({"t": "text", "text": "a" * 201}),
        '{"t":"wheel","x":1,"y":1,"dx":0,"dy":1e9}',
    ],
)
def test_what_no_mouse_or_keyboard_of_ours_does_is_not_read(text: str) -> None:
    assert read_message(text) is None


def test_each_message_is_read_as_what_it_is_and_told_to_the_browser() -> None:
    wheel = {"t": "wheel", "x": 1, "y": 2, "dx": 0, "dy": 120.5}
    sent = ({"t": "alive"}, {"t": "drawn"}, PRESS, wheel, {"t": "key", "key": "Enter", "shift": True})
    read = [read_message(json.dumps(message)) for message in sent]

    assert read == [
        Alive(t="alive"),
        Drawn(t="drawn"),
        Mouse(t="mouse", act="press", x=10, y=20),
        Wheel(t="wheel", x=1, y=2, dx=0, dy=120.5),
        Key(t="key", key="Enter", shift=True),
    ]
    assert commands(Text(t="text", text="á"), pressed=False) == [("Input.insertText", {"text": "á"})]
    enter = {"key": "Enter", "code": "Enter", "modifiers": 8, "windowsVirtualKeyCode": 13}
    assert commands(Key(t="key", key="Enter", shift=True), pressed=False) == [
        ("Input.dispatchKeyEvent", {"type": "keyDown", **enter, "text": "\r"}),
        ("Input.dispatchKeyEvent", {"type": "keyUp", **enter}),
    ]
    assert [within(Mouse(t="mouse", act="move", x=x, y=1), (800, 600)) for x in (0, 799.9, 800)] == [True, True, False]


NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def vista(number: int, who: str, state: str = "pedida", **more: object) -> Vista:
    values: dict[str, Any] = {
        "clinica": f"c{number}",
        "portal": "ipasem",
        "asked_by": who,
        "asked_on": "aqui",
        "asked_at": "2026-12-01T11:59:59.000Z",
        "wanted_until": "2026-12-01T12:00:30.000Z",
        "state": state,
        "owner": "aqui:1" if state == "aberta" else "",
        "alive_until": "",
        "endpoint": "",
        "holder": "",
        "generation": 0,
        "holder_until": "",
        "entered": 0,
        "result": "",
        "ended_at": None,
    }
    return Vista(id=number, **{**values, **more})


@pytest.mark.parametrize(
    ("standing", "opened"),
    [
        ([vista(1, "Olga"), vista(2, "Olga"), vista(3, "Olga")], [1, 2]),
        ([vista(1, "Olga", "aberta"), vista(2, "Olga"), vista(3, "Olga")], [2]),
        ([vista(1, "Olga"), vista(2, "Olga"), vista(3, "Rita")], [1, 3, 2]),
        ([vista(n, f"p{n}") for n in range(MOST + 2)], list(range(MOST))),
        ([vista(n, f"p{n}", "aberta") for n in range(MOST)] + [vista(9, "Olga")], []),
        ([vista(1, "Olga", wanted_until="2026-12-01T12:00:00.000Z")], []),
        ([vista(1, "Olga", asked_on="longe")], []),
        ([vista(1, "Olga", asked_on="longe", asked_at="2026-12-01T11:59:40.000Z")], [1]),
    ],
)
def test_which_pages_a_worker_opens(standing: list[Vista], opened: list[int]) -> None:
    assert [v.id for v in to_open(standing, "aqui:1", NOW)] == opened


def test_the_page_in_hand_stays_though_an_earlier_one_becomes_ready() -> None:
    ready = {"endpoint": "1/A", "state": "aberta"}
    one, two = vista(1, "Olga", **ready, owner="aqui:1"), vista(2, "Olga", **ready, owner="aqui:1", holder="Olga")
    far, other = vista(3, "Olga", **ready, owner="longe:1"), vista(4, "Rita", **ready, owner="aqui:1")

    assert [shown_next(seen, "Olga", "aqui") for seen in ([one, two], [one], [far, other])] == [two, one, None]


def test_a_pass_is_short_lived() -> None:
    assert timedelta(0) < PASS_LASTS <= timedelta(minutes=1)

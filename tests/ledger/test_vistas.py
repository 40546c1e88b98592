"""A sign-in attended from the panel is one worker's and one person's at a time, and never stays so by accident."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from agent.ledger.vistas import ALIVE, HELD, WANTED, Hold, Vista, Vistas
from tests.ledger.office import Office

WORKER, PANEL = "servidor:7", "servidor"
MOMENT = timedelta(milliseconds=1)


@dataclass
class Asked:
    """An office in which Olga asked for a sign-in."""

    office: Office

    @property
    def vistas(self) -> Vistas:
        return self.office.ledger.vistas

    @property
    def only(self) -> Vista:
        (vista,) = self.vistas.all("")
        return vista

    def opens(self) -> None:
        """A worker opens it."""
        assert self.vistas.claim(self.only.id, WORKER)

    def shows(self) -> int:
        """A worker opens it and a person is awaited; its number."""
        self.opens()
        assert self.vistas.publish(self.only.id, WORKER, "9222/ABC")
        return self.only.id

    def taken(self, who: str = "Olga") -> Hold:
        hold = self.vistas.take(self.only.id, who)
        assert hold is not None
        return hold

    def happened(self) -> list[tuple[str, str, dict[str, object]]]:
        return [(e.kind, e.actor, e.body) for e in self.office.ledger.events.all() if e.entity == "vista"]


@pytest.fixture
def asked(office: Office) -> Asked:
    assert office.ledger.vistas.ask("sorriso", "ipasem", "Olga", PANEL)
    return Asked(office)


def test_a_sign_in_is_asked_for_once_and_another_person_only_goes_on_with_what_was_left(asked: Asked) -> None:
    vistas, clock = asked.vistas, asked.office.clock
    answers = [vistas.ask("sorriso", "ipasem", who, PANEL) for who in ("Olga", "Rita")]
    clock.turn(WANTED)
    later = vistas.ask("sorriso", "ipasem", "Rita", PANEL)

    assert (answers, later, asked.only.asked_by) == ([True, False], True, "Rita")


def test_one_worker_opens_it(asked: Asked) -> None:
    assert [asked.vistas.claim(asked.only.id, who) for who in (WORKER, "outro:8")] == [True, False]
    assert (asked.only.state, asked.only.owner, asked.only.machine) == ("aberta", WORKER, "servidor")


def test_nothing_is_opened_for_a_person_who_left(asked: Asked) -> None:
    asked.office.clock.turn(WANTED)

    assert (asked.vistas.claim(asked.only.id, WORKER), asked.vistas.bury(lambda _: False)) == (False, 1)
    assert (asked.only.state, asked.only.result) == ("encerrada", "ninguém ficou à espera")


def test_a_page_is_held_only_while_a_person_is_awaited(asked: Asked) -> None:
    asked.opens()
    before = asked.vistas.take(asked.only.id, "Olga")
    asked.vistas.publish(asked.only.id, WORKER, "9222/ABC")
    hold = asked.taken()
    held = (asked.vistas.holds(hold), asked.vistas.renew(hold))
    asked.vistas.publish(asked.only.id, WORKER, "")

    assert (before, held) == (None, (True, True))
    assert (asked.vistas.holds(hold), asked.vistas.renew(hold), asked.vistas.did(hold, "clique", {})) == (False,) * 3


def test_a_persons_new_socket_takes_over_and_the_old_one_does_nothing_any_more(asked: Asked) -> None:
    asked.shows()
    old, new = asked.taken(), asked.taken()
    asked.vistas.let_go(old)

    assert [asked.vistas.did(hold, "clique", {"x": 1, "y": 2}) for hold in (old, new)] == [False, True]
    assert (asked.vistas.renew(old), asked.vistas.renew(new)) == (False, True)


def test_another_person_takes_it_only_when_it_was_let_go_or_its_time_ran_out(asked: Asked) -> None:
    number, vistas, clock = asked.shows(), asked.vistas, asked.office.clock
    hold = asked.taken()
    clock.turn(WANTED)
    vistas.renew(hold)
    hold = asked.taken()
    early = vistas.take(number, "Rita")
    refused = [vistas.ask("sorriso", "ipasem", "Rita", PANEL)]
    clock.turn(HELD - MOMENT)
    refused.append(vistas.ask("sorriso", "ipasem", "Rita", PANEL))
    clock.turn(MOMENT)
    asked_for = vistas.ask("sorriso", "ipasem", "Rita", PANEL)
    taken = vistas.take(number, "Rita")

    assert (early, refused, asked_for, vistas.holds(hold)) == (None, [False, False], True, False)
    assert taken == Hold(number, "Rita", 3)
    assert (vistas.take(number, "Olga"), asked.only.holder) == (None, "Rita")


def test_what_was_let_go_is_another_persons_at_once(asked: Asked) -> None:
    asked.shows()
    asked.vistas.let_go(asked.taken())
    asked.vistas.leave("Olga")

    assert asked.vistas.ask("sorriso", "ipasem", "Rita", PANEL)
    assert asked.taken("Rita").who == "Rita"


@pytest.mark.parametrize("sign", ["dead", "silent"])
def test_what_a_dead_worker_left_is_over_and_can_be_asked_for_again(sign: str, asked: Asked) -> None:
    number = asked.shows()
    hold = asked.taken()
    asked.office.clock.turn(ALIVE if sign == "silent" else MOMENT)
    buried = asked.vistas.bury(lambda owner: sign == "dead" and owner == WORKER)

    assert (buried, asked.vistas.holds(hold), asked.vistas.alive(number, WORKER)) == (1, False, False)
    assert (asked.only.state, asked.only.endpoint) == ("encerrada", "")
    assert asked.only.result == "o servidor que mostrava a página parou no meio; peça de novo"
    assert (asked.vistas.ask("sorriso", "ipasem", "Rita", PANEL), len(asked.vistas.all(""))) == (True, 2)


def test_a_worker_that_is_heard_of_is_left_at_work(asked: Asked) -> None:
    number = asked.shows()
    for _ in range(3):
        asked.office.clock.turn(ALIVE / 2)
        assert asked.vistas.alive(number, WORKER)

    assert asked.vistas.bury(lambda _: False) == 0


def test_who_waits_no_more_has_nothing_opened(asked: Asked) -> None:
    asked.vistas.leave("Rita")
    standing = asked.only.state
    asked.vistas.leave("Olga")

    assert (standing, asked.only.state, asked.only.result) == ("pedida", "encerrada", "ninguém ficou à espera")


def test_every_act_is_in_the_chain_with_its_person_and_nothing_of_what_was_shown_or_typed(asked: Asked) -> None:
    number = asked.shows()
    hold = asked.taken()
    asked.vistas.did(hold, "clique", {"x": 120, "y": 240})
    asked.vistas.did(hold, "teclas", {"quantas": 7})
    asked.vistas.let_go(hold)
    asked.vistas.end(number, WORKER, "entrada feita", entered=True)

    assert asked.happened() == [
        ("vista.pedida", "Olga", {"clinica": "sorriso", "portal": "ipasem"}),
        ("vista.aberta", "faturista", {"owner": WORKER}),
        ("vista.assumida", "Olga", {"vez": 1}),
        ("vista.clique", "Olga", {"x": 120, "y": 240}),
        ("vista.teclas", "Olga", {"quantas": 7}),
        ("vista.largada", "Olga", {"vez": 1}),
        ("vista.encerrada", "faturista", {"entrou": True}),
    ]
    assert office_is_whole(asked.office)


def test_a_token_is_good_once(office: Office) -> None:
    until = office.clock() + timedelta(seconds=30)

    assert [office.ledger.vistas.spend("a", until), office.ledger.vistas.spend("a", until)] == [True, False]


def office_is_whole(office: Office) -> bool:
    return office.ledger.checks.verify_chain(office.ledger.checks.anchor()).intact

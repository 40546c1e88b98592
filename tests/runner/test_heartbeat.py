"""What a run holds is kept while it works, and a ledger that is away for a beat does not end that."""

from datetime import timedelta
from threading import Event

from agent.ledger.store import Ledger
from agent.model.errors import LedgerAway
from agent.runner.heartbeat import Heartbeat

TTL = timedelta(milliseconds=30)


def test_a_heartbeat_goes_on_after_the_ledger_was_away() -> None:
    opened: list[str] = []
    beaten = Event()

    def open_ledger() -> Ledger:
        opened.append("asked")
        if len(opened) == 1:
            raise LedgerAway
        return Ledger.open(":memory:", journal=None)

    def renew(_ledger: Ledger) -> bool:
        beaten.set()
        return True

    with Heartbeat(open_ledger, renew, TTL):
        beaten.wait(60)

    assert (beaten.is_set(), opened) == (True, ["asked", "asked"])


def test_a_heartbeat_that_lost_what_it_held_beats_no_more() -> None:
    beats: list[str] = []
    lost = Event()

    def renew(_ledger: Ledger) -> bool:
        beats.append("beat")
        lost.set()
        return False

    heart = Heartbeat(lambda: Ledger.open(":memory:", journal=None), renew, TTL)
    with heart:
        lost.wait(60)
        heart._thread.join(60)

    assert (beats, heart._thread.is_alive()) == (["beat"], False)

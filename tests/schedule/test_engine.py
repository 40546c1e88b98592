"""Runs side by side: so many at once, one that breaks leaves the others be, all end after their row when told to."""

from datetime import timedelta
from threading import Barrier, Event

import pytest

from agent.engine.port import Engine
from agent.engine.threads import ThreadEngine
from agent.schedule.stopping import StoppableProgress, Stopping, pause_until


def test_jobs_run_side_by_side_and_room_is_told() -> None:
    together, hold = Barrier(3), Event()
    engine: Engine = ThreadEngine(3)

    def job() -> None:
        together.wait(timeout=30)
        hold.wait(timeout=30)

    for key in ("a", "b"):
        engine.submit(key, job)
    free_while_working = engine.free()
    together.wait(timeout=30)  # both are at it at once, or this would never pass
    hold.set()
    engine.stop()

    assert (free_while_working, engine.free(), engine.broken()) == (1, 0, [])


def test_a_job_that_breaks_is_told_once_and_frees_its_room() -> None:
    ended: list[str] = []
    over = Event()

    def tell() -> None:
        ended.append("fim")
        over.set()

    engine = ThreadEngine(1, ended=tell)

    def bug() -> None:
        raise ZeroDivisionError

    engine.submit("c0/ipasem/conta/2026-10", bug)
    over.wait(timeout=30)

    told = [(one.key, type(one.error)) for one in engine.broken()]
    assert (told, engine.broken(), engine.free(), ended) == (
        [("c0/ipasem/conta/2026-10", ZeroDivisionError)],
        [],
        1,
        ["fim"],
    )
    engine.stop()


def test_a_run_told_to_stop_ends_at_its_next_row() -> None:
    stop = Event()
    phase = StoppableProgress(stop).start("Lançando", 3)
    phase.step()
    stop.set()

    with pytest.raises(Stopping, match="continua daqui na próxima partida"):
        phase.step()


def test_a_pause_is_waited_out_or_ends_the_run_but_never_returns_early() -> None:
    stop = Event()
    wait = pause_until(stop)
    wait(timedelta())
    stop.set()

    with pytest.raises(Stopping):
        wait(timedelta(hours=1))

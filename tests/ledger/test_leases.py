"""One run at a time on a login."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agent.ledger.store import Ledger
from agent.model.errors import AlreadyRunning, LeaseLost
from tests.ledger.office import ACCOUNT, PORTAL, TTL, Office


def test_a_login_in_use_is_refused_with_who_uses_it_since_when(office: Office) -> None:
    with pytest.raises(AlreadyRunning) as error:
        office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL)
    at = office.clock().astimezone()
    assert (error.value.what, error.value.do) == (
        f"outra execução usa este acesso desde {at:%d/%m/%Y %H:%M:%S}: teste",
        f"Espere que ela termine. Se ela morreu, o acesso se libera às {at + TTL:%d/%m/%Y %H:%M:%S}.",
    )


def test_another_login_is_free(office: Office) -> None:
    assert office.ledger.leases.take(PORTAL, "acesso-2", "outro", TTL).token == 1


def test_a_released_login_is_taken_with_a_new_token(office: Office) -> None:
    office.ledger.leases.release(office.lease)
    assert office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL).token == office.lease.token + 1


def test_a_dead_runs_login_is_free_when_its_time_is_over(office: Office) -> None:
    office.clock.turn(TTL)
    assert office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL).token == office.lease.token + 1


def test_the_login_of_a_run_known_to_be_dead_is_taken_at_once_and_the_dead_run_is_fenced_off(office: Office) -> None:
    taken = office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL, is_dead=lambda owner: owner == "teste")
    with pytest.raises(LeaseLost):
        office.ledger.leases.check(office.lease)
    office.ledger.leases.check(taken)
    assert taken.token == office.lease.token + 1


def test_a_heartbeat_keeps_the_login(office: Office) -> None:
    office.clock.turn(TTL / 2)
    kept = office.ledger.leases.heartbeat(office.lease)
    office.clock.turn(TTL * 3 / 4)
    office.ledger.leases.check(kept)
    assert kept == replace(office.lease, until="2026-11-03T09:01:30.000Z")


def test_a_heartbeat_that_comes_late_keeps_a_login_that_nobody_took(office: Office) -> None:
    office.clock.turn(TTL * 2)
    office.ledger.leases.check(office.ledger.leases.heartbeat(office.lease))
    assert office.ledger.leases.heartbeat(office.lease).token == office.lease.token


def test_a_run_whose_login_was_taken_is_told_so(office: Office) -> None:
    office.clock.turn(TTL)
    office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL)
    for act in (office.ledger.leases.heartbeat, office.ledger.leases.check):
        with pytest.raises(LeaseLost, match="teste perdeu a vez neste acesso"):
            act(office.lease)


def test_a_run_whose_time_is_over_may_not_go_on(office: Office) -> None:
    office.clock.turn(TTL)
    with pytest.raises(LeaseLost):
        office.ledger.leases.check(office.lease)


def test_letting_go_of_a_login_that_somebody_else_holds_changes_nothing(office: Office) -> None:
    office.clock.turn(TTL)
    taken = office.ledger.leases.take(PORTAL, ACCOUNT, "outro", TTL)
    office.ledger.leases.release(office.lease)
    office.ledger.leases.check(taken)
    assert office.violated() == set()


_RACER = """
import sys
from datetime import timedelta
from pathlib import Path
from agent.ledger.store import Ledger
from agent.model.errors import AlreadyRunning

with Ledger.open(Path(sys.argv[1]), journal=None) as ledger:
    print("ready", flush=True)
    sys.stdin.readline()
    won = []
    for n in range(50):
        try:
            ledger.leases.take("ipasem", f"acesso-{n}", sys.argv[2], timedelta(hours=1))
        except AlreadyRunning:
            continue
        won.append(n)
    print(*won)
"""


def test_of_two_processes_that_race_for_a_login_one_gets_it(path: Path) -> None:
    Ledger.open(path, journal=None).close()
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", _RACER, str(path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("um", "dois")
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("\n")
        racer.stdin.flush()
    won = [[int(n) for n in racer.communicate(timeout=60)[0].split()] for racer in racers]
    assert sorted(won[0] + won[1]) == list(range(50))


def test_two_processes_may_make_the_same_new_ledger(path: Path) -> None:
    script = "import sys; from pathlib import Path; from agent.ledger.store import Ledger\n"
    script += "Ledger.open(Path(sys.argv[1]), journal=None).close()"
    makers = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(2)]
    assert [maker.wait(timeout=60) for maker in makers] == [0, 0]
    with Ledger.open(path, journal=None) as ledger:
        taken = ledger.leases.take(PORTAL, ACCOUNT, "teste", timedelta(minutes=1))
    assert taken.token == 1

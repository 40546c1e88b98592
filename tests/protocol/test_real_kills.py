"""Real processes: the agent is killed by the system at random moments, over HTTP and real files, until months close."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest

from tests.protocol import agent_process
from tests.protocol.agent_process import BUSY, CLOSED, LATE, TTL, Desk
from tests.protocol.http_portal import Portals, WallClock, serving
from tests.protocol.model_portal import CLOSES, SUBMITS
from tests.protocol.month import Office, lancamentos, open_month, standing, wanted
from tests.protocol.world import World

ASKED = lancamentos(6)
KILLS_OF_A_MONTH = 25
LIVES_OF_A_MONTH = 60
LONGEST = 0.25  # seconds that a doomed agent lives after its first word to the portal


@dataclass
class Tally:
    """What was endured, and what was found wrong."""

    kills: int = 0
    months: int = 0
    wrong: list[str] = field(default_factory=list)


def world_of(chance: Random) -> World:
    """A portal that fails one act in four."""
    world = World.expecting(ASKED)
    world.clock, world.late_by = WallClock(), LATE
    world.submits = [chance.choice(SUBMITS[1:]) if chance.random() < 0.25 else "ok" for _ in range(60)]
    world.closes = [chance.choice(CLOSES)]
    return world


def month_of_kills(folder: Path, chance: Random, most: int, tally: Tally) -> None:
    """One month, its agent killed at most so many times and then left alone; the oracles at its end."""
    world = world_of(chance)
    with serving(world) as server:
        desk = Desk(folder, server.server_port, ASKED)
        for life in range(LIVES_OF_A_MONTH):
            doomed = tally.kills < most and life < KILLS_OF_A_MONTH
            code = one_life(replace(desk, ahead=TTL * 2 * life), server, chance.uniform(0, LONGEST) if doomed else None)
            tally.kills += code < 0 or (code not in (CLOSED, agent_process.OPEN) and doomed)
            if code == CLOSED:
                break
            if (said := agent_process.integrity(folder, folder.parent / "copia")) != "ok":
                tally.wrong.append(f"life {life}: {said}")
    tally.months += 1
    tally.wrong += wrong_at_the_end(desk, world)


def one_life(desk: Desk, server: Portals, killed_after: float | None) -> int:
    """Start an agent and wait for its end, or kill it so many seconds after its first word; gives its exit code."""
    server.asked.clear()
    agent = agent_process.start(desk)
    if killed_after is not None:
        while agent.is_alive() and not server.asked.wait(0.01):
            pass
        agent.join(killed_after)
        agent.kill()
    agent.join()
    code = agent.exitcode
    agent.close()
    assert code is not None
    return code


def wrong_at_the_end(desk: Desk, world: World) -> list[str]:
    """Both oracles, the invariants, the chain, and intents that overlapped."""
    office = Office(world, ASKED)
    with desk.open_ledger() as ledger:
        found = [str(v) for v in ledger.checks.violations()] + list(ledger.checks.verify_chain().problems)
        state = open_month(ledger).state
        events = ledger.events.all()
    if standing(world) != wanted(office):
        found.append(f"extra {standing(world) - wanted(office)}, lacks {wanted(office) - standing(world)}")
    if (world.closed, state) != (True, "fechada"):
        found.append(f"portal closed {world.closed}, ledger {state}")
    if world.transient_duplicates:
        found.append(f"{world.transient_duplicates} transient duplicates")
    open_batches: set[int] = set()
    for event in events:
        if event.kind in ("attempt.intent", "removal.intent"):
            open_batches.add(event.entity_id)
        elif event.entity == "batch":
            open_batches.discard(event.entity_id)
        if len(open_batches) > 1:
            found.append(f"two open intents: {open_batches}")
    return found


def kill(folder: Path, kills: int, seed: str) -> Tally:
    """Months until so many agents were killed."""
    tally, chance = Tally(), Random(seed)
    while tally.kills < kills:
        month = folder / f"mes{tally.months}"
        month.mkdir()
        month_of_kills(month, chance, kills, tally)
    return tally


def test_agents_killed_by_the_system_leave_each_entry_exactly_once(tmp_path: Path) -> None:
    tally = kill(tmp_path, 25, "short")
    assert (tally.wrong, tally.kills) == ([], 25)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_agents_killed_by_the_system_leave_each_entry_exactly_once(tmp_path: Path, seed: int) -> None:
    tally = kill(tmp_path, 250, f"long {seed}")
    print(f"{tally.kills} kills in {tally.months} months")
    assert (tally.wrong, tally.kills) == ([], 250)


def race(folder: Path, seed: str) -> tuple[list[int], list[str]]:
    """Two agents at once on one login: their exit codes, and what is wrong after a third has finished the month."""
    world = world_of(Random(seed))
    with serving(world) as server:
        desks = [Desk(folder, server.server_port, ASKED, owner=name) for name in ("um", "outro")]
        agents = [agent_process.start(desk) for desk in desks]
        for agent in agents:
            agent.join()
        codes = [agent.exitcode or 0 for agent in agents]
        later = 0
        while one_life(replace(desks[0], ahead=TTL * 2 * later), server, None) != CLOSED:
            later += 1
    return codes, wrong_at_the_end(desks[0], world)


def races(folder: Path, count: int) -> tuple[Counter[int], dict[int, list[str]]]:
    """So many races: how the agents ended, and what went wrong in which."""
    ends: Counter[int] = Counter()
    wrong = {}
    for number in range(count):
        office = folder / f"corrida{number}"
        office.mkdir()
        codes, found = race(office, f"race {number}")
        ends.update(codes)
        if found:
            wrong[number] = found
    return ends, wrong


def test_of_two_agents_racing_for_one_login_one_stands_back(tmp_path: Path) -> None:
    ends, wrong = races(tmp_path, 5)
    assert (wrong, ends[BUSY] > 0) == ({}, True)


@pytest.mark.long
def test_a_hundred_races_for_one_login_never_have_two_intents_open(tmp_path: Path) -> None:
    ends, wrong = races(tmp_path, 100)
    assert (wrong, ends[BUSY] > 0) == ({}, True)

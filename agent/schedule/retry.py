"""Pure: how long after runs that did not get there the next one may come."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile

from agent.ledger.turns import Turn

_MINUTES = {
    "unavailable": (5, 15, 45, 120, 240),
    "busy": (10,),
    "dead": (0, 0, 5, 15, 45, 120),  # a machine may die just as the ledger's server did
    "moved": (0, 5, 15, 45, 120),
    "person": (0,),
    "empty": (12 * 60, 36 * 60, 84 * 60, 7 * 24 * 60),  # each look may cost a person a sign-in
}


def pause_after(runs: Sequence[Turn]) -> timedelta:
    """The pause after the last of `runs`: it grows while they end alike, and stays at its longest."""
    if not runs:
        return timedelta()
    last = runs[-1].state
    alike = sum(1 for _ in takewhile(lambda turn: turn.state == last, reversed(runs)))
    steps = _MINUTES.get(last, (0,))
    return timedelta(minutes=steps[min(alike, len(steps)) - 1])

"""Pure: what stands per key in a journal, and every commit that put one more there than was planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portals.mock.store import Commit, Key


@dataclass(frozen=True)
class Excess:
    """A commit after which `count` entries of `key` stood, where only `planned` were meant to."""

    seq: int
    at: str
    action: str
    key: Key
    count: int
    planned: int


def standing(commits: Iterable[Commit]) -> Counter[Key]:
    """How many finished entries stand per key after these commits."""
    found: Counter[Key] = Counter()
    for commit in commits:
        for key, delta in commit.counts:
            found[key] += delta
    return +found


def excesses(commits: Iterable[Commit], plan: Mapping[Key, int] | None = None) -> list[Excess]:
    """Each commit that exceeded the plan, even if the surplus was deleted later.

    Without a plan one entry per key is allowed; with a plan, none for a key it does not name.
    """
    found: Counter[Key] = Counter()
    excess: list[Excess] = []
    for commit in commits:
        for key, delta in commit.counts:
            found[key] += delta
            planned = 1 if plan is None else plan.get(key, 0)
            if delta > 0 and found[key] > planned:
                excess.append(Excess(commit.seq, commit.at, commit.action, key, found[key], planned))
    return excess


def surplus(commits: Iterable[Commit], plan: Mapping[Key, int] | None = None) -> dict[Key, int]:
    """How many entries too many stand now, per key."""
    now = standing(commits)
    return {k: n - (1 if plan is None else plan.get(k, 0)) for k, n in now.items() if n > _allowed(plan, k)}


def missing(commits: Iterable[Commit], plan: Mapping[Key, int]) -> dict[Key, int]:
    """How many planned entries do not stand, per key."""
    now = standing(commits)
    return {key: n - now[key] for key, n in plan.items() if n > now[key]}


def _allowed(plan: Mapping[Key, int] | None, key: Key) -> int:
    return 1 if plan is None else plan.get(key, 0)

"""Whose turn it is to do a step of a month: taken once, whichever scheduler comes first, and kept while alive."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from agent.ledger.transaction import Writer, stamp
from agent.model.competencia import Competencia


@dataclass(frozen=True, slots=True)
class Step:
    """One run of one step: `ref` is what it is about (a sheet's digest, a plan's hash), `no` counts the tries."""

    clinica: str
    portal: str
    account: str
    competencia: str
    step: str
    ref: str
    no: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A run as the ledger holds it. Times ISO 8601 in UTC; `text` is pt-BR and names no patient.

    `state`: running, done, empty (nothing there yet), person (waits for one), unavailable (the portal), busy (the login
    is in use), moved (something changed since the plan), dead (whoever ran it is not heard of any more).
    """

    id: int
    clinica: str
    portal: str
    account: str
    competencia: str
    step: str
    ref: str
    no: int
    state: str
    owner: str
    since: str
    until: str
    ended_at: str | None
    text: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in figures for the schedule. `plan` is the last plan's hash, "" without one; counts of entries."""

    clinica: str
    portal: str
    competencia: str
    state: str
    plan: str
    unsent: int
    entries: int
    returns: int


class Turns:
    """The runs of the office."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def take(self, step: Step, owner: str, ttl: timedelta, *, side_by_side: int) -> int | None:
        """The number of the run that is now `owner`'s for `ttl`; None when it is not to be had.

        It is not when somebody took this very run, when its login is at work, or when `side_by_side` logins already
        are on its portal. Runs not heard of for their whole time are given up for dead first.
        """
        w = self._writer
        key = {name: getattr(step, name) for name in ("clinica", "portal", "competencia", "step", "ref", "no")}
        with w.transaction("turns.take") as at:
            w.change("turn_expire", now=at)
            busy = w.one("turn_of_login", portal=step.portal, account=step.account)
            if busy or w.one("turn_running", portal=step.portal) >= side_by_side:
                return None
            until = stamp(w.clock() + ttl)
            if not w.change("turn_insert", account=step.account, owner=owner, since=at, until=until, **key):
                return None
            return int(w.one("turn_id", **key))

    def renew(self, turn_id: int, owner: str, ttl: timedelta) -> bool:
        """Keep it for another `ttl`; False when it was given up for dead meanwhile."""
        with self._writer.transaction("turns.renew"):
            until = stamp(self._writer.clock() + ttl)
            return bool(self._writer.change("turn_renew", id=turn_id, owner=owner, until=until))

    def end(self, turn_id: int, owner: str, state: str, text: str) -> bool:
        """Write how it ended; False when it was given up for dead meanwhile."""
        with self._writer.transaction("turns.end") as at:
            return bool(self._writer.change("turn_end", id=turn_id, owner=owner, state=state, text=text, at=at))

    def expire(self) -> int:
        """Give up those not heard of for their whole time; how many."""
        with self._writer.transaction("turns.expire") as at:
            return self._writer.change("turn_expire", now=at)

    def bury(self, is_dead: Callable[[str], bool]) -> int:
        """Give up at once those whose holder surely runs no more, as `is_dead(owner)` knows; how many."""
        w = self._writer
        dead = [str(owner) for (owner,) in w.rows("turn_owners") if is_dead(str(owner))]
        if not dead:
            return 0
        with w.transaction("turns.bury") as at:
            return sum(w.change("turn_bury", owner=owner, now=at) for owner in dead)

    def since(self, competencia: Competencia) -> list[Turn]:
        """Every run of the months from `competencia` on, in order."""
        rows: Iterable[tuple[object, ...]] = self._writer.rows("turn_since", competencia=competencia.iso)
        return [Turn(*row) for row in rows]  # type: ignore[arg-type] # a row's columns are the fields, in order

    def lately(self, since: str) -> list[Turn]:
        """The runs that are not over, or were not at that moment (as the ledger stores times), in order."""
        rows: Iterable[tuple[object, ...]] = self._writer.rows("turn_lately", since=since)
        return [Turn(*row) for row in rows]  # type: ignore[arg-type] # as above

    def sends(self) -> dict[str, int]:
        """How many sends ended how, ever: confirmed, uncertain (no answer), rejected and so on."""
        return {str(state): int(total) for state, total in self._writer.rows("turn_attempts")}

    def months(self, competencia: Competencia) -> list[MonthRow]:
        """The months from `competencia` on, in figures."""
        rows: Iterable[tuple[object, ...]] = self._writer.rows("turn_months", competencia=competencia.iso)
        return [MonthRow(*row) for row in rows]  # type: ignore[arg-type] # as above

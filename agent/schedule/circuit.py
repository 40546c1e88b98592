"""Pure: a portal that is down is left alone for a while, for every clinic at once, and then tried by one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from agent.ledger.turns import Turn
from agent.schedule.facts import Task, moment

FAILURES = 3
_MINUTES = (10, 20, 40, 60)
_REACHED = ("done", "empty", "person", "moved")


@dataclass(frozen=True, slots=True)
class Outage:
    """The portal does not answer since `since`; nobody asks it before `until`, and then one at a time."""

    portal: str
    since: datetime
    until: datetime
    failures: int


def outage(portal: str, turns: Iterable[Turn]) -> Outage | None:
    """What the last runs on the portal say: an outage when FAILURES or more in a row did not reach it."""
    ended = [t for t in turns if t.portal == portal and t.ended_at and Task(t.step).opens_a_portal]
    told = sorted((t for t in ended if t.state in (*_REACHED, "unavailable")), key=lambda t: t.ended_at or "")
    failed = list(takewhile(lambda t: t.state == "unavailable", reversed(told)))
    if len(failed) < FAILURES:
        return None
    last, first = moment(failed[0].ended_at or ""), moment(failed[-1].ended_at or "")
    pause = timedelta(minutes=_MINUTES[min(len(failed) - FAILURES, len(_MINUTES) - 1)])
    return Outage(portal, since=first, until=last + pause, failures=len(failed))

"""Pure: how long a portal's sessions last without use, from what happened so far; nobody else tells it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.ledger.queue import Waiting
from agent.ledger.turns import Turn
from agent.schedule.facts import Task, moment

_ALIVE = ("done", "empty", "moved", "person")
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Lasting:
    """Of one portal: the longest pause after which a session still lived, and the shortest after which one was gone.

    None where that never happened yet.
    """

    portal: str
    lived: timedelta | None
    died: timedelta | None

    @property
    def text(self) -> str:
        """For the person who signs in (pt-BR)."""
        lived = f"já valeu depois de {_span(self.lived)} sem uso" if self.lived else ""
        died = f"já não valia depois de {_span(self.died)}" if self.died else ""
        return f"{self.portal}: uma sessão {' e '.join(filter(None, (lived, died)))}."


def lasting(turns: Iterable[Turn], asked: Sequence[Waiting]) -> list[Lasting]:
    """What the runs found, on each portal that ever asked a person to sign in; portals in order.

    `asked`: what people were asked, ever. A session is used by each run on the portal; a sign-in that was asked for
    during a run says that the one before it was gone.
    """
    signs = [item for item in asked if item.kind == "entrar"]
    runs = [turn for turn in turns if turn.ended_at and turn.state in _ALIVE and Task(turn.step).opens_a_portal]
    return [
        Lasting(portal, max(pauses[True], default=None), min(pauses[False], default=None))
        for portal in sorted({item.portal for item in signs})
        if any((pauses := _pauses(portal, runs, signs)).values())
    ]


def _pauses(portal: str, runs: Sequence[Turn], signs: Sequence[Waiting]) -> dict[bool, list[timedelta]]:
    """The pauses between two uses of a session, by whether it outlived them."""
    pauses: dict[bool, list[timedelta]] = {True: [], False: []}
    for clinica in {item.clinica for item in signs if item.portal == portal}:
        mine = [item for item in signs if (item.clinica, item.portal) == (clinica, portal)]
        used: datetime | None = None
        for begin, end, alive in sorted(_uses([r for r in runs if (r.clinica, r.portal) == (clinica, portal)], mine)):
            if used is not None and begin > used:
                pauses[alive].append(begin - used)
            used = end if alive else None
    return pauses


def _uses(runs: Sequence[Turn], signs: Sequence[Waiting]) -> Iterator[tuple[datetime, datetime, bool]]:
    """(begin, end, whether the session was good) of each run; a sign-in that was done begins a new session."""
    for run in runs:
        gone = any(run.since <= item.opened_at <= (run.ended_at or "") for item in signs)
        yield moment(run.since), moment(run.ended_at or ""), not gone
    for item in signs:
        if item.closed_at:
            entered = moment(item.closed_at)
            yield entered, entered, True


def _span(span: timedelta) -> str:
    return f"{span // _HOUR} h" if span >= _HOUR else f"{span // timedelta(minutes=1)} min"

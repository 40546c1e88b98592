"""Pure: the office in figures, in Prometheus' text form. Clinics and portals are named, patients never."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from agent.ledger.queue import Waiting
from agent.ledger.store import Ledger
from agent.ledger.turns import Turn
from agent.schedule.board import Board
from agent.schedule.decide import Status
from agent.schedule.facts import Task, moment

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted. `asked` is all that was ever asked of people, `sends` how sends ended."""

    seen: Board
    asked: tuple[Waiting, ...]
    sends: Mapping[str, int]


def gather(ledger: Ledger, seen: Board) -> Figures:
    """The figures as the ledger stands."""
    return Figures(seen, tuple(ledger.queue.opened_since("")), ledger.turns.sends())


def metrics(figures: Figures, now: datetime) -> str:
    """One text page; ages in seconds at `now`."""
    turns = [turn for line in figures.seen.lines for turn in line.facts.turns]
    statuses = Counter(line.coming.status for line in figures.seen.lines)
    waiting = Counter(item.kind for item in figures.asked if item.state == "open")
    parts = [
        _family(
            "faturista_months", "gauge", "Months by what comes next.", _by("status", {s: statuses[s] for s in Status})
        ),
        _family("faturista_waiting", "gauge", "Open questions to people.", _by("kind", waiting)),
        _family("faturista_person_seconds_total", "counter", "Time people took to answer.", _answered(figures.asked)),
        _family("faturista_runs_total", "counter", "Runs of the months now seen.", _runs(turns)),
        _family(
            "faturista_sends_total",
            "counter",
            "Sends by outcome; uncertain is no answer.",
            _by("outcome", figures.sends),
        ),
        _family("faturista_portal_down", "gauge", "1 while a portal is out.", _down(figures.seen)),
        _family("faturista_last_good_run_age_seconds", "gauge", "Since a login last did something.", _ages(turns, now)),
    ]
    return "".join(parts)


def _family(name: str, kind: str, text: str, samples: Iterable[tuple[Labels, float]]) -> str:
    lines = [f"# HELP {name} {text}", f"# TYPE {name} {kind}"]
    for labels, value in samples:
        inside = ",".join(f'{key}="{_escaped(word)}"' for key, word in labels)
        lines.append(f"{name}{{{inside}}} {value:g}")
    return "\n".join(lines) + "\n"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _by(label: str, counts: Mapping[str, int]) -> Iterator[tuple[Labels, float]]:
    return ((((label, str(word)),), count) for word, count in sorted(counts.items()))


def _answered(asked: Iterable[Waiting]) -> Iterator[tuple[Labels, float]]:
    seconds: dict[str, float] = defaultdict(float)
    for item in asked:
        if item.state == "answered" and item.closed_at:
            seconds[item.kind] += (moment(item.closed_at) - moment(item.opened_at)).total_seconds()
    return (((("kind", kind),), total) for kind, total in sorted(seconds.items()))


def _runs(turns: Iterable[Turn]) -> Iterator[tuple[Labels, float]]:
    counts = Counter((turn.portal, turn.step, turn.state) for turn in turns)
    names = ("portal", "step", "state")
    return ((tuple(zip(names, key, strict=True)), count) for key, count in sorted(counts.items()))


def _down(seen: Board) -> Iterator[tuple[Labels, int]]:
    out = {outage.portal for outage in seen.outages}
    portals = sorted({line.facts.portal for line in seen.lines})
    return (((("portal", portal),), int(portal in out)) for portal in portals)


def _ages(turns: Iterable[Turn], now: datetime) -> Iterator[tuple[Labels, float]]:
    last: dict[tuple[str, str], str] = {}
    for turn in turns:
        if turn.state == "done" and turn.ended_at and Task(turn.step).opens_a_portal:
            key = (turn.clinica, turn.portal)
            last[key] = max(last.get(key, ""), turn.ended_at)
    for (clinica, portal), ended in sorted(last.items()):
        yield (("clinica", clinica), ("portal", portal)), (now - moment(ended)).total_seconds()

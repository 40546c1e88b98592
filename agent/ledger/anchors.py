"""The chain's last hash, kept outside the ledger each time somebody looks: who rewrites the whole ledger is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agent.ledger.events import FIRST
from agent.ledger.journal import Fact, FileJournal
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp

_NOTE = {"at", "events", "restored_by", "copy"}
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A kept hash: when (ISO 8601, UTC), and how many events the ledger had then, one at least."""

    at: str
    events: int
    hash: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The ledger was brought back to a copy: when (ISO 8601, UTC), by whom, which copy, its events and last hash.

    `beyond`: the hashes that were kept after that copy and before it came back; the ledger may lack them since.
    """

    at: str
    who: str
    copy: str
    events: int
    anchor: str
    beyond: tuple[str, ...]


class Anchors:
    """One JSON line for each look: when, how many events, the last hash. It lies beside the intent journal.

    The line of a restore says besides by whom and from which copy; nothing is ever taken out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = FileJournal(path)

    @classmethod
    def beside(cls, journal: Path) -> "Anchors":
        """The office's anchors, in the folder of its intent journal."""
        return cls(journal.with_name("ancoras.jsonl"))

    def hashes(self) -> list[str]:
        """Every hash that was kept, oldest first."""
        return [str(fact["hash"]) for fact in self._file.facts() if "hash" in fact]

    def kept(self) -> list[Anchor]:
        """What the office's ledger must know something of, oldest first; none of an office that is new.

        Left out is what was kept of an empty ledger, which every ledger knows, and what was kept before a known
        return to an empty copy: nothing of it is expected any more. None either where the file may not be read:
        whoever may not read it may not read the intents beside it, and launches nothing.
        """
        try:
            facts = [fact for fact in self._file.facts() if "hash" in fact]
        except OSError:
            return []
        emptied = [index for index, fact in enumerate(facts) if fact.keys() >= _NOTE and fact["events"] == 0]
        return [_anchor(fact) for fact in facts[emptied[-1] if emptied else 0 :] if _says_something(fact)]

    def restores(self) -> list[Restored]:
        """Every known return to a copy, oldest first."""
        facts = [fact for fact in self._file.facts() if "hash" in fact]
        return [_restored(facts[:index], fact) for index, fact in enumerate(facts) if fact.keys() >= _NOTE]

    def note_restore(self, at: datetime, events: int, anchor: str, *, who: str, copy: str) -> Restored:
        """Keep that the ledger is the copy's again from now on; gives what lies beyond it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        here = {"at": stamp(at), "events": events, "hash": anchor}
        self._file.append({**here, "restored_by": who, "copy": copy})
        return self.restores()[-1]

    def keep(self, at: datetime, events: int, anchor: str) -> None:
        """Keep a hash; the same as the last one is kept once."""
        if self.hashes()[-1:] != [anchor]:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file.append({"at": stamp(at), "events": events, "hash": anchor})


def knows_none(ledger: Ledger, kept: Sequence[Anchor]) -> bool:
    """Whether a ledger cannot be the one that `kept` was kept of: it was emptied, or another was begun in its place.

    That it lacks the newest says nothing: a copy that was put back without its note, by hand, by another machine of
    the office or by a process that died before the note, lacks what came after it. So it must know none at all. And
    where all that this machine kept is younger than the copy that another one put back, even that happens; but such
    a ledger began before anything was kept of it, and one that was begun in its place did not.
    """
    if not kept or any(ledger.checks.knows(anchor.hash) for anchor in reversed(kept)):
        return False
    first = ledger.database.connection.execute("select at from event order by seq limit 1").fetchone()
    return first is None or str(first[0]) > kept[0].at


def _says_something(fact: Fact) -> bool:
    """Whether a line is whole, as somebody's own hand may not have left it, and of a ledger with an event."""
    whole = _is_time(fact.get("at")) and isinstance(fact.get("events"), int)
    return whole and fact["events"] > 0 and fact["hash"] != FIRST and bool(_HASH.fullmatch(str(fact["hash"])))


def _is_time(text: object) -> bool:
    try:
        return datetime.fromisoformat(str(text)).tzinfo is not None
    except ValueError:
        return False


def _anchor(fact: Fact) -> Anchor:
    return Anchor(fact["at"], fact["events"], fact["hash"])


def _restored(before: list[Fact], note: Fact) -> Restored:
    """What was kept after the copy's own line is beyond it; by the count of events where the copy has no line."""
    own = [index for index, fact in enumerate(before) if fact["hash"] == note["hash"]]
    later = before[own[-1] :] if own else [fact for fact in before if fact.get("events", 0) > note["events"]]
    beyond = dict.fromkeys(str(fact["hash"]) for fact in later if fact["hash"] != note["hash"])
    at, who, copy = (str(note[name]) for name in ("at", "restored_by", "copy"))
    return Restored(at, who, copy, int(note["events"]), str(note["hash"]), tuple(beyond))

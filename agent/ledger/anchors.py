"""The chain's last hash, kept outside the ledger each time somebody looks: who rewrites the whole ledger is found."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agent.ledger.journal import Fact, FileJournal
from agent.ledger.transaction import stamp

_NOTE = {"at", "events", "restored_by", "copy"}


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


def _restored(before: list[Fact], note: Fact) -> Restored:
    """What was kept after the copy's own line is beyond it; by the count of events where the copy has no line."""
    own = [index for index, fact in enumerate(before) if fact["hash"] == note["hash"]]
    later = before[own[-1] :] if own else [fact for fact in before if fact.get("events", 0) > note["events"]]
    beyond = dict.fromkeys(str(fact["hash"]) for fact in later if fact["hash"] != note["hash"])
    at, who, copy = (str(note[name]) for name in ("at", "restored_by", "copy"))
    return Restored(at, who, copy, int(note["events"]), str(note["hash"]), tuple(beyond))

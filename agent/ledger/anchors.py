"""The chain's last hash, kept outside the ledger each time somebody looks: who rewrites the whole ledger is found."""

from datetime import datetime
from pathlib import Path

from agent.ledger.journal import FileJournal
from agent.ledger.transaction import stamp


class Anchors:
    """One JSON line for each look: when, how many events, the last hash. It lies beside the intent journal."""

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

    def keep(self, at: datetime, events: int, anchor: str) -> None:
        """Keep a hash; the same as the last one is kept once."""
        if self.hashes()[-1:] != [anchor]:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file.append({"at": stamp(at), "events": events, "hash": anchor})

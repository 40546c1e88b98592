"""Files that prove what was seen, named by their content: written once, found again by their SHA-256."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.transaction import Writer
from agent.model.errors import EvidenceGone
from agent.model.registro import Evidence

KEPT = "evidencia.guardada"
_MOST = 40  # characters of a name worth keeping in the ledger


@dataclass(frozen=True, slots=True)
class Of:
    """What a piece of evidence is of: a month, entries of it (none: the month itself), in a word or two of pt-BR."""

    mes_id: int
    entries: tuple[int, ...]
    what: str


class EvidenceStore:
    """The evidence of a ledger. Its files may show patients; the ledger's own rows do not."""

    def __init__(self, writer: Writer, events: Events, files: EvidenceFiles | None) -> None:
        self._writer = writer
        self._events = events
        self.files = files

    def add(self, of: Of, *evidence: Evidence) -> None:
        """Keep it: the files first, whole or not at all, then their rows and the event that says what they prove."""
        for each in evidence:
            self.write(each)
        with self._writer.transaction("evidence.add") as at:
            self.tie(at, of, evidence)

    def write(self, evidence: Evidence) -> None:
        """The file of it, in place when this returns. Raises LedgerError when the folder cannot be written."""
        if self.files is not None:
            self.files.write(sha256(evidence), evidence.kind, evidence.content)

    def tie(self, at: str, of: Of, evidence: Iterable[Evidence]) -> None:
        """Within a transaction: their rows, and one event each; `write` has put the files there."""
        for each in evidence:
            number = self.row(at, each)
            body = {"sha256": sha256(each), "entries": list(of.entries), "what": of.what}
            self._events.append(at, KEPT, "evidence", number, body, mes_id=of.mes_id)

    def row(self, at: str, evidence: Evidence) -> int:
        """Within a transaction: the id of its row, inserted when it is new."""
        sha = sha256(evidence)
        if known := self._writer.one("evidence_id", sha256=sha):
            return int(known)
        return self._writer.insert(
            "evidence_insert",
            sha256=sha,
            kind=evidence.kind,
            name=evidence.name[:_MOST],
            bytes=len(evidence.content),
            taken_at=at,
        )

    def read(self, sha256: str, kind: str) -> bytes:
        """Its content. Raises EvidenceGone (also where no files are kept), EvidenceAltered, EvidenceClosed."""
        if self.files is None:
            raise EvidenceGone(where=sha256[:12])
        return self.files.read(sha256, kind)


def sha256(evidence: Evidence) -> str:
    """The name of a piece of evidence."""
    return hashlib.sha256(evidence.content).hexdigest()

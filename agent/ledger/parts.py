"""What the files about attempts share."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from agent.ledger.events import Events
from agent.ledger.evidence import EvidenceStore
from agent.ledger.journal import Journal
from agent.ledger.leases import Lease, Leases
from agent.ledger.months import Months
from agent.ledger.problems import Problems
from agent.ledger.reading import EntryReader
from agent.ledger.transaction import Writer


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a ledger that an attempt touches."""

    writer: Writer
    events: Events
    leases: Leases
    months: Months
    entries: EntryReader
    problems: Problems
    evidence: EvidenceStore
    journal: Journal


class OfAttempts:
    """One chapter of an attempt's life."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._writer = parts.writer
        self._events = parts.events

    def _insert_batch(self, lease: Lease, mes_id: int, batch: NewBatch) -> int:
        """Within a transaction: the id of a new batch under this lease."""
        return self._writer.insert(
            "batch_insert",
            portal=lease.portal,
            token=lease.token,
            mes_id=mes_id,
            account=lease.account,
            **asdict(batch),
        )


@dataclass(frozen=True, slots=True)
class NewBatch:
    """One act on a portal: "launch", "removal" or "adoption"; open until `closed_at`. Times as they are stored."""

    kind: str
    journal_id: str
    opened_at: str
    closed_at: str | None = None

"""Evidence that is no longer kept: the intent in the chain first, then the files, then the word that it was done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.ledger.events import Events
from agent.ledger.transaction import Writer

INTENT, DONE = "expurgo.intencao", "expurgo.feito"
_REPORTS = ("fechamento", "relatório", "lote")


@dataclass(frozen=True, slots=True)
class Use:
    """What a piece proves: something of a month, at a moment (ISO 8601, UTC); a report or a screen."""

    mes_id: int
    at: str
    report: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and all that it proves; () for what an earlier version kept without saying of what."""

    sha256: str
    kind: str
    name: str
    bytes: int
    taken_at: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Purge:
    """An intent: `number` is its event, `hash` that event's, `pieces` are (SHA-256, kind), `why` the policy (pt-BR).

    `done` is when its end was written, "" while the files may still be there.
    """

    number: int
    at: str
    who: str
    why: str
    pieces: tuple[tuple[str, str], ...]
    hash: str
    done: str = ""


class Purges:
    """What is there to purge, and the record of every purge. Files are not touched here."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def pieces(self) -> list[Piece]:
        """Every piece with all that it proves, in the order they came."""
        uses: dict[int, list[Use]] = {}
        for query in ("purge_readings", "purge_reports"):
            for row in self._writer.rows(query):
                uses.setdefault(row.evidence_id, []).append(Use(row.mes_id, row.at, report=True))
        for row in self._writer.rows("purge_kept"):
            what = json.loads(row.body)["what"]
            uses.setdefault(row.evidence_id, []).append(Use(row.mes_id, row.at, what.startswith(_REPORTS)))
        return [
            Piece(r.sha256, r.kind, r.name, r.bytes, r.taken_at, tuple(uses.get(r.id, ())))
            for r in self._writer.rows("purge_pieces")
        ]

    def readings(self) -> list[Use]:
        """Every reading of a portal's record: of which month, and when."""
        return [Use(row.mes_id, row.at, report=True) for row in self._writer.rows("purge_readings")]

    def intend(self, pieces: Sequence[tuple[str, str]], why: str, who: str) -> Purge:
        """Record what is about to go, before any file does."""
        with self._writer.transaction("purges.begin") as at:
            body = {"pieces": [list(piece) for piece in pieces], "why": why}
            number = self._events.append(at, INTENT, "expurgo", self._events.end() + 1, body, actor=who)
        return next(purge for purge in self.all() if purge.number == number)

    def done(self, purge: Purge, certificate: str, who: str) -> None:
        """Record that its files are gone; `certificate` is the SHA-256 of what the office was given."""
        with self._writer.transaction("purges.done") as at:
            self._events.append(at, DONE, "expurgo", purge.number, {"certificate": certificate}, actor=who)

    def all(self) -> list[Purge]:
        """Every purge, the oldest first."""
        rows = self._writer.rows("purge_events")
        ends = {row.entity_id: row.at for row in rows if row.kind == DONE}
        return [_purge(row, ends.get(row.seq, "")) for row in rows if row.kind == INTENT]

    def unfinished(self) -> list[Purge]:
        """Those that a dead process left in the middle."""
        return [purge for purge in self.all() if not purge.done]

    def purged(self) -> set[str]:
        """The SHA-256 of everything that a purge was to take."""
        return {sha256 for purge in self.all() for sha256, _ in purge.pieces}


def _purge(row: Any, done: str) -> Purge:
    body = json.loads(row.body)
    pieces = tuple((sha256, kind) for sha256, kind in body["pieces"])
    return Purge(row.seq, row.at, row.actor, body["why"], pieces, row.hash, done)

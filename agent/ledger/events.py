"""What happened, append-only: each event carries the hash of the one before it, and the digest of what it posted."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.ledger.canonical import canonical, link_text, row_text
from agent.ledger.transaction import Writer
from agent.model.valor import Centavos

FIRST = "0" * 64  # what the first event names as the one before it

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of a booking: an entry's `account` changes by `valor` centavos; `effective` is the month it is of."""

    entry_id: int
    account: str
    valor: Centavos
    effective: str
    line_id: int | None = None

    def facts(self) -> list[object]:
        """What the event's digest covers."""
        return [self.entry_id, self.account, self.valor, self.line_id, self.effective]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `body` holds no patient's name or card. `at` is ISO 8601 in UTC."""

    seq: int
    at: str
    actor: str
    kind: str
    mes_id: int | None
    entity: str
    entity_id: int
    body: dict[str, Any]
    prev: str
    hash: str


class Events:
    """The chain. Appended to only inside another part's transaction."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def all(self, mes_id: int | None = None) -> list[Event]:
        """Every event in order, or those of one month."""
        w = self._writer
        return events_of(w.rows("event_all") if mes_id is None else w.rows("event_of", mes_id=mes_id))

    def until(self, at: str) -> list[Event]:
        """What had happened at a moment (as the ledger stores times), in order."""
        return events_of(self._writer.rows("event_until", at=at))

    def end(self) -> int:
        """The number of the last event, 0 when nothing happened yet."""
        return int(self._writer.one("event_end"))

    def months_after(self, seq: int) -> set[int]:
        """The months that something happened to after the event of that number."""
        return {int(row.mes_id) for row in self._writer.rows("event_months", since=seq)}

    def append(
        self,
        at: str,
        kind: str,
        entity: str,
        entity_id: int,
        body: Body,
        *,
        mes_id: int | None = None,
        actor: str = "",
        postings: Sequence[Posting] = (),
    ) -> int:
        """Link one event, and the postings it makes, to the chain; call within a transaction. Gives its number."""
        last = self._writer.one("event_last")
        seq, prev = (last.seq + 1, last.hash) if last else (1, FIRST)
        if postings:
            body = {**body, "postings": digest(posting.facts() for posting in postings)}
        text = canonical(body)
        actor = actor or self._writer.actor
        self._writer.change(
            "event_insert",
            seq=seq,
            at=at,
            actor=actor,
            kind=kind,
            mes_id=mes_id,
            entity=entity,
            entity_id=entity_id,
            body=text,
            prev=prev,
            hash=link_digest((seq, at, actor, kind, mes_id, entity, entity_id, text, prev)),
        )
        for p in postings:
            self._writer.change(
                "posting_insert",
                txn=seq,
                lancamento_id=p.entry_id,
                account=p.account,
                valor=p.valor,
                linha_retorno_id=p.line_id,
                at=at,
                effective=p.effective,
            )
        return seq


def events_of(rows: Iterable[Any]) -> list[Event]:
    """Rows of the chain as events."""
    return [Event(**{**row._asdict(), "body": json.loads(row.body)}) for row in rows]


def digest(values: Iterable[object]) -> str:
    """SHA-256 of the canonical JSON of a list."""
    return hashlib.sha256(canonical(list(values)).encode()).hexdigest()


def row_digest(values: Iterable[str | int]) -> str:
    """What `digest` gives of a list of texts and whole numbers."""
    return hashlib.sha256(row_text(values).encode()).hexdigest()


def link_digest(link: Sequence[Any]) -> str:
    """The hash of an event's columns but the last: what `digest` gives of them."""
    return hashlib.sha256(link_text(link).encode()).hexdigest()

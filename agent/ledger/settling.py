"""What the portal's record said of entries whose answer was lost, or that somebody else launched: booked once."""

from uuid import uuid4

from agent.ledger.booking import Held, book
from agent.ledger.intents import attempt_row
from agent.ledger.leases import Lease
from agent.ledger.parts import NewBatch, OfAttempts
from agent.model.entry import Entry, State
from agent.model.errors import Moved
from agent.model.registro import Movimento


class Settling(OfAttempts):
    """incerta to lancada, or to pendente; and the adoption of what was launched without us."""

    def settle_found(self, lease: Lease, entry: Entry, movimento: Movimento, snapshot_id: int) -> None:
        """incerta to lancada: a trusted reading holds the row."""
        held = Held.seen(entry, movimento)
        with self._writer.transaction("attempts.settle_found") as at:
            self._parts.leases.fence(lease, at)
            newest = self._writer.one("attempt_uncertain_newest", lancamento_id=entry.id)
            found = {"movimento": movimento.movimento, "protocolo": movimento.protocolo, "snapshot_id": snapshot_id}
            self._writer.move("attempt_found", what=str(entry.lancamento.origem), id=newest, at=at, **found)
            self._writer.change("attempt_absent", lancamento_id=entry.id, at=at, snapshot_id=snapshot_id)
            book(self._parts, at, entry, State.INCERTA, held)

    def settle_absent(self, lease: Lease, entry: Entry, snapshot_id: int) -> None:
        """incerta to pendente: trusted readings do not hold it.

        To cancelada when it left the sheets meanwhile, to recusada when the sheet says something else of it now: what
        would be sent again is not what the clinic wants.
        """
        with self._writer.transaction("attempts.settle_absent") as at:
            self._parts.leases.fence(lease, at)
            self._writer.change("attempt_absent", lancamento_id=entry.id, at=at, snapshot_id=snapshot_id)
            after, motivo = self._after_absence(entry)
            values = {"before": State.INCERTA, "after": after, "motivo": motivo}
            self._writer.move("entry_move", what=str(entry.lancamento.origem), id=entry.id, **values)
            body = {"snapshot": snapshot_id, "state": after}
            self._events.append(at, "lancamento.ausente", "lancamento", entry.id, body, mes_id=entry.mes_id)

    def adopt(self, lease: Lease, entry: Entry, movimento: Movimento, snapshot_id: int) -> None:
        """pendente or recusada to lancada: it stands on the portal, though this ledger did not send it."""
        if entry.state not in (State.PENDENTE, State.RECUSADA):
            raise Moved(f"{entry.lancamento.origem} está {entry.state}: não se adota", do="Nada foi gravado.")
        held = Held.seen(entry, movimento)
        with self._writer.transaction("attempts.adopt") as at:
            self._parts.leases.fence(lease, at)
            self._take(at, lease, entry, held, snapshot_id)

    def _take(self, at: str, lease: Lease, entry: Entry, held: Held, snapshot_id: int) -> None:
        """Within a transaction: the entry has the row that a trusted reading shows, under an attempt of its own."""
        batch_id = self._insert_batch(lease, entry.mes_id, NewBatch("adoption", uuid4().hex, at, at))
        found = {"movimento": held.movimento, "protocolo": held.protocolo, "snapshot_id": snapshot_id}
        self._writer.insert("attempt_insert", **attempt_row(batch_id, entry.id, "confirmed", at, closed_at=at, **found))
        book(self._parts, at, entry, entry.state, held)

    def _after_absence(self, entry: Entry) -> tuple[State, str]:
        if not self._writer.one("origem_count", lancamento_id=entry.id):
            return State.CANCELADA, "saiu da planilha"
        if self._writer.one("entry_moved", id=entry.id):
            return State.RECUSADA, "a planilha mudou desde o envio: leia a planilha de novo"
        return State.PENDENTE, ""

"""Deleting a row of ours on the portal: an intent of its own, and readings that tell what became of a lost answer."""

from dataclasses import dataclass
from uuid import uuid4

from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.parts import NewBatch, OfAttempts
from agent.model.answer import Confirmed, Outcome, Refused
from agent.model.errors import LeaseLost, LedgerError
from agent.model.registro import Movimento, Registro


@dataclass(frozen=True, slots=True)
class Removal:
    """An open intent to delete one row. `id` is its batch."""

    id: int
    mes_id: int
    movimento: Movimento


class Removals(OfAttempts):
    """The only way a row leaves the portal by our hand."""

    def open_removal(self, lease: Lease, mes: Mes, movimento: Movimento, why: str) -> Removal:
        """Commit the intent to delete `movimento`, known to be ours: journal first, then ledger.

        Raises LeaseLost, LedgerError when another intent is open on the login. Then nothing may be deleted.
        """
        journal_id = uuid4().hex
        fact = {"kind": "removal", "id": journal_id, "at": self._writer.now(), "account": lease.account}
        home = {"portal": mes.portal, "clinica": mes.clinica, "competencia": mes.competencia.iso}
        row = removal_row(movimento, why)
        self._parts.journal.append({**fact, **home, "row": row})
        try:
            with self._writer.transaction("attempts.open_removal") as at:
                self._parts.leases.fence(lease, at)
                batch_id = self._insert_batch(lease, mes.id, NewBatch("removal", journal_id, at))
                self._writer.change("removal_insert", batch_id=batch_id, mes_id=mes.id, state="intent", **row)
                self._events.append(at, "removal.intent", "batch", batch_id, row, mes_id=mes.id)
        except LedgerError:
            self._parts.journal.append({"kind": "void", "id": journal_id})
            raise
        return Removal(batch_id, mes.id, movimento)

    def close_removal(self, removal: Removal, outcome: Outcome) -> None:
        """Commit its outcome. An unknown one leaves the month in doubt until readings agree."""
        state = {Confirmed: "confirmed", Refused: "refused"}.get(type(outcome), "uncertain")
        with self._writer.transaction("attempts.close_removal") as at:
            ids = {"batch_id": removal.id, "before": "intent", "after": state}
            if self._writer.change("removal_end", **ids) != 1:
                raise LeaseLost("esta exclusão já foi encerrada por outra execução")
            self._writer.change("batch_close", id=removal.id, at=at)
            self._events.append(at, f"removal.{state}", "batch", removal.id, {}, mes_id=removal.mes_id)

    def in_doubt(self, mes: Mes) -> bool:
        """Whether a deletion in this month has no answer yet."""
        return bool(self._writer.rows("removal_in_doubt", mes_id=mes.id))

    def look(self, at: str, mes: Mes, registro: Registro) -> None:
        """Within a transaction: two trusted readings in a row that agree on a row settle its lost deletion."""
        present = {m.movimento for m in registro.movimentos}
        for batch_id, movimento, seen in self._writer.rows("removal_in_doubt", mes_id=mes.id):
            now = int(movimento in present)
            if seen != now:
                self._writer.change("removal_seen", batch_id=batch_id, seen=now)
                continue
            after = "absent" if now else "confirmed"
            self._writer.move("removal_end", what=movimento, batch_id=batch_id, before="uncertain", after=after)
            self._events.append(at, f"removal.{after}", "batch", batch_id, {}, mes_id=mes.id)


def removal_row(movimento: Movimento, why: str) -> dict[str, object]:
    """What is kept of a row that is deleted: no patient's name or card."""
    return {
        "movimento": movimento.movimento,
        "numero_autorizacao": movimento.numero_autorizacao,
        "codigo_procedimento": movimento.codigo_procedimento,
        "dente": movimento.dente,
        "faces": movimento.faces,
        "data": movimento.data.isoformat() if movimento.data else None,
        "finalizado": int(movimento.finalizado),
        "why": why,
    }

"""The start of every session: what an earlier life left open, or a restored backup forgot, is uncertain now."""

from typing import Any

from agent.ledger.imports import place_digest, row_of
from agent.ledger.intents import attempt_row
from agent.ledger.journal import Fact, unknown
from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.parts import NewBatch, OfAttempts
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.lancamento import Lancamento

_ON_THE_PORTAL = frozenset({State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA})


class Recovery(OfAttempts):
    """Nothing is launched on a login before this ran and what it found was settled."""

    def recover(self, lease: Lease) -> list[Entry]:
        """Turn every open intent of the login into incerta, then take in what only the journal remembers.

        Gives the entries that became incerta; a month with an entry or a deletion in doubt must be read first.
        """
        with self._writer.transaction("attempts.recover") as at:
            self._parts.leases.fence(lease, at)
            ids = self._close_open(at, lease)
        forgotten = self._forgotten(lease)
        if forgotten:
            with self._writer.transaction("attempts.recover_journal") as at:
                self._parts.leases.fence(lease, at)
                for fact in forgotten:
                    ids += self._take_in(at, lease, fact)
        return [self._parts.entries.get(entry_id) for entry_id in dict.fromkeys(ids)]

    def _close_open(self, at: str, lease: Lease) -> list[int]:
        ids: list[int] = []
        for batch in self._writer.rows("batch_open_of", portal=lease.portal, account=lease.account):
            if batch.kind == "removal":
                values = {"batch_id": batch.id, "before": "intent", "after": "uncertain"}
                self._writer.move("removal_end", what=f"exclusão {batch.id}", **values)
            left = [row.lancamento_id for row in self._writer.rows("attempt_open_in", batch_id=batch.id)]
            for entry_id in left:
                end = {
                    "state": "uncertain",
                    "movimento": "",
                    "protocolo": "",
                    "why": "a execução terminou antes da resposta",
                }
                self._writer.change("attempt_end", batch_id=batch.id, lancamento_id=entry_id, at=at, **end)
                self._to_incerta(entry_id, State.ENVIANDO)
            self._writer.change("batch_close", id=batch.id, at=at)
            self._events.append(at, "attempt.recovered", "batch", batch.id, {"entries": left}, mes_id=batch.mes_id)
            ids += left
        return ids

    def _forgotten(self, lease: Lease) -> list[Fact]:
        """What the journal holds of this portal and the database does not, where the login or its month is ours."""
        facts = [fact for fact in self._parts.journal.facts() if fact.get("portal", lease.portal) == lease.portal]
        known = {row.journal_id for row in self._writer.rows("batch_known", portal=lease.portal)}
        lost = unknown(facts, "launch", known) + unknown(facts, "removal", known)
        return [fact for fact in lost if fact["account"] == lease.account or self._account_now(fact) == lease.account]

    def _account_now(self, fact: Fact) -> str:
        competencia = Competencia.read(fact["competencia"])
        mes = self._parts.months.find(fact["clinica"], fact["portal"], competencia)
        return mes.account if mes else ""

    def _take_in(self, at: str, lease: Lease, fact: Fact) -> list[int]:
        competencia = Competencia.read(fact["competencia"])
        mes = self._parts.months.ensure(at, fact["clinica"], fact["portal"], lease.account, competencia)
        batch_id = self._insert_batch(lease, mes.id, NewBatch(fact["kind"], fact["id"], fact["at"], at))
        if fact["kind"] == "removal":
            values = {"batch_id": batch_id, "mes_id": mes.id, "state": "uncertain"}
            self._writer.change("removal_insert", **values, **fact["row"])
            ids: list[int] = []
        else:
            ids = self._take_in_entries(at, mes, batch_id, fact)
        places = [(i, place_digest(self._writer.one("entry_get", id=i)._asdict())) for i in ids]
        body = {"journal": fact["id"], "entries": ids, "places": places}
        if self._parts.months.get(mes.id).state != mes.state:
            body["reopened"] = True
        self._events.append(at, "attempt.restored", "batch", batch_id, body, mes_id=mes.id)
        return ids

    def _take_in_entries(self, at: str, mes: Mes, batch_id: int, fact: Fact) -> list[int]:
        ids = []
        for facts in fact["entries"]:
            asked = Lancamento(clinica=mes.clinica, portal=mes.portal, competencia=mes.competencia, **facts)
            row = self._ensure_entry(mes, asked)
            there = row.state in _ON_THE_PORTAL
            state = "absent" if there else "uncertain"
            why = "o livro foi restaurado de uma cópia anterior a este envio"
            values = attempt_row(batch_id, row.id, state, fact["at"], closed_at=at if there else None, why=why)
            self._writer.insert("attempt_insert", **values)
            if not there:
                self._to_incerta(row.id, row.state)
                ids.append(row.id)
        if ids and mes.state in ("fechada", "conciliada"):
            # The backup is older than a reopening it knows nothing of; the portal's record will say.
            self._writer.move("month_move", what="o mês", id=mes.id, before=mes.state, after="aberta")
        return ids

    def _ensure_entry(self, mes: Mes, asked: Lancamento) -> Any:
        chave = asked.chave
        key = {**chave._asdict(), "data": chave.data.isoformat(), "mes_id": mes.id}
        if row := self._writer.one("entry_by_key", **key):
            return row
        self._writer.insert("entry_insert", **row_of(mes.id, asked), state=State.PENDENTE)
        return self._writer.one("entry_by_key", **key)

    def _to_incerta(self, entry_id: int, before: str) -> None:
        if before != State.INCERTA:
            values = {"before": before, "after": State.INCERTA, "motivo": ""}
            self._writer.move("entry_move", what=f"lançamento {entry_id}", id=entry_id, **values)

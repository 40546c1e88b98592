"""The life of one irreversible click: an intent committed before it, one of four outcomes committed after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from agent.ledger.booking import Held, book
from agent.ledger.evidence import Of
from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.parts import NewBatch, OfAttempts
from agent.model.answer import Blocked, Confirmed, Recibo
from agent.model.entry import Entry, State
from agent.model.errors import LeaseLost, LedgerError, Moved, SetupError
from agent.model.lancamento import Lancamento
from agent.model.privacy import without_people
from agent.model.registro import Evidence


@dataclass(frozen=True, slots=True)
class Intent:
    """An open batch: the entries that one click may save. `account` is the login it happens under."""

    id: int
    account: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _End:
    """How an attempt and its entry end up."""

    attempt: str
    entry: State
    why: str = ""
    motivo: str = ""


class Intents(OfAttempts):
    """Launching: pendente to enviando, and from there to whatever the portal answered."""

    def open(self, lease: Lease, entries: Sequence[Entry]) -> Intent:
        """Commit the intent to send `entries` (of one month) with one click: journal first, then ledger.

        Raises LeaseLost, Moved when an entry is no longer pendente or the month is not open, LedgerError when another
        intent is open on the login. Then nothing may be sent.
        """
        mes = self._parts.months.get(entries[0].mes_id)
        journal_id = uuid4().hex
        self._parts.journal.append(_fact(journal_id, self._writer.now(), mes, lease, entries))
        try:
            batch_id = self._open(lease, mes, entries, journal_id)
        except LedgerError:
            # Refused before anything could be sent: the journal must not claim an attempt that never was.
            self._parts.journal.append({"kind": "void", "id": journal_id})
            raise
        return Intent(batch_id, lease.account, tuple(entries))

    def confirm(self, intent: Intent, confirmed: Confirmed, seen: Sequence[Evidence] = ()) -> None:
        """The portal confirmed: each entry with a recibo is lancada, one without is incerta. `seen`: what it showed.

        Raises LeaseLost when the intent was closed by another run meanwhile. What cannot be kept of `seen` is raised
        once the outcome is committed: a full disk or a lost key leaves no doubt behind.
        """
        by_key = {entry.lancamento.chave: entry for entry in intent.entries}
        seen, fault = self._written(seen)
        with self._writer.transaction("attempts.confirm") as at:
            for recibo in confirmed.recibos:
                self._confirm_one(at, intent, by_key[recibo.lancamento.chave], recibo)
            left = self._end_rest(
                at, intent, _End("uncertain", State.INCERTA, "confirmado sem recibo deste lançamento")
            )
            body: dict[str, object] = {"text": _without_people(confirmed.text, intent), "incertas": left}
            self._close(at, intent, "attempt.confirmed", body)
            of = Of(intent.entries[0].mes_id, tuple(entry.id for entry in intent.entries), "lançamento")
            self._parts.evidence.tie(at, of, seen)
        if fault is not None:
            raise fault

    def reject(self, intent: Intent, blocked: Sequence[Blocked]) -> None:
        """The portal refused these, or its screen differs: recusada, in the portal's words. The rest stays open."""
        by_key = {entry.lancamento.chave: entry for entry in intent.entries}
        with self._writer.transaction("attempts.reject") as at:
            for item in blocked:
                entry = by_key[item.lancamento.chave]
                answer = item.answer
                why = _without_person(str(answer), entry.lancamento)
                self._end(at, intent, entry, _End("rejected", State.RECUSADA, why, why))
                body = {"batch": intent.id, "why": why}
                self._events.append(at, "lancamento.recusada", "lancamento", entry.id, body, mes_id=entry.mes_id)
            if not self._open_entries(intent):
                self._close(at, intent, "attempt.rejected", {})

    def release(self, intent: Intent, why: str) -> None:
        """Nothing can have been sent: what is open is pendente again."""
        self._finish("attempts.release", intent, _End("released", State.PENDENTE, why), "attempt.released")

    def uncertain(self, intent: Intent, why: str) -> None:
        """Sent, and no answer seen: what is open is incerta, and only the portal's record can tell."""
        self._finish("attempts.uncertain", intent, _End("uncertain", State.INCERTA, why), "attempt.uncertain")

    def _open(self, lease: Lease, mes: Mes, entries: Sequence[Entry], journal_id: str) -> int:
        w = self._writer
        with w.transaction("attempts.open") as at:
            self._parts.leases.fence(lease, at)
            if self._parts.months.get(mes.id).state != "aberta":
                raise Moved(f"o mês {mes.competencia} não está aberto", where=mes.portal, do="Nada foi enviado.")
            batch_id = self._insert_batch(lease, mes.id, NewBatch("launch", journal_id, at))
            for entry in entries:
                what = {"before": State.PENDENTE, "after": State.ENVIANDO, "motivo": ""}
                w.move("entry_move", what=str(entry.lancamento.origem), id=entry.id, **what)
                w.insert("attempt_insert", **attempt_row(batch_id, entry.id, "intent", at))
            body = {"entries": [entry.id for entry in entries], "journal": journal_id}
            self._events.append(at, "attempt.intent", "batch", batch_id, body, mes_id=mes.id)
        return batch_id

    def _written(self, seen: Sequence[Evidence]) -> tuple[Sequence[Evidence], LedgerError | SetupError | None]:
        try:
            for evidence in seen:
                self._parts.evidence.write(evidence)
        except (LedgerError, SetupError) as error:
            return (), error
        return seen, None

    def _confirm_one(self, at: str, intent: Intent, entry: Entry, recibo: Recibo) -> None:
        values = {"movimento": recibo.movimento, "protocolo": recibo.protocolo, "why": ""}
        self._end_attempt(at, intent, entry.id, "confirmed", values)
        book(self._parts, at, entry, State.ENVIANDO, Held(recibo.movimento, recibo.protocolo, recibo.valor))

    def _finish(self, name: str, intent: Intent, end: _End, kind: str) -> None:
        with self._writer.transaction(name) as at:
            ended = self._end_rest(at, intent, end)
            self._close(at, intent, kind, {"why": _without_people(end.why, intent), "entries": ended})

    def _end_rest(self, at: str, intent: Intent, end: _End) -> list[int]:
        left = self._open_entries(intent)
        for entry in intent.entries:
            if entry.id in left:
                self._end(at, intent, entry, end)
        return left

    def _end(self, at: str, intent: Intent, entry: Entry, end: _End) -> None:
        why = _without_person(end.why, entry.lancamento)
        self._end_attempt(at, intent, entry.id, end.attempt, {"movimento": "", "protocolo": "", "why": why})
        move = {"before": State.ENVIANDO, "after": end.entry, "motivo": end.motivo}
        self._writer.move("entry_move", what=str(entry.lancamento.origem), id=entry.id, **move)

    def _end_attempt(self, at: str, intent: Intent, entry_id: int, state: str, values: dict[str, str]) -> None:
        ids = {"batch_id": intent.id, "lancamento_id": entry_id}
        if self._writer.change("attempt_end", state=state, at=at, **ids, **values) != 1:
            raise LeaseLost(
                "esta tentativa já foi encerrada por outra execução", do="O registro do portal dirá o que foi salvo."
            )

    def _open_entries(self, intent: Intent) -> list[int]:
        return [row.lancamento_id for row in self._writer.rows("attempt_open_in", batch_id=intent.id)]

    def _close(self, at: str, intent: Intent, kind: str, body: dict[str, object]) -> None:
        if self._writer.change("batch_close", id=intent.id, at=at):
            self._events.append(at, kind, "batch", intent.id, body, mes_id=intent.entries[0].mes_id)


def attempt_row(batch_id: int, entry_id: int, state: str, at: str, **more: object) -> dict[str, object]:
    """The values of a new attempt; `more` overrides what an open one has not yet."""
    empty = {"closed_at": None, "movimento": "", "protocolo": "", "snapshot_id": None, "why": ""}
    return {"batch_id": batch_id, "lancamento_id": entry_id, "state": state, "opened_at": at, **empty, **more}


def _fact(journal_id: str, at: str, mes: Mes, lease: Lease, entries: Iterable[Entry]) -> dict[str, Any]:
    """What the journal keeps of an intent: enough to know it again, and to make its entries again, without people."""
    return {
        "kind": "launch",
        "id": journal_id,
        "at": at,
        "portal": mes.portal,
        "account": lease.account,
        "clinica": mes.clinica,
        "competencia": mes.competencia.iso,
        "entries": [_facts(entry.lancamento) for entry in entries],
    }


def _facts(asked: Lancamento) -> dict[str, Any]:
    private = {"beneficiario", "numero_carteira", "observacao", "atendimento", "clinica", "portal", "competencia"}
    return asked.model_dump(mode="json", exclude=private)


def _without_people(text: str, intent: Intent) -> str:
    for entry in intent.entries:
        text = _without_person(text, entry.lancamento)
    return text


def _without_person(text: str, asked: Lancamento) -> str:
    """A portal's sentence may name the patient; what is stored does not."""
    return without_people(text, [asked.beneficiario], [asked.numero_carteira])

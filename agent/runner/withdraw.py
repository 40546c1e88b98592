"""Excluir Registro for an entry of ours: approval, an intent, one deletion, the portal's record as arbiter."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from agent.model.answer import Confirmed, Outcome, Refused, Unknown
from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.registro import Movimento
from agent.model.valor import write_valor
from agent.runner.settle import settle
from agent.runner.work import Work

Approve = Callable[[str, str], str | None]
"""(what would be deleted, hash of exactly that) gives who approved, or None."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """How it ended: whether the portal no longer holds it, and in what words."""

    gone: bool
    text: str
    hash: str = ""


def withdraw_entry(work: Work, entry: Entry, reason: str, approve: Approve) -> Withdrawn:
    """Delete the entry's own row from the portal; the entry is not sent again before its sheet changes.

    `reason` names no patient: it is kept for ever. What an earlier life deleted and could not book is booked first.
    """
    if not work.portal.capabilities.removes_rows:
        return Withdrawn(gone=False, text="este portal não permite excluir o que já foi enviado")
    if (done := _finished(work, entry, reason)) is not None:
        return done
    settled = settle(work)
    if settled.registro.fechado:
        return Withdrawn(gone=False, text=f"o mês {work.mes.competencia} está fechado no portal; reabra antes")
    entry = work.ledger.entries.get(entry.id)
    row = next((found.movimento for found in settled.comparison.kept if found.entry.id == entry.id), None)
    if row is None:
        return Withdrawn(gone=False, text=f"o portal não mostra este lançamento como nosso (está {entry.state})")
    state = _hash(entry, row, reason)
    who = approve(_shown(entry, row), state)
    if who is None:
        return Withdrawn(gone=False, text="a exclusão não foi aprovada", hash=state)
    work.ledger.plans.approve(work.mes, "excluir", state, who)
    return _deleted(work, entry, row, reason=reason, who=who, state=state)


def _deleted(work: Work, entry: Entry, row: Movimento, *, reason: str, who: str, state: str) -> Withdrawn:
    removal = work.ledger.attempts.open_removal(work.lease, work.mes, row, "excluída a pedido")
    work.ledger.leases.check(work.lease)
    outcome = work.portal.remove(work.mes.competencia, row)
    work.ledger.attempts.close_removal(removal, outcome)
    if not isinstance(outcome, Confirmed):
        work.doubt()
    after = settle(work, in_doubt=not isinstance(outcome, Confirmed))
    if any(m.movimento == row.movimento for m in after.registro.movimentos):
        return Withdrawn(gone=False, text=f"continua no portal: {_words(outcome)}", hash=state)
    _book(work, entry, reason, after.snapshot_id, who)
    return Withdrawn(gone=True, text=_words(outcome), hash=state)


def _finished(work: Work, entry: Entry, reason: str) -> Withdrawn | None:
    """What a life that died between the deletion and its booking left to do; None when there is nothing of it."""
    row = Movimento(entry.movimento, "", "", None, 0, None)
    if entry.state is not State.LANCADA or not entry.movimento:
        return None
    if work.ledger.attempts.in_doubt(work.mes):
        settle(work, in_doubt=True)
    if not work.ledger.attempts.was_removed(work.mes, row):
        return None
    registro = work.portal.observe(work.mes.competencia)
    snapshot_id = work.ledger.records.save(work.mes, registro)
    if not registro.trusted or any(m.movimento == entry.movimento for m in registro.movimentos):
        return None
    _book(work, entry, reason, snapshot_id, "faturista")
    return Withdrawn(gone=True, text="já tinha sido excluído do portal; o livro foi acertado")


def _book(work: Work, entry: Entry, reason: str, snapshot_id: int, who: str) -> None:
    work.ledger.attempts.withdraw(work.lease, entry, f"excluída do portal: {reason}", snapshot_id, who=who)


def _words(outcome: Outcome) -> str:
    if isinstance(outcome, Unknown):
        return outcome.why
    return str(outcome) if isinstance(outcome, Refused) else outcome.text


def _shown(entry: Entry, row: Movimento) -> str:
    day = write_data(row.data) if row.data else ""
    valor = write_valor(row.valor or 0, symbol=True)
    return (
        f"{entry.lancamento.origem}: autorização {row.numero_autorizacao}, código {row.codigo_procedimento}, "
        f"{day}, {valor}, movimento {row.movimento}"
    )


def _hash(entry: Entry, row: Movimento, reason: str) -> str:
    facts = (entry.id, row.movimento, row.chave, row.quantidade, row.valor, reason)
    return hashlib.sha256(f"excluir\n{facts!r}".encode()).hexdigest()

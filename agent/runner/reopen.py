"""Open a closed month again: approval with a reason, one click, the portal's record as arbiter."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from agent.model.answer import Confirmed, Outcome, Refused, Unknown
from agent.runner.able import able
from agent.runner.gate import judge
from agent.runner.settle import Settled, settle
from agent.runner.work import Work
from portals.more import Reopens

Approve = Callable[[str, str], str | None]
"""(what the month holds, hash of exactly that state) gives who approved, or None."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """How it ended: `reopened`, the portal's words or why not, and the hash that an approval was asked for."""

    reopened: bool
    text: str
    hash: str = ""


_LOST = "a reabertura tinha ficado sem resposta"


def resume_reopen(work: Work) -> bool:
    """A reopening that was under way when the last session ended: the portal's record says what became of it.

    True when it turns out to be done.
    """
    work.mes = work.ledger.months.get(work.mes.id)
    return work.mes.state == "reabrindo" and _arbitrate(work, settle(work, in_doubt=True), _LOST)


def reopen_month(work: Work, reason: str, approve: Approve) -> Reopening:
    """Reabrir Movimento once, when a person approved exactly this; the ledger's month follows the portal's record.

    `reason` names no patient: it is kept for ever. A month that the portal holds open already is opened in the ledger
    alone, with the same approval.
    """
    if work.reopened and work.mes.state == "aberta":
        return Reopening(reopened=True, text=f"{_LOST}; o relatório do portal mostra o mês aberto")
    if work.mes.state not in ("fechada", "conciliada"):
        return Reopening(
            reopened=False, text=f"a competência não está fechada (está {work.mes.state}); não há o que reabrir"
        )
    if work.mes.state == "conciliada":
        return Reopening(reopened=False, text="o mês já foi conciliado com o retorno; não se reabre")
    settled = settle(work)
    gate = judge(settled.registro, settled.comparison, work.entries())
    state = hashlib.sha256(f"reabrir\n{gate.hash}\n{reason}".encode()).hexdigest()
    who = approve(gate.summary, state)
    if who is None:
        return Reopening(reopened=False, text="a reabertura não foi aprovada", hash=state)
    work.ledger.plans.approve(work.mes, "reabrir", state, who)
    work.ledger.months.begin_reopen(work.lease, work.mes, state)
    outcome = _pressed(work, settled)
    if isinstance(outcome, Unknown):
        work.doubt()
    after = settle(work, in_doubt=isinstance(outcome, Unknown))
    return Reopening(_arbitrate(work, after, f"{_words(outcome)} Motivo: {reason}"), _words(outcome), state)


def _pressed(work: Work, settled: Settled) -> Outcome:
    if not settled.registro.fechado:
        return Confirmed("O portal já tinha o mês aberto.")
    competencia = work.mes.competencia

    def press(portal: Reopens) -> Outcome:
        return portal.reopen(competencia)

    return able(work.portal, Reopens, "reopen", press)


def _words(outcome: Outcome) -> str:
    if isinstance(outcome, Refused):
        return f"o portal recusou a reabertura: {outcome}"
    return outcome.why if isinstance(outcome, Unknown) else outcome.text


def _arbitrate(work: Work, settled: Settled, text: str) -> bool:
    """Book what the record says of the reopening."""
    if settled.registro.fechado:
        work.ledger.months.reopen_failed(work.mes, text)
    else:
        work.ledger.months.reopened(work.mes, text, settled.snapshot_id)
    work.mes = work.ledger.months.get(work.mes.id)
    return not settled.registro.fechado

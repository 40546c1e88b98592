"""Close a month: gate, approval bound to exactly that state, one click, the portal's closing report as arbiter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.model.answer import Outcome, Refused, Unknown
from agent.model.errors import Moved
from agent.runner.evidence import keep_evidence, keep_paper
from agent.runner.gate import Finding, Gate, judge
from agent.runner.settle import Settled, adopt, compare_now, settle
from agent.runner.work import Work

Approve = Callable[[Gate], str | None]


@dataclass(frozen=True, slots=True)
class Closing:
    """How a close ended: `closed`, and why not when it did not (pt-BR)."""

    closed: bool
    text: str
    gate: Gate


def resume_close(work: Work) -> bool:
    """Ask the portal what became of a close that was under way when the process died; never click again before that.

    True when the month turns out to be closed.
    """
    work.mes = work.ledger.months.get(work.mes.id)
    if work.mes.state != "fechando":
        return work.mes.state == "fechada"
    settled = settle(work, in_doubt=True)
    return _arbitrate(work, settled, "o fechamento tinha ficado sem resposta")


def close_month(work: Work, approve: Approve, also: Sequence[Finding] = ()) -> Closing:
    """Close when nothing blocks and a person approved exactly this state. `approve` returns who did, or None. `also`:
    what else stands in the way, or the approval answers for.

    A month that the portal holds closed already (a late close, a restored ledger, a person) is closed in the ledger
    alone, with the same gate and approval. Raises Moved when portal or ledger changed between the approval and the
    click.
    """
    settled = _settled_and_adopted(work)
    gate = _judge(work, settled, also)
    if work.mes.state == "fechada":
        return Closing(closed=True, text="o mês já estava fechado", gate=gate)
    if not gate.open:
        return Closing(closed=False, text="o mês não pode ser fechado", gate=gate)
    who = approve(gate)
    if who is None:
        return Closing(closed=False, text="o fechamento não foi aprovado", gate=gate)
    work.ledger.plans.approve(work.mes, "fechar", gate.hash, who)
    again = _settled_and_adopted(work)
    if _judge(work, again, also).hash != gate.hash:
        raise Moved(
            "o portal ou o livro mudou depois da aprovação",
            where=f"{work.portal.name}, {work.mes.competencia}",
            do="Nada foi fechado. Rode fechar de novo e confira.",
        )
    return _click(work, gate, again)


def _settled_and_adopted(work: Work) -> Settled:
    """What stands on the portal is booked before it is judged: a row typed by hand is an entry that was launched."""
    settled = settle(work)
    if work.mes.state == "aberta" and adopt(work, settled):
        return Settled(settled.registro, settled.snapshot_id, compare_now(work, settled.registro))
    return settled


def _judge(work: Work, settled: Settled, also: Sequence[Finding] = ()) -> Gate:
    return judge(settled.registro, settled.comparison, work.entries(), also)


def _click(work: Work, gate: Gate, settled: Settled) -> Closing:
    work.ledger.months.begin_close(work.lease, work.mes, gate.hash)
    if text := _nothing_to_click(work, settled):
        work.ledger.months.closed(work.mes, text, settled.snapshot_id)
        return Closing(closed=True, text=text, gate=gate)
    outcome = work.portal.close(work.mes.competencia)
    keep_evidence(work.ledger, work.portal, work.mes, "fechamento")
    in_doubt = isinstance(outcome, Unknown)
    if in_doubt:
        work.doubt()
    # A refusal is read back too: "já está fechado" answers a close of ours that the browser had sent before.
    after = settle(work, in_doubt=in_doubt)
    text = _words(outcome)
    closed = _arbitrate(work, after, text)
    if closed:
        keep_paper(work)
    if closed and (after.registro.total_linhas, after.registro.total_valor) != (gate.linhas, gate.valor):
        return Closing(closed=False, text="o relatório de fechamento não traz os totais aprovados", gate=gate)
    return Closing(closed=closed, text=text, gate=gate)


def _words(outcome: Outcome) -> str:
    if isinstance(outcome, Refused):
        return f"o portal recusou o fechamento: {outcome.text}"
    return outcome.why if isinstance(outcome, Unknown) else outcome.text


def _nothing_to_click(work: Work, settled: Settled) -> str:
    """Why the close needs no click on the portal; "" when it does."""
    if not work.portal.capabilities.closes_month:
        return "cada envio a este portal já é definitivo; o mês foi conferido e fechado no livro"
    return "o portal já tinha o mês fechado; ele foi conferido e fechado no livro" if settled.registro.fechado else ""


def _arbitrate(work: Work, settled: Settled, text: str) -> bool:
    """Book what the record says of the close. What the portal closed and the gate would refuse is for a person."""
    closed = settled.registro.fechado
    if closed:
        for finding in _judge(work, settled).findings:
            if finding.blocking:
                work.ledger.problems.open(work.mes, "fechado_diferente", finding.text, ref=finding.text)
        work.ledger.months.closed(work.mes, text, settled.snapshot_id)
    else:
        work.ledger.months.close_failed(work.mes, text)
    work.mes = work.ledger.months.get(work.mes.id)
    return closed

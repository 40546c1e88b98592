"""The launch protocol: intent first, the one click, then the outcome; never a second click on a doubt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from agent.ledger.evidence import Of
from agent.ledger.intents import Intent
from agent.model.answer import Blocked, Confirmed, Prepared, Refused, Unknown
from agent.model.entry import Entry, State
from agent.model.errors import PortalError, UnknownMessage
from agent.model.lancamento import Lancamento
from agent.runner.approving import Approved
from agent.runner.envios import batches
from agent.runner.evidence import keep_evidence, screen_of
from agent.runner.plan import standing_elsewhere
from agent.runner.settle import Settled, adopt, settle
from agent.runner.work import Work

Tell = Callable[[int], None]


@dataclass(slots=True)
class Launched:
    """What a run did: how many entries the portal confirmed, and those left for a person, with the reason.

    `waiting` could go, but a person sends them anew; `offered` says so (pt-BR).
    """

    confirmed: int = 0
    refused: int = 0
    held: dict[int, str] = field(default_factory=dict)
    waiting: set[int] = field(default_factory=set)
    offered: list[str] = field(default_factory=list)
    stopped: str = ""
    last: Settled | None = None


def launch_month(work: Work, wanted: Sequence[Entry], settled: Settled, tell: Tell, approved: Approved) -> Launched:
    """Launch the `wanted` entries that are still pending, settling doubts between rounds, until portal = ledger.

    `settled` is the record as the caller read it just before, and adopted from. What is not `approved` waits. An entry
    that met a message nobody has classified is not tried again in this run. Errors that stop the portal (page changed,
    session over, out of the air) are raised after the entry in hand has its state.
    """
    planned = {entry.id: entry.lancamento for entry in wanted}
    run = Launched()
    _hold_begun(work, settled, run)
    for _ in range(work.pace.rounds):
        _hold_sent_elsewhere(work, planned, run)
        pending = _still_planned(work, planned, run)
        if run.stopped or not pending:
            return run
        _one_round(work, pending, run, tell, approved)
        run.last = settle(work)
        adopt(work, run.last)
        _hold_begun(work, run.last, run)
    if _still_planned(work, planned, run):
        run.stopped = run.stopped or "restaram lançamentos sem enviar; rode lancar de novo"
    return run


def _still_planned(work: Work, planned: Mapping[int, Lancamento], run: Launched) -> list[Entry]:
    """What is left to send. An entry whose sheet was read again meanwhile is not what was planned."""
    pending = work.entries(State.PENDENTE)
    return [e for e in pending if planned.get(e.id) == e.lancamento and e.id not in run.waiting | run.held.keys()]


def _hold_begun(work: Work, settled: Settled, run: Launched) -> None:
    """Opening an authorisation in which an unfinished row stands would go on with that row, whoever began it."""
    ours = {row.numero_autorizacao for row in settled.comparison.surplus if not row.finalizado}
    for entry in work.entries(State.PENDENTE):
        if entry.lancamento.numero_autorizacao in settled.comparison.foreign_drafts:
            run.held[entry.id] = "há um lançamento não finalizado de outra pessoa nesta autorização"
        elif entry.lancamento.numero_autorizacao in ours:
            run.held[entry.id] = "há um lançamento nosso não finalizado nesta autorização; exclua-o no portal"


def _hold_sent_elsewhere(work: Work, planned: Mapping[int, Lancamento], run: Launched) -> None:
    """Both of two months may have planned a service before either sent it: the one that sent it has it."""
    theirs = work.ledger.entries.elsewhere(work.mes)
    sent = {e.lancamento.chave: e for e in theirs if e.state is not State.PENDENTE}
    for entry in work.entries(State.PENDENTE) if sent else ():
        if entry.id in planned and (twin := sent.get(entry.lancamento.chave)):
            run.held[entry.id] = standing_elsewhere(twin)


def _one_round(work: Work, pending: Sequence[Entry], run: Launched, tell: Tell, approved: Approved) -> None:
    doubts, uncertain = 0, _uncertain(work)
    for batch in batches(pending, work.portal.capabilities):
        if doubts >= work.pace.doubts:
            run.stopped = f"o portal deixou {doubts} envios seguidos sem resposta"
            return
        clear = [e for e in batch if e.lancamento.numero_autorizacao not in uncertain]
        if clear and not approved(clear):
            run.waiting |= {entry.id for entry in clear}
        elif clear:
            answered = run.confirmed + run.refused
            doubts = 0 if launch_batch(work, clear, run, approved) else doubts + 1
            if run.confirmed + run.refused < answered + len(clear):
                uncertain = _uncertain(work)
            tell(len(clear))


def _uncertain(work: Work) -> set[str]:
    """An authorisation with an open doubt takes no further entry before the portal's record was read."""
    return {entry.lancamento.numero_autorizacao for entry in work.entries(State.INCERTA)}


def launch_batch(work: Work, batch: Sequence[Entry], run: Launched, approved: Approved) -> bool:
    """One intent, one preparation, one click, one outcome. False when the answer was lost.

    The intent is committed before the portal is touched: on some portals opening an entry already leaves a draft.
    Where the screen leaves entries out, what is left is another click than was approved, and needs its own yes.
    """
    intent = work.ledger.attempts.open(work.lease, batch)
    work.ledger.leases.check(work.lease)
    try:
        prepared = work.portal.prepare([entry.lancamento for entry in batch])
    except UnknownMessage as error:
        keep_evidence(work.ledger, work.portal, work.mes, "mensagem desconhecida", batch)
        _give_up(work, intent, error)
        run.held.update({entry.id: str(error) for entry in batch})
        return True
    except PortalError as error:
        _give_up(work, intent, error)
        raise
    _keep_prepared(work, batch, prepared)
    if prepared.blocked:
        keep_evidence(work.ledger, work.portal, work.mes, "recusa", _of(batch, prepared.blocked))
        work.ledger.attempts.reject(intent, prepared.blocked)
        run.refused += len(prepared.blocked)
    if prepared.ready and prepared.blocked and not _still_approved(work, intent, prepared, run, approved):
        return True
    return not prepared.ready or _submit(work, intent, prepared, run)


def _keep_prepared(work: Work, batch: Sequence[Entry], prepared: Prepared) -> None:
    """What was let through with a look, and the file that would go: kept before the click."""
    ready = {lancamento.chave for lancamento in prepared.ready}
    of_file = tuple(entry.id for entry in batch if entry.lancamento.chave in ready)
    for each in prepared.evidence:
        of = Of(work.mes.id, of_file, "lote") if each.kind == "xml" else Of(work.mes.id, _ids(batch), "nome conferido")
        work.ledger.evidence.add(of, each)


def _ids(batch: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(entry.id for entry in batch)


def _still_approved(work: Work, intent: Intent, prepared: Prepared, run: Launched, approved: Approved) -> bool:
    ready = {lancamento.chave for lancamento in prepared.ready}
    left = [entry for entry in intent.entries if entry.lancamento.chave in ready]
    if approved(left):
        return True
    work.ledger.attempts.release(intent, "a tela não forma o envio que foi aprovado")
    run.waiting |= {entry.id for entry in left}
    return False


def _submit(work: Work, intent: Intent, prepared: Prepared, run: Launched) -> bool:
    work.ledger.leases.check(work.lease)
    try:
        outcome = work.portal.submit(prepared)
    except PortalError as error:  # raised only while nothing was clicked
        _give_up(work, intent, error)
        raise
    if isinstance(outcome, Confirmed):
        work.ledger.attempts.confirm(intent, outcome, screen_of(work.portal, "lançamento"))
        run.confirmed += len(outcome.recibos)
        if len(outcome.recibos) < len(prepared.ready):
            work.doubt()
        return True
    if isinstance(outcome, Refused):
        _refuse(work, intent, outcome, prepared, run)
        return True
    assert isinstance(outcome, Unknown)
    work.ledger.attempts.uncertain(intent, outcome.why)
    work.doubt()
    keep_evidence(work.ledger, work.portal, work.mes, "envio sem resposta", intent.entries)
    if outcome.unclassified:
        sent = {lancamento.chave for lancamento in prepared.ready}
        run.held.update({entry.id: outcome.why for entry in intent.entries if entry.lancamento.chave in sent})
    return False


def _refuse(work: Work, intent: Intent, refused: Refused, prepared: Prepared, run: Launched) -> None:
    """Nothing was saved. Where single entries are the whole cause, the others wait for a person who sends them anew."""
    whole = [Blocked(lancamento, refused) for lancamento in prepared.ready]
    wrong = refused.because or whole
    keep_evidence(work.ledger, work.portal, work.mes, "recusa", _of(intent.entries, wrong))
    work.ledger.attempts.reject(intent, wrong)
    run.refused += len(wrong)
    if len(wrong) == len(whole):
        return
    named = ", ".join(dict.fromkeys(blocked.lancamento.numero_autorizacao for blocked in wrong))
    keys = {lancamento.chave for lancamento in prepared.ready} - {blocked.lancamento.chave for blocked in wrong}
    work.ledger.attempts.release(intent, f"o envio foi recusado inteiro por causa de outra guia ({named})")
    run.waiting |= {entry.id for entry in intent.entries if entry.lancamento.chave in keys}
    run.offered.append(
        f"o envio foi recusado inteiro por causa da guia {named}; os outros {len(keys)} lançamentos não foram "
        "faturados e cabem num novo envio: rode lancar de novo"
    )


def _of(entries: Sequence[Entry], blocked: Sequence[Blocked]) -> list[Entry]:
    keys = {each.lancamento.chave for each in blocked}
    return [entry for entry in entries if entry.lancamento.chave in keys]


def _give_up(work: Work, intent: Intent, error: PortalError) -> None:
    """Nothing was clicked. Where opening leaves a draft, the record must be read before the entry is free again."""
    if work.portal.capabilities.leaves_drafts:
        work.ledger.attempts.uncertain(intent, str(error))
        work.doubt()
    else:
        work.ledger.attempts.release(intent, str(error))

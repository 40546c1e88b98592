"""Alterar: what the sheet says anew of launched entries goes to the portal, row by row, and is read back."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.model.answer import Confirmed, Mismatch, Outcome, Prepared, Refused, Unknown
from agent.model.entry import Entry, State
from agent.model.errors import PortalError
from agent.model.registro import Movimento
from agent.model.valor import Centavos
from agent.runner.able import able
from agent.runner.changes import Change
from agent.runner.evidence import keep_evidence
from agent.runner.settle import Settled, adopt, compare_now, settle
from agent.runner.work import Work
from portals.more import Alters

_ALREADY = Confirmed("o portal já diz o que a planilha diz", ())

Approve = Callable[[Sequence[str], str], str | None]
"""(what would be changed, hash of exactly that) gives who approved, or None."""


class Agreed:
    """A person's yes to changes, asked once in a command: it stands for each of them as long as its row stays as shown.

    A session that ended half-way leaves fewer changes to make; nobody is asked again for those.
    """

    def __init__(self, approve: Approve) -> None:
        self._approve = approve
        self._who: dict[str, str] = {}

    def who(self, texts: Sequence[str], parts: Sequence[str]) -> str | None:
        """Who approved all of it. `parts`: a hash of each change and its row."""
        given = {self._who.get(part) for part in parts}
        if len(given) == 1 and (who := given.pop()) is not None:
            return who
        approved = self._approve(texts, whole(parts))
        self._who.update(dict.fromkeys(parts, approved) if approved else {})
        return approved


def whole(parts: Sequence[str]) -> str:
    """One hash of all the parts."""
    return _sha("corrigir", *parts)


@dataclass(frozen=True, slots=True)
class Corrected:
    """How one change ended."""

    change: Change
    done: bool
    text: str


def correct_entries(work: Work, changes: Sequence[Change], agreed: Agreed) -> list[Corrected]:
    """Make the portal's rows say what the sheet says now. A row that says it already is not saved again: so a change
    whose answer was lost is read, in the report or on the screen of Alterar, before anything is sent.
    """
    if not work.portal.capabilities.removes_rows:
        text = "este portal não permite alterar o que já foi enviado"
        return [Corrected(change, done=False, text=text) for change in changes]
    settled = _settled(work, in_doubt=work.last_doubt is not None)
    if settled.registro.fechado:
        text = f"o mês {work.mes.competencia} está fechado no portal: rode reabrir e depois corrigir"
        return [Corrected(change, done=False, text=text) for change in changes]
    there = {c.entry.id for c in changes if _tells(c) and _stands(c, settled)}
    left = [change for change in changes if change.entry.id not in there]
    ends = {c.entry.id: _read_back(work, c, _ALREADY, settled) for c in changes if c.entry.id in there}
    if left:
        ends |= {end.change.entry.id: end for end in _made(work, left, settled, agreed)}
    return [ends[change.entry.id] for change in changes]


def _made(work: Work, changes: Sequence[Change], settled: Settled, agreed: Agreed) -> list[Corrected]:
    """These changes, when a person approved them."""
    parts = [_part(change, settled) for change in changes]
    who = agreed.who([change.text for change in changes], parts)
    if who is None:
        return [Corrected(change, done=False, text="a correção não foi aprovada") for change in changes]
    work.ledger.plans.approve(work.mes, "corrigir", whole(parts), who)
    sent = [(change, _sent(work, change, settled, who)) for change in changes]
    after = _settled(work, in_doubt=any(isinstance(answer, Unknown) for _, answer in sent))
    return [_read_back(work, change, answer, after) for change, answer in sent]


def _settled(work: Work, *, in_doubt: bool) -> Settled:
    """The portal's record, with what it shows of rows that became another entry booked."""
    settled = settle(work, in_doubt=in_doubt)
    if settled.registro.fechado or not adopt(work, settled):
        return settled
    return Settled(settled.registro, settled.snapshot_id, compare_now(work, settled.registro))


def _sent(work: Work, change: Change, settled: Settled, who: str) -> Outcome | Mismatch:
    row = _row(settled, change.entry)
    if row is None:
        return Refused("o portal não mostra este lançamento como nosso")
    if change.of_key and not _awaited(work, change):
        return Refused("o livro não espera o lançamento em que esta linha se tornaria: rode planejar e veja por quê")
    work.ledger.attempts.open_correction(work.lease, change.entry, change.asked, who)
    try:
        outcome = _altered(work, change, row)
        if isinstance(outcome, Confirmed) and outcome is not _ALREADY and change.hidden:
            outcome = _reread(work, change, row, outcome)
    except PortalError as error:
        work.doubt()
        work.ledger.attempts.not_corrected(change.entry, type(error).__name__)
        raise
    if isinstance(outcome, Unknown):
        work.doubt()
    return outcome


def _awaited(work: Work, change: Change) -> bool:
    """Whether the ledger has the entry that the row is to become, to be booked when it stands there."""
    waiting = work.entries(State.PENDENTE, State.RECUSADA)
    return any(entry.lancamento.chave == change.asked.chave for entry in waiting)


def _altered(work: Work, change: Change, row: Movimento) -> Outcome | Mismatch:
    prepared = _on_the_form(work, change, row)
    if not (prepared.ready or prepared.blocked):
        return _ALREADY
    if not prepared.ready:
        keep_evidence(work.ledger, work.portal, work.mes, "correção que não confere", [change.entry])
        return prepared.blocked[0].answer
    work.ledger.leases.check(work.lease)
    return work.portal.submit(prepared)


def _reread(work: Work, change: Change, row: Movimento, confirmed: Confirmed) -> Outcome:
    """What no report shows is read on the form itself, brought up once more; nothing is pressed there."""
    work.ledger.attempts.reread(work.lease, change.entry)
    prepared = _on_the_form(work, change, row)
    if not (prepared.ready or prepared.blocked):
        return confirmed
    keep_evidence(work.ledger, work.portal, work.mes, "correção que não ficou", [change.entry])
    text = "o portal disse que alterou, mas a tela de Alterar não mostra o que a planilha diz"
    _tell(work, change, text)
    return Refused(text)


def _on_the_form(work: Work, change: Change, row: Movimento) -> Prepared:
    work.ledger.leases.check(work.lease)

    def alter(portal: Alters) -> Prepared:
        return portal.alter(row, change.asked)

    return able(work.portal, Alters, "alter", alter)


def _read_back(work: Work, change: Change, answer: Outcome | Mismatch, after: Settled) -> Corrected:
    """The record is the arbiter of what it shows; of the rest, the form that was read again."""
    known = isinstance(answer, Confirmed) or (isinstance(answer, Unknown) and _tells(change))
    if known and _stands(change, after):
        if (valor := _shown(change, after)) is not None:
            work.ledger.attempts.corrected(work.lease, change.entry, change.asked, valor)
        return Corrected(change, done=True, text="corrigido e conferido no relatório")
    text = answer.why if isinstance(answer, Unknown) else str(answer)
    if isinstance(answer, Confirmed):
        text = "o portal disse que alterou, mas o relatório não mostra o que a planilha diz"
        _tell(work, change, text)
    work.ledger.attempts.not_corrected(change.entry, type(answer).__name__)
    return Corrected(change, done=False, text=text)


def _tell(work: Work, change: Change, text: str) -> None:
    work.ledger.problems.open(work.mes, "correcao_difere", f"{change.asked.origem}: {text}", entry_id=change.entry.id)


def _tells(change: Change) -> bool:
    """Whether the report alone can tell that the change was made: what it does not show is saved with what it does,
    but only another key cannot have stood there before.
    """
    return change.of_key or not change.hidden


def _stands(change: Change, settled: Settled) -> bool:
    """Whether the record shows what the sheet says now; of a row that became another entry, that it is booked so."""
    if not change.of_key:
        return _shown(change, settled) is not None
    kept = (found for found in settled.comparison.kept if found.entry.lancamento.chave == change.asked.chave)
    return any(found.movimento.movimento == change.entry.movimento and not found.difference for found in kept)


def _shown(change: Change, settled: Settled) -> Centavos | None:
    """The row's value where the report says what the sheet says now of the same entry, else None."""
    row, asked = _row(settled, change.entry), change.asked
    if row is None or change.of_key:
        return None
    expected = row.valor if asked.valor_informado is None else asked.valor_informado
    return row.valor if (row.valor, row.quantidade) == (expected, asked.quantidade) else None


def _row(settled: Settled, entry: Entry) -> Movimento | None:
    kept = settled.comparison.kept
    return next((found.movimento for found in kept if found.entry.id == entry.id), None)


def _part(change: Change, settled: Settled) -> str:
    row = _row(settled, change.entry)
    return _sha(repr((change.entry.id, change.text, row and (row.movimento, row.quantidade, row.valor))))


def _sha(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

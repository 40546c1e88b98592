"""Alterar: what the sheet says anew of launched entries goes to the portal, row by row, and is read back."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from agent.model.answer import Confirmed, Mismatch, Outcome, Prepared, Refused, Unknown
from agent.model.entry import Entry, State
from agent.model.errors import PortalError
from agent.model.lancamento import Lancamento
from agent.model.registro import Movimento
from agent.model.valor import Centavos, write_valor
from agent.runner.able import able
from agent.runner.evidence import keep_evidence
from agent.runner.settle import Settled, settle
from agent.runner.work import Work
from portals.more import Alters

_FACTS = {
    "quantidade": "quantidade",
    "valor_informado": "valor",
    "codigo_conselho": "código do conselho",
    "observacao": "observação",
}
_PERSON = ("beneficiario", "numero_carteira")
_ALREADY = Confirmed("o portal já diz o que a planilha diz", ())

Approve = Callable[[Sequence[str], str], str | None]
"""(what would be changed, hash of exactly that) gives who approved, or None."""


@dataclass(frozen=True, slots=True)
class Change:
    """A launched entry and what its sheet says now; `text` names the differences, without a patient."""

    entry: Entry
    asked: Lancamento
    text: str


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


def changes_of(entries: Iterable[Entry], sheet: Iterable[Lancamento]) -> list[Change]:
    """The launched entries of which the sheet says something else now, in the sheet's order.

    Only what Alterar may change: another date, code or tooth is another entry, another patient another authorisation.
    """
    launched = {e.lancamento.chave: e for e in entries if e.state is State.LANCADA}
    found = []
    for asked in sheet:
        entry = launched.get(asked.chave)
        if entry is not None and (text := _differences(entry.lancamento, asked)):
            found.append(Change(entry, asked, f"{asked.origem}: {text}"))
    return found


def correct_entries(work: Work, changes: Sequence[Change], agreed: Agreed) -> list[Corrected]:
    """Make the portal's rows say what the sheet says now. A row that says it already is not saved again: so a change
    whose answer was lost is read, in the report or on the screen of Alterar, before anything is sent.
    """
    if not work.portal.capabilities.removes_rows:
        text = "este portal não permite alterar o que já foi enviado"
        return [Corrected(change, done=False, text=text) for change in changes]
    settled = settle(work, in_doubt=work.last_doubt is not None)
    if settled.registro.fechado:
        text = f"o mês {work.mes.competencia} está fechado no portal: rode reabrir e depois corrigir"
        return [Corrected(change, done=False, text=text) for change in changes]
    there = {change.entry.id for change in changes if _shown(change, settled) is not None and _shows(change)}
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
    after = settle(work, in_doubt=any(isinstance(answer, Unknown) for _, answer in sent))
    return [_read_back(work, change, answer, after) for change, answer in sent]


def _sent(work: Work, change: Change, settled: Settled, who: str) -> Outcome | Mismatch:
    row = _row(settled, change.entry)
    if row is None:
        return Refused("o portal não mostra este lançamento como nosso")
    work.ledger.attempts.open_correction(work.lease, change.entry, change.asked, who)
    work.ledger.leases.check(work.lease)

    def alter(portal: Alters) -> Prepared:
        return portal.alter(row, change.asked)

    try:
        prepared = able(work.portal, Alters, "alter", alter)
        if not (prepared.ready or prepared.blocked):
            return _ALREADY
        if not prepared.ready:
            keep_evidence(work.ledger, work.portal, "correção que não confere")
            return prepared.blocked[0].answer
        work.ledger.leases.check(work.lease)
        outcome = work.portal.submit(prepared)
    except PortalError as error:
        work.doubt()
        work.ledger.attempts.not_corrected(change.entry, type(error).__name__)
        raise
    if isinstance(outcome, Unknown):
        work.doubt()
    return outcome


def _read_back(work: Work, change: Change, answer: Outcome | Mismatch, after: Settled) -> Corrected:
    """The record is the arbiter of what it shows; of the rest, the portal's own confirmation."""
    valor = _shown(change, after)
    shown = isinstance(answer, Unknown) and _shows(change)
    if valor is not None and (isinstance(answer, Confirmed) or shown):
        work.ledger.attempts.corrected(work.lease, change.entry, change.asked, valor)
        return Corrected(change, done=True, text="corrigido e conferido no relatório")
    text = answer.why if isinstance(answer, Unknown) else str(answer)
    if isinstance(answer, Confirmed):
        text = "o portal disse que alterou, mas o relatório não mostra o que a planilha diz"
        work.ledger.problems.open(
            work.mes, "correcao_difere", f"{change.asked.origem}: {text}", entry_id=change.entry.id
        )
    work.ledger.attempts.not_corrected(change.entry, type(answer).__name__)
    return Corrected(change, done=False, text=text)


def _shown(change: Change, settled: Settled) -> Centavos | None:
    """The row's value where the report says what the sheet says now, else None."""
    row, asked = _row(settled, change.entry), change.asked
    if row is None:
        return None
    expected = row.valor if asked.valor_informado is None else asked.valor_informado
    return row.valor if (row.valor, row.quantidade) == (expected, asked.quantidade) else None


def _shows(change: Change) -> bool:
    """Whether the report can tell that the change was made: it shows quantity and value, not the rest."""
    known, asked = change.entry.lancamento, change.asked
    hidden = ("codigo_conselho", "observacao")
    return all(getattr(known, name) == getattr(asked, name) for name in hidden)


def _row(settled: Settled, entry: Entry) -> Movimento | None:
    kept = settled.comparison.kept
    return next((found.movimento for found in kept if found.entry.id == entry.id), None)


def _differences(known: Lancamento, asked: Lancamento) -> str:
    if any(getattr(known, n) and getattr(known, n) != getattr(asked, n) for n in _PERSON):
        return ""  # another patient is not a correction
    parts = []
    for name, label in _FACTS.items():
        before, after = getattr(known, name), getattr(asked, name)
        if before != after and not (name == "valor_informado" and after is None):
            parts.append(label if name == "observacao" else f"{label} {_text(before, name)} → {_text(after, name)}")
    return ", ".join(parts)


def _text(value: object, name: str) -> str:
    if name == "valor_informado":
        return "da tabela" if value is None else write_valor(int(str(value)))
    return str(value) or "em branco"


def _part(change: Change, settled: Settled) -> str:
    row = _row(settled, change.entry)
    return _sha(repr((change.entry.id, change.text, row and (row.movimento, row.quantidade, row.valor))))


def _sha(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

"""A launched entry that is changed on the portal, or taken off it again: an intent before, a new event after."""

from dataclasses import dataclass

from agent.ledger.events import Posting
from agent.ledger.imports import facts_digest, row_of
from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.parts import OfAttempts
from agent.model.entry import Entry, State
from agent.model.errors import Moved
from agent.model.lancamento import Lancamento
from agent.model.registro import Movimento
from agent.model.valor import Centavos

_PRIVATE = ("beneficiario", "numero_carteira", "observacao")


@dataclass(frozen=True, slots=True)
class GivenUp:
    """How an entry lost its row: the event's kind, its state from then on, why, by which reading, by whose will."""

    kind: str
    state: State
    why: str
    snapshot_id: int
    who: str


class Corrections(OfAttempts):
    """What was written stays: each change of what the portal holds is a new event, with postings that say by how much.

    Saving a row's own number again makes no second row, so a correction whose answer was lost may be made once more;
    but opening its authorisation may leave a draft, which the intent owns.
    """

    def open_correction(self, lease: Lease, entry: Entry, asked: Lancamento, who: str) -> None:
        """Commit the intent to make the entry's row say what the sheet says now (`asked`), before anything is opened.

        Raises LeaseLost, Moved when the month is not open or the entry is not lancada. Then nothing may be opened.
        """
        with self._writer.transaction("attempts.open_correction") as at:
            self._parts.leases.fence(lease, at)
            self._refuse_unless_open(entry)
            body = {"movimento": entry.movimento, "quantidade": asked.quantidade, "valor": asked.valor_informado}
            self._events.append(at, "correcao.intencao", "lancamento", entry.id, body, mes_id=entry.mes_id, actor=who)

    def corrected(self, lease: Lease, entry: Entry, asked: Lancamento, valor: Centavos) -> None:
        """The row says what `asked` says, with `valor` in centavos: the entry and its money follow.

        Raises Moved when the entry is not lancada any more.
        """
        facts = {name: getattr(asked, name) for name in ("quantidade", "valor_informado", "codigo_conselho")}
        with self._writer.transaction("attempts.corrected") as at:
            self._parts.leases.fence(lease, at)
            values = {**facts, "profissional": asked.profissional, "valor": valor}
            self._writer.move("correction_facts", what=str(asked.origem), id=entry.id, **values)
            self._writer.change("pessoa_put", lancamento_id=entry.id, **{n: getattr(asked, n) for n in _PRIVATE})
            now = asked.model_copy(update={"kind": entry.lancamento.kind})
            held = {"movimento": entry.movimento, "protocolo": entry.protocolo, "valor": valor}
            body = {**held, "facts": facts_digest(row_of(entry.mes_id, now))}
            postings = _by_how_much(entry, valor - (entry.valor_lancado or 0))
            self._events.append(
                at, "lancamento.corrigida", "lancamento", entry.id, body, mes_id=entry.mes_id, postings=postings
            )

    def not_corrected(self, entry: Entry, why: str) -> None:
        """The correction was refused, or its answer was lost; `why` names no patient."""
        with self._writer.transaction("attempts.not_corrected") as at:
            self._events.append(at, "correcao.sem_efeito", "lancamento", entry.id, {"why": why}, mes_id=entry.mes_id)

    def end_corrections(self, lease: Lease) -> bool:
        """At the start of a session: what an earlier life left open has no known effect; the record will tell.

        True when there was any.
        """
        left = self._writer.rows("correction_open", portal=lease.portal, account=lease.account)
        if left:
            with self._writer.transaction("attempts.end_corrections") as at:
                self._parts.leases.fence(lease, at)
                body = {"why": "a execução terminou antes da resposta"}
                for entry_id, mes_id in left:
                    self._events.append(at, "correcao.sem_efeito", "lancamento", entry_id, body, mes_id=mes_id)
        return bool(left)

    def was_removed(self, mes: Mes, movimento: Movimento) -> bool:
        """Whether a deletion of this row by us is confirmed, by the portal's answer or by readings that agree."""
        return bool(self._writer.one("removal_confirmed_of", mes_id=mes.id, movimento=movimento.movimento))

    def withdraw(self, lease: Lease, entry: Entry, why: str, snapshot_id: int, *, who: str) -> None:
        """lancada to recusada, or cancelada when no sheet holds it: a trusted reading holds its row no more.

        It is not sent again before its row in the sheet changes. Raises Moved, LeaseLost.
        """
        with self._writer.transaction("attempts.withdraw") as at:
            self._parts.leases.fence(lease, at)
            self._refuse_unless_open(entry)
            held = self._writer.one("origem_count", lancamento_id=entry.id)
            state = State.RECUSADA if held else State.CANCELADA
            self._give_up(at, entry, GivenUp("lancamento.excluida", state, why, snapshot_id, who))

    def reread(self, lease: Lease, entry: Entry) -> None:
        """Commit that the row is to be brought into the form once more, to read it: that may leave a draft too."""
        with self._writer.transaction("attempts.reread") as at:
            self._parts.leases.fence(lease, at)
            body = {"movimento": entry.movimento}
            self._events.append(at, "correcao.leitura", "lancamento", entry.id, body, mes_id=entry.mes_id)

    def _give_up(self, at: str, entry: Entry, end: "GivenUp") -> None:
        """Within a transaction: the entry has no row on the portal any more; its money is taken back."""
        where = str(entry.lancamento.origem)
        self._writer.move("withdrawal_entry", what=where, id=entry.id, state=end.state, motivo=end.why)
        values = {"lancamento_id": entry.id, "at": at, "snapshot_id": end.snapshot_id}
        self._writer.move("withdrawal_attempt", what=where, **values)
        body = {"state": end.state, "why": end.why, "movimento": entry.movimento}
        self._events.append(
            *(at, end.kind, "lancamento", entry.id, body),
            mes_id=entry.mes_id,
            actor=end.who,
            postings=_by_how_much(entry, -(entry.valor_lancado or 0)),
        )

    def _refuse_unless_open(self, entry: Entry) -> None:
        mes = self._parts.months.get(entry.mes_id)
        if mes.state != "aberta":
            raise Moved(
                f"o mês {mes.competencia} não está aberto", where=mes.portal, do="Reabra o mês antes; nada foi mudado."
            )
        if self._parts.entries.get(entry.id).state is not State.LANCADA:
            raise Moved(f"{entry.lancamento.origem} não está lançado", do="Nada foi mudado.")


def _by_how_much(entry: Entry, valor: Centavos) -> list[Posting]:
    """What the portal holds changed by so many centavos: pendente +v, informado -v."""
    if not valor:
        return []
    effective = entry.lancamento.competencia.iso
    return [Posting(entry.id, "informado", -valor, effective), Posting(entry.id, "pendente", valor, effective)]

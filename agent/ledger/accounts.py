"""The money of matched entries: what their accounts should hold follows from the matches; the rest is posted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from agent.ledger.events import Events, Posting
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.entry import State
from agent.model.errors import LedgerError, Moved
from agent.model.match import Match
from agent.model.valor import Centavos

_LAUNCHED = frozenset({State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA})
_NIGHT = "T04:59:59.999Z"  # by then the day before is over in all of Brazil, as the ledger stores times


@dataclass(frozen=True, slots=True)
class Saldo:
    """What one entry is worth in each account, in centavos; informado is the sum of all the others."""

    informado: Centavos = 0
    pendente: Centavos = 0
    liberado: Centavos = 0
    glosado: Centavos = 0
    em_recurso: Centavos = 0
    diferenca_tabela: Centavos = 0
    perda: Centavos = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A live match as the ledger holds it; `mes_id` is the month of the line's return. Amounts in centavos."""

    id: int
    entry_id: int
    line_id: int
    mes_id: int
    allocated: Centavos
    liberado: Centavos
    glosa: Centavos


class Accounts:
    """Matches and postings, kept in step."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def balances(self, mes: Mes, at: str | None = None) -> dict[int, Saldo]:
        """The accounts of each entry of the month that has money; with `at`, as they were known then."""
        sums: dict[int, dict[str, Centavos]] = defaultdict(dict)
        w = self._writer
        now = at is None
        rows = w.rows("posting_balances", mes_id=mes.id) if now else w.rows("posting_balances_at", mes_id=mes.id, at=at)
        for entry_id, account, valor in rows:
            sums[entry_id][account] = valor
        return {entry_id: _saldo(accounts) for entry_id, accounts in sums.items()}

    def links(self, mes: Mes) -> list[Link]:
        """The live links of the month's lines."""
        return [Link(*row) for row in self._writer.rows("match_of", mes_id=mes.id)]

    def relink(self, at: str, mes: Mes, matches: Sequence[Match], standing: Sequence[Link]) -> set[int]:
        """Within a transaction: make links of the month's lines that were `standing` exactly these.

        Gives the entries touched.
        """
        there = {(link.entry_id, link.line_id): link for link in standing}
        wanted = {(match.entry_id, match.line_id): match for match in matches}
        touched = set()
        for pair, link in there.items():
            if pair not in wanted or _amounts(wanted[pair]) != _amounts(link):
                self._writer.move("match_revoke", what=f"linha {link.line_id}", id=link.id)
                touched.add(link.entry_id)
        for pair, match in wanted.items():
            if pair not in there or match.entry_id in touched:
                touched.add(match.entry_id)
                self._link(at, match)
        if touched:
            self._refuse_over_allocated(mes)
        return touched

    def unlink_line(self, line_id: int) -> set[int]:
        """Within a transaction: undo every link of a line; gives the entries touched."""
        touched = {row.lancamento_id for row in self._writer.rows("match_on_line", linha_retorno_id=line_id)}
        self._writer.change("match_revoke_line", linha_retorno_id=line_id)
        return touched

    def settle(self, at: str, entry_ids: Iterable[int]) -> int:
        """Within a transaction: post what the entries' matches say and is not posted yet; gives how many changed."""
        return sum(self._settle_one(at, entry_id) for entry_id in sorted(entry_ids))

    def _link(self, at: str, match: Match) -> None:
        self._writer.change(
            "match_put",
            lancamento_id=match.entry_id,
            linha_retorno_id=match.line_id,
            pass_no=int(match.pass_no),
            confidence=match.confidence,
            why=match.why,
            at=at,
            allocated=match.allocated,
            liberado=match.liberado,
            glosa=match.glosa,
        )

    def _settle_one(self, at: str, entry_id: int) -> bool:
        entry = self._writer.one("entry_get", id=entry_id)
        if entry is None or entry.state not in _LAUNCHED:
            raise Moved(f"o lançamento {entry_id} não está no portal: não há o que conciliar")
        links = self._writer.one("match_sums", lancamento_id=entry_id)
        now = dict(self._writer.rows("posting_sums", lancamento_id=entry_id))
        appeals = self._writer.one("appeal_sums", lancamento_id=entry_id)
        before = self._paid_before(entry_id) if appeals.recuperado else 0
        target = _target(entry.valor_lancado, links, appeals, before)
        moves = {account: valor - now.get(account, 0) for account, valor in target.items()}
        postings = [
            Posting(entry_id, account, valor, entry.competencia, links.line_id)
            for account, valor in moves.items()
            if valor
        ]
        after = self._state(entry, bool(links.count))
        if entry.state != after:
            what = f"lançamento {entry_id}"
            self._writer.move("entry_move", what=what, id=entry_id, before=entry.state, after=after, motivo="")
        ties = [tuple(row) for row in self._writer.rows("match_ties", lancamento_id=entry_id)]
        body = {"state": after, "links": links.count, "ties": ties}
        self._events.append(
            at, "lancamento.retorno", "lancamento", entry_id, body, mes_id=entry.mes_id, postings=postings
        )
        return bool(postings) or entry.state != after

    def _paid_before(self, entry_id: int) -> Centavos:
        """What later lines pay that proves nothing of what appeals won: it was told before they were sent.

        What is beyond the winnings of the appeals before is told in vain for the next one too.
        """
        late = self._writer.rows("match_late", lancamento_id=entry_id)
        rounds = self._writer.rows("appeal_rounds", lancamento_id=entry_id)
        before = won = 0
        for moment, recuperado in sorted((_sent_by(each), int(each.recuperado)) for each in rounds):
            paid = sum(int(line.liberado) for line in late if line.told_at <= moment)
            before = max(before, paid - won)
            won += recuperado
        return before

    def _state(self, entry: Any, linked: bool) -> State:
        if linked:
            return State.QUITADA
        if entry.state not in (State.RETORNADA, State.QUITADA):
            return State(entry.state)
        closed = self._writer.one("month_get", id=entry.mes_id).state in ("fechada", "conciliada")
        return State.FECHADA if closed else State.LANCADA

    def _refuse_over_allocated(self, mes: Mes) -> None:
        over = [row.linha for row in self._writer.rows("line_over_allocated", mes_id=mes.id)]
        if over:
            raise LedgerError(
                f"linhas do retorno dadas a mais de um lançamento: {', '.join(map(str, over))}",
                where=f"{mes.portal}, retorno de {mes.competencia}",
                do="Nada foi gravado.",
            )


def _sent_by(appeal: Any) -> str:
    """When a round was on its way at the latest, as the ledger stores times. One may be sent after a later one."""
    over = f"{date.fromisoformat(appeal.sent_on) + timedelta(days=1)}{_NIGHT}"
    return min(over, appeal.enviado_em or over)


def _target(valor: Centavos, links: Any, appeals: Any, before: Centavos) -> dict[str, Centavos]:
    """What the accounts of an entry must hold: a function of its matches, its appeals and what was given up.

    What an appeal recovered is released at once, less what lines that came after it was sent paid of it already. What
    is given up or under appeal comes out of the glosa that is left, never more than that: a corrected return may leave
    less. `before`: what later lines paid that proves nothing of it.
    """
    if not links.count:
        return {
            "pendente": valor,
            **dict.fromkeys(("liberado", "glosado", "em_recurso", "perda", "diferenca_tabela"), 0),
        }
    unproved = max(0, min(appeals.recuperado - max(0, links.late - before), links.glosa))
    refused = links.glosa - unproved
    perda = max(0, min(appeals.perdido, refused))  # while a line is gone that a later one pays, nothing is refused
    em_recurso = max(0, min(appeals.enviado, refused - perda))
    return {
        "pendente": 0,
        "liberado": links.liberado + unproved,
        "glosado": refused - perda - em_recurso,
        "em_recurso": em_recurso,
        "perda": perda,
        "diferenca_tabela": valor - links.allocated,
    }


def _amounts(match: Match | Link) -> tuple[Centavos, Centavos, Centavos]:
    return match.allocated, match.liberado, match.glosa


def _saldo(accounts: dict[str, Centavos]) -> Saldo:
    informado = -accounts.get("informado", 0)
    others = {f.name: accounts.get(f.name, 0) for f in fields(Saldo) if f.name != "informado"}
    return Saldo(informado=informado, **others)

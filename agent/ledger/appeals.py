"""Appeals of what was refused: drafted, sent, answered or dropped; and the glosas that a person accepts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from agent.ledger.accounts import Accounts
from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.errors import Moved
from agent.model.valor import Centavos, write_valor


@dataclass(frozen=True, slots=True)
class Appeal:
    """One round about one entry. Amounts in centavos; recuperado + mantido = valor once it is respondido.

    `state`: rascunho, enviado, respondido or desistido. Texts name no patient.
    """

    id: int
    entry_id: int
    rodada: int
    valor: Centavos
    motivo: str
    justificativa: str
    state: str
    protocolo: str
    recuperado: Centavos
    mantido: Centavos
    drafted_at: str
    sent_on: date | None
    answered_on: date | None


class Appeals:
    """The appeals of the office; each step posts what it means to the entry's accounts."""

    def __init__(self, writer: Writer, events: Events, accounts: Accounts) -> None:
        self._writer = writer
        self._events = events
        self._accounts = accounts

    def draft(self, entry_id: int, valor: Centavos, *, motivo: str, justificativa: str, who: str = "") -> int:
        """A new round by `who`, not sent yet; gives its number. Raises Moved when less is refused, or one is open."""
        with self._writer.transaction("appeals.draft") as at:
            mes_id = self._refuse_over(entry_id, valor)
            values = {"lancamento_id": entry_id, "valor": valor, "motivo": motivo, "justificativa": justificativa}
            number = self._writer.insert("appeal_insert", at=at, **values)
            body = {"entry": entry_id, "valor": valor}
            self._events.append(at, "recurso.rascunho", "recurso", number, body, mes_id=mes_id, actor=who)
        return number

    def send(self, number: int, on: date, protocolo: str, who: str = "") -> None:
        """rascunho to enviado: em_recurso +valor, glosado -valor."""
        with self._writer.transaction("appeals.send") as at:
            appeal = self.get(number)
            mes_id = self._refuse_over(appeal.entry_id, appeal.valor)
            values = {"protocolo": protocolo, "sent_on": on.isoformat()}
            self._writer.move("appeal_sent", what=f"o recurso {number}", id=number, **values)
            body = {"entry": appeal.entry_id, **values}
            self._events.append(at, "recurso.enviado", "recurso", number, body, mes_id=mes_id, actor=who)
            self._accounts.settle(at, [appeal.entry_id])

    def answer(self, number: int, on: date, recuperado: Centavos, who: str = "") -> None:
        """enviado to respondido: liberado +recuperado, glosado + what was kept, em_recurso -valor.

        A return line that pays the same later adds nothing: it is what proves it.
        """
        with self._writer.transaction("appeals.answer") as at:
            appeal = self.get(number)
            if not 0 <= recuperado <= appeal.valor:
                raise Moved(f"o recurso {number} é de {write_valor(appeal.valor)}: não pode recuperar mais")
            values = {"recuperado": recuperado, "mantido": appeal.valor - recuperado, "answered_on": on.isoformat()}
            self._writer.move("appeal_answered", what=f"o recurso {number}", id=number, **values)
            body = {"entry": appeal.entry_id, **values}
            home = self._home(appeal.entry_id)
            self._events.append(at, "recurso.respondido", "recurso", number, body, mes_id=home, actor=who)
            self._accounts.settle(at, [appeal.entry_id])

    def drop(self, number: int, who: str) -> None:
        """rascunho or enviado to desistido: what was appealed is glosado again."""
        with self._writer.transaction("appeals.drop") as at:
            appeal = self.get(number)
            self._writer.move("appeal_dropped", what=f"o recurso {number}", id=number)
            body = {"entry": appeal.entry_id}
            home = self._home(appeal.entry_id)
            self._events.append(at, "recurso.desistido", "recurso", number, body, mes_id=home, actor=who)
            self._accounts.settle(at, [appeal.entry_id])

    def accept(self, entry_id: int, valor: Centavos, *, who: str, reason: str) -> None:
        """A person accepts a glosa: perda +valor, glosado -valor. Raises Moved when less is refused."""
        with self._writer.transaction("appeals.accept") as at:
            mes_id = self._refuse_over(entry_id, valor)
            self._writer.change("loss_insert", lancamento_id=entry_id, valor=valor, who=who, reason=reason, at=at)
            body = {"valor": valor, "reason": reason}
            self._events.append(at, "perda.aceita", "lancamento", entry_id, body, mes_id=mes_id, actor=who)
            self._accounts.settle(at, [entry_id])

    def get(self, number: int) -> Appeal:
        """One appeal. Raises Moved when there is none."""
        row = self._writer.one("appeal_get", id=number)
        if row is None:
            raise Moved(f"o livro não tem o recurso {number}")
        return _appeal(row)

    def of(self, mes: Mes) -> list[Appeal]:
        """The appeals about the month's entries, oldest first."""
        return [_appeal(row) for row in self._writer.rows("appeal_of", mes_id=mes.id)]

    def under_way(self) -> list[tuple[Appeal, int]]:
        """Every appeal that waits to be sent or answered, with its entry's month, oldest first."""
        return [(_appeal(row), int(row.mes_id)) for row in self._writer.rows("appeal_under_way")]

    def _refuse_over(self, entry_id: int, valor: Centavos) -> int:
        glosado = dict(self._writer.rows("posting_sums", lancamento_id=entry_id)).get("glosado", 0)
        if not 0 < valor <= glosado:
            raise Moved(
                f"o lançamento {entry_id} tem {write_valor(glosado)} glosados e livres; pediu-se {write_valor(valor)}",
                do="Rode conciliar e confira o valor.",
            )
        return self._home(entry_id)

    def _home(self, entry_id: int) -> int:
        return int(self._writer.one("entry_get", id=entry_id).mes_id)


def _appeal(row: Any) -> Appeal:
    sent_on, answered_on = (date.fromisoformat(day) if day else None for day in (row.sent_on, row.answered_on))
    return Appeal(*(*row[:11], sent_on, answered_on))

"""Appeals of what was refused: drafted, sent, answered or dropped; and the glosas that a person accepts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from agent.ledger.accounts import Accounts
from agent.ledger.events import Events, digest
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.data import write_data
from agent.model.errors import InputError, Moved
from agent.model.valor import Centavos, write_valor

_LIST = "Veja os números com: faturista recurso"
_STATES = {
    "rascunho": "ainda não foi enviado",
    "enviado": "já foi enviado",
    "respondido": "já foi respondido",
    "desistido": "foi desistido",
}

# What an appeal says of itself before a step that was taken back.
_BEFORE: dict[str, dict[str, object]] = {
    "rascunho": {"protocolo": "", "sent_on": None, "enviado_em": None},
    "enviado": {"recuperado": 0, "mantido": 0, "answered_on": None},
}


class Draft(Protocol):
    """Adds a round about an entry; gives its number. Raises Moved when less is refused, or one is open."""

    def __call__(self, entry_id: int, valor: Centavos, *, motivo: str, justificativa: str) -> int: ...


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
        with self.drafting(who) as add:
            return add(entry_id, valor, motivo=motivo, justificativa=justificativa)

    @contextmanager
    def drafting(self, who: str = "") -> Iterator[Draft]:
        """New rounds by `who`, recorded all or none at the end of the block: their letters are written within it."""
        with self._writer.transaction("appeals.draft") as at:

            def add(entry_id: int, valor: Centavos, *, motivo: str, justificativa: str) -> int:
                mes_id = self._refuse_over(entry_id, valor)
                self._refuse_open(entry_id, mes_id)
                values = {"lancamento_id": entry_id, "valor": valor, "motivo": motivo, "justificativa": justificativa}
                number = self._writer.insert("appeal_insert", at=at, **values)
                # The words are a person's own, and may name somebody: the chain holds their digest only.
                body = {"entry": entry_id, "valor": valor, "words": words_digest(motivo, justificativa)}
                self._events.append(at, "recurso.rascunho", "recurso", number, body, mes_id=mes_id, actor=who)
                return number

            yield add

    def send(self, number: int, on: date, protocolo: str, who: str = "") -> None:
        """rascunho to enviado: em_recurso +valor, glosado -valor.

        Raises InputError for a day before the service, Moved when it is no draft or less is refused by now.
        """
        with self._writer.transaction("appeals.send") as at:
            appeal = self._get_in("rascunho", number)
            served = date.fromisoformat(self._writer.one("entry_get", id=appeal.entry_id).data)
            _refuse_before(on, served, f"o atendimento do lançamento {appeal.entry_id} é de")
            mes_id = self._refuse_over(appeal.entry_id, appeal.valor)
            values = {"protocolo": protocolo, "sent_on": on.isoformat(), "enviado_em": at}
            self._writer.move("appeal_sent", what=f"o recurso {number}", id=number, **values)
            body = {"entry": appeal.entry_id, **values}
            self._events.append(at, "recurso.enviado", "recurso", number, body, mes_id=mes_id, actor=who)
            self._accounts.settle(at, [appeal.entry_id])

    def answer(self, number: int, on: date, recuperado: Centavos, who: str = "") -> None:
        """enviado to respondido: liberado +recuperado, glosado + what was kept, em_recurso -valor.

        A return line that pays the same later adds nothing: it is what proves it. Raises InputError for a day before
        it was sent or a negative amount, Moved when it does not wait for an answer or asked for less.
        """
        with self._writer.transaction("appeals.answer") as at:
            appeal = self._get_in("enviado", number)
            if appeal.sent_on is not None:
                _refuse_before(on, appeal.sent_on, f"o recurso {number} foi enviado em")
            if recuperado < 0:
                raise InputError(
                    f"o valor recuperado não pode ser negativo: {write_valor(recuperado)}",
                    do="Escreva quanto o convênio vai pagar; 0,00 se ele manteve a glosa.",
                )
            if recuperado > appeal.valor:
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
            appeal = self._get_in("rascunho enviado", number)
            self._writer.move("appeal_dropped", what=f"o recurso {number}", id=number)
            body = {"entry": appeal.entry_id}
            home = self._home(appeal.entry_id)
            self._events.append(at, "recurso.desistido", "recurso", number, body, mes_id=home, actor=who)
            self._accounts.settle(at, [appeal.entry_id])

    def undo(self, number: int, *, was: str, who: str, reason: str) -> str:
        """Take back the last step, which left it `was` and was said by mistake; gives the state that it is in again.

        respondido to enviado: what was answered no longer counts. enviado to rascunho. desistido to what it was before.
        Raises Moved for a draft, for one that is not `was` any more, or where a later round stands on that step. What
        was given up of the glosa stays given up.
        """
        with self._writer.transaction("appeals.undo") as at:
            appeal = self._get_in("enviado respondido desistido", number)
            if appeal.state != was:
                raise Moved(f"o recurso {number} não está {was}: está {appeal.state}", do=f"Nada foi gravado. {_LIST}")
            home = self._home(appeal.entry_id)
            sent = was == "respondido" or (was == "desistido" and appeal.sent_on is not None)
            after, step = ("enviado", "appeal_unanswered") if sent else ("rascunho", "appeal_unsent")
            if was != "enviado":
                self._refuse_open(appeal.entry_id, home)
            if sent:
                self._refuse_overtaken(appeal)
            self._writer.move(step, what=f"o recurso {number}", id=number, before=was)
            body = {"entry": appeal.entry_id, **_BEFORE[after], "state": after, "was": was, "reason": reason}
            self._events.append(at, "recurso.desfeito", "recurso", number, body, mes_id=home, actor=who)
            self._accounts.settle(at, [appeal.entry_id])
        return after

    def accept(self, entry_id: int, valor: Centavos, *, who: str, reason: str) -> None:
        """A person accepts a glosa: perda +valor, glosado -valor. Raises Moved when less is refused."""
        with self._writer.transaction("appeals.accept") as at:
            mes_id = self._refuse_over(entry_id, valor)
            self._writer.change("loss_insert", lancamento_id=entry_id, valor=valor, who=who, reason=reason, at=at)
            body = {"valor": valor, "reason": reason}
            self._events.append(at, "perda.aceita", "lancamento", entry_id, body, mes_id=mes_id, actor=who)
            self._accounts.settle(at, [entry_id])

    def take_up(self, entry_id: int, *, who: str, reason: str) -> Centavos:
        """A glosa that was given up by mistake is one again: glosado +x, perda -x; gives x.

        That is 0 where return lines paid all of it since. Raises Moved where nothing was given up.
        """
        with self._writer.transaction("appeals.take_up") as at:
            if not self._writer.change("loss_undo", lancamento_id=entry_id, who=who, reason=reason, at=at):
                raise Moved(f"o lançamento {entry_id} não tem glosa dada por perdida", do="Nada foi gravado.")
            back = self._sums(entry_id).get("perda", 0)
            body = {"valor": back, "reason": reason}
            home = self._home(entry_id)
            self._events.append(at, "perda.desfeita", "lancamento", entry_id, body, mes_id=home, actor=who)
            self._accounts.settle(at, [entry_id])
        return back

    def get(self, number: int) -> Appeal:
        """One appeal. Raises Moved when there is none."""
        row = self._writer.one("appeal_get", id=number)
        if row is None:
            raise Moved(f"o livro não tem o recurso {number}", do=_LIST)
        return _appeal(row)

    def _get_in(self, states: str, number: int) -> Appeal:
        appeal = self.get(number)
        if appeal.state in states.split():
            return appeal
        day = {"enviado": appeal.sent_on, "respondido": appeal.answered_on}.get(appeal.state)
        when = f" em {write_data(day)}" if day else ""
        raise Moved(f"o recurso {number} {_STATES[appeal.state]}{when}", do=f"Nada foi gravado. {_LIST}")

    def of(self, mes: Mes) -> list[Appeal]:
        """The appeals about the month's entries, oldest first."""
        return [_appeal(row) for row in self._writer.rows("appeal_of", mes_id=mes.id)]

    def under_way(self) -> list[tuple[Appeal, int]]:
        """Every appeal that waits to be sent or answered, with its entry's month, oldest first."""
        return [(_appeal(row), int(row.mes_id)) for row in self._writer.rows("appeal_under_way")]

    def _refuse_over(self, entry_id: int, valor: Centavos) -> int:
        glosado = self._sums(entry_id).get("glosado", 0)
        if not glosado:
            raise Moved(
                f"o lançamento {entry_id} não tem glosa à espera: foi pago, ainda não teve retorno, já está em recurso"
                " ou já foi dado por perdido",
                do="Nada foi gravado. Veja o que está glosado com: faturista recurso",
            )
        if not 0 < valor <= glosado:
            raise Moved(
                f"o lançamento {entry_id} tem {write_valor(glosado)} glosados e livres; pediu-se {write_valor(valor)}",
                do="Rode conciliar e confira o valor.",
            )
        return self._home(entry_id)

    def _refuse_open(self, entry_id: int, mes_id: int) -> None:
        for row in self._writer.rows("appeal_of", mes_id=mes_id):
            if row.lancamento_id == entry_id and row.state in ("rascunho", "enviado"):
                raise Moved(
                    f"o lançamento {entry_id} já tem o recurso {row.id}, que {_STATES[row.state]}",
                    do="Nada foi gravado.",
                )

    def _refuse_overtaken(self, appeal: Appeal) -> None:
        """What it leaves to wait for an answer again must not be what a later round was about."""
        sent = _sent(self._writer.one("appeal_get", id=appeal.id))
        for row in self._writer.rows("appeal_rounds", lancamento_id=appeal.entry_id):
            if _sent(row) > sent:
                raise Moved(
                    f"depois do recurso {appeal.id} veio o recurso {row.id}, que já foi respondido",
                    do=f"Nada foi gravado. Se também foi engano, desfaça antes o recurso {row.id}.",
                )

    def _sums(self, entry_id: int) -> dict[str, Centavos]:
        return dict(self._writer.rows("posting_sums", lancamento_id=entry_id))

    def _home(self, entry_id: int) -> int:
        return int(self._writer.one("entry_get", id=entry_id).mes_id)


def _sent(row: Any) -> tuple[str, int]:
    """When a round was said to be sent, to be compared: a round of old may be sent after a newer one."""
    return row.enviado_em or row.sent_on, row.id


def words_digest(motivo: str, justificativa: str) -> str:
    """What stands in the chain for the words of an appeal."""
    return digest([motivo, justificativa])[:16]


def _refuse_before(on: date, first: date, why: str) -> None:
    if on < first:
        raise InputError(
            f"o dia {write_data(on)} não pode ser: {why} {write_data(first)}",
            where="dia",
            do="Nada foi gravado. Confira o dia e diga de novo.",
        )


def _appeal(row: Any) -> Appeal:
    sent_on, answered_on = (date.fromisoformat(day) if day else None for day in (row.sent_on, row.answered_on))
    return Appeal(*(*row[:11], sent_on, answered_on))

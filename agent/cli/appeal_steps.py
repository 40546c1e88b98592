"""The steps of an appeal as a person tells them at the terminal: each is recorded, and said back (pt-BR)."""

from datetime import date

from agent.accounting.kept_words import refuse_people
from agent.cli.person import who
from agent.ledger.store import Ledger
from agent.model.data import write_data
from agent.model.errors import InputError
from agent.model.valor import read_valor, write_valor


def sent(ledger: Ledger, number: int, day: date, protocolo: str) -> str:
    """It went to the insurer on that day."""
    ledger.appeals.send(number, day, protocolo, who())
    return f"Recurso {number}: enviado em {write_data(day)}, protocolo {protocolo or '—'}."


def answered(ledger: Ledger, number: int, day: date, recovered: str | None) -> str:
    """The insurer answered. Raises InputError where no amount, or none that can be read, is told."""
    if recovered is None:
        raise InputError(
            "diga quanto o convênio vai pagar.",
            where="--respondido",
            do=f"Acrescente --recuperado 25,00 com o valor do recurso {number}, ou --recuperado 0,00 se a glosa ficou.",
        )
    valor = _valor(recovered)
    ledger.appeals.answer(number, day, valor, who())
    kept = ledger.appeals.get(number).mantido
    return f"Recurso {number}: recuperado {write_valor(valor)}, mantido {write_valor(kept)}."


def dropped(ledger: Ledger, number: int) -> str:
    """It is not pursued."""
    ledger.appeals.drop(number, who())
    return f"Recurso {number}: desistido; o valor voltou a ser glosa."


def accepted(ledger: Ledger, entry_id: int, text: str) -> str:
    """The entry's glosa is given up, for a reason."""
    _refuse_silence(text, "diga por que a glosa é aceita.")
    refuse_people(text, [ledger.entries.get(entry_id)], where="--texto")
    mes = ledger.months.get(ledger.entries.get(entry_id).mes_id)
    glosado = ledger.returns.balances(mes)[entry_id].glosado
    ledger.appeals.accept(entry_id, glosado, who=who(), reason=text)
    return f"Lançamento {entry_id}: {write_valor(glosado)} dados por perdidos."


def undone(ledger: Ledger, number: int, text: str) -> str:
    """Its last step was said by mistake."""
    _refuse_silence(text, "diga o que foi engano.")
    appeal = ledger.appeals.get(number)
    refuse_people(text, [ledger.entries.get(appeal.entry_id)], where="--texto")
    after = ledger.appeals.undo(number, was=appeal.state, who=who(), reason=text)
    return f"Recurso {number}: volta de {appeal.state} a {after}."


def taken_up(ledger: Ledger, entry_id: int, text: str) -> str:
    """The entry's glosa was given up by mistake."""
    _refuse_silence(text, "diga por que a glosa não está perdida.")
    refuse_people(text, [ledger.entries.get(entry_id)], where="--texto")
    valor = ledger.appeals.take_up(entry_id, who=who(), reason=text)
    if not valor:
        return f"Lançamento {entry_id}: a glosa não é mais dada por perdida; o retorno já a pagou."
    return f"Lançamento {entry_id}: {write_valor(valor)} voltam a ser glosa."


def _refuse_silence(text: str, missing: str) -> None:
    if not text:
        raise InputError(missing, where="--texto", do="Nada foi gravado.")


def _valor(text: str) -> int:
    try:
        return read_valor(text)
    except ValueError as error:
        raise InputError(f"{error}.", where="--recuperado") from None

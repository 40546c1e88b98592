"""What stands on the portal is booked: state, money, and a problem where the value is not the sheet's."""

from dataclasses import asdict, dataclass
from typing import Self

from agent.ledger.events import Posting
from agent.ledger.parts import Parts
from agent.ledger.problems import Doubt
from agent.model.entry import Entry, State
from agent.model.errors import LedgerError
from agent.model.registro import Movimento
from agent.model.valor import Centavos, write_valor


@dataclass(frozen=True, slots=True)
class Held:
    """What the portal gave for an entry; `valor` in centavos."""

    movimento: str
    protocolo: str
    valor: Centavos

    @classmethod
    def seen(cls, entry: Entry, row: Movimento) -> Self:
        """As a reading shows it. Raises LedgerError for a row without a value: it is a draft, not a launch."""
        if row.valor is None:
            raise LedgerError(
                "a linha do portal não tem valor: é um rascunho, não um lançamento", where=str(entry.lancamento.origem)
            )
        return cls(row.movimento, row.protocolo, row.valor)


def book(parts: Parts, at: str, entry: Entry, before: State, held: Held) -> None:
    """Within a transaction: the portal holds `entry`; pendente +v, informado -v.

    Raises Moved unless the entry is in `before`.
    """
    where = str(entry.lancamento.origem)
    values, valor = asdict(held), held.valor
    parts.writer.move("entry_launched", what=where, id=entry.id, before=before, **values)
    effective = entry.lancamento.competencia.iso
    sides = [("informado", -valor), ("pendente", valor)] if valor else []
    postings = [Posting(entry.id, account, cents, effective) for account, cents in sides]
    parts.events.append(
        at, "lancamento.lancada", "lancamento", entry.id, values, mes_id=entry.mes_id, postings=postings
    )
    expected = entry.lancamento.valor_informado
    if expected is not None and expected != valor:
        text = f"{where}: o portal tem {write_valor(valor)}, a planilha {write_valor(expected)}"
        parts.problems.ensure(at, Doubt(entry.mes_id, "valor_difere", text, entry_id=entry.id))

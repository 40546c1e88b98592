"""An entry as the ledger holds it: the Lancamento, where it stands, and what the portal gave for it."""

from dataclasses import dataclass
from enum import StrEnum

from agent.model.lancamento import Lancamento
from agent.model.valor import Centavos


class State(StrEnum):
    """Where an entry stands. Paid, denied and appealed are not states but sums of its postings."""

    PENDENTE = "pendente"  # valid and planned, not sent
    ENVIANDO = "enviando"  # intent committed, no outcome yet
    INCERTA = "incerta"  # sent, no answer seen: only the portal's record can tell
    LANCADA = "lancada"  # the portal holds it
    RECUSADA = "recusada"  # the portal said no, or its screen did not match
    FECHADA = "fechada"  # its month is closed, or its protocolo is final
    RETORNADA = "retornada"  # the insurer answered
    QUITADA = "quitada"  # nothing of it is pending any more
    CANCELADA = "cancelada"  # left the sheet before it was sent


@dataclass(frozen=True, slots=True)
class Entry:
    """`valor_lancado` is what the portal holds, in centavos; `motivo` why it was refused, in the portal's words."""

    id: int
    mes_id: int
    lancamento: Lancamento
    state: State
    movimento: str = ""
    protocolo: str = ""
    valor_lancado: Centavos | None = None
    motivo: str = ""

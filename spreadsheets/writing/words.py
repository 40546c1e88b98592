"""States, as people read them."""

from agent.model.entry import State
from agent.model.match import LineVerdict
from spreadsheets.writing.report import ReportEntry

STATES = {
    State.PENDENTE: "pendente",
    State.ENVIANDO: "enviando",
    State.INCERTA: "incerta",
    State.LANCADA: "lançada",
    State.RECUSADA: "recusada",
    State.FECHADA: "fechada",
    State.RETORNADA: "retornada",
    State.QUITADA: "quitada",
    State.CANCELADA: "cancelada",
}

NOT_SENT = "não enviada"
UNCERTAIN = "incerta"
REFUSED = "recusada"
CANCELLED = "cancelada"
FOREIGN = "alheia"

_WITHOUT_VERDICT = {
    State.ENVIANDO: UNCERTAIN,
    State.INCERTA: UNCERTAIN,
    State.RECUSADA: REFUSED,
    State.CANCELADA: CANCELLED,
}


def situation(item: ReportEntry) -> str:
    """The one word an accountant filters by: the verdict, or why there is none yet."""
    if item.judged is not None:
        return str(item.judged.verdict)
    return _WITHOUT_VERDICT.get(item.entry.state, NOT_SENT)


def line_word(verdict: LineVerdict, *, alheia: bool) -> str:
    """How a line of a return stands; `alheia`: a person said that it is nobody's of ours."""
    return FOREIGN if alheia and verdict is LineVerdict.ESTRANHA else str(verdict)

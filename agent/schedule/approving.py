"""An approver that asks through the queue: a run leaves the question there, a later run finds the answer."""

from collections.abc import Sequence

from agent.ledger.queue import Queue, Waiting
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError, Moved
from agent.schedule.board import Line
from agent.schedule.ending import asked_of
from agent.schedule.facts import Task

YES, NO = "sim", "não"
_MOVES = ("planilha", "attempt", "lancamento", "correcao", "removal", "mes")
"""The families of events after which a month is not what was shown any more."""

_MOVES_A_LAUNCH = ("planilha", "mes")
"""What is to be billed is bound to the facts of its own entries: other sends of the month change none of them."""

_OTHERWISE = {Task.FECHAR: "o mês não é fechado e o prazo se perde", Task.LANCAR: "nada disto é faturado"}


def answer_state(ledger: Ledger, state_hash: str, answer: str, who: str) -> None:
    """`who` answers the open question about exactly this state.

    Raises InputError when no question is open about it, Moved for a yes to a month that changed since it was asked.
    """
    item = _open_about(ledger, state_hash)
    if answer == YES:
        _refuse_moved(ledger, item)
    ledger.queue.answer(item.id, answer, who)


def moved_since(ledger: Ledger, item: Waiting) -> bool:
    """Whether the month that an approval is asked for changed after the question."""
    mes = ledger.months.find(item.clinica, item.portal, Competencia.read(item.competencia))
    events = ledger.events.all(mes.id) if mes else ()
    moves = _MOVES_A_LAUNCH if item.step == Task.LANCAR else _MOVES
    return any(event.at > item.opened_at and event.kind.partition(".")[0] in moves for event in events)


def _open_about(ledger: Ledger, state_hash: str) -> Waiting:
    for item in ledger.queue.open():
        if item.kind == "aprovar" and item.subject == state_hash.strip().lower():
            return item
    raise InputError("nada espera aprovação com este estado.", where="--aprovar", do="Veja: faturista fila")


def _refuse_moved(ledger: Ledger, item: Waiting) -> None:
    if moved_since(ledger, item):
        raise Moved(
            "o mês mudou depois que a aprovação foi pedida",
            where=f"{item.clinica}, {item.portal}",
            do="Nada foi aprovado. O faturista confere de novo e pergunta outra vez.",
        )


class QueueApprover:
    """An agent.people.approval.Approver. `asked`: the question is in the queue now; `refused_by`: who said no."""

    def __init__(self, queue: Queue, line: Line) -> None:
        self._queue = queue
        self._line = line
        self.asked = False
        self.refused_by = ""

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """Who said yes to exactly this state; None when nobody has yet, or the last word was no."""
        facts = self._line.facts
        key = (facts.clinica, facts.portal, facts.competencia.iso)
        answered = self._queue.answered("aprovar", *key, state_hash)
        if answered is None:
            self._ask(what, findings, state_hash)
            return None
        answer, who = answered
        if answer == YES:
            return who
        self.refused_by = who
        return None

    def _ask(self, what: str, findings: Sequence[str], state_hash: str) -> None:
        self.asked = True
        do = "confira e aprove: faturista atender (na tela) ou faturista fila --aprovar ESTADO"
        task, ref = self._line.coming.task or Task.FECHAR, self._line.coming.ref
        texts = ("\n".join([what, *findings]), do, _OTHERWISE[task])
        self._queue.ask(asked_of(self._line, "aprovar", texts, step=task.value, ref=ref, subject=state_hash))

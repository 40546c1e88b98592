"""An approver that asks through the queue: a run leaves the question there, a later run finds the answer."""

from collections.abc import Sequence

from agent.ledger.queue import Queue
from agent.schedule.board import Line
from agent.schedule.ending import asked_of
from agent.schedule.facts import Task

YES, NO = "sim", "não"


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
        texts = ("\n".join([what, *findings]), do, "o mês não é fechado e o prazo se perde")
        step, ref = Task.FECHAR.value, self._line.coming.ref
        self._queue.ask(asked_of(self._line, "aprovar", texts, step=step, ref=ref, subject=state_hash))

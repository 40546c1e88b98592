"""An approver that asks through the queue: a run leaves the question there, a later run finds the answer."""

from collections.abc import Collection, Sequence

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


def answer_state(ledger: Ledger, state_hash: str, answer: str, who: str, two: Collection[str] = ()) -> bool:
    """`who` answers what is open about exactly this state; whether nothing more is needed. `two`: acts of two people.

    Raises InputError when no question is open about it, or the second yes is not a second person's; Moved for a yes to
    a month that changed since it was asked.
    """
    items = _open_about(ledger, state_hash)
    if answer == YES:
        for item in items:
            _refuse_moved(ledger, item)
    if answer == YES and any(needs_two(item.step, two) for item in items):
        return _one_of_two(ledger, items, who)
    for item in items:
        ledger.queue.answer(item.id, answer, who)
    return True


def needs_two(step: str, two: Collection[str]) -> bool:
    """Whether two people must approve it. `two` are the settings' words: "faturar" is what a launch makes final."""
    return {Task.LANCAR.value: "faturar"}.get(step, step) in two


def why_not_second(item: Waiting, who: str) -> str:
    """Why this person cannot be the second one (pt-BR); "" when they can, or nobody was the first yet."""
    if not item.who:
        return ""
    if _same(item.who, who):
        return "você já aprovou; falta outra pessoa"
    return "quem pediu não pode ser a segunda pessoa" if _same(item.asker, who) else ""


def moved_since(ledger: Ledger, item: Waiting) -> bool:
    """Whether the month that an approval is asked for changed after the question."""
    moves = _MOVES_A_LAUNCH if item.step == Task.LANCAR else _MOVES
    return changed_after(ledger, item, item.opened_at, moves)


def changed_after(ledger: Ledger, item: Waiting, when: str, families: Collection[str]) -> bool:
    """Whether events of these families happened to the item's month after a moment."""
    mes = ledger.months.find(item.clinica, item.portal, Competencia.read(item.competencia))
    events = ledger.events.all(mes.id) if mes else ()
    return any(event.at > when and event.kind.partition(".")[0] in families for event in events)


def _one_of_two(ledger: Ledger, items: Sequence[Waiting], who: str) -> bool:
    first = next((item for item in items if item.who), None)
    if first is None:
        for item in items:
            ledger.queue.first_yes(item.id, who)
        return False
    if why := why_not_second(first, who):
        raise InputError(f"{why}.", where="aprovação", do="Outra pessoa aprova no painel, ou com: faturista fila")
    for item in items:
        ledger.queue.answer(item.id, YES, f"{first.who} e {who}")
    return True


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _open_about(ledger: Ledger, state_hash: str) -> list[Waiting]:
    """All that is open about one state: the office's own question and that of a command may be the same."""
    wanted = state_hash.strip().lower()
    found = [item for item in ledger.queue.open() if item.kind == "aprovar" and item.subject == wanted]
    if not found:
        raise InputError("nada espera aprovação com este estado.", where="--aprovar", do="Veja: faturista fila")
    return found


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

"""Pure: which questions in the queue nobody needs to answer any more."""

from collections.abc import Iterable, Iterator

from agent.ledger.queue import Waiting
from agent.schedule.away import SERVER
from agent.schedule.board import Board, Line
from agent.schedule.facts import NOTHING, Task

_OF_AN_OPEN_MONTH = ("planilha", "bloqueio", "prazo")


def over_now(items: Iterable[Waiting], board: Board) -> Iterator[tuple[int, str]]:
    """(number, why) of each that is over: its outage ended, its run is not what comes next, its month is closed."""
    lines = {(x.facts.clinica, x.facts.portal, x.facts.competencia.iso): x for x in board.lines}
    out = {outage.portal for outage in board.outages}
    for item in items:
        line = lines.get((item.clinica, item.portal, item.competencia))
        if item.kind == "fora_do_ar" and item.portal not in out:
            yield item.id, "o portal voltou a responder"
        elif item.kind == SERVER:
            yield item.id, "o servidor do livro voltou a responder"
        elif line is not None and (why := _past(item, line)):
            yield item.id, why


def _past(item: Waiting, line: Line) -> str:
    if line.coming.task is Task.SONDAR:
        return ""  # a look at the screens says nothing of what comes after it
    if item.asker:
        return ""  # a person's command asks for it, whatever the schedule has in mind
    if item.step not in ("", NOTHING):
        here = (item.step, item.ref) == (line.coming.task, line.coming.ref)
        return "" if here else "o mês já seguiu adiante"
    return "o mês foi fechado" if line.facts.closed and item.kind in _OF_AN_OPEN_MONTH else ""

"""Pure: what comes next for one clinic's month on one portal, when, and why (pt-BR)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from agent.ledger.turns import Turn
from agent.schedule.facts import MonthFacts, Task, moment
from agent.schedule.prazo import Prazo
from agent.schedule.retry import pause_after

AtWork = Callable[[datetime], datetime]
"""A moment, or the next one within the portal's hours."""


class Status(StrEnum):
    """How a month stands before the schedule."""

    AGORA = "agora"  # due now
    DEPOIS = "depois"  # due at `when`
    RODANDO = "rodando"  # somebody is at it
    PESSOA = "pessoa"  # waits for a person
    PERDIDO = "perdido"  # its window is over: only a person may do it
    FEITO = "feito"  # nothing more to do


@dataclass(frozen=True, slots=True)
class Proximo:
    """The next step of a month. `no` numbers the try, `when` and `until` are aware; `why` is pt-BR."""

    status: Status
    why: str
    task: Task | None = None
    ref: str = ""
    no: int = 0
    when: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Look:
    """One month at one moment; `shut_until`: an outage of the portal, until then nobody asks it."""

    facts: MonthFacts
    prazo: Prazo
    at_work: AtWork
    now: datetime
    shut_until: datetime | None


@dataclass(frozen=True, slots=True)
class _Due:
    """A step that would be next: about what, from when, until when, and why."""

    task: Task
    ref: str
    earliest: datetime
    until: datetime | None
    why: str


def next_of(
    facts: MonthFacts, prazo: Prazo, at_work: AtWork, now: datetime, shut_until: datetime | None = None
) -> Proximo:
    """The one next step of the month; the same facts give the same answer, so two schedulers name the same run."""
    look = _Look(facts, prazo, at_work, now, shut_until)
    coming = _after_the_close(look) if facts.closed else _until_the_close(look)
    return _probing(look, coming) or coming


def _probing(look: _Look, coming: Proximo) -> Proximo | None:
    """The day's look at the portal's screens, before anything else of the day, where it is this login's."""
    if not look.facts.probe or coming.status is Status.RODANDO:
        return None
    due = _Due(Task.SONDAR, look.facts.probe, look.now, None, "a olhada do dia nas telas do portal")
    step = _step(look, due)
    return step if step and step.status in (Status.AGORA, Status.RODANDO) else None


def _until_the_close(look: _Look) -> Proximo:
    facts, prazo = look.facts, look.prazo
    last = prazo.deadline
    if look.now > last:
        return Proximo(Status.PERDIDO, "o prazo de fechar passou; agora só com uma pessoa", Task.FECHAR)
    if not facts.inbox:
        return Proximo(Status.PESSOA, f"espera a planilha em entrada/{facts.clinica}", Task.LER, until=last)
    return (
        _step(look, _Due(Task.LER, facts.inbox, prazo.opens, last, "há planilha nova"))
        or _nothing_read(look)
        or _step(look, _Due(Task.PLANEJAR, _plan_ref(facts), prazo.launch_from, last, "a planilha foi lida"))
        or _launching(look)
        or _step(look, _Due(Task.FECHAR, facts.plan, prazo.close_from, last, "o prazo de fechar se aproxima"))
        or Proximo(Status.PESSOA, "o fechamento não se completou; confira o mês", Task.FECHAR, until=last)
    )


def _nothing_read(look: _Look) -> Proximo | None:
    """A month without a single entry is never planned nor closed by itself: its sheet has not come."""
    if look.facts.entries:
        return None
    why = f"nenhuma planilha traz o mês {look.facts.competencia}"
    return Proximo(Status.PESSOA, why, Task.LER, until=look.prazo.deadline)


def _plan_ref(facts: MonthFacts) -> str:
    """A plan is of the sheets, and is made again each time a run found that something had changed since."""
    return f"{facts.sheets}+{len(facts.moved())}"


def _launching(look: _Look) -> Proximo | None:
    facts, prazo = look.facts, look.prazo
    due = _Due(Task.LANCAR, facts.plan, prazo.launch_from, prazo.deadline, "o plano está pronto")
    return _step(look, due) if facts.unsent else None


def _after_the_close(look: _Look) -> Proximo:
    facts, prazo = look.facts, look.prazo
    if facts.returns:
        due = _Due(Task.CONCILIAR, "", prazo.opens, None, "o retorno chegou")
        return _step(look, due) or Proximo(Status.FEITO, "conciliado")
    if look.now > prazo.return_until:
        return Proximo(Status.PERDIDO, "o retorno não veio até o último dia combinado", Task.RETORNO)
    due = _Due(Task.RETORNO, "", prazo.return_from, prazo.return_until, "o retorno já pode ter saído")
    return _step(look, due) or Proximo(Status.FEITO, "o portal deu o mês por respondido")


def _step(look: _Look, due: _Due) -> Proximo | None:
    """The next run of one step, or None when it is done."""
    runs = look.facts.runs(due.task, due.ref)
    last = runs[-1] if runs else None
    if last and last.state == "done":
        return None
    if last and last.state == "running" and moment(last.until) > look.now:
        since = moment(last.since).astimezone(look.now.tzinfo).strftime("%H:%M")
        return Proximo(Status.RODANDO, f"em andamento desde {since}", due.task, due.ref, last.no)
    coming = Proximo(Status.PESSOA, "", due.task, due.ref, len(runs) + 1, until=due.until)
    if item := look.facts.held_back_by(due.task, due.ref):
        return replace(coming, why=item.asked)
    when = _when(look, due, runs)
    if due.until and when > due.until:
        return replace(coming, status=Status.PERDIDO, why="não cabe mais no prazo", when=when)
    status = Status.AGORA if when <= look.now else Status.DEPOIS
    return replace(coming, status=status, why=_why(last, due), when=when)


def _when(look: _Look, due: _Due, runs: Sequence[Turn]) -> datetime:
    """From the earliest moment, after the pause, not while the portal is out, and within its hours."""
    moments = [look.now, due.earliest]
    if runs and runs[-1].ended_at:
        moments.append(moment(runs[-1].ended_at) + pause_after(runs))
    if look.shut_until and due.task.opens_a_portal:
        moments.append(look.shut_until)
    return look.at_work(max(moments))


_AGAIN = {
    "unavailable": "o portal não respondeu; nova tentativa",
    "busy": "o acesso estava em uso; nova tentativa",
    "dead": "a execução anterior parou no meio; continua de onde ficou",
    "running": "a execução anterior parou no meio; continua de onde ficou",
    "person": "a pessoa fez a sua parte",
    "empty": "ainda não havia retorno; nova consulta",
}


def _why(last: Turn | None, due: _Due) -> str:
    return _AGAIN.get(last.state, due.why) if last else due.why

"""Months and runs in a few words, for tables of decisions."""

from dataclasses import replace
from datetime import datetime, timedelta

from agent.config.agenda import Agenda, Calendario
from agent.ledger.queue import Waiting
from agent.ledger.transaction import stamp
from agent.ledger.turns import Turn
from agent.model.competencia import Competencia
from agent.schedule.days import Days
from agent.schedule.decide import Proximo, next_of
from agent.schedule.facts import MonthFacts, Task
from agent.schedule.prazo import prazo_of

OUTUBRO = Competencia(2026, 10)
AGENDA = Agenda(desde="10/2026", fechar_dia_util=5, horario="08:00-18:00")
DAYS = Days(Calendario(), "America/Sao_Paulo")
PRAZO = prazo_of(AGENDA, OUTUBRO, DAYS)
"""October 2026: launched from 3/11 8h, closed from 5/11 8h to 9/11 18h, return from 9/12."""

READ = MonthFacts("sorriso", "ipasem", "acesso-1", OUTUBRO, state="aberta", inbox="planilha", entries=9, unsent=9)


def at(text: str, year: int = 2026) -> datetime:
    """ "03/11 09:00" in the office."""
    return datetime.strptime(f"{year} {text}", "%Y %d/%m %H:%M").replace(tzinfo=DAYS.zone)


def turn(task: Task, ref: str, state: str, ended: datetime, *, no: int = 1, text: str = "", **more: str) -> Turn:
    """A run that ended; one that is running is heard of for another minute."""
    times = {"since": stamp(ended), "until": stamp(ended + timedelta(minutes=1))}
    over = None if state == "running" else stamp(ended)
    key = {"clinica": "sorriso", "portal": "ipasem", "account": "acesso-1", "competencia": "2026-10", **more}
    return Turn(
        id=no, step=task.value, ref=ref, no=no, state=state, owner="eu", ended_at=over, text=text, **key, **times
    )


def waiting(kind: str, step: str = "", ref: str = "") -> Waiting:
    """An open question about the login (or about one step of the month)."""
    key = ("sorriso", "ipasem", "", step, ref, "")
    texts = ("o que se viu", "o que se pede", "o que acontece")
    return Waiting(1, kind, *key, *texts, stamp(at("01/11 09:00")), None, "open", "", "", None)


LIDO = turn(Task.LER, "planilha", "done", at("30/10 09:00"), text="folhas")
PLANEJADO = turn(Task.PLANEJAR, "folhas+0", "done", at("03/11 08:30"))
LANCADO = turn(Task.LANCAR, "plano", "done", at("03/11 09:00"))
PLANNED = replace(READ, turns=(LIDO, PLANEJADO), plan="plano")
LAUNCHED = replace(PLANNED, turns=(LIDO, PLANEJADO, LANCADO), unsent=0)
CLOSED = replace(LAUNCHED, state="fechada")


def coming(facts: MonthFacts, now: str, *, year: int = 2026, shut_until: datetime | None = None) -> Proximo:
    """What is next for the month."""
    return next_of(facts, PRAZO, lambda moment: DAYS.next_at_work(moment, AGENDA.horario), at(now, year), shut_until)

"""My day: what waits for people, what runs now, what went wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from agent.ledger.leases import Busy
from agent.ledger.queue import Waiting
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.ledger.turns import MonthRow, Turn
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from agent.panel.afar import waiting_for
from agent.panel.figuring import MonthLine
from agent.panel.house import House
from agent.panel.pendencias import open_everywhere
from agent.panel.rendering import page
from agent.panel.visit import NotHere, Visit
from agent.runner.account import account_of
from agent.schedule.board import board
from agent.schedule.facts import Task

STEPS: Mapping[str, str] = {
    Task.LER: "Lendo as planilhas",
    Task.PLANEJAR: "Planejando",
    Task.LANCAR: "Lançando",
    Task.FECHAR: "Preparando o fechamento",
    Task.RETORNO: "Buscando o retorno",
    Task.CONCILIAR: "Conciliando",
    Task.SONDAR: "Vendo se as telas mudaram",
}
_ENDED = {
    "unavailable": "o portal não respondeu",
    "moved": "algo mudou desde o plano",
    "dead": "parou no meio",
    "person": "espera uma pessoa",
}
_LATELY = timedelta(days=3)
MOST_SHOWN, ALL_SHOWN = 12, 1000


@dataclass(frozen=True, slots=True)
class Running:
    """Work under way: `done` of `total` entries have an outcome, None where no portal is written to.

    `competencia` is "" for a command that somebody typed: its month is known only to itself.
    """

    what: str
    clinica: str
    portal: str
    competencia: str
    since: str
    done: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong: when, where, in words."""

    at: str
    clinica: str
    portal: str
    competencia: str
    text: str


def show_day(visit: Visit) -> Response:
    """The whole page."""
    house, ledger = visit.house, visit.ledger
    turns = recent_turns(ledger, house)
    waiting = ledger.queue.open()
    pendencias = open_everywhere(visit)
    seen = board(house.office, ledger, house.days, house.clock())
    return page(
        visit,
        "dia.html",
        waiting=waiting,
        to_enter=len(waiting_for(visit)),
        late=stamp(house.clock()),
        running=running_now(ledger, house, turns),
        troubles=list(_troubles(turns)),
        outages=seen.outages,
        pendencias=pendencias[: MOST_SHOWN if not visit.asked("tudo") else ALL_SHOWN],
        pendencias_count=len(pendencias),
        overdue=sum(each.open.late for each in pendencias),
        mine=sum(each.open.problem.owner == visit.who.nome for each in pendencias),
        pending=[line for line in house.figuring.lines(ledger) if needs_a_person(line)][::-1],
    )


def answer_done(visit: Visit) -> Response:
    """A person says that an item was done. Raises InputError for what is answered another way."""
    item = waiting_item(visit)
    if item.kind == "aprovar":
        raise InputError("uma aprovação se dá na página dela.", where="fila", do="Abra a aprovação.")
    visit.ledger.queue.answer(item.id, "feito", visit.who.nome)
    return RedirectResponse("/dia", status_code=303)


def waiting_item(visit: Visit) -> Waiting:
    """The item of the queue that the address names. Raises NotHere."""
    item = visit.ledger.queue.get(visit.number("numero"))
    if item is None or not visit.who.sees(item.clinica):
        raise NotHere
    visit.about = item.clinica
    return item


def needs_a_person(line: MonthLine) -> bool:
    """Whether a month has something open that no program may settle."""
    return line.figures.needs_a_person


def recent_turns(ledger: Ledger, house: House) -> list[Turn]:
    """The runs of the last days, and those under way."""
    return ledger.turns.lately(stamp(house.clock() - _LATELY))


def running_now(ledger: Ledger, house: House, turns: list[Turn]) -> list[Running]:
    """What is under way: the schedule's runs, then the logins that a command at a terminal works on."""
    now = stamp(house.clock())
    live = [turn for turn in turns if turn.state == "running" and turn.until > now]
    counts = _counts(ledger, [turn for turn in live if turn.step == "lancar"])
    runs = [_run(turn, counts.get((turn.clinica, turn.portal, turn.competencia))) for turn in live]
    taken = {(turn.portal, turn.account) for turn in live}
    return [*runs, *_typed(house, [busy for busy in ledger.leases.live() if (busy.portal, busy.account) not in taken])]


def _counts(ledger: Ledger, turns: list[Turn]) -> dict[tuple[str, str, str], MonthRow]:
    if not turns:
        return {}
    oldest = Competencia.read(min(turn.competencia for turn in turns))
    wanted = {(turn.clinica, turn.portal, turn.competencia) for turn in turns}
    rows = {(row.clinica, row.portal, row.competencia): row for row in ledger.turns.months(oldest)}
    return {key: row for key, row in rows.items() if key in wanted}


def _run(turn: Turn, row: MonthRow | None) -> Running:
    place = (turn.clinica, turn.portal, turn.competencia, turn.since)
    if row is None or turn.step != "lancar":
        return Running(STEPS[turn.step], *place)
    return Running(STEPS[turn.step], *place, done=row.entries - row.unsent, total=row.entries)


def _typed(house: House, logins: list[Busy]) -> Iterator[Running]:
    if not logins:
        return
    clinics = house.office.settings.clinicas
    whose = {
        (str(portal), account_of(house.office, slug, str(portal))): slug
        for slug, clinica in clinics.items()
        for portal in clinica.acessos
    }
    for busy in logins:
        clinica = whose.get((busy.portal, busy.account), "")
        yield Running("Um comando trabalha", clinica, busy.portal, "", busy.since)


def _troubles(turns: list[Turn]) -> Iterator[Trouble]:
    """Runs that did not end well lately, the newest first; of a step that was tried again only the last try."""
    last: dict[tuple[str, str, str, str], Turn] = {}
    for turn in turns:
        last[turn.clinica, turn.portal, turn.competencia, turn.step] = turn
    for turn in sorted(last.values(), key=lambda turn: turn.ended_at or "", reverse=True):
        if turn.state in _ENDED:
            text = f"{STEPS[turn.step]}: {_ENDED[turn.state]}. {turn.text}".strip()
            yield Trouble(turn.ended_at or "", turn.clinica, turn.portal, turn.competencia, text)

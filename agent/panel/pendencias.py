"""The open problems of the accounts at the panel: shown where a biller looks, handed over, put off, settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from starlette.responses import RedirectResponse, Response

from agent.accounting.doubts import NOBODY, settle
from agent.accounting.kept_words import refuse_people
from agent.accounting.pendencias import Pendencia, pendencias_of
from agent.ledger.months import Mes
from agent.ledger.problems import OFFICE, Problem
from agent.model.data import read_data
from agent.model.entry import Entry
from agent.model.errors import InputError, Moved
from agent.panel.access import PAPEIS, Right
from agent.panel.said import short_text
from agent.panel.visit import NotHere, Visit
from agent.runner.verdicts import Reconciled

_KINDS: Mapping[str, str] = {
    "linha_duvidosa": "Linha do retorno",
    "sem_retorno": "Sem retorno",
    "valor_recalculado": "Valor recalculado",
    "incerta": "Envio sem resposta",
}
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """One open problem. `entries` are the entries it speaks of or that its line may answer, the likeliest first.

    `prova`: the file that its line was read from, SHA-256, "" where none was kept or shown.
    """

    open: Pendencia
    entries: tuple[Entry, ...] = ()
    prova: str = ""

    @property
    def kind(self) -> str:
        """What it is, for people."""
        return _KINDS[self.open.problem.kind]

    @property
    def of_line(self) -> bool:
        """Whether whose line it is must be said; anything else may be accepted as it is."""
        return self.open.problem.line_id is not None


def open_in(visit: Visit, mes: Mes, account: Reconciled) -> list[Shown]:
    """A month's open problems, what is due first in front; `account` has its verdicts."""
    files = visit.ledger.trail.of_lines(mes) if visit.who.may(Right.EVIDENCE) else {}
    return [
        Shown(each, tuple(_entries(visit, each.problem, account)), files.get(each.problem.line_id or 0, ""))
        for each in pendencias_of(visit.ledger, [mes], _today(visit))
    ]


def open_everywhere(visit: Visit) -> list[Shown]:
    """The open problems of all months that the visitor sees, what is due first in front."""
    known = visit.house.office.settings.clinicas
    months = [mes for mes in visit.ledger.months.all() if mes.clinica in known and visit.who.sees(mes.clinica)]
    return [Shown(each) for each in pendencias_of(visit.ledger, months, _today(visit))]


def who_may_see_to(visit: Visit, shown: Iterable[Shown]) -> list[str]:
    """Whom a problem may be given to by name: those who work here, the office, and who has one already."""
    working = [m.nome for m in visit.ledger.members.all() if m.ativo and Right.ANSWER in PAPEIS[m.papel]]
    clinics = [clinica.responsavel for clinica in visit.house.office.settings.clinicas.values() if clinica.responsavel]
    return sorted({*working, *clinics, OFFICE, *(each.open.problem.owner for each in shown)}, key=str.casefold)


def act_on(visit: Visit) -> Response:
    """Do with one problem what its form says. Raises InputError for what cannot be read, Moved when it is not open."""
    mes = visit.mes(visit.number("mes"))
    problem = _open_problem(visit, mes, visit.number("pendencia"))
    reason = short_text(visit, "motivo")
    if not reason:
        raise InputError("diga por quê: o motivo fica no livro.", where="motivo", do="Nada foi mudado.")
    refuse_people(reason, visit.ledger.entries.of(mes))
    problems, who = visit.ledger.problems, visit.who.nome
    match visit.form.get("ato"):
        case "entregar":
            problems.give(problem.id, who=who, reason=reason, owner=_person(visit))
        case "adiar":
            problems.give(problem.id, who=who, reason=reason, due=_day(visit))
        case "encerrar" if problem.line_id is None:
            problems.close(problem.id, reason, who=who, accepted=True)
        case "decidir" if problem.line_id is not None:
            word = f"{problem.line_id}={_whose(visit, mes, problem)}"
            settle(visit.house.office, visit.ledger, [mes], word, who=who, reason=reason)
        case _:
            raise InputError("isto não se faz com esta pendência.", where="pendência", do="Nada foi mudado.")
    return RedirectResponse(f"/mes/{mes.id}#pendencias", status_code=303)


def _entries(visit: Visit, problem: Problem, account: Reconciled) -> Sequence[Entry]:
    """Those that the visitor may see: a line answers entries of its own account only."""
    if problem.entry_id is not None:
        return [visit.ledger.entries.get(problem.entry_id)]
    line = account.lines.get(problem.line_id or 0)
    return [visit.ledger.entries.get(number) for number in account.line(line.id).entry_ids] if line else []


def _open_problem(visit: Visit, mes: Mes, number: int) -> Problem:
    """Raises NotHere for what never was this month's, Moved for what is over."""
    found = [problem for problem in visit.ledger.problems.of(mes, closed=True) if problem.id == number]
    if not found or found[0].kind not in _KINDS:
        raise NotHere
    if found[0].state != "open":
        raise Moved(f"a pendência {number} já não está aberta", do="Nada foi mudado. Abra a página de novo.")
    return found[0]


def _person(visit: Visit) -> str:
    name = short_text(visit, "pessoa")
    if not name or len(name) > _LONGEST_NAME:
        raise InputError("diga o nome de quem passa a cuidar dela.", where="pessoa", do="Nada foi mudado.")
    return name


def _day(visit: Visit) -> date:
    """A day that is still to come, or today."""
    text = visit.form.get("ate", "")
    try:
        day = date.fromisoformat(text) if "-" in text else read_data(text)
    except ValueError:
        raise InputError(f'"{text[:20]}" não é um dia.', where="até", do="Escreva como 20/02/2027.") from None
    if day < _today(visit):
        raise InputError("este dia já passou.", where="até", do="Nada foi mudado.")
    return day


def _whose(visit: Visit, mes: Mes, problem: Problem) -> str:
    """One of the entries that the page offers, or nobody's."""
    word = visit.form.get("de", "")
    account = visit.house.figuring.detail(visit.ledger, mes).account
    offered = {str(entry.id) for entry in _entries(visit, problem, account)}
    if word == NOBODY or word in offered:
        return word
    raise InputError("diga de quem é a linha.", where="de quem é", do="Escolha um dos que a página mostra.")


def _today(visit: Visit) -> date:
    return visit.house.office.today(visit.house.clock())

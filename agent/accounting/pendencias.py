"""The open problems of a reconciliation as a person works through them: handed over, put off, accepted for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.ledger.months import Mes
from agent.ledger.problems import Problem
from agent.ledger.store import Ledger
from agent.model.data import read_data, write_data
from agent.model.errors import InputError
from agent.runner.verdicts import LINE, OF_RETURNS


@dataclass(frozen=True, slots=True)
class Pendencia:
    """One open problem of a month; `late` when its last day is over."""

    mes: Mes
    problem: Problem
    late: bool

    @property
    def due(self) -> date:
        """Its last day."""
        return date.fromisoformat(self.problem.due_at)


def pendencias_of(ledger: Ledger, months: Sequence[Mes], today: date) -> list[Pendencia]:
    """What these months leave to people, what is due first in front."""
    found = [
        Pendencia(mes, problem, problem.due_at < today.isoformat())
        for mes in months
        for problem in ledger.problems.of(mes)
        if problem.kind in OF_RETURNS
    ]
    return sorted(found, key=lambda each: (each.problem.due_at, each.problem.id))


def hand_over(ledger: Ledger, months: Sequence[Mes], word: str, *, who: str, reason: str) -> str:
    """Give one to somebody, "NUMBER=PERSON"; gives what was done (pt-BR). Raises InputError for any other word."""
    number, person = _read(word, "--entregar", "NÚMERO=PESSOA")
    _find(ledger, months, number, "--entregar")
    ledger.problems.give(number, who=who, reason=reason, owner=person)
    return f"Pendência {number}: agora é de {person}."


def put_off(ledger: Ledger, months: Sequence[Mes], word: str, *, today: date, who: str, reason: str) -> str:
    """Another last day for one, "NUMBER=DD/MM/AAAA", not before `today`; gives what was done (pt-BR).

    Raises InputError.
    """
    number, text = _read(word, "--adiar", "NÚMERO=DD/MM/AAAA")
    try:
        day = read_data(text)
    except ValueError:
        raise InputError(f'"{text}" não é uma data.', where="--adiar", do="Escreva DD/MM/AAAA.") from None
    if day < today:
        raise InputError(f"{write_data(day)} já passou.", where="--adiar", do="Diga um dia a partir de hoje.")
    _find(ledger, months, number, "--adiar")
    ledger.problems.give(number, who=who, reason=reason, due=day)
    return f"Pendência {number}: agora até {write_data(day)}."


def accept(ledger: Ledger, months: Sequence[Mes], number: int, *, who: str, reason: str) -> str:
    """Nothing more is to be done about an entry; gives what was done (pt-BR).

    Raises InputError for a line: whose it is must be said.
    """
    if _find(ledger, months, number, "--encerrar").kind == LINE:
        what = f"a pendência {number} é de uma linha do retorno: é preciso dizer de quem ela é."
        raise InputError(what, where="--encerrar", do="Use --decidir.")
    ledger.problems.close(number, reason, who=who, accepted=True)
    return f"Pendência {number}: encerrada por {who}: {reason}."


def _find(ledger: Ledger, months: Sequence[Mes], number: int, where: str) -> Problem:
    for mes in months:
        for problem in ledger.problems.of(mes):
            if problem.id == number and problem.kind in OF_RETURNS:
                return problem
    raise InputError(
        f"não há pendência {number} aberta nestes meses.", where=where, do="Veja os números com --duvidas."
    )


def _read(word: str, where: str, form: str) -> tuple[int, str]:
    number, _, rest = word.partition("=")
    if number.strip().isdigit() and rest.strip():
        return int(number), rest.strip()
    raise InputError(f'"{word}" não diz qual pendência, nem de quem ou até quando.', where=where, do=f"Escreva {form}.")

"""faturista fila: what waits for a person, and the answers that need no browser."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.person import who
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.ledger.queue import Waiting
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from agent.model.point import utc_now
from agent.schedule.approving import NO, YES, answer_state
from agent.schedule.lasting import Lasting, lasting

_MONTHS = 4
DETAILS = """Cada item diz o que se viu, o que se pede, até quando pode esperar e o que acontece senão. As entradas
(Não sou um robô) se fazem com "faturista atender". Uma aprovação vale para exatamente o estado mostrado."""


def fila(
    *,
    feito: Annotated[int | None, typer.Option("--feito", metavar="N", help="O item N foi resolvido.")] = None,
    aprovar: Annotated[
        str | None, typer.Option("--aprovar", metavar="ESTADO", help="Aprova o que tem este código completo.")
    ] = None,
    negar: Annotated[str | None, typer.Option("--negar", metavar="ESTADO", help="Não aprova o que tem este.")] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Answer what was answered, then show what is left."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    with open_books(office) as ledger:
        if feito is not None:
            _done(ledger, feito)
        for state, answer in ((aprovar, YES), (negar, NO)):
            if state is not None:
                answer_state(ledger, state, answer, who(), office.settings.aprovacoes.segunda_pessoa)
        items = ledger.queue.open()
        sessions = _sessions(ledger) if any(item.kind == "entrar" for item in items) else []
    shown = [text for item in items for text in show(item)] or ["Nada espera por uma pessoa."]
    terminal.answer({"fila": [asdict(item) for item in items]}, *shown, *(one.text for one in sessions))
    return ExitCode.PERSON if items else ExitCode.DONE


def _sessions(ledger: Ledger) -> list[Lasting]:
    """How long the portals' sessions lasted in the last months: whoever signs in chooses the hour by it."""
    recent = Competencia.of(utc_now().date()).plus(-_MONTHS)
    return lasting(ledger.turns.since(recent), ledger.queue.opened_since(recent.first_day.isoformat()))


def show(item: Waiting) -> list[str]:
    """One item as a person reads it."""
    month = str(Competencia.read(item.competencia)) if item.competencia else ""
    whose = ", ".join(part for part in (item.clinica, item.portal, month) if part) or "todo o escritório"
    until = f" (até {datetime.fromisoformat(item.until).astimezone():%d/%m %H:%M})" if item.until else ""
    seen = item.seen.replace("\n", "\n      ")
    state = [f"      Estado: {item.subject}"] if item.kind == "aprovar" else []
    state += [f"      Já aprovou: {item.who}; falta uma segunda pessoa"] if item.who else []
    return [
        f"{item.id:>4}  {whose}{until}: {seen}",
        *state,
        f"      Pede-se: {item.asked}",
        f"      Senão: {item.otherwise}",
    ]


def _done(ledger: Ledger, number: int) -> None:
    """Raises InputError for what is answered another way: an approval, a sign-in."""
    item = ledger.queue.get(number)
    if item is not None and item.kind == "aprovar":
        raise InputError("uma aprovação se dá pelo estado.", where="--feito", do=f"--aprovar {item.subject}")
    ledger.queue.answer(number, "feito", who())

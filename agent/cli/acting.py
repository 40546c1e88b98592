"""What the commands beside the month's own share: the office's acts opened for one command, and who approves."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.acts_view import acts_code, acts_json, show_acts
from agent.cli.person import who
from agent.cli.scope import Scope
from agent.cli.terminal import Terminal
from agent.model.errors import InputError
from agent.people.approval import Approver, approver
from agent.runner.acts import OfficeActs, Resposta
from agent.runner.opening import open_desk
from agent.schedule.asking import Asking

Aprovar = Annotated[
    str | None,
    typer.Option("--aprovar", metavar="ESTADO", help="Aprova sem perguntar o estado que tem este código completo."),
]
Motivo = Annotated[str, typer.Option("--motivo", metavar="TEXTO", help="Por quê; fica no livro, sem nome de paciente.")]


def run_acts(
    terminal: Terminal, scope: Scope, act: Callable[[OfficeActs], Sequence[Resposta]], *, mostrar: bool
) -> int:
    """Open the office for one command, act, answer."""
    with open_desk(scope.office, terminal.say, terminal.progress(), shown=mostrar) as desk:
        respostas = act(OfficeActs(desk, scope.competencia, scope.pairs))
    terminal.answer(acts_json(respostas), *show_acts(respostas))
    return acts_code(respostas)


def approver_of(terminal: Terminal, scope: Scope, aprovar: str | None) -> Approver:
    """Who approves; where nobody is here, or one person is not enough, the question stays in the queue.

    Raises InputError where one approval would have to serve several months.
    """
    if aprovar is not None and len(scope.pairs) != 1:
        raise InputError(
            f"uma aprovação vale para um mês de uma clínica em um portal; o comando abrange {len(scope.pairs)}.",
            where="--aprovar",
            do="Indique --clinica e --portal.",
        )
    near = approver(aprovar, who(), terminal.say, terminal.ask)
    office = scope.office
    return Asking(partial(open_books, office), near, who(), office.settings.aprovacoes.segunda_pessoa)

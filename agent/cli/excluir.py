"""faturista excluir: one launched entry of ours leaves the portal."""

from typing import Annotated

import typer

from agent.cli.acting import Aprovar, Motivo, approver_of, run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Só exclui o que o próprio faturista lançou, com a sua aprovação e o motivo. O lançamento não é enviado de
novo enquanto a linha dele na planilha não mudar. O que outra pessoa lançou não é tocado."""


def excluir(
    *,
    competencia: Competencia,
    autorizacao: Annotated[str, typer.Option("--autorizacao", metavar="NUMERO", help="O número da autorização.")],
    motivo: Motivo,
    movimento: Annotated[
        str, typer.Option("--movimento", metavar="ID", help="O ID do Movimento, se a autorização tem mais de um.")
    ] = "",
    clinica: Clinicas = None,
    portal: Portais = None,
    aprovar: Aprovar = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Delete the one entry that a person approves."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    yes = approver_of(terminal, scope, aprovar)
    return run_acts(terminal, scope, lambda a: a.excluir(autorizacao, movimento, motivo, yes), mostrar=mostrar)

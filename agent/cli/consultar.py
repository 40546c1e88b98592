"""faturista consultar: what the portal says of an authorisation."""

from typing import Annotated

import typer

from agent.cli.acting import run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Pesquisa uma ou mais autorizações e mostra a situação de cada uma, nas palavras do portal. Só consulta:
nada muda."""


def consultar(
    *,
    autorizacoes: Annotated[list[str], typer.Argument(metavar="AUTORIZACAO...", help="Um ou mais números.")],
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Ask the portal about each number."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    return run_acts(terminal, scope, lambda acts: acts.consultar(autorizacoes), mostrar=mostrar)

"""faturista relatorio: the report for the insurer, printed, and the checklist of the paper authorisations."""

from typing import Annotated

import typer

from agent.cli.acting import run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal
from agent.model.errors import InputError

DETAILS = """Busca o relatório de fechamento (ou o de conferência, se o mês está aberto) na ordem pedida, que deve ser a
das autorizações em papel, e grava na pasta de saída o PDF para imprimir e uma planilha para conferir o envelope."""

_ORDERS = ("data", "autorizacao", "paciente")


def relatorio(
    *,
    competencia: Competencia,
    ordem: Annotated[
        str, typer.Option("--ordem", metavar="ORDEM", help="data, autorizacao ou paciente: a ordem dos papéis.")
    ] = "data",
    clinica: Clinicas = None,
    portal: Portais = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Write report and checklist for each pair of the scope."""
    if ordem not in _ORDERS:
        raise InputError(f'a ordem "{ordem}" não existe.', where="--ordem", do=f"Há: {', '.join(_ORDERS)}.")
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    return run_acts(terminal, scope, lambda acts: acts.relatorio(ordem), mostrar=mostrar)

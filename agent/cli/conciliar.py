"""faturista conciliar: what was launched against what was paid, and the workbook that shows it."""

from pathlib import Path
from typing import Annotated

import typer

from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.options import Clinicas, Competencia, Json, Pasta, Portais
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Cada lançamento e cada linha do retorno termina em exatamente um veredito, e o informado é igual ao
liberado mais o glosado mais o pendente, até o centavo. Grava uma planilha com resumo, lançamentos,
retorno e divergências. Nenhum portal é aberto."""


def conciliar(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    saida: Annotated[
        Path | None, typer.Option("--saida", metavar="ARQUIVO", help="Onde gravar a planilha; na pasta saida, sem ela.")
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Reconcile the scope and write the workbook."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    figures, workbook = runs(terminal.say, terminal.progress()).conciliar(scope, saida)
    body = {**figures_json(figures), "planilha": str(workbook)}
    terminal.answer(body, *show_figures(figures), f"Planilha de conciliação: {workbook}")
    return figures_code(figures)

"""faturista situacao: the figures of the ledger."""

from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.options import Clinicas, Competencia, Json, Pasta, Portais
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Mostra o que o livro sabe, sem abrir nenhum portal."""


def situacao(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Show the figures of the scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    figures = runs(terminal.say, terminal.progress()).situacao(scope)
    terminal.answer(figures_json(figures), *show_figures(figures))
    return figures_code(figures)

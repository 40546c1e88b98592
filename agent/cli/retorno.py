"""faturista retorno: what the insurer paid and refused."""

from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Busca no portal o demonstrativo do mês e o guarda no livro, com a prova do que foi visto. Só consulta:
nada muda no portal."""


def retorno(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Fetch the returns of the scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    figures = runs(terminal.say, terminal.progress(), mostrar=mostrar).retorno(scope)
    terminal.answer(figures_json(figures), *show_figures(figures))
    return figures_code(figures)

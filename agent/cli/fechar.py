"""faturista fechar: gate, approval of a person, close."""

from agent.cli.acting import Aprovar, approver_of
from agent.cli.closing_view import closings_code, closings_json, show_closings
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Compara o relatório do portal com o livro, linha por linha e até o centavo. Só quando tudo confere pede a
sua aprovação, que vale para exatamente aquele estado: se algo mudar, ela não vale mais."""


def fechar(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    aprovar: Aprovar = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Close each month in scope that a person approves."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    yes = approver_of(terminal, scope, aprovar)
    closings = runs(terminal.say, terminal.progress(), mostrar=mostrar).fechar(scope, yes)
    terminal.answer(closings_json(closings), *show_closings(closings))
    return closings_code(closings)

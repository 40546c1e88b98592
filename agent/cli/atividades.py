"""faturista atividades: the portal's own history against ours."""

from agent.cli.acting import run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Lê o Registro de Atividades do portal e compara com o que o faturista fez. Um ato que não foi do faturista
é um alarme: outra pessoa trabalha neste mês. Só consulta: nada muda no portal."""


def atividades(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Compare the histories of the scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    return run_acts(terminal, scope, lambda acts: acts.atividades(), mostrar=mostrar)

"""faturista corrigir: what the sheet says anew of launched entries goes to the portal."""

from agent.cli.acting import Aprovar, approver_of, run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Lê a planilha de novo, mostra o que mudou em lançamentos que já estão no portal (código, data, dente,
faces, quantidade, valor, código do conselho, observação) e, com a sua aprovação, altera cada um pelo Alterar do portal
e confere no relatório; o que o relatório não mostra, na própria tela. Onde não é certo qual linha virou qual, nada é
mudado: exclua a antiga e lance a nova."""


def corrigir(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    aprovar: Aprovar = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Correct the scope's launched entries that their sheets changed."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    yes = approver_of(terminal, scope, aprovar)
    return run_acts(terminal, scope, lambda acts: acts.corrigir(yes), mostrar=mostrar)

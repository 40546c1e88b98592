"""faturista reabrir: a closed month takes changes again."""

from agent.cli.acting import Aprovar, Motivo, approver_of, run_acts
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Aperta Reabrir Movimento no relatório de fechamento, com a sua aprovação e o motivo. Depois disso os
lançamentos podem ser corrigidos ou excluídos, e o mês tem de ser fechado de novo. Um mês já auditado não reabre."""


def reabrir(
    *,
    competencia: Competencia,
    motivo: Motivo,
    clinica: Clinicas = None,
    portal: Portais = None,
    aprovar: Aprovar = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Reopen each month in scope that a person approves."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    yes = approver_of(terminal, scope, aprovar)
    return run_acts(terminal, scope, lambda acts: acts.reabrir(motivo, yes), mostrar=mostrar)

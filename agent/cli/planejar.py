"""faturista planejar: what would be done on the portals, without doing it."""

from typing import Annotated

import typer

from agent.accounting.billing import terms_of
from agent.accounting.foretelling import foretold, out_of_term
from agent.accounting.opening import open_books
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.plan_view import (
    foretold_json,
    out_of_term_json,
    plans_code,
    plans_json,
    show_foretold,
    show_out_of_term,
    show_plans,
)
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal
from agent.model.point import utc_now
from agent.runner.plan import Plan
from agent.schedule.board import days_of

DETAILS = """Lê as planilhas, consulta o portal e mostra o que seria lançado, o que já está lá e o que está bloqueado,
com o motivo. Nada é enviado. O plano fica guardado para o comando lancar."""


def planejar(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    detalhes: Annotated[bool, typer.Option("--detalhes", help="Mostra também cada lançamento a fazer.")] = False,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Make a plan for each clinic and portal in scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    plans = runs(terminal.say, terminal.progress(), mostrar=mostrar).planejar(scope)
    made = [plan for plan in plans if isinstance(plan, Plan)]
    with open_books(scope.office) as ledger:
        today, off = scope.office.today(utc_now()), days_of(scope.office).off
        avisos = foretold(ledger, made, today)
        terms = {clinica: terms_of(scope.office, clinica, off) for clinica in {plan.clinica for plan in made}}
        late = list(out_of_term(ledger, made, terms, today))
    terminal.answer(
        {**plans_json(plans), "historico": foretold_json(avisos), "fora_do_prazo": out_of_term_json(late)},
        *show_plans(plans, details=detalhes),
        *show_foretold(avisos),
        *show_out_of_term(late),
    )
    return plans_code(plans)

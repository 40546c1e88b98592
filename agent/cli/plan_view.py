"""A plan before anything is sent: how much would be launched, what is there already, what is blocked and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import RenderableType

from agent.accounting.foretelling import Aviso, ForaDoPrazo
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.figures import Parada
from agent.model.valor import write_valor
from agent.people.approval import CODE
from agent.runner.plan import Plan, PlanItem


def show_plans(plans: Sequence[Plan | Parada], *, details: bool) -> Iterator[RenderableType]:
    """One table of counts, then every blocked entry with its reason; with `details` every entry to launch too."""
    made = [plan for plan in plans if isinstance(plan, Plan)]
    table = plain_table(
        "Plano",
        ("Clínica", "Portal", "Mês"),
        ("A lançar", "Valor (R$)", "Já no portal", "Bloqueados", "De outra origem"),
    )
    for plan in made:
        counts = (str(len(plan.already)), str(len(plan.blocked)), str(plan.foreign_count))
        place = (plan.clinica, plan.portal, str(Competencia.read(plan.competencia)))
        add_row(table, *place, str(len(plan.to_launch)), write_valor(plan.total), *counts)
    yield table
    for plan in made:
        if ways := Counter(item.way for item in plan.to_launch if item.way):
            told = ", ".join(f"{way} {count}" for way, count in sorted(ways.items()))
            yield f"{plan.clinica}, {plan.portal}: a faturar por {told}"
        yield from _envios(plan)
        yield from _items(f"Bloqueados: {plan.clinica}, {plan.portal}", plan.blocked, why=True)
        yield from (f"{plan.clinica}, {plan.portal}: {aviso}" for aviso in plan.avisos)
        if details:
            yield from _items(f"A lançar: {plan.clinica}, {plan.portal}", plan.to_launch, why=False)
    for stop in plans:
        if isinstance(stop, Parada):
            yield f"{stop.clinica}, {stop.portal}: parou. {stop.texto}"


def plans_json(plans: Sequence[Plan | Parada]) -> dict[str, object]:
    """Plans whole, with their hash, total in centavos and the state to approve; portals that stopped apart."""
    return {
        "planos": [
            {**asdict(p), "total": p.total, "hash": p.hash, "aprovacao": p.aprovacao}
            for p in plans
            if isinstance(p, Plan)
        ],
        "parados": [asdict(p) for p in plans if isinstance(p, Parada)],
    }


def show_foretold(avisos: Sequence[Aviso]) -> Iterator[RenderableType]:
    """What was mostly refused before, entry by entry, when there is any."""
    if not avisos:
        return
    title = "Histórico de glosas do que seria lançado (nada foi retido)"
    table = plain_table(title, ("Clínica", "Portal", "Planilha", "Glosa", "O que houve"))
    for each in avisos:
        add_row(table, each.clinica, each.portal, each.origem, each.costume.glosa, each.costume.text)
    yield table


def foretold_json(avisos: Sequence[Aviso]) -> list[dict[str, object]]:
    """The warnings, by entry."""
    return [
        {
            "lancamento": each.entry_id,
            "glosados": each.costume.glosados,
            "respondidos": each.costume.respondidos,
            "glosa": each.costume.glosa,
            "motivo": each.costume.text,
        }
        for each in avisos
    ]


def show_out_of_term(late: Sequence[ForaDoPrazo]) -> Iterator[RenderableType]:
    """What would be launched after its term to bill, entry by entry, when there is any."""
    if not late:
        return
    title = "Fora do prazo de envio: combine com o convênio antes de lançar (nada foi retido)"
    table = plain_table(title, ("Clínica", "Portal", "Planilha", "Atendimento", "Prazo (dias)", "Terminou em"))
    for each in late:
        days = (write_data(each.data), each.prazo, write_data(each.ate))
        add_row(table, each.clinica, each.portal, each.origem, *days)
    yield table


def out_of_term_json(late: Sequence[ForaDoPrazo]) -> list[dict[str, object]]:
    """What would be launched too late, by entry."""
    return [{"lancamento": each.entry_id, "prazo": each.prazo, "terminou": str(each.ate)} for each in late]


def plans_code(plans: Sequence[Plan | Parada]) -> ExitCode:
    """A portal that stopped weighs most, then what waits for a person."""
    stops = [plan.codigo for plan in plans if isinstance(plan, Parada)]
    if stops:
        return ExitCode(max(stops))
    waits = any(isinstance(plan, Plan) and (plan.blocked or plan.avisos) for plan in plans)
    return ExitCode.PERSON if waits else ExitCode.DONE


def _envios(plan: Plan) -> Iterator[RenderableType]:
    """What each final click would send, and the state that approves all of them."""
    if not plan.envios:
        return
    title = f"Envios definitivos, a aprovar: {plan.clinica}, {plan.portal}"
    table = plain_table(title, ("Faturamento", "Envio"), ("Guias", "Lançamentos", "Valor (R$)"))
    for envio in plan.envios:
        counts = (str(len(envio.guias)), str(envio.lancamentos), write_valor(envio.total))
        add_row(table, envio.way, envio.hash[:CODE], *counts)
    yield table
    yield f"lancar pergunta antes do primeiro; sem perguntar: --aprovar {plan.aprovacao}"


def _items(title: str, items: Sequence[PlanItem], *, why: bool) -> Iterator[RenderableType]:
    if not items:
        return
    ways = any(item.way for item in items)
    more = (*(("Faturamento",) if ways else ()), *(("Motivo",) if why else ()))
    table = plain_table(title, ("Planilha", "Autorização", "Procedimento", "Data", *more), ("Valor (R$)",))
    for item in items:
        valor = "" if item.valor is None else write_valor(item.valor)
        words = (item.origem, item.numero_autorizacao, item.codigo_procedimento, item.data)
        add_row(table, *words, *((item.way,) if ways else ()), *((item.why,) if why else ()), valor)
    yield table

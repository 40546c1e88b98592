"""Answers as tables for people, values for machines, and the exit code they mean."""

import io
from collections.abc import Iterable
from dataclasses import asdict, replace

import pytest
from rich.console import Console, RenderableType

from agent.cli.closing_view import closings_code, closings_json, show_closings
from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.look import add_row, plain_table
from agent.cli.plan_view import plans_code, plans_json, show_plans
from agent.model.figures import Fechamento, Figures, Parada
from agent.runner.envios import Envio
from agent.runner.plan import Plan, PlanItem

SORRISO = Figures(
    "sorriso",
    "ipasem",
    "2026-10",
    lidas=40,
    lancadas=40,
    pagas=38,
    glosadas=1,
    glosa_parcial=1,
    valor_informado=260_000,
    valor_liberado=250_000,
    valor_glosado=10_000,
)
PASSO = Figures(
    "passo-firme",
    "cassind",
    "2026-10",
    lidas=2,
    lancadas=1,
    incertas=1,
    sem_retorno=1,
    valor_informado=100,
    valor_pendente=100,
)


def shown(parts: Iterable[RenderableType]) -> list[str]:
    console = Console(file=io.StringIO(), width=170, markup=False, highlight=False)
    for part in parts:
        console.print(part)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and "─" not in line]


def item(number: int, why: str = "") -> PlanItem:
    return PlanItem(number, f"Plan1!{number}", "2988005", "00010014", "05/10/2026", 6500, why)


def by_ways(*ways: str) -> Plan:
    """A plan whose entries go by these ways."""
    items = tuple(replace(item(number), way=way) for number, way in enumerate(ways, start=3))
    return replace(plan(), portal="cassind", foreign_count=0, to_launch=items)


def plan(*, blocked: tuple[PlanItem, ...] = ()) -> Plan:
    return Plan(
        "sorriso",
        "ipasem",
        "2026-10",
        sheets=(("a.csv", "0" * 64),),
        mes_version=3,
        foreign="",
        foreign_count=2,
        to_launch=(item(3),),
        already=(),
        blocked=blocked,
    )


def test_the_month_s_figures_have_totals_and_what_stopped() -> None:
    stopped = Figures(
        "passo-firme",
        "ipasem",
        "2026-10",
        parado="O portal está fora do ar.",
        avisos=("1 rascunho",),
        deducoes=(("IRRF", -467),),
    )

    assert shown(show_figures([SORRISO, PASSO, stopped])) == [
        "Lançamentos",
        "Clínica Portal Mês Lidas Rejeitadas Pendentes Lançadas Recusadas Incertas",
        "sorriso ipasem 10/2026 40 0 0 40 0 0",
        "passo-firme cassind 10/2026 2 0 0 1 0 1",
        "passo-firme ipasem 10/2026 0 0 0 0 0 0",
        "Total 42 0 0 41 0 1",
        "Vereditos",
        "Clínica Portal Mês Lançadas Pagas A maior Glosadas Glosa parcial Sem retorno A conferir",
        "sorriso ipasem 10/2026 40 38 0 1 1 0 0",
        "passo-firme cassind 10/2026 1 0 0 0 0 1 0",
        "passo-firme ipasem 10/2026 0 0 0 0 0 0 0",
        "Total 41 38 0 1 1 1 0",
        "Valores (R$)",
        "Clínica Portal Mês Informado Liberado Glosado Em recurso Perda Pendente Diferença",
        "sorriso ipasem 10/2026 2.600,00 2.500,00 100,00 0,00 0,00 0,00 0,00",
        "passo-firme cassind 10/2026 1,00 0,00 0,00 0,00 0,00 1,00 0,00",
        "passo-firme ipasem 10/2026 0,00 0,00 0,00 0,00 0,00 0,00 0,00",
        "Total 2.601,00 2.500,00 100,00 0,00 0,00 1,00 0,00",
        "passo-firme, ipasem: parou. O portal está fora do ar.",
        "passo-firme, ipasem: IRRF -R$ 4,67 no pagamento",
        "passo-firme, ipasem: 1 rascunho",
    ]


def test_figures_for_machines_are_in_centavos_with_their_total() -> None:
    body = figures_json([SORRISO, PASSO])

    assert body["total"] == {
        "lidas": 42,
        "rejeitadas": 0,
        "pendentes": 0,
        "lancadas": 41,
        "recusadas": 0,
        "incertas": 1,
        "pagas": 38,
        "pagas_a_maior": 0,
        "glosadas": 1,
        "glosa_parcial": 1,
        "sem_retorno": 1,
        "a_conferir": 0,
        "valor_informado": 260_100,
        "valor_liberado": 250_000,
        "valor_glosado": 10_000,
        "valor_em_recurso": 0,
        "valor_perda": 0,
        "valor_pendente": 100,
        "valor_diferenca": 0,
    }


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ([SORRISO], 0),
        ([SORRISO, PASSO], 1),
        ([Figures("a", "b", "2026-10", avisos=("x",))], 1),
        ([PASSO, Figures("a", "b", "2026-10", parado="x")], 3),
    ],
)
def test_the_code_of_figures(figures: list[Figures], code: int) -> None:
    assert figures_code(figures) == code


def test_a_plan_shows_counts_and_why_entries_are_blocked() -> None:
    plans: list[Plan | Parada] = [
        plan(blocked=(item(4, "o portal já tem esta autorização com outro valor"),)),
        Parada("a", "b", "2026-10", "X."),
    ]

    assert shown(show_plans(plans, details=False)) == [
        "Plano",
        "Clínica Portal Mês A lançar Valor (R$) Já no portal Bloqueados De outra origem",
        "sorriso ipasem 10/2026 1 65,00 0 1 2",
        "Bloqueados: sorriso, ipasem",
        "Planilha Autorização Procedimento Data Motivo Valor (R$)",
        "Plan1!4 2988005 00010014 05/10/2026 o portal já tem esta autorização com outro valor 65,00",
        "a, b: parou. X.",
    ]


def test_details_of_a_plan_list_every_entry_to_launch() -> None:
    assert shown(show_plans([plan()], details=True))[3:] == [
        "A lançar: sorriso, ipasem",
        "Planilha Autorização Procedimento Data Valor (R$)",
        "Plan1!3 2988005 00010014 05/10/2026 65,00",
    ]


def test_a_plan_for_machines_has_its_total_and_hash() -> None:
    assert plans_json([plan(), Parada("a", "b", "2026-10", "X.")]) == {
        "planos": [{**asdict(plan()), "total": 6500, "hash": plan().hash, "aprovacao": ""}],
        "parados": [{"clinica": "a", "portal": "b", "competencia": "2026-10", "texto": "X.", "codigo": 3}],
    }


@pytest.mark.parametrize(
    ("plans", "code"),
    [([plan()], 0), ([plan(blocked=(item(4, "x"),))], 1), ([plan(), Parada("a", "b", "2026-10", "X.")], 3)],
)
def test_the_code_of_plans(plans: list[Plan | Parada], code: int) -> None:
    assert plans_code(plans) == code


def test_a_close_shows_how_it_ended_and_the_findings() -> None:
    closings = [
        Fechamento(
            "sorriso", "ipasem", "2026-10", fechado=True, texto="Fechado.", achados=(), hash="ab12", aprovado_por="ana"
        ),
        Fechamento(
            "passo-firme", "ipasem", "2026-10", fechado=False, texto="há pendências", achados=("1 vermelha",), hash=""
        ),
        Fechamento("outra", "ipasem", "2026-10", fechado=False, texto="", achados=(), hash="", parado="Fora do ar."),
    ]

    assert shown(show_closings(closings)) == [
        "sorriso, ipasem, 10/2026: fechado: Fechado.",
        "Estado: ab12",
        "passo-firme, ipasem, 10/2026: não fechado: há pendências",
        "- 1 vermelha",
        "outra, ipasem, 10/2026: parou. Fora do ar.",
    ]
    assert [closings_code(closings[:1]), closings_code(closings[:2]), closings_code(closings)] == [0, 1, 3]
    assert closings_json(closings[:1]) == {
        "fechamentos": [
            {
                "clinica": "sorriso",
                "portal": "ipasem",
                "competencia": "2026-10",
                "fechado": True,
                "texto": "Fechado.",
                "achados": (),
                "hash": "ab12",
                "aprovado_por": "ana",
                "pendencias": (),
                "parado": "",
                "codigo": 3,
            }
        ]
    }


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    table = plain_table("T", ("A",))

    add_row(table, "a\x1b[31mb\nc[bold]")

    assert shown([table]) == ["T", "A", "a [31mb c[bold]"]


def test_a_plan_tells_the_way_of_each_entry() -> None:
    assert shown(show_plans([by_ways("Simplificado", "XML TISS", "Simplificado")], details=True))[3:] == [
        "sorriso, cassind: a faturar por Simplificado 2, XML TISS 1",
        "A lançar: sorriso, cassind",
        "Planilha Autorização Procedimento Data Faturamento Valor (R$)",
        "Plan1!3 2988005 00010014 05/10/2026 Simplificado 65,00",
        "Plan1!4 2988005 00010014 05/10/2026 XML TISS 65,00",
        "Plan1!5 2988005 00010014 05/10/2026 Simplificado 65,00",
    ]


def test_a_plan_shows_what_each_final_click_would_send_and_the_state_that_approves_them() -> None:
    envio = Envio("Simplificado", ("2988005", "2988006"), 2, 13000, 0, "ab12cd" + "0" * 58)
    final = replace(plan(), portal="cassind", envios=(envio,))

    assert shown(show_plans([final], details=False))[3:] == [
        "Envios definitivos, a aprovar: sorriso, cassind",
        "Faturamento Envio Guias Lançamentos Valor (R$)",
        "Simplificado ab12cd 2 2 130,00",
        f"lancar pergunta antes do primeiro; sem perguntar: --aprovar {envio.hash}",
    ]
    assert plans_json([final])["planos"] == [
        {**asdict(final), "total": 6500, "hash": final.hash, "aprovacao": envio.hash}
    ]


def test_a_plan_for_machines_tells_the_way_of_each_entry() -> None:
    body = plans_json([by_ways("Detalhado")])["planos"]
    assert isinstance(body, list)
    assert [item["way"] for item in body[0]["to_launch"]] == ["Detalhado"]

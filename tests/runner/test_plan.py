"""What a plan shows, and what makes it too old to be carried out."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import Moved
from agent.runner.compare import Comparison, Found, compare
from agent.runner.envios import envios_of
from agent.runner.plan import Plan, make_plan, refuse_if_portal_moved, refuse_if_sheets_moved, refuse_if_way_moved
from portals.base import Capabilities
from tests.runner.trade import entry, record, row

SETEMBRO = Competencia(2026, 9)
PENDING = entry(5)
LAUNCHED = entry(6, auth="2988001", state=State.LANCADA, movimento="8301")
REFUSED = entry(7, auth="2988002", state=State.RECUSADA, motivo="Autorização não encontrada.")
ALTERED = entry(8, auth="2988003", state=State.LANCADA, movimento="8303")
GONE = entry(9, auth="2988004", state=State.LANCADA, movimento="8304")
STRANGER = row("9000", auth="2999999")
RECORD = record(row("8301", auth="2988001"), row("8303", auth="2988003", valor=6600), STRANGER)
ENTRIES = (PENDING, LAUNCHED, REFUSED, ALTERED, GONE)


def plan(comparison: Comparison | None = None, sha: str = "aa", version: int = 3) -> Plan:
    seen = comparison or compare(RECORD, ENTRIES, owned=lambda _row: 0)
    sheets = [("outubro.xlsx", sha)]
    return make_plan(
        "sorriso", "ipasem", "2026-10", sheets=sheets, mes_version=version, entries=ENTRIES, comparison=seen
    )


def test_a_plan_says_what_to_launch_what_is_there_and_what_is_blocked_and_why() -> None:
    made = plan()
    assert [(item.numero_autorizacao, item.why) for item in (*made.to_launch, *made.already, *made.blocked)] == [
        ("2988000", ""),
        ("2988001", "movimento 8301"),
        ("2988002", "recusada: Autorização não encontrada."),
        ("2988003", "já está no portal, mas valor no portal 66,00, esperado 65,00"),
        ("2988004", "foi lançada e sumiu do relatório do portal: confira com a operadora"),
    ]
    assert (made.total, made.foreign_count) == (6500, 1)


def test_a_plan_comes_back_from_the_ledger_with_the_same_hash() -> None:
    made = plan()
    assert (Plan.from_json(made.to_json()), Plan.from_json(made.to_json()).hash) == (made, made.hash)


def test_a_plan_with_final_clicks_comes_back_with_them_and_one_from_before_they_were_approved_without() -> None:
    able = Capabilities(batch=1, closes_month=False, leaves_drafts=False, removes_rows=False)
    made = replace(plan(), envios=envios_of([PENDING], able))
    before = json.dumps({name: value for name, value in json.loads(plan().to_json()).items() if name != "envios"})
    assert (Plan.from_json(made.to_json()), Plan.from_json(before)) == (made, plan())


def test_a_sheet_that_changed_after_the_plan_refuses_the_launch_by_its_name() -> None:
    with pytest.raises(Moved) as refusal:
        refuse_if_sheets_moved(plan(), [("outubro.xlsx", "bb")], 3)
    assert str(refusal.value) == (
        "a planilha 'outubro.xlsx' mudou depois do plano. Nada foi enviado. Rode planejar de novo e confira o plano."
    )


def test_a_sheet_that_came_after_the_plan_refuses_the_launch() -> None:
    with pytest.raises(Moved, match=r"a planilha 'novembro\.xlsx' mudou depois do plano"):
        refuse_if_sheets_moved(plan(), [("outubro.xlsx", "aa"), ("novembro.xlsx", "cc")], 3)


def test_a_ledger_that_changed_after_the_plan_refuses_the_launch() -> None:
    with pytest.raises(Moved, match="o livro recebeu outra leitura desta clínica depois do plano"):
        refuse_if_sheets_moved(plan(), [("outubro.xlsx", "aa")], 4)


def test_an_entry_that_somebody_launched_after_the_plan_refuses_the_launch() -> None:
    now = Comparison(adoptable=(Found(PENDING, row("9001")),), foreign=(STRANGER,))
    with pytest.raises(Moved, match=r"a autorização 2988000 de 05/10/2026 \(Consultas!5\) apareceu no portal"):
        refuse_if_portal_moved(plan(), now, sent_before=[])


def test_an_entry_that_we_sent_ourselves_may_appear_on_the_portal() -> None:
    now = Comparison(adoptable=(Found(PENDING, row("9001")),), foreign=(STRANGER,))
    refuse_if_portal_moved(plan(), now, sent_before=[PENDING.id])


def test_a_strangers_row_that_came_after_the_plan_refuses_the_launch() -> None:
    now = Comparison(foreign=(STRANGER, row("9002", auth="2999998")))
    with pytest.raises(Moved, match="2 lançamentos que não são do faturista; no plano eram 1"):
        refuse_if_portal_moved(plan(), now, sent_before=[])


def test_what_we_launched_since_the_plan_does_not_refuse_its_continuation() -> None:
    now = Comparison(kept=(Found(LAUNCHED, row("8301")),), foreign=(STRANGER,))
    refuse_if_portal_moved(plan(), now, sent_before=[])


def test_an_entry_that_another_month_launched_is_not_launched_again() -> None:
    september = replace(LAUNCHED, id=99, lancamento=LAUNCHED.lancamento.model_copy(update={"competencia": SETEMBRO}))
    again = entry(5, auth="2988001")
    assert [(item.numero_autorizacao, item.why) for item in october(again, elsewhere=[september]).blocked] == [
        ("2988001", "já está no movimento 09/2026 (lancada)")
    ]


def test_a_closed_month_takes_no_further_entries() -> None:
    assert [item.why for item in october(PENDING, closed=True).blocked] == ["o mês já está fechado"]


def october(asked: Entry, *, elsewhere: Sequence[Entry] = (), closed: bool = False) -> Plan:
    return make_plan(
        "sorriso",
        "ipasem",
        "2026-10",
        sheets=[],
        mes_version=1,
        entries=[asked],
        comparison=Comparison(),
        elsewhere=elsewhere,
        closed=closed,
    )


def test_a_plan_tells_by_which_way_each_entry_would_go() -> None:
    seen = compare(RECORD, ENTRIES, owned=lambda _row: 0)
    sheets = [("outubro.xlsx", "aa")]
    made = make_plan(
        "sorriso",
        "cassind",
        "2026-10",
        sheets=sheets,
        mes_version=3,
        entries=ENTRIES,
        comparison=seen,
        way=lambda lancamento: f"por {lancamento.kind}",
    )
    assert [[item.way for item in items] for items in (made.to_launch, made.already, made.blocked)] == [
        ["por consulta"],
        [""],
        ["por consulta"] * 3,
    ]


def test_an_entry_that_would_go_by_another_way_than_planned_refuses_the_launch() -> None:
    by_screen = replace(plan(), to_launch=(replace(plan().to_launch[0], way="Simplificado"),))
    refuse_if_way_moved(by_screen, {PENDING.id: "Simplificado"})
    with pytest.raises(Moved) as refusal:
        refuse_if_way_moved(by_screen, {PENDING.id: "XML TISS"})
    assert str(refusal.value) == (
        "a autorização 2988000 (Consultas!5) iria por XML TISS, e no plano por Simplificado. "
        "Nada foi enviado. Rode planejar de novo e confira o plano."
    )

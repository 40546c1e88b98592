"""What goes in one final click is told apart by every fact that is sent, and by nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from agent.model.entry import Entry
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.runner.envios import Envio, envio_of, envios_of, state_of
from portals.base import Capabilities
from tests.runner.trade import entry

BY_PROTOCOL = Capabilities(
    batch=2, closes_month=False, leaves_drafts=False, removes_rows=False, together=lambda asked: asked.kind
)
FIRST, SECOND = entry(5, "2988000"), entry(6, "2988001", valor=None)


def changed(of: Entry, **facts: object) -> Entry:
    return replace(of, lancamento=of.lancamento.model_copy(update=facts))


def test_an_envio_says_which_guias_for_how_much_and_what_has_no_value() -> None:
    made = envio_of([FIRST, SECOND, changed(FIRST, codigo_procedimento="1")], BY_PROTOCOL)
    assert made == Envio("", ("2988000", "2988001"), 3, 13000, 1, made.hash)
    assert made.text == (f"2 guias, 3 lançamentos, R$ 130,00 e 1 sem valor na planilha (envio {made.hash[:6]})")


@pytest.mark.parametrize(
    "fact",
    [
        {"numero_autorizacao": "2988009"},
        {"data": date(2026, 10, 6)},
        {"valor_informado": 6501},
        {"quantidade": 2},
        {"beneficiario": "Outra Pessoa"},
        {"numero_carteira": "1"},
        {"codigo_procedimento": "00010015"},
        {"profissional": "Outro"},
        {"kind": Kind.EXAME},
    ],
    ids=lambda fact: next(iter(fact)),
)
def test_another_fact_is_another_envio(fact: dict[str, object]) -> None:
    assert envio_of([changed(FIRST, **fact)], BY_PROTOCOL).hash != envio_of([FIRST], BY_PROTOCOL).hash


def test_the_way_is_part_of_it_and_neither_the_order_nor_the_row_of_the_sheet_is() -> None:
    moved = changed(FIRST, origem=Origem(arquivo="outra.xlsx", linha=99))
    by_file: Callable[[Lancamento], str] = lambda _asked: "XML TISS"  # noqa: E731
    assert envio_of([SECOND, moved], BY_PROTOCOL).hash == envio_of([FIRST, SECOND], BY_PROTOCOL).hash
    assert envio_of([FIRST], replace(BY_PROTOCOL, way=by_file)).hash != envio_of([FIRST], BY_PROTOCOL).hash


def test_the_envios_are_the_clicks_that_a_launch_makes() -> None:
    third, exam = entry(7, "2988003"), changed(entry(8, "2988004"), kind=Kind.EXAME)
    assert [envio.guias for envio in envios_of([FIRST, exam, SECOND, third], BY_PROTOCOL)] == [
        ("2988000", "2988001"),
        ("2988003",),
        ("2988004",),
    ]


def test_a_portal_that_is_approved_at_its_close_needs_no_approval_of_a_draft() -> None:
    assert envios_of([FIRST], replace(BY_PROTOCOL, closes_month=True)) == ()


def test_all_of_them_have_one_state_and_a_single_one_its_own() -> None:
    one, other = envio_of([FIRST], BY_PROTOCOL), envio_of([SECOND], BY_PROTOCOL)
    assert state_of([one]) == one.hash
    assert len({state_of([one, other]), state_of([other, one]), one.hash, other.hash}) == 4

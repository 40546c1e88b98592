"""Dental services: teeth that there are, and legs that go together or not at all."""

from datetime import date
from pathlib import Path

import pytest

from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.runner.compare import Comparison
from agent.runner.legs import held_legs, impossible_tooth, parted
from agent.runner.plan import make_plan
from agent.runner.sheets import waiting_rows
from spreadsheets.reading.read import read_planilha


def leg(number: int, codigo: str, state: State = State.PENDENTE, **more: object) -> Entry:
    """One dental service of authorisation 2557459."""
    asked = {
        "clinica": "sorriso",
        "portal": "ipasem",
        "kind": Kind.ODONTOLOGIA,
        "competencia": Competencia(2026, 10),
        "numero_autorizacao": "2557459",
        "codigo_procedimento": codigo,
        "data": date(2026, 10, 5),
        "dente": "17",
        "origem": Origem(arquivo="odonto.xlsx", linha=number + 1),
    }
    return Entry(number, 1, Lancamento.model_validate({**asked, **more}), state)


@pytest.mark.parametrize(
    ("dente", "faces", "said"),
    [
        ("17", "MOP", ""),
        ("11", "IV", ""),
        ("85", "OL", ""),
        ("19", "", ""),
        ("", "", ""),
        ("17", "L", "a face L não existe no dente 17"),
        ("46", "P", "a face P não existe no dente 46"),
        ("17", "I", "a face I não existe no dente 17"),
        ("11", "O", "a face O não existe no dente 11"),
        ("", "O", "há faces (O) sem o dente"),
        ("17", "X", "não há face X"),
        ("56", "", "o dente 56 não existe"),
        ("99", "", "o dente 99 não existe"),
        ("AI", "O", "há faces (O) em 'AI', que não é um dente"),
    ],
)
def test_a_tooth_or_face_that_no_mouth_has_is_named(dente: str, faces: str, said: str) -> None:
    assert impossible_tooth(leg(1, "2334", dente=dente, faces=faces).lancamento) == said


def test_an_impossible_leg_holds_the_other_back_before_any_browser_opens() -> None:
    entries = [leg(1, "2334", faces="L"), leg(2, "2110")]
    plan = make_plan(
        *("sorriso", "ipasem", "2026-10"), sheets=[], mes_version=1, entries=entries, comparison=Comparison()
    )
    assert ([item.why for item in plan.blocked], plan.to_launch) == (
        [
            "a face L não existe no dente 17",
            "a outra parte desta autorização (2334) não pode ser lançada",
        ],
        (),
    )


def test_a_leg_that_the_sheet_asks_for_in_a_row_held_back_holds_the_other_before_any_browser_opens() -> None:
    entries = [leg(1, "2334"), leg(2, "10014", kind=Kind.CONSULTA, numero_autorizacao="2988001", dente="")]
    plan = make_plan(
        *("sorriso", "ipasem", "2026-10"),
        sheets=[],
        mes_version=1,
        entries=entries,
        comparison=Comparison(),
        waiting={"2557459": "Odonto!8", "2988001": "Odonto!9"},
    )
    assert ([item.why for item in plan.blocked], [item.id for item in plan.to_launch]) == (
        ["a outra parte desta autorização (Odonto!8) espera correção na planilha"],
        [2],
    )


def test_a_row_held_back_tells_of_which_authorisation_it_is(tmp_path: Path) -> None:
    sheet = tmp_path / "odonto.csv"
    head = "Autorização;Data;Paciente;Matrícula;Código;Dente;Faces;Valor;Tipo"
    rows = ["2557459;05/10/2026;Hilda Rossi;9009-0;2334;17;MO;81,24;Odontologia"]
    rows += ["2557459;35/10/2026;Hilda Rossi;9009-0;2110;17;;21,50;Odontologia"]
    sheet.write_text("\n".join([head, *rows]), encoding="utf-8")
    month = Competencia(2026, 10)
    read = read_planilha(sheet, clinica="sorriso", portal="ipasem", competencia=month, today=date(2026, 11, 1))
    mes = Mes(1, "sorriso", "ipasem", "conta", month, "aberta", 1)
    assert (len(read.itens), waiting_rows([read], mes)) == (1, {"2557459": "odonto.csv!3"})
    assert all("numero_autorizacao" not in row for row in read.to_json()["rejeitadas"])


def test_what_may_be_what_an_altered_row_is_to_become_is_not_sent_as_a_row_of_its_own() -> None:
    old, new = leg(1, "2110", State.LANCADA), leg(2, "2110", dente="16")
    plans = [
        make_plan(
            *("sorriso", "ipasem", "2026-10"),
            sheets=[],
            mes_version=1,
            entries=[old, new],
            comparison=Comparison(),
            unasked=unasked,
        )
        for unasked in ([], [old])
    ]
    assert [([item.id for item in plan.to_launch], [item.why for item in plan.blocked]) for plan in plans] == [
        ([2], []),
        (
            [],
            ["está no portal, e saiu da planilha, 2110 de 05/10/2026 desta autorização: rode corrigir, ou excluir"],
        ),
    ]


def test_a_leg_without_trouble_waits_for_nobody() -> None:
    entries = [leg(1, "2334"), leg(2, "2110")]
    assert held_legs(entries, []) == {}


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((State.LANCADA, State.LANCADA), []),
        ((State.PENDENTE, State.PENDENTE), []),
        ((State.LANCADA, State.CANCELADA), []),
        (
            (State.LANCADA, State.RECUSADA),
            ["autorização 2557459: 2334 está no portal e 2110 (recusada) não; o par não está completo"],
        ),
    ],
)
def test_a_pair_is_complete_with_both_legs_or_neither(states: tuple[State, State], said: list[str]) -> None:
    assert parted([leg(1, "2334", states[0]), leg(2, "2110", states[1])]) == said

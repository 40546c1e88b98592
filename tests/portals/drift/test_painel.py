"""What of a changed panel stops work before anything is typed, and what is only told."""

from typing import Any

import pytest

from portals.drift.painel import Campo, Mudanca, Painel, change_of, learned, painel_of
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels

GROUPS = {"ordem": [["Data", "Dia"], ["Nome"]]}
BEFORE = Painel(
    titulo="LANÇAMENTO",
    campos={
        "data": Campo(papel="text", palavras="Data de atendimento", tag="input"),
        "ordem": Campo(papel="select", palavras="Ordenar por", tag="select"),
        "gravar": Campo(papel="button", palavras="Gravar"),
    },
    outros=(("button", "Imprimir"), ("text", "Recado")),
    opcoes={"ordem": ("Data", "Nome", "Valor")},
)


def now(**change: Any) -> Painel:
    return Painel(**{**BEFORE.model_dump(), **change})


def called(words: str, **more: Any) -> dict[str, Any]:
    return {**BEFORE.campos, "data": Campo(papel="text", palavras=words, **{"tag": "input", **more})}


@pytest.mark.parametrize(
    ("after", "stops"),
    [
        (
            now(campos=called("Data do pagamento", parecido=True)),
            'o campo "Data de atendimento" agora se chama "Data do pagamento"',
        ),
        (
            now(campos=called("Data de atendimento", tag="div")),
            'o campo "Data de atendimento" é feito de outro modo: era <input>, agora é <div>',
        ),
        (now(outros=(*BEFORE.outros, ("text", "Guia principal"))), 'surgiu o campo "Guia principal"'),
        (now(outros=(*BEFORE.outros, ("select", ""))), "surgiu a lista sem nome"),
        (
            now(opcoes={"ordem": ("Dia", "Valor")}),
            'a lista "Ordenar por" não tem mais a opção "Nome"; ela oferece: "Dia", "Valor"',
        ),
    ],
)
def test_a_change_in_what_a_verb_depends_on_stops(after: Painel, stops: str) -> None:
    assert change_of(BEFORE, after, needed=GROUPS).para == (stops,)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (now(outros=(*BEFORE.outros, ("button", "Ajuda"))), 'surgiu o botão "Ajuda"'),
        (now(outros=BEFORE.outros[:1]), 'sumiu o campo "Recado"'),
        (now(titulo="Lançamento"), 'o título "LANÇAMENTO" agora é "Lançamento"'),
        (
            now(campos=called("DATA DE ATENDIMENTO", parecido=True)),
            'o campo "Data de atendimento" agora se chama "DATA DE ATENDIMENTO"',
        ),
        (
            now(campos=called("Data do atendimento")),
            'o campo "Data de atendimento" agora se chama "Data do atendimento"',
        ),
        (now(opcoes={"ordem": ("Data", "Nome", "Valor", "Sexo")}), 'a lista "Ordenar por" ganhou a opção "Sexo"'),
        (now(opcoes={"ordem": ("Data", "Nome")}), 'a lista "Ordenar por" perdeu a opção "Valor"'),
    ],
)
def test_a_change_on_which_nothing_depends_is_only_told(after: Painel, told: str) -> None:
    assert change_of(BEFORE, after, needed=GROUPS) == Mudanca((), (told,))


def test_a_field_that_cannot_be_found_is_told_beside_what_came_in_its_place() -> None:
    lost = {key: campo for key, campo in BEFORE.campos.items() if key != "ordem"}
    after = now(campos=lost, outros=(*BEFORE.outros, ("select", "Classificar por")), opcoes={})

    change = change_of(BEFORE, after, needed=GROUPS, must=("data", "ordem", "gravar"), familiar=False)

    assert change.para == ('a lista "Ordenar por" não está mais na tela', 'surgiu a lista "Classificar por"')


def test_a_field_that_is_only_asked_for_by_other_words_is_no_change_of_the_portals() -> None:
    lost = {key: campo for key, campo in BEFORE.campos.items() if key != "ordem"}
    after = now(campos=lost, outros=(*BEFORE.outros, ("select", "Ordenar por")), opcoes={})

    assert change_of(BEFORE, after, needed=GROUPS, must=("data", "ordem", "gravar")) == Mudanca((), ())


def test_while_a_panel_is_being_learned_one_more_field_is_only_told() -> None:
    after = now(outros=(*BEFORE.outros, ("text", "Dente")))

    assert change_of(BEFORE, after, needed=GROUPS, familiar=False) == Mudanca((), ('surgiu o campo "Dente"',))
    assert not change_of(learned(BEFORE, after), BEFORE, needed=GROUPS).para


def test_a_fingerprint_holds_no_value_no_number_and_no_patient() -> None:
    panel = PanelLabels(
        titles=("PACIENTE *",),
        fields={
            "nome": FieldLabel(names=("Nome",), kind=FieldKind.SHOWN),
            "data": FieldLabel(names=("Data",), kind=FieldKind.TEXT),
        },
    )
    found: dict[str, Any] = {"count": 1, "hits": [{"said": "Data", "tag": "input", "options": []}]}
    report = {
        "title": "PACIENTE 7002-4",
        "fields": [
            {**found, "key": "nome", "value": "Ilka Brum", "hits": [{"said": "Nome", "tag": "td", "options": []}]},
            {**found, "key": "data", "value": "05/11/2026"},
        ],
        "others": [["text", "ILKA BRUM"], ["text", "CID 10"]],
    }

    assert painel_of(report, panel, ()) == Painel(
        titulo="PACIENTE ####-4",
        campos={
            "nome": Campo(papel="shown", palavras="Nome"),
            "data": Campo(papel="text", palavras="Data", tag="input"),
        },
        outros=(("text", ""), ("text", "CID ##")),
    )

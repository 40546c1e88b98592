"""A full look at both portals in every skin: everything is found, nothing is changed, nothing of a patient is kept."""

import re
from datetime import UTC, datetime

import pytest

from portals.probe.fingerprint import differences
from portals.probe.item import Cor, Item
from portals.probe.probe import Vista
from portals.probe.report import Relatorio, page
from tests.portals.cassind.sample import NOMES
from tests.portals.probe.conftest import ON_THE_OLD_SKIN, Looked

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
# What changes anything on either portal, as its own addresses call it: none of it may even be tried.
CHANGING = re.compile(r"gravar|excluir|abrir-autorizacao|fechar|reabrir|faturar|enviar")


# The strange skin tells the activities as a text and not as a list: that is said, and no click can put it right.
_STRANGE = {False: set(), True: {("Registro de atividades", Cor.VERMELHO)}}


@pytest.fixture(scope="module")
def whole(looked: Looked) -> tuple[tuple[object, int], tuple[Vista, ...]]:
    """What the auditor knew before, and every screen."""
    return looked.records(), looked.look()


def test_a_full_look_changes_nothing_that_the_auditor_can_see(
    looked: Looked, whole: tuple[tuple[object, int], tuple[Vista, ...]]
) -> None:
    assert looked.records() == whole[0]
    assert looked.gate.stopped == []
    assert [asked for asked in looked.gate.passed if CHANGING.search(asked.place)] == []


def test_all_that_can_be_shown_today_is_found_as_named(
    looked: Looked, whole: tuple[tuple[object, int], tuple[Vista, ...]]
) -> None:
    vistas = whole[1]
    well = {Cor.VERDE, Cor.AMARELO} if looked.skin == "estranha" else {Cor.VERDE}
    not_green = {(vista.nome, item.cor) for vista in vistas for item in vista.itens if item.cor not in well}
    nothing_today = {
        "ipasem": {"Relatório de fechamento", "Retorno do faturamento"},
        "cassind": {
            "Lista de protocolos",
            "Lista de arquivos XML",
            "Relação geral de glosas",
            "Demonstrativos de pagamentos",
        },
    }

    assert not_green - _STRANGE[looked.skin == "estranha"] == {(nome, Cor.CINZA) for nome in nothing_today[looked.name]}
    assert sum(len(vista.itens) for vista in vistas) > 50


def test_the_report_and_the_fingerprints_name_no_patient(
    looked: Looked, whole: tuple[tuple[object, int], tuple[Vista, ...]]
) -> None:
    vistas = whole[1]
    told = Relatorio("Portal", "bem-viver", "11/2026", NOW, vistas, {}, looked.gate.stopped, looked.gate.passed, {})
    digitais = " ".join(vista.digital.model_dump_json() for vista in vistas if vista.digital)
    words = re.sub(r'base64,[^"]*', "", page(told))
    written = f"{words} {digitais}".casefold()

    secret = [*NOMES, "004512901", "00415656401", "João da Silva", "2678555", "7002-4", "São Jerônimo", "Bem Viver,"]
    assert [text for text in secret if text.casefold() in written] == []
    assert written.count('class="caixa verde"') > 20


_RENAMED = {"ipasem": ("Ordenar por", "Classificar por"), "cassind": ("Quantidade de guias listadas", "Guias listadas")}
_SCREEN = {"ipasem": "Tela inicial", "cassind": "Faturamento Simplificado"}


@ON_THE_OLD_SKIN
def test_a_renamed_label_is_red_and_the_change_is_told(
    looked: Looked, whole: tuple[tuple[object, int], tuple[Vista, ...]]
) -> None:
    screen, (label, to) = _SCREEN[looked.name], _RENAMED[looked.name]
    before = next(vista.digital for vista in whole[1] if vista.nome == screen)
    armed = [
        looked.faults.arm("renamed_label", label=text, to=to + text[len(label) :]) for text in (label, f"{label}:")
    ]

    [vista] = looked.look(screen)

    for fault in armed:
        looked.faults.disarm(fault)
    assert {item.visto for item in vista.itens if item.cor is Cor.VERMELHO} >= {"não foi encontrado"}
    assert before is not None
    assert vista.digital is not None
    assert f'"{to}"' in " ".join(differences(before, vista.digital))


@ON_THE_OLD_SKIN
def test_other_capitals_and_accents_are_amber(looked: Looked) -> None:
    screen, (label, _) = _SCREEN[looked.name], _RENAMED[looked.name]
    for text in (label, f"{label}:"):
        looked.faults.arm("renamed_label", label=text, to=text.upper())

    [vista] = looked.look(screen)

    looked.faults.disarm()
    amber = [item for item in vista.itens if item.cor is not Cor.VERDE]
    assert amber != []
    assert {(item.cor, item.visto) for item in amber} == {(Cor.AMARELO, f'na tela: "{label.upper()}"')}


_NEARLY = {"ipasem": "Ordenar", "cassind": "Quantidade das guia listadas"}


@ON_THE_OLD_SKIN
def test_nearly_the_same_words_are_amber_with_the_words_that_were_read(looked: Looked) -> None:
    screen, (label, _), nearly = _SCREEN[looked.name], _RENAMED[looked.name], _NEARLY[looked.name]
    for text in (label, f"{label}:"):
        looked.faults.arm("renamed_label", label=text, to=nearly + text[len(label) :])

    [vista] = looked.look(screen)

    looked.faults.disarm()
    amber = {(item.cor, item.visto) for item in vista.itens if item.cor is not Cor.VERDE}
    assert amber == {(Cor.AMARELO, f'na tela: "{nearly}"')}


_LINK = {"ipasem": "Acessar", "cassind": "Listar autorizações"}
_BEHIND = {"ipasem": "Gerar requerimentos", "cassind": "Lista de guias autorizadas"}
_BESIDE = {"ipasem": "Tela inicial", "cassind": "Faturamento Detalhado"}


@ON_THE_OLD_SKIN
def test_a_screen_that_cannot_be_reached_is_red_and_the_others_are_looked_at(looked: Looked) -> None:
    looked.faults.arm("renamed_label", label=_LINK[looked.name], to="Entrar aqui")

    vistas = {vista.nome: vista for vista in looked.look(_BEHIND[looked.name], _BESIDE[looked.name])}

    looked.faults.disarm()
    assert vistas[_BEHIND[looked.name]].itens == (
        Item("", _BEHIND[looked.name], Cor.VERMELHO, f'não abriu: "{_LINK[looked.name]}" não foi encontrado.'),
    )
    assert vistas[_BESIDE[looked.name]].digital is not None

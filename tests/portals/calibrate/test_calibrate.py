"""A portal with other words, put right by a person who clicks in the browser; the next look finds all of it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from portals.calibrate.calibrate import laid_over
from portals.calibrate.pack import Ajuste
from portals.probe.item import Cor
from portals.probe.probe import probe
from tests.portals.calibrate.desk import NAO, NOW, PULAR, SIM, Desk, open_desk, some
from tests.portals.probe.conftest import MES, TODAY

pytestmark = pytest.mark.browser

HOME = some("ipasem", "Tela inicial")


@pytest.fixture(scope="module")
def ipasem(browser: Browser) -> Iterator[Desk]:
    with ExitStack() as stack:
        yield open_desk(stack, browser, "ipasem", "simples")


def ajuste(alvo: str, **says: tuple[str, ...]) -> Ajuste:
    return Ajuste.model_validate({"alvo": alvo, "versao": 1, "quem": "ana", "quando": NOW, **says})


def test_a_renamed_field_is_shown_by_one_click_and_one_yes_and_then_found(ipasem: Desk) -> None:
    before = ipasem.portal.records()
    with ipasem.renamed(a="Ordenar por > Classificar por"):
        done = ipasem.calibrated(HOME, "[name='ConferenciaForm[ordem]']", SIM, "[name='FechamentoForm[ordem]']", SIM)
        [vista] = probe(
            ipasem.portal.session, ipasem.portal.gate, laid_over(HOME, done.pack), MES, today=TODAY, timeout_s=10
        )
    words = ("Classificar por",)
    assert done.novos == [ajuste("conferencia.ordem", nomes=words), ajuste("fechamento.ordem", nomes=words)]
    assert (done.abertos, {item.cor for item in vista.itens}) == ({}, {Cor.VERDE})
    assert (ipasem.portal.records(), ipasem.portal.gate.stopped) == (before, [])


def test_what_is_asked_says_the_screen_the_field_and_the_doubt(ipasem: Desk) -> None:
    with ipasem.renamed(a="Ordenar por > Classificar por"):
        done = ipasem.calibrated(HOME, "[name='ConferenciaForm[ordem]']", NAO, PULAR)
    assert ipasem.person.heard == [
        "Tela inicial: clique em RELATÓRIO DE CONFERÊNCIA › lista Ordenar por (não foi encontrado).",
        'RELATÓRIO DE CONFERÊNCIA › lista Ordenar por passa a ser "Classificar por". Está certo?',
        "Tela inicial: clique em RELATÓRIO DE FECHAMENTO DOS SERVIÇOS PRESTADOS › lista Ordenar por "
        "(não foi encontrado).",
    ]
    assert (done.novos, list(done.abertos.values())) == (
        [],
        [
            "RELATÓRIO DE CONFERÊNCIA › lista Ordenar por: você disse que não é este",
            "RELATÓRIO DE FECHAMENTO DOS SERVIÇOS PRESTADOS › lista Ordenar por: você pulou",
        ],
    )


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("[name='ConferenciaForm[mes]']", "o que foi clicado não é desse tipo"),
        ("[name='FechamentoForm[ordem]']", "o que foi clicado não é desse tipo, ou está fora do quadro."),
    ],
    ids=["another kind of field", "the same list of another panel"],
)
def test_a_wrong_click_proposes_nothing(ipasem: Desk, where: str, why: str) -> None:
    with ipasem.renamed(a="Ordenar por > Classificar por"):
        done = ipasem.calibrated(HOME, where, PULAR)
    assert (done.novos, done.abertos["conferencia.ordem"]) == (
        [],
        f"RELATÓRIO DE CONFERÊNCIA › lista Ordenar por: {why}",
    )


def test_the_neighbour_that_has_a_name_of_its_own_is_not_taken(ipasem: Desk) -> None:
    with ipasem.renamed(a="Número da autorização > Guia"):
        done = ipasem.calibrated(HOME, "[name='GerarForm[mes]']")
    assert done.abertos == {
        "consultar.autorizacao": "CONSULTAR AUTORIZAÇÃO › campo Número da autorização: o que foi clicado não é desse "
        "tipo, ou está fora do quadro."
    }


def test_a_button_that_closes_the_month_is_never_asked_for(ipasem: Desk) -> None:
    with ipasem.renamed(a="Realizar Fechamento > Encerrar mês"):
        done = ipasem.calibrated(HOME)
    assert (done.novos, ipasem.person.heard) == ([], [])
    assert done.abertos == {
        "fechar.acessar": "FECHAR MOVIMENTO MENSAL › botão Realizar Fechamento: não foi encontrado; "
        "isto não se resolve com um clique"
    }


def test_a_button_that_closes_is_refused_even_where_it_is_clicked_for_another(ipasem: Desk) -> None:
    with ipasem.renamed(a="Acessar > Ver"):
        done = ipasem.calibrated(some("ipasem", "Gerar requerimentos"), "#fechar-form button")
    assert done.abertos == {
        "gerar.acessar": "o botão Acessar: isso é um botão que muda algo no portal: ele nunca é calibrado."
    }


def test_a_panel_is_shown_by_its_title_and_its_fields_are_then_found(ipasem: Desk) -> None:
    with ipasem.renamed(a="CONSULTAR AUTORIZAÇÃO > BUSCAR GUIA"):
        done = ipasem.calibrated(HOME, "section:last-of-type h5", SIM)
    assert (done.novos, done.abertos) == ([ajuste("consultar", titulos=("BUSCAR GUIA",))], {})

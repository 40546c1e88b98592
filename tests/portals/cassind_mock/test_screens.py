"""The menu's other screens: no dead link, the manual's headings and fields."""

from __future__ import annotations

import re

import pytest

from tests.portals.cassind_mock.conftest import Office, Open
from tests.portals.cassind_mock.people import seed

_HREF = re.compile(r'href="/solusweb/prestador/([a-z_]+\.php)"')


@pytest.mark.parametrize("skin", ["simples", "antiga"])
def test_no_link_of_the_menu_is_dead(open_office: Open, skin: str) -> None:
    office = open_office(skin=skin)
    paths = sorted(set(_HREF.findall(office.open("principal.php").html)) - {"sair.php"})
    answers = {path: office.open(path).status for path in paths}
    assert (len(paths), set(answers.values())) == (20, {200})


@pytest.mark.parametrize(
    ("path", "heading", "labels", "buttons"),
    [
        ("envio_xml.php", "ENVIO DE ARQUIVOS XML", ["Arquivo:"], ["Enviar"]),
        (
            "historico_xml.php",
            "HISTÓRICO DE ARQUIVOS XML ENVIADOS",
            ["Pesquisar por:", "Número:"],
            ["Consultar"],
        ),
        (
            "faturamento_detalhado.php",
            "FATURAMENTO DETALHADO",
            ["Contratado:", "Número da autorização:"],
            ["Listar autorizações"],
        ),
        (
            "faturamento_honorario.php",
            "FATURAMENTO DE HONORÁRIO INDIVIDUAL",
            ["Previsão de pagamento:", "Número da autorização:", "Local de atendimento:"],
            ["Listar autorizações"],
        ),
        (
            "faturamento_seriado.php",
            "FATURAMENTO SERIADO MÚLTIPLO",
            ["Contratado:", "Número da autorização:"],
            ["Listar autorizações"],
        ),
    ],
)
def test_each_screen_opens_as_the_manual_shows_it(
    office: Office, path: str, heading: str, labels: list[str], buttons: list[str]
) -> None:
    page = office.open(path)
    assert (page.heading, page.texts(".control-label"), page.texts(".form-actions button")) == (
        heading,
        labels,
        buttons,
    )


@pytest.mark.parametrize(
    ("number", "alerts"),
    [
        ("", ["Informe o campo Número da autorização."]),
        ("2400790", ["Autorização não encontrada para este prestador."]),
        ("2400701", ["Este tipo de faturamento não está habilitado para a guia informada."]),
    ],
)
def test_another_kind_of_billing_looks_the_authorisation_up(office: Office, number: str, alerts: list[str]) -> None:
    assert office.post("faturamento_detalhado.php", {"autorizacao": number}).alerts == alerts


def test_the_detailed_billing_shows_the_manual_s_blocks(open_office: Open) -> None:
    page = open_office(seed(way="detalhado")).post("faturamento_detalhado.php", {"autorizacao": "2400701"})
    assert (page.texts("legend"), page.texts(".abas a"), page.texts(".form-actions button")) == (
        ["Dados do beneficiário", "Dados do atendimento", "Hipótese diagnóstica"],
        ["Procedimentos", "Pacotes", "Taxas", "OPMEs"],
        ["Listar autorizações", "Faturar guia"],
    )


def test_another_kind_of_billing_is_not_open_to_a_consulta(office: Office) -> None:
    page = office.post("faturar_seriado.php", {"autorizacao": "2400701"})
    assert (page.alerts, office.billed()) == (
        ["Este tipo de faturamento não está habilitado para a guia informada."],
        [],
    )


def test_the_search_box_finds_menu_items(office: Office) -> None:
    assert office.open("busca.php", q="seriado").texts(".atalhos li") == ["Faturamento → Seriado Múltiplo"]

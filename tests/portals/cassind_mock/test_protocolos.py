"""Protocolos de faturamento: what was sent and what the operadora answered."""

from __future__ import annotations

import pytest

from portals.cassind.mock.state import Glosa
from tests.portals.cassind_mock.conftest import Office, Open, numbers
from tests.portals.cassind_mock.people import OUTRA

MAIOR = "1705 - Valor apresentado a maior"


def test_the_period_starts_as_the_current_month(office: Office) -> None:
    page = office.open("protocolos_faturamento.php")
    assert (page.heading, page.texts(".control-label"), page.values()) == (
        "PROTOCOLOS DE FATURAMENTO DE GUIA",
        ["Período:", "Número do lote:", "Número da conta:"],
        {"q": "", "periodo_de": "01/11/2026", "periodo_ate": "30/11/2026", "lote": "", "conta": ""},
    )


def test_a_billed_guia_is_listed_without_values_of_return(office: Office) -> None:
    office.bill("2400701")
    page = office.protocolos()
    assert dict(zip(page.texts("thead th"), page.rows[0], strict=True)) == {
        "Protocolo de faturamento": "240101",
        "Lote": "55001",
        "Conta": "880001",
        "Guia": "2400701",
        "Data de envio": "03/11/2026",
        "Data de atendimento": "01/10/2026",
        "Código": "10101012",
        "Beneficiário": "ADALGISA PRADO",
        "Quantidade": "1",
        "Valor informado": "65,00",
        "Valor processado": "-",
        "Valor liberado": "-",
        "Valor glosado": "-",
        "Motivo da glosa": "-",
        "Situação": "Recebido",
    }


def test_an_analysed_protocolo_shows_each_guia_s_values_and_the_totals(office: Office) -> None:
    office.bill("2400701", "2400702", "2400703")
    cuts = [Glosa("2400701", MAIOR, 505), Glosa("2400702", MAIOR)]
    office.mock.state.analisar("240101", cuts, ["2400703"])
    page = office.protocolos()
    assert ([row[9:] for row in page.rows], page.texts("tfoot td"), page.counted) == (
        [
            ["65,00", "65,00", "59,95", "5,05", MAIOR, "Liberado para pagamento"],
            ["65,00", "65,00", "0,00", "65,00", MAIOR, "Encerrado sem pagamento"],
            ["65,00", "-", "-", "-", "-", "Em análise"],
        ],
        ["Total", "195,00", "130,00", "59,95", "70,05", ""],
        "Quantidade: 3 de 3",
    )


def test_a_long_list_has_pages_that_each_say_the_whole(office: Office) -> None:
    office.bill("2400701", "2400702", "2400703")
    office.mock.paginate(2)
    first, second = office.protocolos(), office.protocolos(pagina="2")
    assert [(len(page.rows), page.texts("tfoot td")[1], page.texts(".paginas span")) for page in (first, second)] == [
        (2, "195,00", ["Página 1 de 2"]),
        (1, "195,00", ["Página 2 de 2"]),
    ]
    assert (first.counted, second.counted, first.texts(".paginas button"), second.texts(".paginas button")) == (
        "Quantidade: 2 de 3",
        "Quantidade: 1 de 3",
        ["Próxima"],
        ["Anterior"],
    )


def test_what_was_released_can_be_paid(office: Office) -> None:
    office.bill("2400701", "2400702")
    office.mock.state.analisar("240101", [Glosa("2400702", MAIOR)])
    office.mock.state.pagar("240101")
    assert numbers(office.protocolos(), -1) == ["Pago", "Encerrado sem pagamento"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["2400701", "2400702"]),
        ({"lote": "55002"}, ["2400702"]),
        ({"conta": "880001"}, ["2400701"]),
        ({"periodo_de": "04/11/2026"}, []),
        ({"periodo_ate": "02/11/2026"}, []),
        ({"periodo_de": "", "periodo_ate": ""}, ["2400701", "2400702"]),
    ],
)
def test_the_filters_narrow_the_list(office: Office, filters: dict[str, str], found: list[str]) -> None:
    office.bill("2400701")
    office.bill("2400702")
    assert numbers(office.protocolos(**filters), 3) == found


def test_an_empty_list_is_said_to_be_one(office: Office) -> None:
    assert office.protocolos().alerts == ["Nenhum protocolo encontrado para os filtros informados."]


def test_a_period_that_is_none_is_refused(office: Office) -> None:
    assert office.protocolos(periodo_de="31/11/2026").alerts == ["Data inválida: 31/11/2026."]


def test_a_protocolo_is_printed_with_its_contas(office: Office) -> None:
    office.bill("2400701", "2400702")
    page = office.open("protocolo_impressao.php", protocolo="240101")
    assert (page.heading, page.texts(".cadastro td")[1::2], numbers(page), page.texts("tfoot td")) == (
        "PROTOCOLO DE FATURAMENTO",
        ["240101", "55001", "900123 - Clínica Boa Vista Ltda", "03/11/2026 10:00"],
        ["2400701", "2400702"],
        ["Total", "130,00"],
    )


def test_another_prestador_s_protocolo_is_not_shown(open_office: Open) -> None:
    office = open_office()
    office.bill("2400701")
    office.sign_in(OUTRA)
    printed = office.open("protocolo_impressao.php", protocolo="240101")
    assert (office.protocolos().rows, printed.texts("p")[0]) == ([], "Protocolo de faturamento não encontrado.")


@pytest.mark.parametrize(
    ("protocolo", "glosas", "message"),
    [
        ("1", [], 'O protocolo "1" não existe.'),
        ("240101", [Glosa("7", MAIOR)], 'A guia "7" não está no protocolo.'),
        (
            "240101",
            [Glosa("2400701", MAIOR, 6501)],
            'A guia "2400701" não admite glosa de 6501 centavos: informado 6500.',
        ),
    ],
)
def test_an_analysis_that_cannot_be_is_refused(
    office: Office, protocolo: str, glosas: list[Glosa], message: str
) -> None:
    office.bill("2400701")
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole sentence is compared below
        office.mock.state.analisar(protocolo, glosas)
    assert str(raised.value) == message

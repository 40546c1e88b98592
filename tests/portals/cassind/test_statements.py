"""Relatórios, the statements behind them and the printable protocolo, in a real browser, on both skins."""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser
from pytiss.validation.xsd import XSDValidator

from agent.model.demonstrativo import Deducao, Demonstrativo
from agent.model.errors import ReportUntrusted
from portals.cassind.mock.auto_glosas import AUTO_GLOSAS
from portals.cassind.mock.state import Glosa
from portals.solus.periodo import Periodo
from portals.solus.relatorios import GlosaListada, Liberado
from portals.tiss.soma import Soma
from tests.portals.cassind.conftest import NOW, Office, Open, guia
from tests.portals.cassind.sample import OUTUBRO, VALOR
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

OCTOBER_ON = Periodo(date(2026, 10, 1), NOW.date())
MAIOR = "1705 - Valor apresentado a maior"


@pytest.fixture(scope="module")
def _analysed(browser: Browser, skin: str) -> Iterator[Office]:
    first = [guia(place, billed=True, date="2026-10-20") for place in (1, 2)]
    waiting = [guia(3, billed=True, date="2026-10-28")]
    with ExitStack() as stack:
        office = Open(stack, browser, skin)([*first, *waiting])
        office.mock.analisar("240101", [Glosa("004512902", MAIOR, 1000)])
        yield office


@pytest.fixture
def analysed(_analysed: Office) -> Iterator[Office]:
    """Two protocolos, one of them analysed with a glosa; signed in once for all tests, which only read."""
    yield _analysed
    _analysed.faults.disarm()


def test_what_was_refused_is_read_with_the_insurers_reason(analysed: Office) -> None:
    glosas, page = analysed.portal.returned.glosas(OCTOBER_ON)
    assert (glosas, page.kind, MAIOR in gzip.decompress(page.content).decode()) == (
        (GlosaListada("240101", "004512902", date(2026, 10, 20), "10101012", VALOR, 1000, MAIOR),),
        "html.gz",
        True,
    )


def test_only_what_the_operadora_has_released_has_statements(analysed: Office) -> None:
    released, _ = analysed.portal.returned.released(OCTOBER_ON)
    assert released == (Liberado("240101", "55001", "Liberado para pagamento"),)


def test_a_month_without_statements_has_none(analysed: Office) -> None:
    november = Periodo(date(2026, 11, 1), NOW.date())
    returned = analysed.portal.returned
    assert (returned.released(november)[0], returned.glosas(november)[0]) == ((), ())


def test_both_statements_are_read_item_by_item_with_what_was_withheld(analysed: Office) -> None:
    [released], listed = analysed.portal.returned.released(OCTOBER_ON)
    statement, files = analysed.portal.returned.statement(released, listed)
    [analise], [pagamento] = statement.analises, statement.pagamentos
    lines = [(line.numero_autorizacao, line.valor_liberado, line.valor_glosa, line.motivo) for line in analise.linhas()]
    assert [XSDValidator().validate(file.content).errors for file in files] == [(), ()]
    assert (lines, pagamento.soma, pagamento.retencoes, pagamento.liquido) == (
        [("004512901", VALOR, 0, ""), ("004512902", VALOR - 1000, 1000, "1705")],
        Soma(2 * VALOR, 2 * VALOR, 2 * VALOR - 1000, 1000),
        {"IRRF": 315},
        2 * VALOR - 1000 - 315,
    )


def test_a_statement_that_does_not_add_up_is_not_used(analysed: Office) -> None:
    [released], listed = analysed.portal.returned.released(OCTOBER_ON)
    analysed.faults.arm("value_changed", on="demonstrativo")
    with pytest.raises(ReportUntrusted, match="protocolo 240101, total: O demonstrativo não fecha"):
        analysed.portal.returned.statement(released, listed)


def test_the_printable_protocolo_is_kept_as_the_portal_shows_it(analysed: Office) -> None:
    kept = analysed.portal.returned.print_protocolo(OCTOBER_ON, "240101")
    text = kept.content.decode()
    assert (kept.name, kept.kind, "PROTOCOLO DE FATURAMENTO" in text, "004512902" in text) == (
        "protocolo 240101",
        "html",
        True,
        True,
    )


def test_the_return_tells_items_reasons_what_was_withheld_and_keeps_every_document(analysed: Office) -> None:
    answer = analysed.portal.fetch_return(OUTUBRO)
    assert isinstance(answer, Demonstrativo)
    lines = [(line.movimento, line.valor_liberado, line.valor_glosa, line.motivo) for line in answer.linhas]
    assert (lines, answer.deducoes, answer.avisos, [each.name for each in answer.evidence]) == (
        [("880001", VALOR, 0, ""), ("880002", VALOR - 1000, 1000, MAIOR)],
        (Deducao("240101", date(2026, 11, 21), "IRRF", "IRRF", -315, "240101", "004512901"),),
        (),
        [
            "retorno 10/2026",
            "protocolo 240101",
            "relação geral de glosas",
            "análise de conta 240101",
            "demonstrativo de pagamento 240101",
        ],
    )


def test_a_statement_that_does_not_add_up_keeps_the_whole_return_out(analysed: Office) -> None:
    analysed.faults.arm("value_changed", on="demonstrativo")
    with pytest.raises(ReportUntrusted, match="protocolo 240101, total: O demonstrativo não fecha"):
        analysed.portal.fetch_return(OUTUBRO)


@on_both_skins()
def test_reports_of_several_pages_are_read_to_their_last(open_office: Open) -> None:
    days = ("2026-10-20", "2026-10-21", "2026-10-22")
    office = open_office([guia(place, billed=True, date=day) for place, day in enumerate(days, start=1)])
    protocolos = ("240101", "240102", "240103")
    for place, protocolo in enumerate(protocolos, start=1):
        office.mock.analisar(protocolo, [Glosa(f"00451290{place}", MAIOR, 1000)])
    office.mock.paginate(2)
    answer = office.portal.fetch_return(OUTUBRO)
    assert isinstance(answer, Demonstrativo)
    lines = [(line.protocolo, line.valor_glosa, line.motivo) for line in answer.linhas]
    assert (lines, answer.avisos) == ([(protocolo, 1000, MAIOR) for protocolo in protocolos], ())
    assert [proof.name for proof in answer.evidence] == [
        "retorno 10/2026",
        *(f"protocolo {protocolo}" for protocolo in protocolos),
        "relação geral de glosas",
        *(
            name
            for protocolo in protocolos
            for name in (f"análise de conta {protocolo}", f"demonstrativo de pagamento {protocolo}")
        ),
    ]


@pytest.mark.parametrize(("report", "what"), [("glosas", "glosas"), ("demonstrativos", "demonstrativos")])
def test_a_report_that_is_not_whole_is_not_used(analysed: Office, report: str, what: str) -> None:
    analysed.faults.arm("truncated_report", on=report, rows=0)
    with pytest.raises(ReportUntrusted, match=f"A tela diz 1 {what} e mostra 0"):
        analysed.portal.fetch_return(OUTUBRO)


def test_each_automatic_glosa_comes_back_as_a_line_with_its_reason(open_office: Open) -> None:
    names = list(AUTO_GLOSAS)
    office = open_office([guia(place, billed=True, date="2026-10-20") for place in range(1, len(names) + 1)])
    for place, name in enumerate(names, start=1):
        office.mock.auto_glosa(name, f"0045129{place:02d}")
    office.mock.analisar("240101")
    answer = office.portal.fetch_return(OUTUBRO)
    assert isinstance(answer, Demonstrativo)
    *whole, at_table = [(line.valor_glosa, line.motivo) for line in answer.linhas]
    assert (whole, at_table) == ([(VALOR, motivo) for motivo in list(AUTO_GLOSAS.values())[:-1]], (0, ""))

"""Relatórios, the statements behind them and the printable protocolo, in a real browser, on both skins."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser
from pytiss.validation.xsd import XSDValidator

from agent.model.competencia import Competencia
from agent.model.errors import ReportUntrusted
from portals.cassind.mock.state import Glosa
from portals.solus.relatorios import GlosaListada, Liberado
from portals.tiss.soma import Soma
from tests.portals.cassind.conftest import Office, Open, guia
from tests.portals.cassind.sample import OUTUBRO, VALOR

pytestmark = pytest.mark.browser

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
    assert analysed.portal.glosas(OUTUBRO) == (
        GlosaListada("240101", "004512902", date(2026, 10, 20), "10101012", VALOR, 1000, MAIOR),
    )


def test_a_cut_list_of_glosas_is_not_used(analysed: Office) -> None:
    analysed.faults.arm("truncated_report", on="glosas", rows=0)
    with pytest.raises(ReportUntrusted, match="A tela diz 1 glosas e mostra 0"):
        analysed.portal.glosas(OUTUBRO)


def test_only_what_the_operadora_has_released_has_statements(analysed: Office) -> None:
    assert analysed.portal.released(OUTUBRO) == (Liberado("240101", "55001", "Liberado para pagamento"),)


def test_a_month_without_statements_has_none(analysed: Office) -> None:
    november = Competencia(2026, 11)
    assert (analysed.portal.released(november), analysed.portal.glosas(november)) == ((), ())


def test_both_statements_are_read_item_by_item_with_what_was_withheld(analysed: Office) -> None:
    [released] = analysed.portal.released(OUTUBRO)
    [analise], [pagamento], files = analysed.portal.statement(released)
    lines = [(line.numero_autorizacao, line.valor_liberado, line.valor_glosa, line.motivo) for line in analise.linhas()]
    assert [XSDValidator().validate(file).errors for file in files] == [(), ()]
    assert (lines, pagamento.soma, pagamento.retencoes, pagamento.liquido) == (
        [("004512901", VALOR, 0, ""), ("004512902", VALOR - 1000, 1000, "1705")],
        Soma(2 * VALOR, 2 * VALOR, 2 * VALOR - 1000, 1000),
        {"IRRF": 315},
        2 * VALOR - 1000 - 315,
    )


def test_a_statement_that_does_not_add_up_is_not_used(analysed: Office) -> None:
    [released] = analysed.portal.released(OUTUBRO)
    analysed.faults.arm("value_changed", on="demonstrativo")
    with pytest.raises(ReportUntrusted, match="protocolo 240101, total: O demonstrativo não fecha"):
        analysed.portal.statement(released)


def test_the_printable_protocolo_is_kept_as_the_portal_shows_it(analysed: Office) -> None:
    kept = analysed.portal.print_protocolo(OUTUBRO, "240101")
    text = kept.content.decode()
    assert (kept.name, kept.kind, "PROTOCOLO DE FATURAMENTO" in text, "004512902" in text) == (
        "protocolo 240101",
        "html",
        True,
        True,
    )

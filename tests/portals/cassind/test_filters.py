"""Faturamento Simplificado's filters, and the guias that no sheet names, on both skins."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser

from agent.model.competencia import Competencia
from agent.model.errors import PageChanged
from portals.solus.filtros import Filtros
from portals.solus.periodo import Periodo
from tests.portals.cassind.conftest import Office, Open, guia
from tests.portals.cassind.sample import OUTUBRO

pytestmark = pytest.mark.browser

MES = Periodo(date(2026, 10, 1), date(2026, 10, 31))
GUIAS = [
    guia(1),
    guia(2, executante="IRACEMA LOWE", regime="Urgência", cid="M545"),
    guia(3, documento_fisico=True, laudo_pendente=True, executed_on="2026-10-20"),
    guia(4, congenere=True, date="2026-09-04"),
    guia(5, way="detalhado"),
]


@pytest.fixture(scope="module")
def floor(browser: Browser, skin: str) -> Iterator[Office]:
    """Five guias that differ in what the filters ask for; nothing is billed here."""
    with ExitStack() as stack:
        yield Open(stack, browser, skin)(GUIAS)


def listed(office: Office, filtros: Filtros, periodo: Periodo = MES) -> list[str]:
    return [row.guia[-2:] for row in office.portal.authorised(periodo, filtros)]


@pytest.mark.parametrize(
    ("filtros", "found"),
    [
        (Filtros(executante="IRACEMA LOWE"), ["02"]),
        (Filtros(regime="Urgência"), ["02"]),
        (Filtros(cid="M545"), ["02"]),
        (Filtros(documento="Sim"), ["03"]),
        (Filtros(laudos="Com laudo pendente"), ["03"]),
        (Filtros(execucao=Periodo(date(2026, 10, 20), date(2026, 10, 21))), ["03"]),
        (Filtros(autorizacao="004512901"), ["01"]),
        (Filtros(congeneres="Sem congêneres", ordenacao="Data", tipo="Consulta"), ["01", "02", "03"]),
        (Filtros(previsao="15/12/2026", contratado="Clínica Médica São Jerônimo"), ["01", "02", "03"]),
        (Filtros(tipo="Internação"), []),
    ],
)
def test_each_filter_of_the_manual_narrows_the_list(floor: Office, filtros: Filtros, found: list[str]) -> None:
    assert listed(floor, filtros) == found


def test_a_word_that_the_filter_does_not_offer_stops_before_anything_is_listed(floor: Office) -> None:
    with pytest.raises(PageChanged) as error:
        listed(floor, Filtros(regime="Eletivo"))
    assert str(error.value) == (
        "CASSIND, Faturamento Simplificado: Filtro: o portal não oferece 'Eletivo' em regime; há: Todas as guias, "
        "Eletiva, Urgência. Nada foi listado."
    )


def test_what_no_sheet_names_is_told_and_never_billed(floor: Office) -> None:
    told = floor.portal.not_launched(OUTUBRO, {"004512901", "004512902"})
    assert (told, floor.billed()) == (
        ("não lançada pela clínica: guia 004512903 de 03/10/2026, código 10101012",),
        [],
    )


def test_days_before_the_last_three_months_are_told_as_not_seen(floor: Office) -> None:
    august, july = Competencia(2026, 8), Competencia(2026, 7)
    limits = "21/08/2026 a 21/11/2026"
    assert [floor.portal.not_launched(mes, ()) for mes in (august, july)] == [
        (f"o portal só lista de {limits}: o resto de {mes} não foi visto",) for mes in (august, july)
    ]

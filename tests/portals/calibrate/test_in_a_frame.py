"""The same on a portal whose screens stand in a frame: also what only leads on is shown by a click."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.portals.calibrate.desk import SIM, Desk, open_desk, some

pytestmark = pytest.mark.browser

SIMPLIFICADO = some("cassind", "Faturamento Simplificado")


@pytest.fixture(scope="module")
def cassind(browser: Browser) -> Iterator[Desk]:
    with ExitStack() as stack:
        yield open_desk(stack, browser, "cassind", "antiga")


def test_on_the_way_a_renamed_menu_is_shown_and_the_walk_goes_on(cassind: Desk) -> None:
    before = cassind.portal.records()
    with cassind.renamed(a="Simplificado > Consultas", b="Quantidade de guias listadas: > Mostrar:"):
        cassind.portal.session.page.reload()  # the menu stands from the sign-in on
        done = cassind.calibrated(SIMPLIFICADO, "a[href*=simplificado]", SIM, "select[name=quantidade]", SIM)
    assert [(a.alvo, a.nomes) for a in done.novos] == [
        ("faturamento.simplificado", ("Consultas",)),
        ("simplificado.quantidade", ("Mostrar",)),
    ]
    assert (done.abertos, cassind.portal.records()) == ({}, before)

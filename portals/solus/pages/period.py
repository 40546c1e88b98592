"""The pair of dates beside a label: filled, and read back together with the rest of the form."""

from collections.abc import Mapping

from playwright.sync_api import ElementHandle

from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.locate.lists import held
from portals.solus.periodo import Periodo
from portals.solus.scripts import script


def fill_period(first: ElementHandle, periodo: Periodo, where: str) -> ElementHandle:
    """Write both dates; the second input is answered. Raises PageChanged where the label has no pair beside it."""
    with portal_errors(where):
        second = first.evaluate_handle(script("pair.js")).as_element()
        if second is None:
            raise PageChanged("O período não tem duas datas lado a lado.", where=where, do="Nada foi digitado.")
        inicio, fim = periodo.typed
        first.fill(inicio)
        second.fill(fim)
    return second


def check_filled(fields: Mapping[str, ElementHandle], expected: Mapping[str, str], where: str) -> None:
    """Read every field back at once. Raises PageChanged, with both values, where one does not hold what was typed."""
    with portal_errors(where):
        now = held(fields)
    wrong = [
        f"{key}: digitado {expected[key]!r}, na tela {now.get(key)!r}"
        for key in fields
        if now.get(key) != expected[key]
    ]
    if wrong:
        raise PageChanged(f"A tela não guardou o que foi digitado ({'; '.join(wrong)}).", where=where)

"""What a survey tells of a page: what its controls are called and what its columns hold, and never the content."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from portals.browser.session import Session, open_session
from portals.locate.find import Search
from portals.locate.labels import PanelLabels

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def session(browser: Browser) -> Iterator[Session]:
    with open_session(browser, "http://127.0.0.1:9") as session:
        yield session


def survey(session: Session, html: str) -> dict[str, Any]:
    session.page.set_content(html)
    [(_, [[report]])] = Search({"": PanelLabels()}, "exemplo", {"heads": [], "words": []}).answers(session.frames())
    found: dict[str, Any] = report
    return found


DRAWN = """<main><span id=r>Contratado</span>
<{tag} role=combobox id=c tabindex=0 aria-haspopup=listbox aria-labelledby="r c">ANA LIMA</{tag}></main>"""


@pytest.mark.parametrize("tag", ["button", "div"])
def test_a_drawn_list_is_called_by_its_label_and_not_by_what_is_chosen(session: Session, tag: str) -> None:
    assert survey(session, DRAWN.format(tag=tag))["controls"] == [["select", "Contratado"]]


COLUMNS = {
    "Dia": ("20/10/2026", "21/10/2026 18:03", "data"),
    "Valor": ("R$ 1.065,00", "-3,10", "valor"),
    "Qtde": ("1", "12", "quantidade"),
    "Guia": ("004512901", "7002-4", "numero"),
    "Situação": ("Em análise", "2", "texto"),
    "Código": ("<a href=#>10101012</a>", "<a href=#>10101039</a>", "numero"),
    "Ações": ("<a href=#>Ver</a> · <a href=#>Imprimir</a>", "<a href=#>Ver</a>", "botoes"),
    "Marcar": ("<input type=checkbox>", "<input type=checkbox>", "caixas"),
    "Motivo": ("", "–", ""),
}


def test_what_a_column_holds_is_told_without_what_it_holds(session: Session) -> None:
    rows = [f"<tr>{''.join(f'<td>{column[line]}' for column in COLUMNS.values())}</tr>" for line in (0, 1)]
    total = "<tr><td colspan=8>Total<td>9,00</tr>"
    html = f"<table><tr>{''.join(f'<th>{heading}' for heading in COLUMNS)}</tr>{''.join(rows)}{total}</table>"
    found = survey(session, html)
    assert (found["columns"], found["forms"]) == ([list(COLUMNS)], [[column[2] for column in COLUMNS.values()]])

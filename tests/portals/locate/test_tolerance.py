"""A field whose words are only nearly the expected ones: taken where there is no doubt, and told; a button never."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from agent.model.errors import PageChanged
from portals.browser.evidence import page_evidence
from portals.locate.find import Form, find_form
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels

pytestmark = pytest.mark.browser

PANEL = PanelLabels(
    titles=("PAINEL",),
    fields={
        "inicio": FieldLabel(names=("Data de início",)),
        "fim": FieldLabel(names=("Data de fim",)),
        "atendimento": FieldLabel(names=("Data de atendimento",)),
        "gravar": FieldLabel(names=("Gravar Movimento",), kind=FieldKind.BUTTON),
    },
)
NAMES = {"inicio": "Data de início", "fim": "Data de fim", "atendimento": "Data de atendimento"}
GRAVAR = "Gravar Movimento"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def shown(page: Page, button: str = GRAVAR, keys: tuple[str, ...] = (), **names: str) -> Form:
    """The panel with these words beside its fields, instead of or beside the expected ones; "" is a field left out."""
    labels = {**NAMES, **names}
    fields = "".join(f"<p><label>{text} <input id={key}></label></p>" for key, text in labels.items() if text)
    page.set_content(f"<div><h2>PAINEL</h2>{fields}<button>{button}</button></div>")
    return find_form(page.frames, PANEL, "Exemplo", keys)


def test_nearly_the_same_words_are_taken_and_told(page: Page) -> None:
    form = shown(page, atendimento="Data do atendimento")
    assert form["atendimento"].get_attribute("id") == "atendimento"
    assert form.tolerated == {"atendimento": "Data do atendimento"}


def test_evidence_of_the_page_says_what_each_field_was_taken_for(page: Page) -> None:
    shown(page, atendimento="Data do atendimento")
    html = gzip.decompress(page_evidence(page, "tela").content).decode()
    assert 'data-faturista-campo="atendimento, pela semelhança de &quot;Data do atendimento&quot;"' in html
    assert 'data-faturista-campo="Data de início"' in html


@pytest.mark.parametrize(
    "names",
    [
        {"inicio": ""},
        {"inicio": "", "outro": "Data de vencimento"},
        {"inicio": "Data final"},
        {"atendimento": "Data do atendimento", "outro": "Data dos atendimentos"},
        {"inicio": "Início"},
    ],
    ids=["only the other is left", "a decoy", "another meaning", "two would do", "a word less"],
)
def test_a_doubt_stops(page: Page, names: dict[str, str]) -> None:
    with pytest.raises(PageChanged):
        shown(page, GRAVAR, (), **names)


def test_a_field_that_is_not_asked_for_keeps_its_own(page: Page) -> None:
    with pytest.raises(PageChanged):
        shown(page, inicio="", keys=("inicio",))


@pytest.mark.parametrize("button", ["Gravar Movimentos", "Gravar o Movimento", "Gravar"])
def test_a_button_is_never_pressed_on_likeness(page: Page, button: str) -> None:
    with pytest.raises(PageChanged):
        shown(page, button)

"""A sign that a page draws on a button and keeps from being read aloud is no part of the button's words."""

import pytest
from playwright.sync_api import Browser

from portals.locate.find import Search
from portals.locate.labels import PanelLabels

pytestmark = pytest.mark.browser

_PANEL = PanelLabels.model_validate({"fields": {"acessar": {"names": ["Acessar"], "kind": "button"}}})


@pytest.mark.parametrize(
    ("icon", "tier"),
    [('<i aria-hidden="true">▸</i>', 0), ("<i>▸</i>", 1), ('<i aria-hidden="true">Não</i>', None)],
    ids=["a hidden icon", "a sign that is read", "hidden words"],
)
def test_a_button_is_called_by_its_words_without_its_icon(browser: Browser, icon: str, tier: int | None) -> None:
    page = browser.new_page()
    page.set_content(f"<button>{icon} <span>Acessar</span></button>")
    search = Search({"entrada": _PANEL}, "Portal", {"heads": [], "words": []})
    ((_, report),) = search.reports(search.answers(page.frames))["entrada"]
    page.close()
    assert [hit["tier"] for hit in report["fields"][0]["hits"]] == ([] if tier is None else [tier])

"""Lists, native or drawn: what they offer, choosing one of it, and what is then on the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from agent.model.errors import PageChanged
from portals.locate.lists import choose, held, offered

pytestmark = pytest.mark.browser

NATIVE = "<select id=l><option value=10>Dez<option value=t>Todas</select>"
DRAWN = """<button id=l role=combobox aria-controls=o>Dez</button>
<ul id=o role=listbox hidden><li role=option>Dez<li role=option>Todas</ul>
<script>
  l.onclick = () => { o.hidden = false; };
  o.onclick = (e) => { l.textContent = WORDS; o.hidden = true; };
</script>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("html", "value"),
    [(NATIVE, "t"), (DRAWN.replace("WORDS", "e.target.textContent"), "Todas")],
    ids=["native", "drawn"],
)
def test_an_option_is_chosen_and_read_back(page: Page, html: str, value: str) -> None:
    page.set_content(html)
    field = page.query_selector("#l")
    assert field is not None
    options = offered(field)

    choose(field, value, "Exemplo")

    assert [words for words, _ in options] == ["Dez", "Todas"]
    assert held({"quantidade": field}) == {"quantidade": value}


@pytest.mark.parametrize(
    ("wanted", "why"),
    [("Todas", "A lista não ficou com a opção 'Todas'."), ("Vinte", "A lista não mostrou a opção 'Vinte' uma vez.")],
)
def test_a_drawn_list_that_does_not_take_the_option_stops(page: Page, wanted: str, why: str) -> None:
    page.set_content(DRAWN.replace("WORDS", "'Dez'"))
    field = page.query_selector("#l")
    assert field is not None
    with pytest.raises(PageChanged) as stopped:
        choose(field, wanted, "Exemplo")
    assert (stopped.value.what, stopped.value.do) == (why, "Nada foi escolhido.")

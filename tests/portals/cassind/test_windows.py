"""What counts as a window over the page, in a real browser: what a person can read, and no more."""

import pytest

from portals.solus.scripts import script
from tests.portals.cassind.conftest import Office

pytestmark = pytest.mark.browser

OVER = """(opacity) => {
  const curtain = document.body.appendChild(document.createElement("div"));
  curtain.style = "position: fixed; inset: 0";
  curtain.innerHTML = `<div style="opacity: ${opacity}"><h2>Aviso</h2><p>Confirma?</p><button>Sim</button></div>`;
}"""


@pytest.mark.parametrize(
    ("opacity", "dialogs", "loading"),
    [(1, [{"lines": ["Aviso", "Confirma?"], "buttons": ["Sim"]}], False), (0, [], True)],
)
def test_a_window_that_has_faded_out_asks_nothing_any_more(
    standing: Office, opacity: int, dialogs: list[object], loading: bool
) -> None:
    page = standing.session.page
    page.goto(f"{standing.url}/")
    page.evaluate(OVER, opacity)
    asked = {"titles": [], "deep": False, "before": None, "gone": None, "press": None}
    seen = page.evaluate(script("screen.js"), asked)
    assert (seen["dialogs"], seen["loading"]) == (dialogs, loading)

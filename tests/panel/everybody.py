"""What axe-core finds on a page that is open: whether a screen reader or a weak eye can use it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The page's policy lets in no script but the panel's own files; axe comes through the debugger instead.
_RUN = """() => axe.run(document, { resultTypes: ["violations"], preload: false }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""


def grave(page: Page) -> list[str]:
    """What is serious or critical: its rule, and the first element of it."""
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(_RUN)
    return found

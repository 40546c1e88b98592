"""What makes a session live on: cookies and both storages, as one text for the vault."""

from contextlib import AbstractContextManager
from typing import Any

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError
from pydantic import BaseModel, ConfigDict, Field

from portals.browser.hosts import origin

_RESTORE = """(stored) => {
  const mine = stored[location.origin];
  if (mine && window === window.top && sessionStorage.length === 0)
    for (const [name, value] of Object.entries(mine)) sessionStorage.setItem(name, value);
}"""


class _Tab(BaseModel):
    origins: dict[str, dict[str, str]]


class SessionState(BaseModel):
    """A signed-in session. It is as secret as the password: it is stored encrypted or not at all.

    `browser` is Playwright's storage state, which leaves sessionStorage out; `tab` is that, per origin.
    """

    model_config = ConfigDict(frozen=True)

    browser: dict[str, Any] = Field(repr=False)
    tab: dict[str, dict[str, str]] = Field(default_factory=dict, repr=False)


def taken_from(context: BrowserContext, page: Page) -> SessionState:
    """The state of this session now, sessionStorage of the page's own origin included."""
    return SessionState(browser=dict(context.storage_state(indexed_db=True)), tab=_tab(page))


def restore_tab(context: BrowserContext, state: SessionState) -> AbstractContextManager[Any]:
    """Give pages their sessionStorage before their own scripts run, until the returned context manager is left.

    Cookies and localStorage are given to the context when it is made.
    """
    stored = _Tab(origins=state.tab).model_dump_json()
    return context.add_init_script(f"({_RESTORE})(({stored}).origins)")


def tab_of(page: Page) -> SessionState:
    """What the page alone holds of the session, for another page of the same context."""
    return SessionState(browser={}, tab=_tab(page))


def _tab(page: Page) -> dict[str, dict[str, str]]:
    here = origin(page.url)
    if not here:
        return {}
    try:
        items = page.evaluate("() => Object.fromEntries(Object.entries(sessionStorage))")
    except PlaywrightError:
        return {}  # a page may be forbidden its storage; then there is none to keep
    return {here: items} if items else {}

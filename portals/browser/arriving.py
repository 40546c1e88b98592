"""Lead a page to an address, also where the portal itself is just leading it elsewhere."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

# What a navigation of ours ends with when the page itself went somewhere meanwhile: before it, or instead of it.
_OVERTAKEN = "interrupted by another navigation"
_LED_ELSEWHERE = re.compile(f"{_OVERTAKEN}|ERR_ABORTED|NS_BINDING_ABORTED")
# How long ours, overtaken, may take to come after the one that overtook it.
_STILL_COMING_MS = 2_000.0
# How many times in a row that may happen to one address: the portal's own way, a redirect on it, our own step before.
_TIMES = 5


def arrive_at(page: Page, url: str) -> None:
    """Open an absolute address and wait until its HTML is there.

    Where the portal was just leading elsewhere, that comes first. Raises Playwright's error of the last try.
    """
    for again in reversed(range(_TIMES)):
        if _reached(page, url, last=not again):
            return


def _reached(page: Page, url: str, *, last: bool) -> bool:
    """Whether the page stands at the address after one try; raises its error where it is the last.

    A navigation that another one overtakes may still come, on its heels: asking anew before it is there would be
    overtaken by it in turn, and so on. The one that overtook it is never taken for it, whatever its address: what it
    shows may have been asked for before the act whose outcome is to be read now.
    """
    with _arrivals(page) as came:
        try:
            page.goto(url, wait_until="domcontentloaded")
            return True
        except PlaywrightError as error:
            if not _LED_ELSEWHERE.search(error.message):
                raise
            overtaken = _OVERTAKEN in error.message
            if overtaken and len(came) < 2:
                with suppress(PlaywrightTimeout):
                    page.wait_for_event(
                        "framenavigated", lambda frame: frame == page.main_frame, timeout=_STILL_COMING_MS
                    )
            page.wait_for_load_state("domcontentloaded")
            if overtaken and len(came) > 1 and page.url == url:
                return True
            if last:
                raise
            return False


@contextmanager
def _arrivals(page: Page) -> Iterator[list[str]]:
    """The addresses that the page came to while inside, its frames not counted."""
    came: list[str] = []

    def note(frame: Frame) -> None:
        if frame == page.main_frame:
            came.append(frame.url)

    page.on("framenavigated", note)
    try:
        yield came
    finally:
        page.remove_listener("framenavigated", note)

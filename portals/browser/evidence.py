"""Evidence of a screen: its HTML (gzipped) and a picture, without passwords and without the CAPTCHA."""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

from agent.model.registro import Evidence
from portals.browser.traffic import Sent

# A CAPTCHA's frame is never kept, in no picture: its terms forbid it, and a stored challenge serves no billing office.
_NEVER_SHOWN = "input[type=password], iframe[src*=captcha i], iframe[title*=captcha i], [class*=captcha i]"


def page_evidence(page: Page, name: str, sent: Iterable[Sent] = ()) -> Evidence:
    """The page as HTML with the typed values in it, passwords and tokens blanked; `content` is gzipped UTF-8.

    `sent`: the requests that led to it, told at its end by their digests.
    """
    html = page.evaluate(_script()) + "".join(f"\n<!-- pedido: {_told(each)} -->" for each in sent)
    return Evidence(kind="html.gz", name=name, content=gzip.compress(html.encode(), compresslevel=6, mtime=0))


def picture(page: Page, name: str) -> Evidence:
    """What the window shows, as JPEG, passwords and CAPTCHA covered."""
    shot = page.screenshot(type="jpeg", quality=70, mask=[page.locator(_NEVER_SHOWN)], caret="initial")
    return Evidence(kind="jpeg", name=name, content=shot)


def html_evidence(html: str, name: str) -> Evidence:
    """Some HTML that was read from a portal, gzipped."""
    return Evidence(kind="html.gz", name=name, content=gzip.compress(html.encode(), compresslevel=6, mtime=0))


def _told(sent: Sent) -> str:
    return f"POST {sent.path.replace('-', '%2D')}, {sent.bytes} bytes, SHA-256 {sent.sha256}"


@cache
def _script() -> str:
    return files("portals.browser").joinpath("scripts/page_copy.js").read_text(encoding="utf-8")

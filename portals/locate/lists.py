"""Lists to choose from, native or drawn by the page (ARIA's combobox with a listbox): what they offer, choosing one."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from playwright.sync_api import ElementHandle

from agent.model.errors import PageChanged

_LATER = "Nada foi escolhido."


def offered(field: ElementHandle) -> list[tuple[str, str]]:
    """(words, value) of each option; a drawn list's value is its words. [] where it shows none before it is opened.

    Raises Playwright's errors.
    """
    found: list[list[str]] = field.evaluate(_script("offered.js"))
    return [(words, value) for words, value in found]


def choose(field: ElementHandle, value: str, where: str) -> None:
    """Choose the option of that value; a drawn list must then show its words. Raises PageChanged, Playwright's errors.

    A drawn one is opened by a click, and its option is clicked.
    """
    if field.evaluate("(e) => e.tagName === 'SELECT'"):
        field.select_option(value=value)
        return
    field.click()
    option = field.evaluate_handle(_script("option.js"), value).as_element()
    if option is None:
        raise PageChanged(f"A lista não mostrou a opção {value!r} uma vez.", where=where, do=_LATER)
    option.click()
    if held({"": field})[""] != value:
        raise PageChanged(f"A lista não ficou com a opção {value!r}.", where=where, do=_LATER)


def held(fields: Mapping[str, ElementHandle]) -> dict[str, str]:
    """What each of these fields of one frame holds: its value, or what a drawn one shows.

    Raises Playwright's errors.
    """
    frame = next(iter(fields.values())).owner_frame()
    found: dict[str, str] = frame.evaluate(_script("held.js"), dict(fields)) if frame else {}
    return found


@cache
def _script(name: str) -> str:
    return files("portals.locate").joinpath("scripts", name).read_text(encoding="utf-8")

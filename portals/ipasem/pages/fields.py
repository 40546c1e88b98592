"""The fields of a found form as they stand, read together in one look; and putting text into one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle, Keyboard

from agent.model.errors import PageChanged
from portals.browser.asking import Question, ask
from portals.ipasem.scripts import script
from portals.locate.find import Form


@dataclass(frozen=True, slots=True)
class Reading:
    """What each element holds, by (form, key) in the order asked; the place of the one with the keyboard."""

    values: tuple[str, ...]
    active: int
    whole: bool


def read_fields(asked: Sequence[tuple[Form, str]], *, turns: int = 0, focus: int = -1) -> Reading:
    """Read elements of one frame. `turns`: how often to let the page go first; `focus`: which one to go into before.

    Raises PageChanged when the page they were found on is gone.
    """
    form = asked[0][0]
    (read,) = ask(form.frame, fields_question(asked, turns=turns, focus=focus))
    return fields_read(read, form.where)


def fields_question(asked: Sequence[tuple[Form, str]], *, turns: int = 0, focus: int = -1) -> Question:
    """What `read_fields` asks, to be asked along with something else."""
    found = [form.found.address(key) for form, key in asked]
    return Question(script("fields.js"), {"found": found, "turns": turns, "focus": focus})


def fields_read(answer: dict[str, Any] | None, where: str) -> Reading:
    """The answer to it. Raises PageChanged when the page that the fields were found on is gone."""
    if answer is None:
        raise PageChanged("A tela mudou depois de lida.", where=where)
    return Reading(tuple(answer["values"]), answer["active"], answer["whole"])


def enter(
    keyboard: Keyboard, text: str, *, over: str, by_key: bool = False, field: ElementHandle | None = None
) -> None:
    """Put a text where the keyboard is (or into `field`), over what stands there.

    It goes in at once, as when a person pastes it; `by_key` types it letter by letter, for a field that wants that. No
    text empties the field.
    """
    if field is not None:
        field.focus()
    if over:
        keyboard.press("ControlOrMeta+A")
    if over and not text:
        keyboard.press("Delete")
    elif by_key:
        keyboard.type(text)
    else:
        keyboard.insert_text(text)

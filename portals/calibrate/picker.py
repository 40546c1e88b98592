"""What a person in front of the browser answers: which element is meant, or yes and no, over the portal's page."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import cache
from importlib.resources import files
from time import monotonic
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame

from agent.model.errors import PersonNeeded
from portals.browser.session import Session
from portals.locate.labels import FieldKind

_BINDING = "faturistaEscolha"
_MOMENT_MS = 200
TITLE = "title"
# What a click may land on, by what is looked for; wider than what is then accepted.
_WANTED = {
    FieldKind.TEXT: "input, textarea, [role=textbox], [role=spinbutton], [contenteditable]",
    FieldKind.SELECT: "select, [role=combobox], [role=listbox], [aria-haspopup=listbox], [tabindex]",
    FieldKind.CHECKBOX: "input[type=checkbox], [role=checkbox]",
    FieldKind.RADIO: "input[type=radio], [role=radio]",
    FieldKind.TABLE: "th, td",
    FieldKind.BUTTON: "button, input[type=submit], input[type=button], input[type=image], [role=button], a",
}


class Escolha(StrEnum):
    """What the person did."""

    PICKED = "picked"  # an element is meant
    NOTHING = "nothing"  # what was clicked is no such element
    SKIP = "skip"
    SKIP_AMBER = "skip_amber"  # this and all else that was found by likeness
    STOP = "stop"
    YES = "yes"
    NO = "no"


Told = Callable[[str], None]
"""Tells the person what is asked, beside the bar in the page."""


class Picker:
    """The bar over one session's page. `patience_s`: how long a person may take for one answer."""

    def __init__(self, session: Session, told: Told, patience_s: float) -> None:
        self._session = session
        self._told = told
        self._patience_s = patience_s
        self._answers: list[tuple[Frame, str]] = []
        session.context.expose_binding(_BINDING, self._heard)

    def pick(self, text: str, kind: FieldKind | None, *, amber: bool = False) -> tuple[Escolha, Frame]:
        """The element that the person clicks (None: a title), kept in the frame that comes back.

        `amber`: it was found by likeness, so that all such may be left as they are. Raises PersonNeeded when nobody
        answers in time.
        """
        others = (("Pular os amarelos", Escolha.SKIP_AMBER),) if amber else ()
        buttons = (("Pular este", Escolha.SKIP), *others, ("Parar aqui", Escolha.STOP))
        return self._asked(text, buttons, TITLE if kind is None else _WANTED[kind])

    def agrees(self, text: str) -> bool:
        """Whether the person says yes."""
        said, _ = self._asked(text, (("Sim, é este", Escolha.YES), ("Não", Escolha.NO)), "")
        return said is Escolha.YES

    def _asked(self, text: str, buttons: Sequence[tuple[str, Escolha]], wanted: str) -> tuple[Escolha, Frame]:
        self._answers.clear()
        asked = {"text": text, "buttons": [list(pair) for pair in buttons], "wanted": wanted}
        main = self._session.page.main_frame
        for frame in self._session.frames():
            frame.evaluate(script("pick.js"), {**asked, "bar": frame is main})
        self._told(text)
        try:
            return self._awaited()
        finally:
            for frame in self._session.frames():
                with suppress(PlaywrightError):
                    frame.evaluate(script("clear.js"))

    def _awaited(self) -> tuple[Escolha, Frame]:
        until = monotonic() + self._patience_s
        while not self._answers:
            if monotonic() > until:
                raise PersonNeeded("Ninguém respondeu na janela do navegador.", where="calibrar")
            self._session.page.evaluate(script("moment.js"), _MOMENT_MS)
        frame, said = self._answers[0]
        return Escolha(said), frame

    def _heard(self, source: dict[str, Any], said: str) -> None:
        if said in list(Escolha):
            self._answers.append((source["frame"], said))


@cache
def script(name: str) -> str:
    """One of this room's page functions."""
    return files("portals.calibrate").joinpath("scripts", name).read_text(encoding="utf-8")

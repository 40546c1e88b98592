"""From screen to screen by a sondagem's steps: clicks that only lead on, filters, and look-ups, one request each."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import zip_longest
from time import monotonic

from playwright.sync_api import ElementHandle
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.model.errors import PageChanged
from portals.browser.asking import Question
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.locate.find import find_form
from portals.probe.read_only import ReadOnly
from portals.probe.sondagem import Known, Passo, Tela

# How long a click may take to send something, in seconds.
_REQUEST_S = 0.5
DRAWING_S = 2.0
"""How long a screen that answered may take to be drawn, in seconds."""
_GLANCE_MS = 200.0
_THERE = Question("() => document.readyState !== 'loading'")


class Walk:
    """One session's way. `values`: what {mes}, {ano}, {inicio} and {fim} stand for; `timeout_s` for one answer.

    `drawing_s`: how long a screen that answered may take to be drawn.
    `missing`: the field that a step was about and that was not there, once `go` has raised PageChanged for it.
    """

    def __init__(
        self,
        session: Session,
        gate: ReadOnly,
        known: Known,
        values: Mapping[str, str],
        timeout_s: float,
        *,
        drawing_s: float = DRAWING_S,
    ) -> None:
        self._session = session
        self._gate = gate
        self._known = known
        self._values = values
        self._timeout_s = timeout_s
        self.drawing_s = drawing_s
        self.missing = ""

    def go(self, tela: Tela, where: str) -> None:
        """Take every step of the screen. Raises PortalError where one cannot be taken."""
        for passo, then in zip_longest(tela.passos, tela.passos[1:]):
            opens_menu = bool(passo.clicar and then and then.clicar)
            if then and opens_menu and self._is_there(then.alvo, where):
                continue  # a menu that is open already: another click would close it
            field = self._soon(passo.alvo, where)
            with portal_errors(where):
                self._take(passo, field, request_s=0.0 if opens_menu else _REQUEST_S)
            self._session.check(where)

    def _soon(self, alvo: str, where: str) -> ElementHandle:
        """The field, once the screen is drawn. Raises PageChanged when it never is there."""
        deadline = monotonic() + self.drawing_s
        while True:
            try:
                return self._field(alvo, where)
            except PageChanged:
                if monotonic() > deadline:
                    self.missing = alvo
                    raise
                self.glance()

    def glance(self) -> None:
        """Until the network says something more, or a moment."""
        with suppress(PlaywrightTimeout), self._session.context.expect_event("requestfinished", timeout=_GLANCE_MS):
            pass

    def _field(self, alvo: str, where: str) -> ElementHandle:
        key = alvo.partition(".")[2]
        with portal_errors(where):
            return find_form(self._session.frames(), self._known.panel(alvo), where)[key]

    def _is_there(self, alvo: str, where: str) -> bool:
        try:
            self._field(alvo, where)
        except PageChanged:
            return False
        return True

    def _take(self, passo: Passo, field: ElementHandle, request_s: float) -> None:
        if passo.digitar:
            self._type(passo, field)
        elif passo.consultar:
            with self._gate.looking_up(passo.consultar):
                self._click(field, request_s)
        else:
            self._click(field, request_s)

    def _type(self, passo: Passo, field: ElementHandle) -> None:
        keyboard = self._session.page.keyboard
        field.fill(passo.texto.format(**self._values))
        if passo.depois:
            field.focus()
            keyboard.press("Tab")
            keyboard.press("ControlOrMeta+A")
            keyboard.type(passo.depois.format(**self._values))

    def _click(self, field: ElementHandle, request_s: float) -> None:
        with self._session.watched() as traffic:
            field.click(timeout=self._timeout_s * 1000)
            self._session.wait_for_answers((_THERE,), traffic, self._timeout_s, request_s=request_s)

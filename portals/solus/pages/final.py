"""The press that cannot be taken back: once, its one known question answered once, and its outcome named."""

from collections.abc import Callable, Iterable, Sequence

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as PlaywrightError

from agent.model.answer import Refused, Unknown
from agent.model.errors import PortalError, UnexpectedDialog, UnknownMessage
from portals.browser.translate import portal_errors
from portals.grid import folded
from portals.solus.messages import Classe, Mensagem, asking, of, understood
from portals.solus.outcome import Billed
from portals.solus.pages.screen import Look, Screen, Window

Judge = Callable[[Iterable[Mensagem]], Billed | Refused | Unknown]

_YES = ("confirmar", "sim", "ok")


class FinalPress:
    """One button of one screen. `count` is what its question must name, None where it names no number."""

    def __init__(self, screen: Screen, where: str, count: int | None = None) -> None:
        self._screen = screen
        self._where = where
        self._count = count

    def press(self, button: ElementHandle, judge: Judge) -> Billed | Refused | Unknown:
        """Press it once, answer its question once, judge what is said. Raises PortalError only before the press."""
        with portal_errors(self._where):
            before = self._screen.look()
        self._screen.inside(before, self._where)
        try:
            return self._pressed(button, before, judge)
        except PlaywrightError as error:
            return Unknown(f"o navegador parou depois do clique ({error.message.splitlines()[0][:120]})")
        except PortalError as error:
            return Unknown(str(error), unclassified=isinstance(error, UnknownMessage))

    def _pressed(self, button: ElementHandle, before: Look, judge: Judge) -> Billed | Refused | Unknown:
        with self._screen.session.dialogs.announced(asking(self._count), accept=True):
            seen, trouble = self._screen.attempt(lambda: self._screen.press(button), before)
            self._screen.session.check(self._where)
            if seen is None:
                return Unknown(trouble)
            asked = seen.new_windows(before)
            if not asked:
                return judge(seen.new_said(before))
            question = seen
            confirm = self._confirmation(asked)
            seen, trouble = self._screen.attempt(lambda: self._screen.press(confirm), question)
            self._screen.session.check(self._where)
        if seen is None:
            return Unknown(trouble)
        if windows := seen.new_windows(question):
            return Unknown(f"o portal abriu uma janela: {windows[0].text!r}", unclassified=True)
        return judge(seen.new_said(before))

    def _confirmation(self, windows: Sequence[Window]) -> ElementHandle:
        """The button that says yes to the one known question; anything else is not answered at all."""
        window = windows[0]
        known = [m for line in window.lines for m in self._questions(line)]
        yes = [text for text in window.buttons if folded(text) in _YES]
        if len(windows) != 1 or len(known) != 1 or len(yes) != 1:
            raise UnexpectedDialog(f"O portal perguntou {window.text!r}; nada foi respondido.", where=self._where)
        return self._screen.button(window, yes[0], self._where)

    def _questions(self, line: str) -> list[Mensagem]:
        asked = of(Classe.CONFIRMACAO, understood([line]))
        number = None if self._count is None else str(self._count)
        return [mensagem for mensagem in asked if mensagem.valores.get("quantidade") == number]

"""One look at the screen, and acting on it: every act ends in something new to see, or in an error that names it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle

from agent.model.errors import (
    PageChanged,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
    UnknownMessage,
)
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.drift.visits import at_work
from portals.grid import Columns
from portals.locate.find import Form, find_form
from portals.locate.labels import Labels
from portals.solus import columns
from portals.solus.messages import Classe, Mensagem, of, understood
from portals.solus.scripts import script

LATER = "Tente mais tarde."


@dataclass(frozen=True, slots=True)
class Window:
    """A window that the page itself draws over its content: what it says, and its buttons."""

    lines: tuple[str, ...]
    buttons: tuple[str, ...]

    @property
    def text(self) -> str:
        """All it says, on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Look:
    """What the screen said at one moment. `raw` is the same, for the script that waits for something newer."""

    raw: dict[str, Any]

    @property
    def login(self) -> bool:
        """Whether a password is asked for."""
        return bool(self.raw["login"])

    @property
    def signed(self) -> bool:
        """Whether the way out ("Sair") is there: the one proof of being signed in."""
        return bool(self.raw["signed"])

    @property
    def said(self) -> tuple[Mensagem, ...]:
        """Every line of every banner, understood."""
        return understood(self.raw["banners"])

    @property
    def headings(self) -> tuple[Mensagem, ...]:
        """The page's own headings, as messages: a maintenance page has nothing else."""
        return understood(self.raw["headings"])

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows drawn over the page, overlays without buttons aside."""
        return tuple(Window(tuple(w["lines"]), tuple(w["buttons"])) for w in self.raw["dialogs"])

    def new_windows(self, before: "Look") -> tuple[Window, ...]:
        """Those that were not there before; one that is fading out is not new."""
        return tuple(window for window in self.windows if window not in before.windows)

    def new_said(self, before: "Look") -> tuple[Mensagem, ...]:
        """What the banners say that they did not, unless the whole page is new."""
        return self.said if self.raw["stamps"] != before.raw["stamps"] else _without(self.said, before.said)


class Screen:
    """The session as the page objects use it. `timeout_s`: how long any answer may take."""

    def __init__(self, session: Session, labels: Labels, title: str, timeout_s: float) -> None:
        self.session = session
        self.labels = labels
        self._title = title
        self.timeout_s = timeout_s

    def place(self, screen: str) -> str:
        """Portal and screen, as errors name them."""
        return f"{self._title}, {screen}"

    def columns(self, name: str) -> Columns:
        """The headings of one list of columns.toml, with the office's own."""
        return columns.named(name).called(self.labels.lists.get(name, {}))

    def look(self, titles: Sequence[str] = ()) -> Look:
        """What the screen says now."""
        return Look(self.session.page.evaluate(script("screen.js"), _asked(titles, deep=True)))

    def act(self, action: Callable[[], object], where: str, titles: Sequence[str] = ()) -> Look:
        """Do it, wait for its answer, and return what the screen then says; whatever that is, apart from trouble.

        Raises UnexpectedDialog, and PortalUnavailable when the connection failed, the portal answered with an error
        of its own or nothing new came in time.
        """
        with portal_errors(where):
            seen, trouble = self.attempt(action, self.look(titles), titles)
        self.session.check(where)
        if seen is None:
            raise PortalUnavailable(f"{_sentence(trouble)}.", where=where, do=LATER)
        return seen

    def click(self, button: ElementHandle, where: str, titles: Sequence[str] = ()) -> Look:
        """`act` for a click."""
        return self.act(lambda: self.press(button), where, titles)

    def press(self, button: ElementHandle) -> None:
        """Click once. A click that starts a navigation comes back with it, so it has the time of an answer."""
        button.click(timeout=self.timeout_s * 1000)

    def attempt(
        self, action: Callable[[], object], before: Look, titles: Sequence[str] = ()
    ) -> tuple[Look | None, str]:
        """Do it and wait; None when no answer was seen, with the reason in pt-BR. Raises Playwright's errors only."""
        with self.session.watched() as traffic:
            action()
            asked = _asked(titles, deep=True, before=before.raw)
            found = self.session.wait_for(script("screen.js"), asked, traffic, self.timeout_s)
        if found is not None and traffic.trouble is None:
            return Look(found), ""
        return None, self._maintenance() or traffic.trouble or "o portal não respondeu no tempo esperado"

    def calm(self, seen: Look, where: str, known: Sequence[Classe] = ()) -> tuple[Mensagem, ...]:
        """What the banners say, once nothing speaks against going on.

        Raises as `inside` does; PortalUnavailable; UnknownMessage for a text that is not in the catalogue or whose
        class is neither `known` nor neutral.
        """
        self.inside(seen, where)
        said = seen.said
        if out := of(Classe.INDISPONIVEL, (*said, *seen.headings)):
            raise PortalUnavailable(f"O portal disse: {out[0].texto!r}.", where=where, do=LATER)
        for mensagem in said:
            if mensagem.classe not in (*known, Classe.NEUTRA):
                raise UnknownMessage(
                    f"O portal mostrou um texto que não é esperado aqui: {mensagem.texto!r}.",
                    where=where,
                    said=mensagem.texto if mensagem.classe is Classe.DESCONHECIDA else "",
                )
        return said

    def inside(self, seen: Look, where: str) -> None:
        """Raise SessionExpired at the login form, UnexpectedDialog for a window over the page."""
        if seen.login or of(Classe.SESSAO, seen.said):
            raise SessionExpired(where=where, do="Rode de novo: a entrada será refeita.")
        if seen.windows:
            raise UnexpectedDialog(f"O portal abriu uma janela inesperada: {seen.windows[0].text!r}.", where=where)

    def form(self, panel: str, where: str, keys: Sequence[str] = ()) -> Form:
        """The panel with its fields (or only `keys`), each found once."""
        frames, labels = self.session.frames(), self.labels.panels[panel]
        with portal_errors(where), at_work(frames, {panel: labels}, where):
            return find_form(frames, labels, where, keys)

    def closed(self, action: Callable[[], object], window: Window, where: str) -> Look:
        """Do it and wait until `window` is on the screen no more. Raises PortalUnavailable when it stays."""
        with portal_errors(where), self.session.watched() as traffic:
            action()
            asked = _asked(deep=True, gone={"lines": list(window.lines), "buttons": list(window.buttons)})
            found = self.session.wait_for(script("screen.js"), asked, traffic, self.timeout_s)
        self.session.check(where)
        if found is None:
            raise PortalUnavailable(f"A janela {window.text!r} não fechou.", where=where, do=LATER)
        return Look(found)

    def button(self, window: Window, text: str, where: str) -> ElementHandle:
        """The button of a window over the page, ready to be clicked. Raises PageChanged when it is not there once."""
        asked = _asked(press={"lines": list(window.lines), "button": text})
        found = [frame.evaluate_handle(script("screen.js"), asked).as_element() for frame in self.session.frames()]
        handles = [handle for handle in found if handle is not None]
        if len(handles) != 1:
            raise PageChanged(f"O botão {text!r} da janela {window.text!r} não foi encontrado.", where=where)
        return handles[0]

    def html_of(self, title: str, where: str) -> str:
        """The HTML of the one frame that shows this title."""
        with portal_errors(where):
            asked = _asked([title])
            holders = [frame for frame in self.session.frames() if frame.evaluate(script("screen.js"), asked)["titles"]]
            if len(holders) != 1:
                raise PageChanged(f"A tela {title!r} aparece {len(holders)} vezes.", where=where)
            return holders[0].content()

    def _maintenance(self) -> str:
        with portal_errors(self._title):
            now = self.look()
        out = of(Classe.INDISPONIVEL, (*now.said, *now.headings))
        return f"o portal disse: {out[0].texto!r}" if out else ""


def _without(said: Sequence[Mensagem], before: Sequence[Mensagem]) -> tuple[Mensagem, ...]:
    return tuple(mensagem for mensagem in said if mensagem not in before)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked(
    titles: Sequence[str] = (),
    *,
    deep: bool = False,
    before: dict[str, Any] | None = None,
    gone: dict[str, Any] | None = None,
    press: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {"titles": list(titles), "deep": deep, "before": before, "gone": gone, "press": press}

"""The session as page objects use it: look, act once, wait for one of the named outcomes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from playwright.sync_api import ElementHandle, Frame

from agent.model.errors import (
    CredentialsRejected,
    PageChanged,
    PersonNeeded,
    PortalError,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
    UnknownMessage,
)
from portals.browser.asking import Question, ask
from portals.browser.session import Session
from portals.browser.traffic import Traffic
from portals.browser.translate import portal_errors
from portals.drift.visits import at_work
from portals.ipasem.messages import CATALOGUE, Classe, Mensagem
from portals.ipasem.scripts import script
from portals.locate.find import Form, Search, find_form, find_forms
from portals.locate.labels import Labels, PanelLabels
from portals.screens.reading import columns_of

Sought = Callable[[], dict[str, Form]]
"""Panels that were looked for: calling it gives them, or raises PageChanged."""

TITLE = "IPASEM"
LATER = "Tente mais tarde."
# How long a key or a click may take to send something; one that opens a window over the page sends nothing.
_REQUEST_S = 0.5
_YES = ("OK", "Sim", "Confirmar")
# The classes that stop whatever is being done, and the error that says who acts next.
_STOPS: dict[Classe, type[PortalError]] = {
    Classe.CREDENCIAIS: CredentialsRejected,
    Classe.BLOQUEIO: CredentialsRejected,
    Classe.CAPTCHA: PersonNeeded,
    Classe.PESSOA: PersonNeeded,
    Classe.SESSAO: SessionExpired,
    Classe.INDISPONIVEL: PortalUnavailable,
}


@dataclass(frozen=True, slots=True)
class Window:
    """A window that the page itself draws over its content."""

    title: str
    text: str
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the screen says, or what of it is new since an act. `screens`: name of labels.toml → title as shown."""

    screens: dict[str, str]
    notices: tuple[Mensagem, ...]
    windows: tuple[Window, ...]
    login: bool

    @property
    def messages(self) -> tuple[Mensagem, ...]:
        """Every text meant for a person, in windows and on the page."""
        return (*(CATALOGUE.understood(window.text) for window in self.windows), *self.notices)

    def said(self, classe: Classe) -> Mensagem | None:
        """The text of that class, None when it was not said."""
        return next((m for m in self.messages if m.classe is classe), None)


class Screen:
    """One session on IPASEM. `timeout_s`: how long any answer may take."""

    def __init__(self, session: Session, labels: Labels, timeout_s: float) -> None:
        self.session = session
        self.labels = labels
        self.columns = columns_of("portals.ipasem", labels)
        self.timeout_s = timeout_s

        self._turn = 0
        self._titles = {name: list(panel.titles) for name, panel in labels.panels.items() if panel.titles}

    def look(self) -> Seen:
        """What the screen says now."""
        return _seen(*ask(self.session.page, self._question("look")))

    def look_for(self, panels: Sequence[str], where: str) -> tuple[Seen, Sought]:
        """What the screen says now, and the panels on it, in one look at each frame."""
        search = self._search(panels, where)
        with portal_errors(where):
            answers = ask(self.session.page, self._question("look"), *self._in_page(search))
        return _seen(answers[0]), partial(self._forms, search, answers[1:], where)

    def news(self, frame: Frame, question: Question) -> tuple[Seen, Any]:
        """What is new since the last answer, without waiting; before that, what `frame` answers to the question."""
        new = self._question("new")
        if frame is self.session.page.main_frame:
            answer, seen = ask(frame, question, new)
        else:
            (answer,), (seen,) = ask(frame, question), ask(self.session.page, new)
        return _seen(seen), answer

    def lead_to(
        self, action: Callable[[], object], where: str, screen: str, panels: Sequence[str]
    ) -> tuple[Seen, Sought]:
        """Do it once, as `act`; with the answer come the panels that are then on the screen."""
        search = self._search(panels, where)
        with portal_errors(where), self.session.watched() as traffic:
            action()
            seen, sought = self._found(self._question("wait", [screen, "manutencao"]), search, traffic, where)
        return self.untroubled(seen, traffic, where), sought

    def act(
        self, action: Callable[[], object], where: str, screens: Sequence[str] = (), *, way_in: bool = False
    ) -> Seen:
        """Do it once and return what is then new, that being a text, a window, the login or one of `screens`.

        Raises what `untroubled` raises.
        """
        with portal_errors(where), self.session.watched() as traffic:
            seen = self.after(action, traffic, screens)
        return self.untroubled(seen, traffic, where, way_in=way_in)

    def after(self, action: Callable[[], object], traffic: Traffic, screens: Sequence[str] = ()) -> Seen | None:
        """Do it once and wait; None when nothing new was seen. Raises Playwright's own errors only.

        New is what was not there when the last answer came: a text that came by itself since counts too.
        """
        action()
        return self._wait("wait", [*screens, "manutencao"], traffic, request_s=_REQUEST_S)

    def arrive(self, screens: Sequence[str], where: str, action: Callable[[], object] | None = None) -> Seen:
        """Wait until one of the screens or the way in is there, new or not; `action` leads to it.

        Raises what `untroubled` raises, but not for the way in.
        """
        with portal_errors(where), self.session.watched() as traffic:
            if action is not None:
                action()
            seen = self._wait("there", [*screens, "manutencao"], traffic)
        return self.untroubled(seen, traffic, where, way_in=True)

    def untroubled(self, seen: Seen | None, traffic: Traffic, where: str, *, way_in: bool = False) -> Seen:
        """`seen`, when nothing speaks against going on.

        Raises UnexpectedDialog, PortalUnavailable (connection, 5xx, maintenance, no answer in time), SessionExpired
        at the login form unless it is the `way_in`, and what the catalogue says stops everything; never for a text
        that is unknown.
        """
        self.session.check(where)
        if seen is not None and "manutencao" in seen.screens:
            raise PortalUnavailable(f"O portal disse: {seen.screens['manutencao']!r}.", where=where, do=LATER)
        told = seen and any(said.classe is not Classe.DESCONHECIDA for said in seen.messages)
        if seen is None or (traffic.trouble and not told):
            raise PortalUnavailable(
                _sentence(traffic.trouble or "o portal não respondeu no tempo esperado"), where=where, do=LATER
            )
        for mensagem in seen.messages:
            if error := _STOPS.get(mensagem.classe):
                raise error(f"O portal disse: {mensagem.texto!r}.", where=where)
        if seen.login and not way_in:
            raise SessionExpired(where=where, do="Rode de novo: a entrada será refeita.")
        return seen

    def only(self, seen: Seen, known: Sequence[Classe], where: str) -> None:
        """Raise UnknownMessage, or UnexpectedDialog for a window, when a text is of none of these classes."""
        for window in seen.windows:
            if CATALOGUE.understood(window.text).classe not in (*known, Classe.NEUTRA):
                what, tells = f"O portal abriu uma janela inesperada: {window.text!r}.", len(window.buttons) == 1
                raise UnexpectedDialog(what, where=where, said=window.text if tells else "")
        for mensagem in seen.notices:
            if mensagem.classe not in (*known, Classe.NEUTRA):
                raise UnknownMessage(
                    f"O portal mostrou um texto desconhecido: {mensagem.texto!r}.", where=where, said=mensagem.texto
                )

    def form(self, panel: str, where: str, keys: Sequence[str] = ()) -> Form:
        """The panel with its fields (or only `keys`), each found once, or PageChanged."""
        frames, labels = self.session.frames(), self.labels.panels[panel]
        with portal_errors(where), at_work(frames, {panel: labels}, where):
            return find_form(frames, labels, where, keys)

    def forms(self, panels: Sequence[str], where: str) -> dict[str, Form]:
        """Several panels of one screen in one look."""
        frames, labels = self.session.frames(), self._panels(panels)
        with portal_errors(where), at_work(frames, labels, where):
            return find_forms(frames, labels, where)

    def press(self, buttons: Sequence[str], where: str) -> ElementHandle:
        """The one button with these words in the window over the page. Raises PageChanged."""
        asked = {"names": list(buttons)}
        with portal_errors(where):
            found = [frame.evaluate_handle(script("button.js"), asked).as_element() for frame in self.session.frames()]
        handles = [handle for handle in found if handle is not None]
        if len(handles) != 1:
            raise PageChanged(f"A janela não tem o botão {buttons[0]!r}.", where=where)
        return handles[0]

    def dismiss(self, where: str, seen: Seen | None = None) -> tuple[str, ...]:
        """Close the windows that only tell something, whatever it is; returns their texts. `seen`: the last look.

        Raises UnexpectedDialog for a window that asks: it has more than one button.
        """
        with portal_errors(where):
            windows = (seen or self.look()).windows
            for window in reversed(windows):
                if len(window.buttons) != 1:
                    raise UnexpectedDialog(f"O portal pergunta: {window.text!r}.", where=where)
                button = self.press(window.buttons, where)
                button.press("Enter")
                button.wait_for_element_state("hidden")
        return tuple(": ".join(filter(None, (window.title, window.text))) for window in windows)

    def confirm(self, action: Callable[[], object], classe: Classe, where: str, **valores: str) -> Seen:
        """Do it and say yes to the one question of that class, the browser's own or a window's.

        Nothing is confirmed when the question is another one: then UnexpectedDialog is raised.
        """
        with self.session.dialogs.announced(CATALOGUE.question(classe, **valores), accept=True):
            seen = self.act(action, where)
        if not (asked := seen.said(classe)):
            return seen
        if len(seen.windows) != 1 or any(asked.valores.get(name) != valor for name, valor in valores.items()):
            raise UnexpectedDialog(f"O portal pergunta: {asked.texto!r}.", where=where)
        yes = self.press(_YES, where)
        return self.act(lambda: yes.press("Enter"), where)

    def _wait(self, mode: str, screens: Sequence[str], traffic: Traffic, *, request_s: float = 0.0) -> Seen | None:
        asked = self._question(mode, screens)
        answers = self.session.wait_for_answers((asked,), traffic, self.timeout_s, request_s=request_s)
        return _seen(answers[0]) if answers else None

    def _found(self, asked: Question, search: Search, traffic: Traffic, where: str) -> tuple[Seen | None, Sought]:
        """What the screen says once it says something new, and the panels that are then there."""
        questions = (asked, *self._in_page(search))
        answers = self.session.wait_for_answers(questions, traffic, self.timeout_s, request_s=_REQUEST_S)
        sought = partial(self._forms, search, answers[1:], where)
        return (_seen(answers[0]) if answers else None), sought

    def _forms(self, search: Search, own: list[Any], where: str) -> dict[str, Form]:
        """The panels, by the page's own answer and by those of its frames, which are asked now."""
        main = self.session.page.main_frame
        with portal_errors(where):
            framed = search.answers(frame for frame in self.session.frames() if frame is not main)
            with at_work(self.session.frames(), search.panels, where):
                return search.forms([*((main, report) for report in own), *framed])

    def _in_page(self, search: Search) -> tuple[Question, ...]:
        """The search as one of the page's own questions, where the page is the portal's."""
        return (search.question,) if self.session.page.main_frame in self.session.frames() else ()

    def _search(self, panels: Sequence[str], where: str) -> Search:
        return Search(self._panels(panels), where)

    def _panels(self, panels: Sequence[str]) -> dict[str, PanelLabels]:
        return {name: self.labels.panels[name] for name in panels}

    def _question(self, mode: str, until: Sequence[str] = ()) -> Question:
        busy = list(self.labels.panels["carregando"].titles)
        self._turn += 1
        asked = {"mode": mode, "turn": self._turn, "screens": self._titles, "until": list(until), "busy": busy}
        return Question(script("screen.js"), asked)


def _seen(found: dict[str, Any]) -> Seen:
    return Seen(
        screens=found["screens"],
        notices=tuple(CATALOGUE.understood(text) for text in found["notices"]),
        windows=tuple(Window(w["title"], w["text"], tuple(w["buttons"])) for w in found["windows"]),
        login=found["login"],
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

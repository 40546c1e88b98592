"""The session as an adapter uses it: look, act once, wait for one of the named outcomes."""

from collections.abc import Callable, Sequence

from playwright.sync_api import ElementHandle

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
from portals.browser.translate import portal_errors
from portals.drift.visits import at_work
from portals.locate.find import Form, find_form
from portals.locate.labels import Labels
from portals.screens.messages import Catalogue, Classe
from portals.screens.scripts import script
from portals.screens.seen import Seen, seen

LATER = "Tente mais tarde."
# How long a key or a click may take to send something; one that opens a window over the page sends nothing.
_REQUEST_S = 0.5
_STOPS: dict[Classe, type[PortalError]] = {
    Classe.CREDENCIAIS: CredentialsRejected,
    Classe.BLOQUEIO: CredentialsRejected,
    Classe.CAPTCHA: PersonNeeded,
    Classe.SESSAO: SessionExpired,
    Classe.INDISPONIVEL: PortalUnavailable,
}
_OUT = "manutencao"


class Screen:
    """One session on one portal. `timeout_s`: how long any answer may take.

    Of labels.toml it needs two panels of a title alone: `manutencao` (the portal is out) and `carregando` (words that
    only mean "wait").
    """

    def __init__(self, session: Session, labels: Labels, catalogue: Catalogue, timeout_s: float) -> None:
        self.session = session
        self.labels = labels
        self.catalogue = catalogue
        self.timeout_s = timeout_s
        self._turn = 0
        self._titles = {name: list(panel.titles) for name, panel in labels.panels.items() if panel.titles}

    def place(self, screen: str) -> str:
        """Portal and screen, as errors name them."""
        return f"{self.labels.portal}, {screen}"

    def look(self) -> Seen:
        """What the screen says now."""
        (found,) = ask(self.session.page, self._question("look"))
        return seen(found, self.catalogue)

    def act(
        self, action: Callable[[], object], where: str, screens: Sequence[str] = (), *, way_in: bool = False
    ) -> Seen:
        """Do it once and return what is then new: a text, a window, the login or one of `screens`.

        Raises UnexpectedDialog, PortalUnavailable (connection, 5xx, maintenance, no answer in time), SessionExpired at
        the login form unless it is the `way_in`, and what the catalogue says stops everything; never for a text that is
        unknown: see `only`.
        """
        return self._until("wait", action, where, screens, way_in=way_in, request_s=_REQUEST_S)

    def arrive(self, screens: Sequence[str], where: str, action: Callable[[], object] = lambda: None) -> Seen:
        """Do it and wait until one of the screens or the way in is there, new or not. Raises as `act`."""
        return self._until("there", action, where, screens, way_in=True, request_s=0.0)

    def only(self, found: Seen, known: Sequence[Classe], where: str) -> None:
        """Raise UnknownMessage, or UnexpectedDialog for a window, when a text is of none of these classes."""
        for window in found.windows:
            if window.said.classe not in (*known, Classe.NEUTRA):
                what, tells = f"O portal abriu uma janela inesperada: {window.said.texto!r}.", len(window.buttons) == 1
                raise UnexpectedDialog(what, where=where, said=window.said.texto if tells else "")
        for said in found.messages:
            if said.classe not in known:
                raise UnknownMessage(
                    f"O portal mostrou um texto desconhecido: {said.texto!r}.", where=where, said=said.texto
                )

    def form(self, panel: str, where: str, keys: Sequence[str] = ()) -> Form:
        """The panel with its fields (or only `keys`), each found once, or PageChanged."""
        frames, labels = self.session.frames(), self.labels.panels[panel]
        with portal_errors(where), at_work(frames, {panel: labels}, where):
            return find_form(frames, labels, where, keys)

    def click(self, panel: str, key: str, where: str, screens: Sequence[str] = ()) -> Seen:
        """`act` for a click on one button, which must be there once."""
        button = self.form(panel, where, [key])[key]
        return self.act(lambda: button.click(timeout=self.timeout_s * 1000), where, screens)

    def confirm(self, action: Callable[[], object], classe: Classe, yes: str, where: str, **valores: str) -> Seen:
        """Do it and say yes to the one question of that class, the browser's own or a window's (button `yes`).

        Nothing is confirmed when the question is another one: then UnexpectedDialog is raised.
        """
        with self.session.dialogs.announced(self.catalogue.question(classe, **valores), accept=True):
            found = self._until("wait", action, where, (), way_in=False, request_s=0.0)
        if not (asked := found.said(classe)):
            return found
        if len(found.windows) != 1 or any(asked.valores.get(name) != valor for name, valor in valores.items()):
            raise UnexpectedDialog(f"O portal pergunta: {asked.texto!r}.", where=where)
        button = self._in_window(yes, where)
        return self.act(button.click, where)

    def filled(self, panel: str, where: str, **texts: str) -> Form:
        """The panel with these texts in its fields, read back. Raises PageChanged when one does not hold its text."""
        form = self.form(panel, where)
        with portal_errors(where):
            for key, text in texts.items():
                form[key].fill(text)
            held = {key: form[key].input_value() for key in texts}
        if held != texts:
            raise PageChanged("A tela não ficou com o que foi digitado.", where=where)
        return form

    def html_of(self, title: str, where: str) -> str:
        """The page that shows exactly this title, as HTML. Raises PageChanged."""
        with portal_errors(where):
            shown = [html for frame in self.session.frames() if (html := frame.evaluate(script("report.js"), title))]
        if len(shown) != 1:
            raise PageChanged(f"A tela {title!r} aparece {len(shown)} vezes.", where=where)
        return str(shown[0])

    def _until(
        self,
        mode: str,
        action: Callable[[], object],
        where: str,
        screens: Sequence[str],
        *,
        way_in: bool,
        request_s: float,
    ) -> Seen:
        asked = self._question(mode, [*screens, _OUT])
        with portal_errors(where), self.session.watched() as traffic:
            action()
            answers = self.session.wait_for_answers((asked,), traffic, self.timeout_s, request_s=request_s)
        self.session.check(where)
        found = seen(answers[0], self.catalogue) if answers else None
        if found is not None and _OUT in found.screens:
            raise PortalUnavailable(f"O portal disse: {found.screens[_OUT]!r}.", where=where, do=LATER)
        if found is None or traffic.trouble:
            why = traffic.trouble or "o portal não respondeu no tempo esperado"
            raise PortalUnavailable(f"{why[:1].upper()}{why[1:]}.", where=where, do=LATER)
        for said in found.messages:
            if error := _STOPS.get(said.classe):
                raise error(f"O portal disse: {said.texto!r}.", where=where)
        if found.login and not way_in:
            raise SessionExpired(where=where, do="Rode de novo: a entrada será refeita.")
        return found

    def _in_window(self, name: str, where: str) -> ElementHandle:
        with portal_errors(where):
            asked = {"names": [name]}
            found = [frame.evaluate_handle(script("button.js"), asked).as_element() for frame in self.session.frames()]
        handles = [handle for handle in found if handle is not None]
        if len(handles) != 1:
            raise PageChanged(f"A janela não tem o botão {name!r}.", where=where)
        return handles[0]

    def _question(self, mode: str, until: Sequence[str] = ()) -> Question:
        busy = list(self.labels.panels["carregando"].titles)
        self._turn += 1
        asked = {"mode": mode, "turn": self._turn, "screens": self._titles, "until": list(until), "busy": busy}
        return Question(script("screen.js"), asked)

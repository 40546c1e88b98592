"""The way in and out: CPF/CNPJ, senha, the box that only a person ticks, Acessar; SAIR."""

from contextlib import suppress
from time import monotonic

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.model.errors import PersonNeeded, PortalUnavailable, SessionExpired
from portals.base import Login, Presence, Waiting
from portals.browser.translate import portal_errors
from portals.ipasem.pages.screen import LATER, TITLE, Screen
from portals.ipasem.scripts import script
from portals.locate.find import Form

WHERE = f"{TITLE}, entrada"
ASK = 'Marque "Não sou um robô" na janela do navegador do IPASEM.'
_GLANCE_MS = 500.0


class Access:
    """Entrar. `captcha_timeout_s`: how long a person may take to tick the box."""

    def __init__(self, screen: Screen, captcha_timeout_s: float) -> None:
        self._screen = screen
        self._captcha_timeout_s = captcha_timeout_s

    def sign_in(self, name: str, login: Login, presence: Presence) -> tuple[str, ...]:
        """Be signed in; returns the notices that the portal showed. A stored session that still lives is used.

        Raises CredentialsRejected (tried once), PersonNeeded when nobody ticked the box in time.
        """
        if self._screen.arrive(["gerar"], WHERE, self._screen.session.goto).login:
            form = self._screen.form("entrada", WHERE)
            self._fill(form, login)
            if self._person_ticked(form, name, presence):
                self._screen.act(form["acessar"].click, WHERE, ["gerar"], way_in=True)
        return self._inside()

    def come_back(self) -> None:
        """The first page, from whatever the screen shows. Raises SessionExpired where the portal asks who it is."""
        with suppress(PlaywrightError):  # the browser's own error page, on its way, would interrupt the first try
            self._screen.session.goto()
        if self._screen.arrive(["gerar"], WHERE, self._screen.session.goto).login:
            raise SessionExpired(where=WHERE, do="Rode de novo: a entrada será refeita.")
        self._inside()

    def sign_out(self) -> None:
        """Press SAIR and see the way in again. Raises PortalUnavailable when the portal does not let go."""
        self._screen.dismiss(WHERE)
        menu = self._screen.form("menu", WHERE, ["sair"])
        if not self._screen.act(menu["sair"].click, WHERE, way_in=True).login:
            raise PortalUnavailable("O portal não confirmou a saída.", where=WHERE, do=LATER)

    def _fill(self, form: Form, login: Login) -> None:
        with portal_errors(WHERE):
            self._screen.session.type_secret(form["usuario"], login.user, WHERE)
            self._screen.session.type_secret(form["senha"], login.password, WHERE)

    def _person_ticked(self, form: Form, name: str, presence: Presence) -> bool:
        """Wait for the person; False when that person went on to press Acessar as well."""
        with portal_errors(WHERE):
            if self._box() == "absent":
                return True
            presence.awaited(name, Waiting.CAPTCHA, ASK)
            deadline = monotonic() + self._captcha_timeout_s
            while (here := self._still(form)) and self._box() != "ticked":
                if monotonic() > deadline:
                    raise PersonNeeded('Ninguém marcou "Não sou um robô" a tempo.', where=WHERE, do=ASK)
                self._glance()
        presence.done(name, Waiting.CAPTCHA)
        return here

    def _still(self, form: Form) -> bool:
        """Whether the form is the one that was filled."""
        try:
            return bool(form["senha"].evaluate("(e) => e.isConnected"))
        except PlaywrightError:
            return False

    def _box(self) -> str:
        """Whether the box is "absent", "waiting" or "ticked", by the page and by the widget's own frame."""
        states = []
        for frame in self._screen.session.page.frames:
            try:
                states.append(frame.evaluate(script("captcha.js")))
            except PlaywrightError:
                continue  # a frame that is just being loaded has nothing to say yet
        return next((state for state in ("ticked", "waiting") if state in states), "absent")

    def _glance(self) -> None:
        """Until the page itself shows that the box was ticked, or half a second."""
        try:
            self._screen.session.page.wait_for_function(
                f"() => ({script('captcha.js')})() !== 'waiting'", timeout=_GLANCE_MS
            )
        except PlaywrightTimeout:
            return
        except PlaywrightError:
            return  # the person went on and the page with them; `_still` tells

    def _inside(self) -> tuple[str, ...]:
        """Proof of being signed in: the cards, and SAIR. Windows over them are closed; what they say is returned."""
        seen = self._screen.arrive(["gerar"], WHERE)
        if seen.login:
            self._screen.only(seen, (), WHERE)
            raise PortalUnavailable("O portal voltou à entrada sem dizer por quê.", where=WHERE, do=LATER)
        windows = self._screen.dismiss(WHERE)
        self._screen.form("menu", WHERE, ["sair"])
        return (*windows, *(notice.texto for notice in seen.notices))

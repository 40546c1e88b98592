"""The way in and out: CPF/CNPJ, senha, the box that only a person ticks, Acessar; SAIR."""

import re
from contextlib import suppress

from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import PortalUnavailable, SessionExpired, WrongAccount
from portals.base import Login, Presence
from portals.browser.translate import portal_errors
from portals.ipasem.pages.robot import Robot
from portals.ipasem.pages.screen import LATER, TITLE, Screen
from portals.ipasem.scripts import script
from portals.locate.find import Form

WHERE = f"{TITLE}, entrada"
_DOCUMENT = re.compile(r"(?<!\d)(?:\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}|\d{3}\.?\d{3}\.?\d{3}-?\d{2})(?!\d)")


class Access:
    """Entrar. `robot` is the box that a person ticks."""

    def __init__(self, screen: Screen, robot: Robot) -> None:
        self._screen = screen
        self._robot = robot

    def sign_in(self, name: str, login: Login, presence: Presence) -> tuple[str, ...]:
        """Be signed in; returns the notices that the portal showed. A stored session that still lives is used.

        Raises CredentialsRejected (tried once), PersonNeeded when nobody ticked the box in time.
        """
        if self._screen.arrive(["gerar"], WHERE, self._screen.session.goto).login:
            form = self._screen.form("entrada", WHERE, ["usuario", "senha", "acessar"])
            self._fill(form, login)
            if self._robot.wait(form["senha"], name, presence, WHERE):
                self._screen.act(form["acessar"].click, WHERE, ["gerar"], way_in=True)
        return self._inside(login.user)

    def come_back(self) -> None:
        """The first page, from whatever the screen shows. Raises SessionExpired where the portal asks who it is."""
        with suppress(PlaywrightError):  # the browser's own error page, on its way, would interrupt the first try
            self._screen.session.goto()
        if self._screen.arrive(["gerar"], WHERE, self._screen.session.goto).login:
            raise SessionExpired(where=WHERE, do="Rode de novo: a entrada será refeita.")
        self._inside()

    def asked_again(self) -> bool:
        """Whether the portal asks who it is, now that a screen turned out to be another one."""
        with suppress(PlaywrightError):  # the page may be on its way, or gone
            self._screen.session.page.wait_for_load_state("domcontentloaded")
            return self._screen.look().login
        return False

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

    def _inside(self, user: str = "") -> tuple[str, ...]:
        """Proof of being signed in: the cards, and SAIR. Windows over them are closed; what they say is returned.

        Raises WrongAccount when the portal shows the CPF or CNPJ of somebody else than `user` beside its menu.
        """
        seen = self._screen.arrive(["gerar"], WHERE)
        if seen.login:
            self._screen.only(seen, (), WHERE)
            raise PortalUnavailable("O portal voltou à entrada sem dizer por quê.", where=WHERE, do=LATER)
        windows = self._screen.dismiss(WHERE)
        menu = self._screen.form("menu", WHERE, ["sair"])
        if user:
            self._same_account(menu, user)
        return (*windows, *(notice.texto for notice in seen.notices))

    def _same_account(self, menu: Form, user: str) -> None:
        """A stored session may be another login's: whatever CPF or CNPJ stands beside SAIR must be this one's."""
        with portal_errors(WHERE):
            beside = str(menu["sair"].evaluate(script("beside.js")))
        shown = {"".join(filter(str.isdigit, found)) for found in _DOCUMENT.findall(beside)}
        if shown and "".join(filter(str.isdigit, user)) not in shown:
            raise WrongAccount(where=WHERE)

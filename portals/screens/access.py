"""The way in and out: user, password, the box that only a person ticks; and proof of being signed in."""

from contextlib import suppress

from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import CredentialsRejected, PortalUnavailable, SessionExpired
from portals.base import Login, Presence
from portals.browser.translate import portal_errors
from portals.screens.robot import Robot
from portals.screens.screen import LATER, Screen

AGAIN = "Rode de novo: a entrada será refeita."


class Access:
    """By the panels `entrada` (usuario, senha, acessar) and `menu` (sair); `home` is the first panel inside."""

    def __init__(self, screen: Screen, home: str, captcha_timeout_s: float) -> None:
        self._screen = screen
        self._home = home
        self._robot = Robot(screen.session, screen.labels.portal, captcha_timeout_s)
        self._where = screen.place("entrada")
        self._rejected: set[str] = set()

    def sign_in(self, name: str, login: Login, presence: Presence) -> None:
        """Be signed in; a stored session that still lives is used.

        Raises CredentialsRejected, tried once for each login ever, and PersonNeeded when nobody ticked the box.
        """
        if login.user in self._rejected:
            raise CredentialsRejected(where=self._where)
        try:
            self._enter(name, login, presence)
        except CredentialsRejected:
            self._rejected.add(login.user)
            raise

    def come_back(self) -> None:
        """The first page, from whatever the screen shows. Raises SessionExpired where the portal asks who it is."""
        with suppress(PlaywrightError):  # the browser's own error page, on its way, would interrupt the first try
            self._screen.session.goto()
        if self._screen.arrive([self._home], self._where, self._screen.session.goto).login:
            raise SessionExpired(where=self._where, do=AGAIN)

    def asked_again(self) -> bool:
        """Whether the portal asks who it is, now that a screen turned out to be another one."""
        with suppress(PlaywrightError):  # the page may be on its way, or gone
            return self._screen.look().login
        return False

    def sign_out(self) -> None:
        """Press Sair and see the way in again. Raises PortalUnavailable when the portal does not let go."""
        button = self._screen.form("menu", self._where, ["sair"])["sair"]
        if not self._screen.act(button.click, self._where, way_in=True).login:
            raise PortalUnavailable("O portal não confirmou a saída.", where=self._where, do=LATER)

    def _enter(self, name: str, login: Login, presence: Presence) -> None:
        if self._screen.arrive([self._home], self._where, self._screen.session.goto).login:
            form = self._screen.form("entrada", self._where)
            with portal_errors(self._where):
                self._screen.session.type_secret(form["usuario"], login.user, self._where)
                self._screen.session.type_secret(form["senha"], login.password, self._where)
            if self._robot.wait(form["senha"], name, presence, self._where):
                found = self._screen.act(form["acessar"].click, self._where, [self._home], way_in=True)
                self._screen.only(found, (), self._where)
        if self._screen.arrive([self._home], self._where).login:
            raise PortalUnavailable("O portal voltou à entrada sem dizer por quê.", where=self._where, do=LATER)
        self._screen.form("menu", self._where, ["sair"])

"""The way into a portal through a browser: one browser for a whole command, a context per login, sessions kept."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import partial

from playwright.sync_api import Browser
from pydantic import BaseModel, ValidationError

from agent.config.office import Office
from agent.model.point import Clock
from agent.runner.account import account_of
from agent.runner.calibragens import overlay
from agent.runner.known_panels import visits_of
from agent.runner.mensagens import read_mensagens
from agent.vault.vault import SavedSession, Vault
from portals.base import Portal
from portals.browser.session import Session, open_session
from portals.browser.settings import BrowserSettings
from portals.browser.start import open_browser
from portals.browser.state import SessionState
from portals.browser.translate import portal_errors
from portals.drift.visits import Visits, visiting
from portals.learned import Significado, knowing
from portals.registry import PortalSettings, open_portal


def browser_settings(office: Office, *, shown: bool, read_only: bool = False, debug_port: int = 0) -> BrowserSettings:
    """The office's browser. What must be `read_only` is kept so by Chromium's own protocol, never by Firefox's.

    `debug_port`: see BrowserSettings; it is Chromium's too.
    """
    own = office.settings.navegador
    if own.programa == "firefox" and (read_only or debug_port):
        return BrowserSettings(shown=shown, sandbox=own.sandbox, debug_port=debug_port)
    return BrowserSettings(
        path=own.caminho,
        firefox=own.programa == "firefox",
        shown=shown,
        sandbox=own.sandbox,
        debug_port=debug_port,
    )


class Browsers:
    """The browser of a command: started when the first portal is entered, closed with the command.

    `read_only`: nothing may be changed with it. `debug_port`: a person attends it from afar.
    """

    def __init__(self, office: Office, *, shown: bool, read_only: bool = False, debug_port: int = 0) -> None:
        shown = shown or office.settings.navegador.mostrar
        self._settings = browser_settings(office, shown=shown, read_only=read_only, debug_port=debug_port)
        self._stack = ExitStack()
        self._browser: Browser | None = None

    def browser(self) -> Browser:
        """The one browser, running; a new one where it died. Raises BrowserMissing."""
        if self._browser is not None and not self._browser.is_connected():
            self.close()
        if self._browser is None:
            self._browser = self._stack.enter_context(open_browser(self._settings))
            # All that is loaded by now stays: looking through it again for garbage would stop entries in mid-air.
            gc.freeze()
        return self._browser

    @property
    def settings(self) -> BrowserSettings:
        """How it is started and how its pages look."""
        return self._settings

    def close(self) -> None:
        """Close it, if it was ever started."""
        self._stack.close()
        self._browser = None


class _Kept(BaseModel):
    """A saved session and whose it is: the cookies of one login must never carry another's entries."""

    account: str
    base_url: str
    state: SessionState


class BrowserDoor:
    """See agent.runner.session.Door."""

    def __init__(
        self,
        browsers: Browsers,
        vault: Vault,
        clock: Clock,
        *,
        clinica: str,
        portal: str,
        account: str,
        settings: PortalSettings,
        said: Sequence[tuple[str, Significado]] = (),
        visits: Callable[[], Visits] | None = None,
    ) -> None:
        self._browsers = browsers
        self._vault = vault
        self._clock = clock
        self._clinica = clinica
        self._portal = portal
        self._account = account
        self._settings = settings
        self._said = said
        self._visits = visits
        self._session: Session | None = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The browser's side alone, carrying the saved session where there is one."""
        with open_session(
            self._browsers.browser(),
            self._settings.base_url,
            state=self._saved(),
            settings=self._browsers.settings,
        ) as session:
            self._session = session
            try:
                yield session
            finally:
                self._session = None

    def adapter(self, session: Session) -> Portal:
        """The portal's verbs on that session."""
        return open_portal(self._portal, session, self._settings)

    @contextmanager
    def _connected(self) -> Iterator[Portal]:
        with self.session() as session, knowing(self._said), self._comparing():
            yield self.adapter(session)

    def _comparing(self) -> AbstractContextManager[None]:
        return visiting(self._visits()) if self._visits else nullcontext()

    def connect(self) -> AbstractContextManager[Portal]:
        """A fresh context, carrying the saved session where there is one."""
        return self._connected()

    def remember(self) -> None:
        """Keep the session that is signed in now, encrypted."""
        assert self._session is not None
        with portal_errors(self._portal):
            kept = _Kept(account=self._account, base_url=self._settings.base_url, state=self._session.state())
        content = kept.model_dump_json().encode()
        self._vault.save_session(self._clinica, self._portal, SavedSession(content, self._clock()))

    def _saved(self) -> SessionState | None:
        saved = self._vault.session(self._clinica, self._portal)
        if saved is None:
            return None
        try:
            kept = _Kept.model_validate_json(saved.content)
        except ValidationError:  # written by another version: a person signs in again
            return None
        ours = (kept.account, kept.base_url) == (self._account, self._settings.base_url)
        return kept.state if ours else None


def door_opener(browsers: Browsers, office: Office, vault: Vault, clock: Clock) -> Callable[[str, str], BrowserDoor]:
    """(clinica, portal) gives the way in, as the office's settings say."""

    def door(clinica: str, portal: str) -> BrowserDoor:
        settings, acesso = office.portal(portal), office.acesso(clinica, portal)
        return BrowserDoor(
            browsers,
            vault,
            clock,
            clinica=clinica,
            portal=portal,
            account=account_of(office, clinica, portal),
            settings=PortalSettings(
                base_url=settings.endereco,
                captcha_timeout_s=settings.espera_captcha_s,
                answer_timeout_s=settings.espera_resposta_s,
                override_value=acesso.valor_divergente == "digitar",
                xml=acesso.xml,
                prestador=acesso.prestador,
                lotes=office.lotes(clinica, portal),
                calibration=overlay(office, portal),
            ),
            visits=partial(visits_of, office, portal, clock),
            said=[(m.texto, m.significado) for m in read_mensagens(office, portal).mensagem],
        )

    return door

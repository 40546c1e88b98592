"""One login's own context and page: its cookies, its dialogs, its hosts, its evidence."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from time import monotonic
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, ElementHandle, Frame, Page
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.model.errors import PageChanged
from agent.model.registro import Evidence
from portals.browser.arriving import arrive_at
from portals.browser.asking import Question, ask, ask_soon, await_truth
from portals.browser.dialogs import Dialogs
from portals.browser.evidence import page_evidence, picture
from portals.browser.hosts import AllowedHosts, Gatekeeper
from portals.browser.routed import RoutedGate
from portals.browser.settings import BrowserSettings
from portals.browser.state import SessionState, restore_tab, tab_of, taken_from
from portals.browser.traffic import Traffic, Watch

# How often, in milliseconds, a wait for the screen looks up to see whether the connection itself failed.
_GLANCE_MS = 250.0
# How long the network alone is listened to while it has something to say, in seconds, before the page is asked.
_PATIENCE_S = 1.0
# The look after trouble, or when time is up: long enough for a page that is being drawn.
_LAST_LOOK_MS = 1_000.0
# How often the page looks at itself meanwhile: by a timer, because asking for paint costs more.
_LOOK_MS = 10.0
# Playwright keeps an object of each request, answer and element until its page is closed (ten thousand of a kind at
# most, some 13 KiB a request here): after so many requests a page is worth a new one.
_WORN = 300
# window.print() would block a shown browser; a report is fetched as PDF by documents.print_document instead.
_NO_PRINTER = "window.print = () => {};"


class Session:
    """What page objects work with. `page` is the one page of this login; `popups` are the tabs the portal opened."""

    def __init__(self, context: BrowserContext, page: Page, hosts: AllowedHosts, base_url: str) -> None:
        self.context = context
        self.page = page
        self.hosts = hosts
        self.base_url = base_url
        self.dialogs = Dialogs(context)
        self._watch = Watch(context, hosts)
        self._worn_at = _WORN
        self.popups: list[Page] = []
        self._restoring: AbstractContextManager[Any] | None = None
        context.on("page", self._popup)

    def goto(self, address: str = "") -> None:
        """Open an address, absolute or relative to the portal's base address, and wait until its HTML is there.

        Where the portal itself was just leading elsewhere (a session that ended: to the way in), that comes first.
        """
        arrive_at(self.page, urljoin(self.base_url, address))
        if self._restoring is not None:
            self._restoring.__exit__(None, None, None)
            self._restoring = None

    @property
    def worn(self) -> bool:
        """Whether the page has done so much that its memory is worth a new one; see `renew`."""
        return self._watch.seen >= self._worn_at

    def renew(self) -> None:
        """Go on in a new, empty page of the same login; the old one takes with it all that was kept of its requests.

        Only between two acts: what stood on the screen is gone, and the portal is to be entered at its address.
        """
        tab = tab_of(self.page)
        self.page.close()
        self.page = self.context.new_page()
        self.popups = [popup for popup in self.popups if popup is not self.page and not popup.is_closed()]
        self.restore(tab)
        self._worn_at = self._watch.seen + _WORN

    def check(self, where: str) -> None:
        """Raise if since the last step an unannounced dialog came, or the portal wanted to lead elsewhere."""
        self.dialogs.check(where)
        if self.hosts.refused:
            place = self.hosts.refused[-1]
            self.hosts.refused.clear()
            raise PageChanged(f"O portal quis levar a {place}, que não é dele; foi recusado.", where=where)

    def frames(self) -> list[Frame]:
        """The page and its frames that are the portal's own, outermost first; a foreign widget is not among them."""
        return [f for f in self.page.frames if not f.is_detached() and self.hosts.allows(f.url)]

    def watched(self) -> AbstractContextManager[Traffic]:
        """Watch the network while inside; see traffic.Traffic."""
        return self._watch.watched()

    def wait_for(self, script: str, arg: object, traffic: Traffic, timeout_s: float) -> Any:
        """The first truthy value of the page function `script(arg)`, or None; see `wait_for_answers`."""
        answers = self.wait_for_answers((Question(script, arg),), traffic, timeout_s)
        return answers[0] if answers else None

    def wait_for_answers(
        self, questions: Sequence[Question], traffic: Traffic, timeout_s: float, *, request_s: float = 0.0
    ) -> list[Any]:
        """The answers of the page once the first one is truthy, which is asked again and again.

        [] when the network failed, a dialog came that nobody announced, or `timeout_s` seconds went by: then
        `traffic.trouble`, the dialogs and the clock say which. `request_s`: how long the act before may take to send
        its request. Raises Playwright's errors when the page died.

        A page that is being replaced may not answer until the new one is there, however long that takes (Chromium
        156): so while a page is on its way, only the network is listened to.
        """
        deadline = monotonic() + timeout_s
        self._listen("request", lambda: not traffic.began, monotonic() + request_s)
        patience = min(deadline, monotonic() + _PATIENCE_S)
        while True:
            if not self._listen("requestfinished", lambda: traffic.loading and not self._troubled(traffic), deadline):
                return []
            self._listen("requestfinished", lambda: bool(traffic.pending) and not self._troubled(traffic), patience)
            last_look = deadline - monotonic() <= _GLANCE_MS / 1000 or self._troubled(traffic)
            try:
                if answers := self._look(questions, at_rest=traffic.at_rest, last=last_look):
                    return answers
            except PlaywrightError as error:
                if last_look or not _moved_on(error):
                    raise
            if last_look:
                return []

    def _look(self, questions: Sequence[Question], *, at_rest: bool, last: bool) -> list[Any]:
        """The answers, if the first one is or soon becomes truthy; in bounded time where the page may be going."""
        if at_rest and not last:
            return ask_soon(self.page, *questions, every_ms=_LOOK_MS, within_ms=_GLANCE_MS)
        try:
            await_truth(self.page, questions[0], every_ms=_LOOK_MS, timeout_ms=_LAST_LOOK_MS if last else _GLANCE_MS)
        except PlaywrightTimeout:
            return []
        return ask(self.page, *questions)

    def settle(self, traffic: Traffic, timeout_s: float) -> bool:
        """Wait until every request that was seen leaving has its whole answer; False when one never came."""
        return self._listen("requestfinished", lambda: bool(traffic.pending), monotonic() + timeout_s)

    def _listen(self, event: str, going: Callable[[], bool], deadline: float) -> bool:
        """Let the network speak while `going`, without asking the page; False when the time was up first."""
        while going():
            left_ms = (deadline - monotonic()) * 1000
            if left_ms <= 0:
                return False
            with suppress(PlaywrightTimeout), self.context.expect_event(event, timeout=min(left_ms, _GLANCE_MS)):
                pass
        return True

    def type_secret(self, field: ElementHandle, text: str, where: str) -> None:
        """Type a user or a password and make sure that the field took all of it: a login is tried once only.

        Only into a page and a frame of the portal's own hosts, else PageChanged.
        """
        frame = field.owner_frame()
        if frame is None or not (self.hosts.allows(self.page.url) and self.hosts.allows(frame.url)):
            raise PageChanged("A tela de entrada não está no endereço do portal; nada foi digitado.", where=where)
        field.fill(text)
        if not _took(field, text):
            field.focus()
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.type(text)
        if not _took(field, text):
            raise PageChanged("O campo da tela de entrada não ficou com o que foi digitado.", where=where)

    def state(self) -> SessionState:
        """What restores this session in another browser."""
        return taken_from(self.context, self.page)

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """The screen as picture and page, without passwords and CAPTCHA."""
        return picture(self.page, name), self.page_copy(name)

    def page_copy(self, name: str) -> Evidence:
        """The screen as page alone, with the digests of what the recorded act sent."""
        return page_evidence(self.page, name, self._watch.sent)

    def recorded(self) -> AbstractContextManager[None]:
        """Keep the digest of each POST inside, for the pages that are kept after it; see traffic.Watch."""
        return self._watch.recorded()

    def begin_entry(self) -> None:
        """What is kept from now on is of another entry: nothing of it was sent yet."""
        self._watch.forget()

    def restore(self, state: SessionState) -> None:
        """Have the next page find its sessionStorage again."""
        self._restoring = restore_tab(self.context, state)

    def _popup(self, page: Page) -> None:
        if page is not self.page:
            self.popups.append(page)

    def _troubled(self, traffic: Traffic) -> bool:
        return bool(traffic.trouble or self.dialogs.unexpected)


def _moved_on(error: PlaywrightError) -> bool:
    """Whether the page went on to another one just as it was about to answer."""
    return "context was destroyed" in error.message or "Cannot find context" in error.message


def _took(field: ElementHandle, text: str) -> bool:
    """Whether the field holds the text; a mask may add signs of its own (11.222.333/0001-81), but not in a password."""
    held = field.input_value()
    if held == text or field.get_attribute("type") == "password":
        return held == text
    return [c for c in held if c.isalnum()] == [c for c in text if c.isalnum()]


@contextmanager
def open_session(
    browser: Browser,
    base_url: str,
    *,
    state: SessionState | None = None,
    other_hosts: Iterable[str] = (),
    settings: BrowserSettings | None = None,
) -> Iterator[Session]:
    """A fresh context for one login, closed on leaving. `state` is that of an earlier session of the same login.

    The portal's hosts are `base_url`'s and `other_hosts`' (scheme, host and port); pages and forms go nowhere else.
    """
    settings = settings or BrowserSettings()
    context = browser.new_context(
        locale="pt-BR",
        timezone_id="America/Sao_Paulo",
        viewport={"width": settings.width, "height": settings.height},
        storage_state=state.browser if state else None,  # type: ignore[arg-type]  # a TypedDict, kept as JSON
        accept_downloads=True,
    )
    context.set_default_timeout(settings.timeout_ms)
    context.add_init_script(_NO_PRINTER)
    page = context.new_page()
    hosts = AllowedHosts([base_url, *other_hosts])
    gate = _gate(browser, context, page, hosts)
    session = Session(context, page, hosts, base_url)
    if state:
        session.restore(state)
    try:
        yield session
    finally:
        gate.close()
        if browser.is_connected():
            context.close()


def _gate(browser: Browser, context: BrowserContext, page: Page, hosts: AllowedHosts) -> Gatekeeper | RoutedGate:
    chromium = browser.browser_type.name == "chromium"
    return Gatekeeper(browser, context, page, hosts) if chromium else RoutedGate(context, hosts)

"""Where the screen stands between two verbs: known, or astray; astray, the next verb begins at the portal's address."""

from collections.abc import Iterator
from contextlib import contextmanager

from agent.model.errors import PageChanged, SessionExpired
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.ipasem.pages.access import Access
from portals.ipasem.pages.requerimentos import WHERE


class Footing:
    """`astray`: nobody knows what the screen shows. A verb sets it where its answer leaves the screen so."""

    def __init__(self, access: Access) -> None:
        self.astray = False
        self._access = access

    def renew(self, session: Session) -> None:
        """A new page for a long sitting, where the last act is over and its screen is not needed any more."""
        if session.worn and not self.astray:
            with portal_errors(WHERE):
                session.renew()
            self.astray = True

    @contextmanager
    def working(self) -> Iterator[None]:
        """A verb that ends in an error or without an answer leaves a screen that nobody knows: an error page of the
        browser, the way in, a question. The next verb begins at the portal's address instead.

        Raises SessionExpired for a PageChanged that is the way in.
        """
        if self.astray:
            self._access.come_back()
        self.astray = True
        try:
            yield
        except PageChanged as error:
            if self._access.asked_again():
                raise SessionExpired(where=WHERE, do="Rode de novo: a entrada será refeita.") from error
            raise
        self.astray = False

"""The gate of a browser that has no protocol of Chromium's: documents and forms go to the portal's own hosts only."""

from playwright.sync_api import BrowserContext, Route
from playwright.sync_api import Error as PlaywrightError

from portals.browser.hosts import AllowedHosts, origin


class RoutedGate:
    """As hosts.Gatekeeper, by Playwright's own `route`, which Firefox has too.

    A redirection is not asked about again (Playwright 1.65), so one that a portal itself sends elsewhere is followed;
    what it leads to is none of the portal's, and nothing is looked at or typed there.
    """

    def __init__(self, context: BrowserContext, hosts: AllowedHosts) -> None:
        self._context = context
        self._hosts = hosts
        context.route("**/*", self._asked)

    def close(self) -> None:
        """Leave the gate; the browser may be gone already."""
        try:
            self._context.unroute("**/*", self._asked)
        except PlaywrightError:
            return

    def _asked(self, route: Route) -> None:
        try:
            if self._may_go(route):
                route.continue_()
            else:
                self._hosts.refused.append(origin(route.request.url))
                route.abort("blockedbyclient")
        except PlaywrightError:
            return  # the page was closed meanwhile: there is nothing left to let through

    def _may_go(self, route: Route) -> bool:
        request = route.request
        if self._hosts.allows(request.url) or not request.is_navigation_request():
            return True
        # A foreign frame (a CAPTCHA's) may be shown, but no form is sent to it.
        return request.method == "GET" and request.frame.parent_frame is not None

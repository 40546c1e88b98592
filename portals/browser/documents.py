"""Documents a portal hands out: a download, a PDF shown in a tab, a report meant for the printer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import APIResponse, BrowserContext, Page, Route

from agent.model.errors import PortalUnavailable


@dataclass(frozen=True, slots=True)
class Document:
    """A file as the portal named it."""

    name: str
    content: bytes


def fetch_document(context: BrowserContext, act: Callable[[], object], timeout_ms: float, where: str) -> Document:
    """The one document that `act` (a click) makes the portal hand out, in this tab, a new tab or as a download.

    A PDF that the browser would show is served to it as a download, because a viewer's bytes are the viewer's, not
    the document's. Interception lasts only as long as this call. Raises PortalUnavailable when nothing came whole.
    """
    context.route("**/*", _as_download)
    try:
        with context.expect_event("download", timeout=timeout_ms) as coming:
            act()
        download = coming.value
        if failure := download.failure():
            raise PortalUnavailable(f"O documento não veio inteiro: {failure}.", where=where, do="Tente de novo.")
        return Document(download.suggested_filename, Path(download.path()).read_bytes())
    finally:
        context.unroute("**/*", _as_download)


def print_document(page: Page) -> Document:
    """The page as the printer would get it, as PDF (A4). Only in a browser without a window."""
    return Document("relatorio.pdf", page.pdf(format="A4", print_background=True))


def _as_download(route: Route) -> None:
    if not route.request.is_navigation_request():
        route.continue_()
        return
    answer = route.fetch()
    if "application/pdf" not in answer.headers.get("content-type", ""):
        route.fulfill(response=answer)
        return
    route.fulfill(response=answer, headers=_attachment(answer))


def _attachment(answer: APIResponse) -> dict[str, str]:
    given = answer.headers.get("content-disposition", "")
    name = given.partition("filename=")[2] or '"documento.pdf"'
    return {**answer.headers, "content-disposition": f"attachment; filename={name}"}

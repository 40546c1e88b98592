"""The one place where Playwright's errors become ours, in words for the operator."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.model.errors import PageChanged, PortalError, PortalUnavailable

_NET = re.compile(r"(?:net::)?\b(ERR_[A-Z_]+|NS_ERROR_[A-Z_]+)")
_CLOSED = re.compile(r"has been closed|browser has disconnected|Target crashed|Page crashed|Connection closed", re.I)
_GONE = re.compile(
    r"not attached|not visible|is not an? |Execution context was destroyed|Unable to adopt|detached", re.I
)
_REFUSED = "ERR_BLOCKED_BY_CLIENT"


@contextmanager
def portal_errors(where: str) -> Iterator[None]:
    """Inside it a Playwright error is raised as a PortalError that names `where` (portal and screen)."""
    try:
        yield
    except PlaywrightError as error:
        raise translated(error, where) from error


def translated(error: PlaywrightError, where: str) -> PortalError:
    """The PortalError that `error` means: no connection, no answer, no browser, or a screen that is not as expected."""
    text = error.message
    if _CLOSED.search(text):
        return PortalUnavailable("O navegador foi fechado no meio do trabalho.", where=where, do="Rode de novo.")
    if match := _NET.search(text):
        if match[1] == _REFUSED:
            return PageChanged("O portal quis levar a outro endereço, o que foi recusado.", where=where)
        return PortalUnavailable(f"Sem conexão com o portal ({match[1]}).", where=where, do="Tente mais tarde.")
    if isinstance(error, PlaywrightTimeout):
        return PortalUnavailable("O portal não respondeu no tempo esperado.", where=where, do="Tente mais tarde.")
    if _GONE.search(text):
        return PageChanged("A tela mudou enquanto era preenchida.", where=where, do="Rode de novo.")
    return PageChanged(f"O navegador não conseguiu agir: {text.splitlines()[0][:200]}", where=where)

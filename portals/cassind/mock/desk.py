"""What every screen needs: who asks, the records, and a page with its menu, messages and notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import HTMLResponse, RedirectResponse

from portals.cassind.mock import words
from portals.cassind.mock.menu import MENUS, ROOT
from portals.cassind.mock.rules import brazilian, reais
from portals.cassind.mock.seed import Account, Guia
from portals.cassind.mock.state import State
from portals.mock.exchange import Asked
from portals.mock.faults import Fault
from portals.mock.skins import Skin
from portals.mock.stage import Stage

PENDING_NOTICES = "comunicados"


@dataclass(frozen=True)
class Message:
    """A banner at the top of the page: `kind` is success, info or danger; `protocolo` adds its link."""

    kind: str
    lines: tuple[str, ...]
    protocolo: str = ""


def danger(*lines: str) -> Message:
    """A refusal or a mistake, in red."""
    return Message("danger", lines)


class Desk:
    """The portal's counter: records and pages. `notices` says whether notices follow the login."""

    def __init__(self, stage: Stage, state: State, *, notices: bool) -> None:
        self.stage = stage
        self.state = state
        self.faults = stage.faults
        self.notices = notices
        self.antiga = stage.settings.skin is Skin.ANTIGA
        stage.pages.add_filter("data", brazilian)
        stage.pages.add_filter("reais", reais)
        stage.pages.environment.globals.update(root=ROOT, menus=MENUS)

    def account(self, asked: Asked) -> Account:
        """The prestador who is signed in; the guard has seen to it that there is one."""
        account = self.state.seed.account(asked.session.user or "")
        if account is None:
            raise LookupError(f'no account has the login "{asked.session.user}"')
        return account

    def guia(self, asked: Asked, number: str) -> Guia | None:
        """The prestador's own guia with this number."""
        guia = self.state.guias.get(number)
        return guia if guia is not None and guia.login == asked.session.user else None

    def bare(self, template: str, *messages: Message, dialog: Fault | None = None, **values: Any) -> HTMLResponse:
        """A page outside the session: entry, login, a plain text."""
        return self.stage.page(
            template, messages=messages, dialog=dialog, account=None, notices=(), session="", **values
        )

    def work(
        self,
        asked: Asked,
        template: str,
        messages: Sequence[Message] = (),
        *,
        dialog: Fault | None = None,
        **values: Any,
    ) -> HTMLResponse:
        """A page of the signed-in prestador: with the menu, or bare inside the frame of the old skin."""
        return self.stage.page(
            template,
            messages=messages,
            dialog=dialog,
            account=self.account(asked),
            framed=self.antiga,
            session=asked.session.cookie,
            notices=self._pending(asked) if template in {"moldura.html", "home.html"} else (),
            **values,
        )

    def login_page(self, *messages: Message, dialog: Fault | None = None) -> HTMLResponse:
        """The login form."""
        return self.bare("login.html", *messages, dialog=dialog)

    def signed_out(self, _asked: Asked) -> HTMLResponse:
        """What anyone without a session gets for any page of the prestador."""
        return self.login_page(danger(words.EXPIRED))

    def dialog(self, action: str) -> Fault | None:
        """The dialog nobody expects, where it is armed for this action."""
        return self.faults.take("unexpected_dialog", action)

    def redirect(self, path: str) -> RedirectResponse:
        """On to another page of the prestador's."""
        return RedirectResponse(ROOT + path, status_code=303)

    def _pending(self, asked: Asked) -> tuple[tuple[str, str], ...]:
        if self.antiga and asked.action == "home":
            return ()
        return words.NOTICES if asked.session.notes.pop(PENDING_NOTICES, "") else ()

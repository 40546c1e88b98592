"""What every screen of the imitated IPASEM needs: who is asking, what was typed, how a page is shown."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Any

from starlette.responses import HTMLResponse, RedirectResponse, Response

from portals.ipasem.mock.month import Month, month_errors
from portals.ipasem.mock.state import Records, Who
from portals.mock.exchange import Asked, Manners
from portals.mock.faults import Fault
from portals.mock.skins import Skin
from portals.mock.stage import Stage

HOME = "/requerimentos"
LOGIN = "/requerimentos/login"
# Actions open to whoever has not signed in.
PUBLIC = frozenset(
    {"tela-entrar", "entrar", "tela-recuperar", "recuperar", "enviar-email", "tela-nova-senha", "alterar-senha"}
)


@dataclass(frozen=True)
class Notice:
    """A sentence the portal shows after an act: an alert in the plain skin, a dialog in the old one."""

    text: str
    good: bool = False


def typed(asked: Asked, name: str) -> str:
    """A field by its short name, whether it was sent as `name` or Yii's way, `SomeForm[name]`."""
    for key in (*asked.form, *asked.query):
        if key == name or re.fullmatch(rf"\w+\[{name}\]", key):
            return asked.text(key)
    return ""


class Desk:
    """The portal's records and pages, as the handlers see them."""

    def __init__(self, stage: Stage, records: Records) -> None:
        self.stage = stage
        self.records = records

    @property
    def old(self) -> bool:
        """Whether the old skin is worn."""
        return self.stage.settings.skin is Skin.ANTIGA

    def who(self, asked: Asked) -> Who:
        """The signed-in credenciado."""
        account = self.records.seed.account(asked.session.user or "")
        assert account is not None
        return Who(account, asked.session.label)

    def page(self, template: str, asked: Asked, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page for this session, with the dialog nobody announced if that switch is armed here."""
        account = self.records.seed.account(asked.session.user or "")
        values.setdefault("aviso", None)
        return self.stage.page(
            template,
            status=status,
            csrf=asked.session.csrf,
            credenciado=f"{account.name} - {_shown_document(account.document)}" if account else "",
            imprevisto=self.surprise(asked.action, asked),
            **values,
        )

    def surprise(self, moment: str, asked: Asked) -> dict[str, str] | None:
        """The unexpected dialog armed for this moment: {"kind", "text"}; used up once."""
        return self._dialog(self.stage.faults.take("unexpected_dialog", moment, number_of(asked)))

    def standing_surprise(self, moment: str, asked: Asked) -> dict[str, str] | None:
        """The same for a moment before a button's act: every page with that button has it until disarmed."""
        armed = self.stage.faults.standing("unexpected_dialog")
        number = number_of(asked)
        return self._dialog(next((f for f in armed if f.on == moment and f.number in (None, number)), None))

    def _dialog(self, fault: Fault | None) -> dict[str, str] | None:
        if fault is None:
            return None
        return {"kind": fault.kind or ("modal" if self.old else "confirm"), "text": fault.text}

    def unknown_refusal(self, asked: Asked) -> str | None:
        """The words of the switch `unknown_notice`, where it is armed for this action."""
        fault = self.stage.faults.take("unknown_notice", asked.action, number_of(asked))
        return None if fault is None else fault.text

    def month(self, asked: Asked) -> Month | dict[str, str]:
        """The typed month, or the errors by field."""
        month, year = typed(asked, "mes"), typed(asked, "ano")
        errors = month_errors(month, year)
        return errors or Month(int(year), int(month))

    def manners(self) -> Manners:
        """How the portal treats strangers and forged forms."""
        return Manners(guard=self._guard, signed_out=_to_login, number=number_of)

    def _guard(self, asked: Asked) -> Response | None:
        if asked.action not in PUBLIC and self.records.seed.account(asked.session.user or "") is None:
            return _to_login(asked)
        if asked.method == "POST" and not secrets.compare_digest(asked.text("_csrf"), asked.session.csrf):
            return self.stage.page("pedido_invalido.html", status=400)
        return None


def number_of(asked: Asked) -> str | None:
    """The authorisation a request is about."""
    return typed(asked, "autorizacao") or None


def redirect(path: str) -> Response:
    """After a form, on to a page."""
    return RedirectResponse(path, status_code=302)


def _to_login(_asked: Asked) -> Response:
    return redirect(LOGIN)


def _shown_document(document: str) -> str:
    """A CPF or CNPJ as Brazil writes it."""
    parts = (3, 6, 9) if len(document) == 11 else (2, 5, 8, 12)
    signs = "..-" if len(document) == 11 else "../-"
    text = document[: parts[0]]
    for sign, start, end in zip(signs, parts, (*parts[1:], len(document)), strict=True):
        text += sign + document[start:end]
    return text

"""Signing in and out of the imitated IPASEM."""

from __future__ import annotations

import re
import secrets
from collections import Counter

from starlette.responses import Response

from portals.ipasem.mock.desk import HOME, LOGIN, Desk, Notice, redirect, typed
from portals.ipasem.mock.seed import Account
from portals.mock.exchange import Asked

WRONG = "CPF/CNPJ ou senha incorretos."
ROBOT = "Por favor, confirme que você não é um robô."
BLOCKED = "Usuário bloqueado. Entre em contato com o Ipasem."
_TRIES = 3


class Access:
    """The doors of the portal itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wrong: Counter[str] = Counter()

    def unblock(self, document: str) -> None:
        """What the institute does on the phone."""
        del self._wrong[document]

    def login_page(self, asked: Asked) -> Response:
        """GET: the form "Entrar"."""
        return redirect(HOME) if asked.session.user else self._login(asked, None)

    def _login(self, asked: Asked, problem: str | None) -> Response:
        return self._desk.page(
            "login.html",
            asked,
            captcha=self._desk.stage.captchas.show(LOGIN),
            documento=typed(asked, "documento"),
            aviso=Notice(problem) if problem else None,
        )

    def sign_in(self, asked: Asked) -> Response:
        """POST: box, then block, then password; a third wrong password blocks the login."""
        if not self._desk.stage.captchas.redeem(asked.text("g-recaptcha-response")):
            return self._login(asked, ROBOT)
        document = re.sub(r"\D", "", typed(asked, "documento"))
        account = self._desk.records.seed.account(document)
        problem = self._problem(document, account, typed(asked, "senha"))
        if problem is not None or account is None:
            return self._login(asked, problem)
        self._desk.stage.sessions.sign_in(asked.session, account.document)
        asked.session.notes["comunicado"] = "sim"
        self._desk.records.note("entrar", self._desk.who(asked))
        return redirect(HOME)

    def _problem(self, document: str, account: Account | None, password: str) -> str | None:
        if self._wrong[document] >= _TRIES:
            return BLOCKED
        if account is not None and secrets.compare_digest(self._password(account), password.encode()):
            del self._wrong[document]
            return None
        self._wrong[document] += 1
        return BLOCKED if self._wrong[document] >= _TRIES else WRONG

    def _password(self, account: Account) -> bytes:
        return (self._desk.records.changed_password(account.document) or account.password).encode()

    def sign_out(self, asked: Asked) -> Response:
        """SAIR."""
        self._desk.records.note("sair", self._desk.who(asked))
        self._desk.stage.sessions.end(asked.session)
        return redirect(LOGIN)

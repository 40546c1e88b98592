"""Primeiro Acesso/Recuperar Senha: choose an e-mail, follow the link in it, type a new password twice."""

from __future__ import annotations

import re
import secrets
import smtplib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from starlette.responses import Response

from portals.ipasem.mock.desk import LOGIN, Desk, Notice, typed
from portals.ipasem.mock.seed import Account
from portals.mock.exchange import Asked

RECOVERY = "/requerimentos/recuperar-senha-prestador"
CHOICE = "/requerimentos/escolher-email"
NEW_PASSWORD = "/requerimentos/restaurar-senha"  # noqa: S105 - a path
SUBJECT = "Ipasem Relatórios – Restaurar Senha"
SENDER = "ipasem-naoresponder@ipasemnh.com.br"

ROBOT = "Por favor, confirme que você não é um robô."
ASKED = "Se o CPF/CNPJ estiver cadastrado, o link para criar a senha será enviado ao e-mail do credenciado."
CHOOSE = "Selecione um e-mail."
SENT = "E-mail enviado. Acesse o link enviado para cadastrar a senha."
DEAD_LINK = "Link inválido ou expirado. Solicite a recuperação da senha novamente."
DONE = "Senha Alterada/Criada com Sucesso"
SHORT = "Nova Senha deve conter no mínimo 8 caracteres."
DIFFERENT = 'Confirmação de Senha deve ser igual a "Nova Senha".'
WEAK = "Nova Senha deve conter letras e números."
_LIFE = timedelta(hours=1)
_LEAST = 8


@dataclass(frozen=True)
class Link:
    """A link that was sent: whose password it changes, until when, and whether it was used."""

    document: str
    until: datetime
    used: bool = False


class Recovery:
    """The three screens, and the e-mail between the second and the third. `smtp` is the mail server, (host, port)."""

    def __init__(self, desk: Desk, smtp: tuple[str, int] | None) -> None:
        self._desk = desk
        self._smtp = smtp
        self._links: dict[str, Link] = {}
        self._asking: dict[str, str] = {}

    def ask_page(self, asked: Asked) -> Response:
        """GET: "Recuperar a senha"."""
        return self._ask(asked, None)

    def ask(self, asked: Asked) -> Response:
        """POST: the box, then the e-mails to choose from; without any, the same sentence whoever asks."""
        if not self._ticked(asked):
            return self._ask(asked, Notice(ROBOT))
        account = self._desk.records.seed.account(re.sub(r"\D", "", typed(asked, "documento")))
        if account is None or not account.emails:
            return self._ask(asked, Notice(ASKED, good=True))
        self._asking[asked.session.cookie] = account.document
        return self._choice(asked, account, None)

    def choose(self, asked: Asked) -> Response:
        """POST: the box and one e-mail; the link goes there."""
        account = self._desk.records.seed.account(self._asking.get(asked.session.cookie, ""))
        if account is None:
            return self._ask(asked, None)
        if not self._ticked(asked):
            return self._choice(asked, account, Notice(ROBOT))
        place = typed(asked, "email")
        if not place.isdecimal() or int(place) >= len(account.emails):
            return self._choice(asked, account, Notice(CHOOSE))
        self._send(asked, account, account.emails[int(place)])
        del self._asking[asked.session.cookie]
        return self._ask(asked, Notice(SENT, good=True))

    def new_page(self, asked: Asked) -> Response:
        """GET: where the link leads, while it lives."""
        return self._new(asked, None) if self._alive(typed(asked, "token")) else self._ask(asked, Notice(DEAD_LINK))

    def change(self, asked: Asked) -> Response:
        """POST: the box, then the new password twice; the link is then used up."""
        token = typed(asked, "token")
        link = self._alive(token)
        if link is None:
            return self._ask(asked, Notice(DEAD_LINK))
        if not self._ticked(asked):
            return self._new(asked, Notice(ROBOT))
        errors = _errors(typed(asked, "nova_senha"), typed(asked, "confirmacao"))
        if errors:
            return self._new(asked, None, errors)
        self._links[token] = replace(link, used=True)
        self._desk.records.change_password(link.document, typed(asked, "nova_senha"))
        return self._desk.page("senha_alterada.html", asked, texto=DONE, destino=LOGIN)

    def _ticked(self, asked: Asked) -> bool:
        return self._desk.stage.captchas.redeem(asked.text("g-recaptcha-response"))

    def _alive(self, token: str) -> Link | None:
        link = self._links.get(token)
        return link if link and not link.used and self._desk.stage.now() <= link.until else None

    def _send(self, asked: Asked, account: Account, address: str) -> None:
        token = secrets.token_urlsafe(24)
        self._links[token] = Link(account.document, self._desk.stage.now() + _LIFE)
        if self._smtp is not None:
            with smtplib.SMTP(*self._smtp, timeout=10) as server:
                server.send_message(_mail(address, account, f"{asked.origin}{NEW_PASSWORD}?token={token}"))

    def _ask(self, asked: Asked, notice: Notice | None) -> Response:
        return self._page("recuperar.html", RECOVERY, asked, notice)

    def _choice(self, asked: Asked, account: Account, notice: Notice | None) -> Response:
        emails = [_masked(address) for address in account.emails]
        return self._page("escolher_email.html", CHOICE, asked, notice, documento=account.document, emails=emails)

    def _new(self, asked: Asked, notice: Notice | None, errors: dict[str, str] | None = None) -> Response:
        more = {"token": typed(asked, "token"), "erros": errors or {}}
        return self._page("nova_senha.html", NEW_PASSWORD, asked, notice, **more)

    def _page(self, template: str, place: str, asked: Asked, notice: Notice | None, **more: Any) -> Response:
        captcha = self._desk.stage.captchas.show(place)
        return self._desk.page(template, asked, captcha=captcha, aviso=notice, acao=place, **more)


def _errors(new: str, again: str) -> dict[str, str]:
    if len(new) < _LEAST:
        return {"nova_senha": SHORT}
    if not (re.search(r"[A-Za-z]", new) and re.search(r"\d", new)):
        return {"nova_senha": WEAK}
    return {} if new == again else {"confirmacao": DIFFERENT}


def _masked(address: str) -> str:
    name, _, home = address.partition("@")
    return f"{name[:2]}{'*' * max(len(name) - 2, 3)}@{home}"


def _mail(address: str, account: Account, link: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = SUBJECT, SENDER, address
    mail.set_content(
        f"{account.name},\n\npara cadastrar a sua senha de acesso, use este link em até uma hora:\n{link}\n"
    )
    return mail

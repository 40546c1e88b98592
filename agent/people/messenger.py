"""Notices on their way: by mail, and through the services that apprise knows. What cannot be sent is one error."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from agent.config.avisos import Avisos, Correio
from agent.model.errors import FaturistaError, SetupError

_TIMEOUT_S = 30


class NotSent(FaturistaError):
    """O aviso não pôde ser enviado."""

    exit_code = 2


class Sender(Protocol):
    """One way to reach people."""

    def send(self, title: str, body: str) -> None:
        """Raises NotSent, without a secret in it."""


@dataclass(frozen=True)
class Mail:
    """By SMTP to everybody in `para`; `password` "" where the server asks for none."""

    de: str
    para: Sequence[str]
    server: Correio
    password: str

    def send(self, title: str, body: str) -> None:
        """See Sender."""
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = title, self.de, ", ".join(self.para)
        message.set_content(body)
        try:
            with smtplib.SMTP(self.server.servidor, self.server.porta, timeout=_TIMEOUT_S) as smtp:
                if self.server.tls:
                    smtp.starttls()
                if self.server.usuario:
                    smtp.login(self.server.usuario, self.password)
                smtp.send_message(message)
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(
                f"o servidor de e-mail não aceitou o aviso ({type(error).__name__}).",
                where=f"{self.server.servidor}:{self.server.porta}",
                do="Confira a seção avisos do faturista.toml e a senha: faturista avisos --senha",
            ) from None


@dataclass(frozen=True)
class Services:
    """Through apprise; `addresses` are its URLs, which carry secrets."""

    addresses: Sequence[str]

    def send(self, title: str, body: str) -> None:
        """See Sender. A part of the services that failed is a failure: truthiness alone would hide it."""
        try:
            import apprise  # noqa: PLC0415 - an extra, and slow to load
        except ImportError:
            raise SetupError("falta o apprise.", do='Instale o extra: pip install "faturista[avisos]"') from None
        sender = apprise.Apprise()
        known = [sender.add(address) for address in self.addresses]
        if not all(known) or sender.notify(title=title, body=body).status is not apprise.AppriseResultStatus.SUCCESS:
            raise NotSent(do="Confira os endereços guardados: faturista avisos --servicos")


def senders(avisos: Avisos, mail_password: str, addresses: Sequence[str]) -> list[Sender]:
    """Every way that the settings name."""
    ways: list[Sender] = []
    if avisos.correio is not None and avisos.para:
        ways.append(Mail(avisos.de, avisos.para, avisos.correio, mail_password))
    if avisos.servicos and addresses:
        ways.append(Services(addresses))
    return ways

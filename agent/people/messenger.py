"""Notices on their way: by mail, and through the services that apprise knows. What cannot be sent is one error."""

import mimetypes
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from agent.config.avisos import Avisos, Correio
from agent.model.errors import FaturistaError, SetupError

_TIMEOUT_S = 30
# What is the same on every system: the registry of Windows may know neither.
_KINDS = {".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".csv": "text/csv"}


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
        self.send_to(self.para, title, body)

    def send_to(self, para: Sequence[str], title: str, body: str, files: Sequence[Path] = ()) -> None:
        """To these people, with these files. Raises NotSent, without a secret in it."""
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = title, self.de, ", ".join(para)
        message.set_content(body)
        for file in files:
            _attach(message, file)
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


def _attach(message: EmailMessage, file: Path) -> None:
    kind = _KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    main, _, sub = kind.partition("/")
    try:
        message.add_attachment(file.read_bytes(), maintype=main, subtype=sub, filename=file.name)
    except OSError as error:
        raise NotSent(f"{file.name} não pôde ser lido ({type(error).__name__}).") from None


def mail_of(avisos: Avisos, password: str) -> Mail | None:
    """The mail server of the settings, None where there is none."""
    return Mail(avisos.de, avisos.para, avisos.correio, password) if avisos.correio is not None else None


def senders(avisos: Avisos, mail_password: str, addresses: Sequence[str]) -> list[Sender]:
    """Every way that the settings name."""
    ways: list[Sender] = []
    if avisos.para and (mail := mail_of(avisos, mail_password)):
        ways.append(mail)
    if avisos.servicos and addresses:
        ways.append(Services(addresses))
    return ways

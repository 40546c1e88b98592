"""What faturista.toml says of notices: to whom, and through which mail server. Its password lies in the vault."""

from typing import Annotated

from pydantic import AfterValidator

from agent.config.section import Count, Flag, Horario, Section, Texto, between


def _mailbox(text: str) -> str:
    name, at, host = text.partition("@")
    if not (name and at and "." in host and text.isprintable() and " " not in text):
        raise ValueError('deve ser um endereço de e-mail, como "ana@escritorio.com.br"')
    return text


Email = Annotated[str, AfterValidator(_mailbox)]


class Correio(Section):
    """A mail server. `tls`: STARTTLS; without it only a server on this computer should be named."""

    servidor: Texto
    porta: Annotated[Count, between(1, 65535)] = 587
    usuario: str = ""
    tls: Flag = True


class Avisos(Section):
    """Who is told what waits for them. No notice carries a patient. `resumo`: the hours in which the daily one goes.

    `servicos`: also to what apprise knows (its addresses carry secrets and lie in the vault).
    """

    de: Email
    para: tuple[Email, ...] = ()
    correio: Correio | None = None
    servicos: Flag = False
    resumo: Horario = "07:30-12:00"

"""What this office's people said about portal texts that nobody knew: one file for each portal, exportable."""

import tomllib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.config.office import Office
from agent.model.errors import SetupError
from agent.vault.private_file import write_private
from portals.grid import folded
from portals.learned import Significado, objection


class Entendida(BaseModel):
    """One text, with braces for what varies: what it means, who said so and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    texto: str
    significado: Significado
    quem: str
    quando: datetime


class Mensagens(BaseModel):
    """All of one portal's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    mensagem: tuple[Entendida, ...] = ()

    def also(self, *given: Entendida) -> "Mensagens":
        """With these, each in place of an earlier one of the same text."""
        new = {folded(entendida.texto) for entendida in given}
        kept = tuple(old for old in self.mensagem if folded(old.texto) not in new)
        return self.model_copy(update={"mensagem": (*kept, *given)})

    def without(self, texto: str) -> "Mensagens":
        """Without that text."""
        return self.model_copy(update={"mensagem": tuple(m for m in self.mensagem if folded(m.texto) != folded(texto))})


def read_mensagens(office: Office, portal: str) -> Mensagens:
    """What is known of that portal; nothing where nobody said anything. Raises SetupError for a file that is unfit."""
    path = _path(office, portal)
    return read_file(path, portal) if path.is_file() else Mensagens(portal=portal)


def read_file(path: Path, portal: str, names: Iterable[str] = ()) -> Mensagens:
    """A file of texts, once nothing speaks against any of them. Raises SetupError, with all that does."""
    try:
        found = Mensagens.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SetupError(f"o arquivo não pôde ser lido: {error.strerror}.", where=str(path)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupError("isto não é uma lista de mensagens.", where=str(path)) from error
    if found.portal != portal:
        raise SetupError(f'as mensagens são do portal "{found.portal}", e não do "{portal}".', where=str(path))
    refuse_unfit(found, names, where=str(path))
    return found


def refuse_unfit(mensagens: Mensagens, names: Iterable[str], *, where: str) -> None:
    """Raise SetupError for texts that may not be used, or leave the office. `names` are people's that it knows."""
    people = tuple(names)
    against = ((m.texto, objection(m.texto, m.significado, people)) for m in mensagens.mensagem)
    if why := [f'"{texto}": {reason}' for texto, reason in against if reason]:
        raise SetupError(" ".join(why), where=where)


def keep_mensagens(office: Office, mensagens: Mensagens) -> Path:
    """Make these the ones in use."""
    path = _path(office, mensagens.portal)
    write_private(path, text_of(mensagens).encode())
    return path


def text_of(mensagens: Mensagens) -> str:
    """The file's text."""
    head = "# O que pessoas deste escritório disseram de textos do portal; faturista mensagens mostra e desfaz.\n"
    rows = [
        f"\n[[mensagem]]\ntexto = {_quoted(m.texto)}\nsignificado = {_quoted(m.significado)}\n"
        f"quem = {_quoted(m.quem)}\nquando = {m.quando.isoformat(timespec='seconds')}\n"
        for m in mensagens.mensagem
    ]
    return f"{head}portal = {_quoted(mensagens.portal)}\n{''.join(rows)}"


def _quoted(text: str) -> str:
    safe = "".join(c if c.isprintable() else " " for c in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(office: Office, portal: str) -> Path:
    return office.folder / "mensagens" / f"{portal}.toml"

"""How the panel speaks of faturista.toml: pages, their sections, and the fields that people fill in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from agent.config.toml_lines import KeyPath


class Control(StrEnum):
    """How a field is filled in."""

    TEXTO = "texto"
    NUMERO = "numero"
    SEGUNDOS = "segundos"
    SIM_NAO = "sim_nao"
    LISTA = "lista"  # one a line
    ESCOLHA = "escolha"
    MARCAS = "marcas"  # some of several


@dataclass(frozen=True, slots=True)
class Campo:
    """One key of a section. `opcoes` are what may be chosen, with their words."""

    chave: str
    rotulo: str
    control: Control = Control.TEXTO
    ajuda: str = ""
    opcoes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Secao:
    """A table of the file at `path`. An `optional` one is gone when all of it is left empty.

    `blank`: what holds where nothing is written, where that is not what the model says.
    """

    path: KeyPath
    titulo: str
    model: type[BaseModel]
    campos: tuple[Campo, ...]
    ajuda: str = ""
    optional: bool = False
    blank: BaseModel | None = None

    @property
    def nome(self) -> str:
        """As a form names it."""
        return ".".join(self.path)

    def usual(self, campo: Campo) -> str:
        """What holds where the key is not written, "" for what must be."""
        usual = self.model.model_fields[campo.chave].default
        default = getattr(self.blank, campo.chave) if self.blank else usual
        return "" if default in (PydanticUndefined, None, "", ()) else shown(default, campo)


@dataclass(frozen=True, slots=True)
class Grupo:
    """Sections that stand on one page, under an address of their own."""

    nome: str
    titulo: str
    ajuda: str
    secoes: tuple[Secao, ...]


def shown(value: Any, campo: Campo) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sim" if value else "não"
    if campo.control is Control.LISTA:
        return "\n".join([value] if isinstance(value, str) else map(str, value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)

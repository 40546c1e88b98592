"""The catalogue of what the portal says: a text in, its class and its numbers out. Data in messages.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from portals.grid import folded

_SLOT = re.compile(r"\{(\w+)\}")


class Classe(StrEnum):
    """What a text means to the run; messages.toml says what each one stands for."""

    GRAVADO = "gravado"
    EXCLUIDO = "excluido"
    FECHADO = "fechado"
    RECUSA = "recusa"
    PENDENCIA = "pendencia"
    JA_FECHADO = "ja_fechado"
    AINDA_ABERTO = "ainda_aberto"
    SEM_RETORNO = "sem_retorno"
    EXCLUIR = "excluir"
    FECHAR = "fechar"
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    CAPTCHA = "captcha"
    PESSOA = "pessoa"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"
    DESCONHECIDA = "desconhecida"


@dataclass(frozen=True, slots=True)
class Mensagem:
    """A text that the portal shows, in its own words. `valores`: what stood in the catalogue's braces."""

    classe: Classe
    texto: str
    valores: Mapping[str, str] = field(default_factory=dict)


def understood(text: str) -> Mensagem:
    """A text with its class; DESCONHECIDA where no text of the catalogue is exactly that one."""
    for classe, pattern in _catalogue():
        if match := pattern.fullmatch(folded(text)):
            return Mensagem(classe, text, match.groupdict())
    return Mensagem(Classe.DESCONHECIDA, text)


def question(classe: Classe, **valores: str) -> str:
    """A pattern for a question of that class, for a dialog that the browser itself shows; slots as given."""
    asked = [_SLOT.split(text) for kind, text in _texts() if kind is classe]
    exact = ["".join(re.escape(valores[p] if place % 2 else p) for place, p in enumerate(parts)) for parts in asked]
    return rf"^\s*(?:{'|'.join(exact)})\s*$"


@cache
def _catalogue() -> tuple[tuple[Classe, re.Pattern[str]], ...]:
    return tuple((classe, _pattern(text)) for classe, text in _texts())


@cache
def _texts() -> tuple[tuple[Classe, str], ...]:
    data = tomllib.loads(files("portals.ipasem").joinpath("messages.toml").read_text(encoding="utf-8"))
    return tuple((Classe(entry["classe"]), entry["texto"]) for entry in data["mensagem"])


def _pattern(text: str) -> re.Pattern[str]:
    parts = _SLOT.split(folded(text))
    return re.compile("".join(_slot(p) if place % 2 else re.escape(p) for place, p in enumerate(parts)))


def _slot(name: str) -> str:
    """Numbers and months are one word; everything else is any text."""
    return rf"(?P<{name}>[\w./-]+?)" if name in ("movimento", "mes") else f"(?P<{name}>.*)"

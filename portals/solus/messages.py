"""The catalogue of what the portal says: a line of text in, its class and its numbers out. Data in messages.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from portals.grid import folded
from portals.learned import Significado, learned

_FREE = frozenset({"orientacao", "motivo"})
_SLOT = re.compile(r"\{(\w+)\}")


class Classe(StrEnum):
    """What a text means to the run; messages.toml says what each one stands for."""

    SUCESSO = "sucesso"
    PARCIAL = "parcial"
    NADA = "nada"
    RECUSA = "recusa"
    DUPLICADA = "duplicada"
    CONFIRMACAO = "confirmacao"
    VAZIA = "vazia"
    PERIODO = "periodo"
    NAO_ABERTA = "nao_aberta"
    CAMPO = "campo"
    CRITICA = "critica"
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"
    DESCONHECIDA = "desconhecida"


_OF_A_PERSON = {
    Significado.RECUSA: Classe.RECUSA,
    Significado.AVISO: Classe.NEUTRA,
    Significado.SUCESSO: Classe.SUCESSO,
    Significado.SESSAO: Classe.SESSAO,
}


@dataclass(frozen=True, slots=True)
class Mensagem:
    """A line that the portal shows. `valores`: what stood in the places of the catalogue's braces."""

    classe: Classe
    texto: str
    valores: Mapping[str, str] = field(default_factory=dict)


def understood(lines: Iterable[str]) -> tuple[Mensagem, ...]:
    """Each line with its class; DESCONHECIDA where no text of the catalogue is exactly that line."""
    return tuple(_understood(line) for line in lines if line.strip())


def asking(count: int | None) -> str:
    """A pattern for the question before billing, for a dialog that the browser itself shows.

    With a `count` the questions that name a number, and that one; with None those that name none.
    """
    asked = [_SLOT.split(text) for classe, text in _texts() if classe is Classe.CONFIRMACAO]
    fitting = [parts for parts in asked if (len(parts) > 1) == (count is not None)]
    exact = ["".join(str(count) if place % 2 else re.escape(part) for place, part in enumerate(t)) for t in fitting]
    return rf"^\s*(?:{'|'.join(exact)})\s*$"


def of(classe: Classe, mensagens: Iterable[Mensagem]) -> tuple[Mensagem, ...]:
    """Those of one class."""
    return tuple(mensagem for mensagem in mensagens if mensagem.classe is classe)


def _understood(line: str) -> Mensagem:
    for classe, pattern in _catalogue():
        if match := pattern.fullmatch(folded(line)):
            return Mensagem(classe, line, match.groupdict())
    if told := learned(line):
        return Mensagem(_OF_A_PERSON[told.significado], line, {"protocolo": told.numero} if told.numero else {})
    return Mensagem(Classe.DESCONHECIDA, line)


@cache
def _catalogue() -> tuple[tuple[Classe, re.Pattern[str]], ...]:
    return tuple((classe, _pattern(text)) for classe, text in _texts())


@cache
def _texts() -> tuple[tuple[Classe, str], ...]:
    data = tomllib.loads(files("portals.solus").joinpath("messages.toml").read_text(encoding="utf-8"))
    return tuple((Classe(entry["classe"]), entry["texto"]) for entry in data["mensagem"])


def _pattern(text: str) -> re.Pattern[str]:
    """The folded text as a pattern; a slot takes at least one character, a number's slot only its characters."""
    parts = _SLOT.split(folded(text))
    return re.compile("".join(_slot(part) if place % 2 else re.escape(part) for place, part in enumerate(parts)))


def _slot(name: str) -> str:
    return f"(?P<{name}>.+)" if name in _FREE else rf"(?P<{name}>[\w./-]+?)"

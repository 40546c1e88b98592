"""What a portal says, as data: a text in, its class and its numbers out. Each adapter has its classes and its texts."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from typing import Any, Generic, TypeVar

from portals.grid import folded
from portals.learned import Significado, learned

Classe = TypeVar("Classe", bound=StrEnum)
"""What a text means to the run, as one adapter tells texts apart: among others recusa, neutra, sessao, desconhecida."""

_SLOT = re.compile(r"\{(\w+)\}")
# What braces take in: any text, a text that is there, and for every other name one word (a number, a month, a date).
_ANY = frozenset({"acesso", "campo", "regra", "resto"})
_SOME = frozenset({"motivo", "orientacao"})


# No slots: Python 3.11 cannot make a frozen, generic object with slots under an alias such as Mensagem[Classe].
@dataclass(frozen=True)
class Mensagem(Generic[Classe]):
    """A text that the portal shows, in its own words. `valores`: what stood in the catalogue's braces.

    `explicacao`: what it means and what a person does, in ours; "" where the words say it all.
    """

    classe: Classe
    texto: str
    valores: Mapping[str, str] = field(default_factory=dict)
    explicacao: str = field(default="", compare=False)


class Catalogue(Generic[Classe]):
    """Every text that a portal is known to show, in the order they are tried; braces stand for what varies.

    A text that is none of them, but that a person of the office has explained, means what they said: `saved` is the
    class of one that tells a success, and `number` what its number is called.
    """

    def __init__(self, texts: Iterable[Mensagem[Classe]], saved: Classe, number: str) -> None:
        self.texts = tuple(texts)
        self._patterns = tuple((known, _pattern(known.texto)) for known in self.texts)
        self._classes = type(saved)
        self._saved = saved
        self._number = number

    def understood(self, text: str) -> Mensagem[Classe]:
        """A text with its class; "desconhecida" where no text of the catalogue is exactly that one."""
        said = folded(text)
        for known, pattern in self._patterns:
            if match := pattern.fullmatch(said):
                return Mensagem(known.classe, text, match.groupdict(), known.explicacao)
        if told := learned(text):
            return Mensagem(self._told(told.significado), text, {self._number: told.numero} if told.numero else {})
        return Mensagem(self._classes("desconhecida"), text)

    def question(self, classe: Classe, **valores: str) -> str:
        """A pattern for a question of that class, for a dialog that the browser itself shows.

        Only for a question that names exactly these values.
        """
        asked = (_SLOT.split(known.texto) for known in self.texts if known.classe is classe)
        exact = [_filled(parts, valores) for parts in asked if set(parts[1::2]) == set(valores)]
        return rf"^\s*(?:{'|'.join(exact)})\s*$"

    def _told(self, significado: Significado) -> Classe:
        match significado:
            case Significado.SUCESSO:
                return self._saved
            case Significado.AVISO:
                return self._classes("neutra")
            case _:
                return self._classes(significado.value)


def read_catalogue(package: str, saved: Classe, number: str) -> Catalogue[Classe]:
    """The `messages.toml` of an adapter's package; see `Catalogue`.

    Either `[[mensagem]]` with classe, texto and explicacao, or for each class its texts: `recusa = ["...", "..."]`.
    """
    data = tomllib.loads(files(package).joinpath("messages.toml").read_text(encoding="utf-8"))
    return Catalogue(_texts(data, type(saved)), saved, number)


def _texts(data: dict[str, Any], classes: type[Classe]) -> Iterator[Mensagem[Classe]]:
    for entry in data.pop("mensagem", []):
        yield Mensagem(classes(entry["classe"]), entry["texto"], explicacao=entry.get("explicacao", ""))
    for name, texts in data.items():
        yield from (Mensagem(classes(name), text) for text in texts)


def _pattern(text: str) -> re.Pattern[str]:
    parts = _SLOT.split(folded(text))
    return re.compile("".join(_slot(p) if place % 2 else re.escape(p) for place, p in enumerate(parts)))


def _slot(name: str) -> str:
    if name in _ANY:
        return f"(?P<{name}>.*)"
    return f"(?P<{name}>.+)" if name in _SOME else rf"(?P<{name}>[\w./-]+?)"


def _filled(parts: list[str], valores: Mapping[str, str]) -> str:
    return "".join(re.escape(valores[part] if place % 2 else part) for place, part in enumerate(parts))

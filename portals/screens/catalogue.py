"""What a portal says, as data: a text in, its class and its numbers out. Each portal has its own messages.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from portals.grid import folded
from portals.learned import Significado, learned

_SLOT = re.compile(r"\{(\w+)\}")
_ONE_WORD = ("movimento", "mes")


class Classe(StrEnum):
    """What a text means to the run."""

    GRAVADO = "gravado"  # the entry was saved; {movimento} is its number
    EXCLUIDO = "excluido"
    FECHADO = "fechado"  # the month {mes} was closed just now
    RECUSA = "recusa"  # the portal says no, in these words
    JA_FECHADO = "ja_fechado"
    SEM_RETORNO = "sem_retorno"
    EXCLUIR = "excluir"  # the question before a row is deleted
    FECHAR = "fechar"  # the question before the month {mes} is closed
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    CAPTCHA = "captcha"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"  # says nothing about the work
    DESCONHECIDA = "desconhecida"


_OF_A_PERSON = {
    Significado.RECUSA: Classe.RECUSA,
    Significado.AVISO: Classe.NEUTRA,
    Significado.SUCESSO: Classe.GRAVADO,
    Significado.SESSAO: Classe.SESSAO,
}


@dataclass(frozen=True, slots=True)
class Mensagem:
    """A text that the portal shows, in its own words. `valores`: what stood in the catalogue's braces."""

    classe: Classe
    texto: str
    valores: Mapping[str, str] = field(default_factory=dict)


class Catalogue:
    """Every text that a portal is known to show, in the order they are tried; braces stand for what varies."""

    def __init__(self, texts: Iterable[tuple[Classe, str]]) -> None:
        self._texts = tuple(texts)
        self._patterns = tuple((classe, _pattern(text)) for classe, text in self._texts)

    def understood(self, text: str) -> Mensagem:
        """A text with its class; DESCONHECIDA where no text of the catalogue is exactly that one."""
        said = folded(text)
        for classe, pattern in self._patterns:
            if match := pattern.fullmatch(said):
                return Mensagem(classe, text, match.groupdict())
        if told := learned(text):
            return Mensagem(_OF_A_PERSON[told.significado], text, {"movimento": told.numero} if told.numero else {})
        return Mensagem(Classe.DESCONHECIDA, text)

    def question(self, classe: Classe, **valores: str) -> str:
        """A pattern for a question of that class, for a dialog that the browser itself shows; slots as given."""
        asked = [_SLOT.split(text) for known, text in self._texts if known is classe]
        exact = ["".join(re.escape(valores[p] if place % 2 else p) for place, p in enumerate(parts)) for parts in asked]
        return rf"^\s*(?:{'|'.join(exact)})\s*$"


@cache
def read_catalogue(package: str) -> Catalogue:
    """The `messages.toml` of an adapter's package: for each class the texts of it, `recusa = ["...", "..."]`."""
    data = tomllib.loads(files(package).joinpath("messages.toml").read_text(encoding="utf-8"))
    return Catalogue((Classe(name), text) for name, texts in data.items() for text in texts)


def _pattern(text: str) -> re.Pattern[str]:
    parts = _SLOT.split(folded(text))
    return re.compile("".join(_slot(p) if place % 2 else re.escape(p) for place, p in enumerate(parts)))


def _slot(name: str) -> str:
    """Numbers and months are one word; everything else is any text."""
    return rf"(?P<{name}>[\w./-]+?)" if name in _ONE_WORD else f"(?P<{name}>.*)"

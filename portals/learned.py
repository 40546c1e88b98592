"""What a person said about texts that no catalogue knew: used from then on in that office, never guessed.

An adapter asks here where its own catalogue has nothing. The office's texts stand around a session (`knowing`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum

from portals.grid import folded

_NUMBER = re.compile(r"\d(?:[\d.,/:-]*\d)?")
_SLOT = re.compile(r"\{(\w+)\}")


class Significado(StrEnum):
    """What a text means, as a person says it."""

    RECUSA = "recusa"  # the portal says no to this entry, in these words
    AVISO = "aviso"  # says nothing about the entry
    SUCESSO = "sucesso"  # the entry was saved; its one number is the portal's own for it
    SESSAO = "sessao"  # the session ended
    PARAR = "parar"  # whatever it means, it stops the entry, as a text that nobody knows


@dataclass(frozen=True, slots=True)
class Learned:
    """A text that was recognised. `numero` is the one number that a success names, "" elsewhere."""

    significado: Significado
    numero: str = field(default="")


_Known = tuple[tuple[re.Pattern[str], Significado], ...]
_KNOWN: ContextVar[_Known] = ContextVar("learned", default=())


@contextmanager
def knowing(texts: Iterable[tuple[str, Significado]]) -> Iterator[None]:
    """Inside it these texts mean what a person said; braces stand for what varies."""
    token = _KNOWN.set(tuple((_pattern(text), significado) for text, significado in texts))
    try:
        yield
    finally:
        _KNOWN.reset(token)


def learned(text: str) -> Learned | None:
    """What a person said that exactly this text means; None where nobody did, or it is one that stops."""
    said = folded(text)
    for pattern, significado in _KNOWN.get():
        if (match := pattern.fullmatch(said)) and significado is not Significado.PARAR:
            return Learned(significado, match.groupdict().get("numero", ""))
    return None


def without_data(text: str, people: Mapping[str, str]) -> str:
    """The text as it may be kept: each of `people` (their words → the slot's name) and every number as a slot."""
    for words, slot in sorted(people.items(), key=lambda pair: -len(pair[0])):
        if words:
            text = re.sub(re.escape(words), f"{{{slot}}}", text, flags=re.IGNORECASE)
    parts = _SLOT.split(text)
    numbers = sum(len(_NUMBER.findall(part)) for part in parts[::2])
    count = iter(range(1, numbers + 1))

    def named(_: re.Match[str]) -> str:
        place = next(count)
        return "{numero}" if numbers == 1 else f"{{numero{place}}}"

    kept = [_NUMBER.sub(named, part) if at % 2 == 0 else f"{{{part}}}" for at, part in enumerate(parts)]
    return "".join(kept)


def objection(texto: str, significado: Significado, names: Iterable[str] = ()) -> str:
    """Why a text may not be kept with that meaning, or leave the office (pt-BR); "" when nothing speaks against it."""
    if re.search(r"\d", _SLOT.sub("", texto)):
        return "o texto ainda traz números."
    said = folded(texto)
    if any(folded(name) in said for name in names if name):
        return "o texto traz o nome de um paciente."
    if len(_SLOT.sub("", said).split()) < 2:
        return "o texto é curto demais para ser reconhecido com certeza."
    if significado is Significado.SUCESSO and "{numero}" not in texto:
        return "um texto de sucesso precisa trazer um número só: o que o portal deu ao lançamento."
    return ""


def _pattern(text: str) -> re.Pattern[str]:
    parts = _SLOT.split(folded(text))
    seen: set[str] = set()
    return re.compile("".join(_slot(p, seen) if at % 2 else re.escape(p) for at, p in enumerate(parts)))


def _slot(name: str, seen: set[str]) -> str:
    """A number is one word; a person's name any text. A slot that stands again is any text as well."""
    if name in seen:
        return ".+"
    seen.add(name)
    return rf"(?P<{name}>[\w./:,-]+?)" if name.startswith("numero") else f"(?P<{name}>.+)"

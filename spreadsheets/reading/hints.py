"""What names and titles say: the portal, the month billed, the kind of service."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind
from mappings.vocabulary import vocabulary
from mappings.wording import fold

_NAMES = vocabulary().meses
_LONG = "|".join(name for name in _NAMES if len(name) > 3 or name in {"maio"})
_ANY = "|".join(sorted(_NAMES, key=len, reverse=True))
_NUMERIC = re.compile(r"(?<![\d/.\-])(0?[1-9]|1[0-2])\s*[/.\-_]\s*(20\d{2})(?![\d/])")
_YEAR_FIRST = re.compile(r"(?<![\d/.\-])(20\d{2})\s*[/.\-_]\s*(0[1-9]|1[0-2])(?![\d/\-])")
_NAMED = re.compile(rf"(?<![a-z])({_ANY})(?:\s*(?:de|[/.\-_'])?\s*)(20\d{{2}}|\d{{2}})(?!\d)")
_ALONE = re.compile(rf"(?<![a-z0-9])({_LONG})(?![a-z])")
_ANY_DAY = date(2026, 12, 31)
_FULL_DATE = re.compile(r"\d{1,2}\s*(?:/|\.|-|\s+de\s+)\s*(?:\d{1,2}|[a-z]{3,9})\s*(?:/|\.|-|\s+de\s+)\s*\d{2,4}")


@dataclass(frozen=True, slots=True)
class Hints:
    """What one text says. Empty sets say nothing; two portals in one text say nothing certain."""

    portais: frozenset[str]
    competencias: frozenset[Competencia]
    outro_convenio: str | None = None


def hints_of(text: str, today: date) -> Hints:
    """Read a file name, a sheet name or a title line."""
    portais = frozenset(vocabulary().portals_in(text))
    other = None if portais else vocabulary().other_insurer_in(text)
    return Hints(portais, frozenset(_competencias(text, today)), other)


def says_whose(text: str) -> bool:
    """Whether a line names a portal, another insurer or a month: it may speak for the rows below it."""
    words = vocabulary()
    named = words.portals_in(text) or words.other_insurer_in(text)
    return bool(named) or bool(set(_competencias(text, _ANY_DAY)))


def names_insurer(text: str) -> bool:
    """Whether a line names a portal or another insurer."""
    return bool(vocabulary().portals_in(text) or vocabulary().other_insurer_in(text))


def kinds_in(texts: Iterable[str]) -> Counter[Kind]:
    """How often the texts name each kind of service."""
    words = (word for text in texts for word in fold(text).split())
    return Counter(vocabulary().tipos[word] for word in words if word in vocabulary().tipos)


def read_competencia(text: str, today: date) -> Competencia | None:
    """The one month a text names, None when it names none or several."""
    found = set(_competencias(text, today))
    return found.pop() if len(found) == 1 else None


def _competencias(text: str, today: date) -> Iterable[Competencia]:
    plain = _FULL_DATE.sub(" ", _without_accents(text))
    found = [Competencia(int(m[2]), int(m[1])) for m in _NUMERIC.finditer(plain)]
    found += [Competencia(int(m[1]), int(m[2])) for m in _YEAR_FIRST.finditer(plain)]
    found += [Competencia(_full_year(m[2]), _NAMES[m[1]]) for m in _NAMED.finditer(plain)]
    if not found:
        found = [_latest(_NAMES[m[1]], today) for m in _ALONE.finditer(plain)]
    if not found and fold(text) in _NAMES:
        found = [_latest(_NAMES[fold(text)], today)]
    return found


def _full_year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _latest(month: int, today: date) -> Competencia:
    """A month named without its year is the latest one that has begun."""
    this_year = Competencia(today.year, month)
    return this_year if this_year <= Competencia.of(today) else this_year.plus(-12)


def _without_accents(text: str) -> str:
    return text.casefold().replace("ç", "c").replace("\u00a0", " ")

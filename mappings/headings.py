"""Spreadsheet headings as clinics write them, and the field each one means (planilha.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from mappings.campo import Campo
from mappings.wording import fold

CERTO, FRACO, PALAVRA = 4, 3, 2
_OF_PERSON = frozenset({Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means. `campo` None: a known heading that no entry uses. `rank` orders competing columns."""

    campo: Campo | None
    rank: int
    motivo: str


@dataclass(frozen=True, slots=True)
class _Keyword:
    campo: Campo
    words: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Headings:
    """The alias tables, ready to compare: every key is canonical."""

    abbreviations: MappingProxyType[str, str]
    ornaments: frozenset[str]
    exact: MappingProxyType[str, Meaning]
    keywords: tuple[_Keyword, ...]
    groups: frozenset[str] = frozenset()
    of_person: frozenset[str] = frozenset()

    def canonical(self, heading: str) -> str:
        """A heading with abbreviations undone and ornaments dropped: "Dt. do Atend." is "data atendimento"."""
        spelt = (self.abbreviations.get(word, word) for word in fold(heading).split())
        return " ".join(word for word in spelt if word not in self.ornaments)

    def meaning(self, heading: str) -> Meaning | None:
        """What `heading` means, None when nothing is known of it."""
        canonical = self.canonical(heading) or ("valor" if "$" in heading else "")
        if not canonical:
            return None
        return self.exact.get(canonical) or self._in_group(canonical) or self._by_keyword(canonical)

    def _in_group(self, canonical: str) -> Meaning | None:
        """ "Cirurgia" over "Código": the first word names a group of columns, the others say which one it is."""
        group, _, title = canonical.partition(" ")
        while group in self.groups and title.partition(" ")[0] in self.groups:
            group, _, title = title.partition(" ")
        meaning = self.exact.get(title)
        if meaning is None or meaning.campo is None:
            return None
        if group in self.of_person:
            return meaning if meaning.campo in _OF_PERSON else None
        return meaning if group in self.groups else None

    def _by_keyword(self, canonical: str) -> Meaning | None:
        present = set(canonical.split())
        found = [k for k in self.keywords if present & k.words and not present & k.unless]
        if len(found) != 1:
            return None
        word = min(present & found[0].words)
        return Meaning(found[0].campo, PALAVRA, f'o título contém "{word}"')


@cache
def headings() -> Headings:
    """The tables shipped with faturista, read once."""
    source = tomllib.loads(files("mappings").joinpath("planilha.toml").read_text(encoding="utf-8"))
    empty = Headings(
        MappingProxyType(source["abreviacoes"]),
        frozenset(source["enfeites"]["palavras"]),
        MappingProxyType({}),
        (),
    )
    exact: dict[str, Meaning] = {}
    for title in source["sem_uso"]["titulos"]:
        exact[empty.canonical(title)] = Meaning(None, CERTO, "título conhecido que nenhum lançamento usa")
    for name, aliases in source["campos"].items():
        for title in aliases.get("fraco", []):
            exact[empty.canonical(title)] = Meaning(Campo(name), FRACO, f'título "{title}" (genérico)')
    for name, aliases in source["campos"].items():
        for title in aliases.get("certo", []):
            exact[empty.canonical(title)] = Meaning(Campo(name), CERTO, f'título "{title}"')
    exact.pop("", None)
    groups = source["grupos"]
    return Headings(
        *(empty.abbreviations, empty.ornaments, MappingProxyType(exact), _keywords(source["campos"])),
        groups=frozenset(groups["palavras"]),
        of_person=frozenset(groups["pessoa"]),
    )


def _keywords(campos: dict[str, dict[str, Any]]) -> tuple[_Keyword, ...]:
    return tuple(
        _Keyword(Campo(name), frozenset(aliases["palavra"]), frozenset(aliases.get("salvo", [])))
        for name, aliases in campos.items()
        if "palavra" in aliases
    )


@lru_cache(maxsize=8_192)
def heading_meaning(heading: str) -> Meaning | None:
    """`Headings.meaning` of the shipped tables, remembered."""
    return headings().meaning(heading)

"""The trade's words as spreadsheets spell them (vocabulario.toml): portals, months, degrees, faces, totals."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from agent.model.lancamento import Kind
from mappings.wording import fold

Words = MappingProxyType[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every key is folded. `portais` and `outros` are found as whole words inside a longer text."""

    portais: Words
    outros: frozenset[str]
    meses: MappingProxyType[str, int]
    tipos: MappingProxyType[str, Kind]
    grau: Words
    via: Words
    faces: Words
    total: re.Pattern[str]
    rodape: re.Pattern[str]
    cancelado: re.Pattern[str]
    nao_realizado: frozenset[str]
    realizado: frozenset[str]
    ja_cobrado: frozenset[str]
    vazio: frozenset[str]
    idem: frozenset[str]
    zeros_perdidos: Words

    def portals_in(self, text: str) -> set[str]:
        """The portals that a text names: "CONVÊNIO CASSIND 10/2026" names cassind."""
        padded = f" {fold(text)} "
        other = any(f" {name} " in padded for name in self.outros if any(p in name for p in self.portais))
        return set() if other else {portal for alias, portal in self.portais.items() if f" {alias} " in padded}

    def other_insurer_in(self, text: str) -> str | None:
        """Another insurer that a text names, None when it names none."""
        padded = f" {fold(text)} "
        return next((name for name in self.outros if f" {name} " in padded), None)


@cache
def vocabulary() -> Vocabulary:
    """The words shipped with faturista, read once."""
    source = tomllib.loads(files("mappings").joinpath("vocabulario.toml").read_text(encoding="utf-8"))
    lines = source["linhas"]
    return Vocabulary(
        portais=_inverted(source["portais"]),
        outros=frozenset(fold(name) for name in source["outros_convenios"]["nomes"]),
        meses=MappingProxyType(source["meses"]),
        tipos=MappingProxyType({word: Kind(kind) for word, kind in _inverted(source["tipos"]).items()}),
        grau=_inverted(source["grau"]),
        via=_inverted(source["via"]),
        faces=_inverted(source["faces"]),
        total=_any_word(lines["total"]),
        rodape=_any_word(lines["rodape"]),
        cancelado=_any_word(lines["cancelado"]),
        nao_realizado=frozenset(fold(word) for word in lines["nao_realizado"]),
        realizado=frozenset(fold(word) for word in lines["realizado"]),
        ja_cobrado=frozenset(fold(word) for word in lines["ja_cobrado"]),
        vazio=frozenset(fold(word) for word in lines["vazio"]),
        idem=frozenset(fold(word) for word in lines["idem"]),
        zeros_perdidos=MappingProxyType(source["codigos"]["zeros_perdidos"]),
    )


def _inverted(table: dict[str, list[str]]) -> Words:
    return MappingProxyType({fold(word): key for key, words in table.items() for word in words})


def _any_word(words: list[str]) -> re.Pattern[str]:
    """Matches a folded text that begins with one of the words, or for `search`, holds one as a whole word."""
    longest_first = sorted((fold(word) for word in words), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")

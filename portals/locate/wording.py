"""Pure: how near the words on the screen are to those expected, and which field they may stand for beyond doubt."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz.fuzz import ratio

MIN_SCORE = 85.0
"""Of 100. Endings differ by less (autorização, autorizações: 87; faturado, faturada: 88); other things by more
(inicial, final: 67; nascimento, vencimento: 80; inclusão, exclusão: 75; solicitado, solicitante: 76)."""
SAME = 100.0
"""Of 100: the same words, but for accents, case, small words and usual abbreviations."""
_SAME_BEGINNING = 3
_SMALL_WORDS = frozenset(
    ("a", "ao", "as", "com", "da", "das", "de", "do", "dos", "e", "em", "na", "no", "o", "os", "para", "por")
)
_SHORT = {
    "cod": "codigo",
    "dt": "data",
    "hr": "hora",
    "n": "numero",
    "no": "numero",
    "nr": "numero",
    "nro": "numero",
    "num": "numero",
    "obs": "observacao",
    "qtd": "quantidade",
    "qtde": "quantidade",
    "vl": "valor",
    "vlr": "valor",
}


def likeness(seen: str, name: str) -> float:
    """0 to 100: the least alike pair of the words that carry meaning, in their order; 0 where one has more of them.

    Accents, case, punctuation, "de/do/da" and usual abbreviations do not count. Words that begin differently, and
    numbers that are not equal, are other words.
    """
    here, there = _words(seen), _words(name)
    if not here or len(here) != len(there):
        return 0.0
    return min(_pair(a, b) for a, b in zip(here, there, strict=True))


def nearest(
    fields: Mapping[str, Sequence[str]], others: Iterable[str], near: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, tuple[Mapping[str, Any], str]]:
    """For each field that was not found by name, the one control that is nearly so called, and the words there.

    `fields`: all expected names by field; `others`: more names that the panel may have; `near`: for each field, the
    controls that are left, each with its `names` and its place `at`. A field is not answered where two controls would
    do, where a name of another field is as near, or where one control would answer for two fields.
    """
    found: dict[str, tuple[Mapping[str, Any], str]] = {}
    for key, controls in near.items():
        rivals = [*others, *(name for other, names in fields.items() if other != key for name in names)]
        fitting = [(control, said) for control in controls if (said := _fitting(control, fields[key], rivals))]
        if len(fitting) == 1:
            found[key] = fitting[0]
    places = [said for _, said in found.values()]
    return {key: hit for key, hit in found.items() if places.count(hit[1]) == 1}


def _fitting(control: Mapping[str, Any], names: Sequence[str], rivals: Sequence[str]) -> str:
    """The words of the control that are near enough to one of `names` and nearer than to any rival; "" for none."""
    for said in control["names"]:
        score = max(likeness(said, name) for name in names)
        # All that the control is called must agree: a rival's name anywhere on it speaks against it.
        rival = max((likeness(other, name) for other in control["names"] for name in rivals), default=0.0)
        if score >= MIN_SCORE and score > rival:
            return str(said)
    return ""


def _words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    marked = bare.replace("n\N{DEGREE SIGN}", "numero ").replace("n\N{MASCULINE ORDINAL INDICATOR}", "numero ")
    words = "".join(c if c.isalnum() else " " for c in marked).split()
    return [_SHORT.get(word, word) for place, word in enumerate(words) if word not in _SMALL_WORDS or not place]


def _pair(seen: str, name: str) -> float:
    if seen == name:
        return SAME
    if any(c.isdigit() for c in seen + name) or seen[:_SAME_BEGINNING] != name[:_SAME_BEGINNING]:
        return 0.0
    return ratio(seen, name)

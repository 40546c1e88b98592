"""Pure: is the patient that a portal shows the one that the sheet names? Same, doubtful or another; never a guess."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

THRESHOLD = 80
"""The least score, of 100, at which two names may be one person's without a person looking at them."""

_PARTICLES = frozenset({"da", "das", "de", "del", "di", "do", "dos", "du", "e"})
_GENERATIONS = {"jr": "junior", "junior": "junior", "fo": "filho", "fho": "filho", "filho": "filho", "neto": "neto"}
_LONG = 20  # signs: a shorter name was not cut by the width of a column
_EQUAL, _CUT, _SHORT, _NOT = 100, 90, 70, 0
_ALIKE = 0.8  # two spellings of one word, Souza and Sousa


class Likeness(StrEnum):
    """Whether two written names are one person's."""

    SAME = "mesma pessoa"
    DOUBTFUL = "duvidosa"  # a person decides
    OTHER = "outra pessoa"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The verdict on two names; `score`, 0 to 100, says how far their words agree and is held against THRESHOLD."""

    likeness: Likeness
    score: int


def same_person(asked: str, shown: str) -> NameMatch:
    """Compare the sheet's name with the portal's, tolerant of case, accents, particles, abbreviation, cut and order.

    SAME needs the first name in full on both sides, and each word answered by one of the other name: equal, abbreviated
    within it ("João P. Silva"), or cut where a long name ends ("MARIA APARECIDA DOS SANT"). The surname may come first
    ("Silva, João da"). A name that lacks words, is spelt otherwise, or whose words stand in an order that may be
    somebody else's ("Maria José", "José Maria") is DOUBTFUL, and so is one without the other's Filho or Neto.
    """
    one, other = _words(asked), _words(shown)
    names = [[word for word in words if word not in _GENERATIONS] or words for words in (one, other)]
    if not all(names):
        return NameMatch(Likeness.OTHER, 0)
    found = _compared(*names, long=min(len(" ".join(words)) for words in (one, other)) >= _LONG)
    generations = {_generation(words) for words in (one, other)}
    if len(generations) == 1 or found.likeness is Likeness.OTHER:
        return found
    doubt = Likeness.DOUBTFUL if None in generations else Likeness.OTHER
    return NameMatch(doubt, min(found.score, THRESHOLD - 1))


def _compared(one: Sequence[str], other: Sequence[str], *, long: bool) -> NameMatch:
    if sorted(one) == sorted(other):
        return _reordered(one, other)
    short, whole = sorted((one, other), key=len)
    pairs = enumerate(zip(short, whole, strict=False), start=1)
    weights = [_weight(*pair, last=place == len(short), long=long) for place, pair in pairs]
    if all(weights) and weights[0] == _EQUAL and (len(short) == len(whole) or weights[-1] == _CUT):
        return _judged(sum(weights) // len(weights), sure=weights[-1] != _SHORT)
    agreed = _in_order(short, whole)
    return _judged(100 * agreed // len(whole), sure=False) if agreed == len(short) else NameMatch(Likeness.OTHER, 0)


def _judged(score: int, *, sure: bool) -> NameMatch:
    same = sure and score >= THRESHOLD
    return NameMatch(Likeness.SAME if same else Likeness.DOUBTFUL, score if same else min(score, THRESHOLD - 1))


def _reordered(one: Sequence[str], other: Sequence[str]) -> NameMatch:
    """The same words. The surname in front is a rotation; of two words both may be given names."""
    turned = any([*one[place:], *one[:place]] == list(other) for place in range(1, len(one)))
    return _judged(100, sure=list(one) == list(other) or (turned and len(one) > 2))


def _weight(one: str, other: str, *, last: bool, long: bool) -> int:
    """How far two words in the same place agree, 0 to 100."""
    short, whole = sorted((one, other), key=len)
    if short == whole:
        return _EQUAL
    if not whole.startswith(short):
        return _NOT
    return _CUT if last and long and len(short) > 1 else _SHORT


def _in_order(short: Sequence[str], whole: Sequence[str]) -> int:
    """How many words of the shorter name the other one has in the same order, spelling and abbreviation aside."""
    place, agreed = 0, 0
    for word in short:
        while place < len(whole) and not _alike(word, whole[place]):
            place += 1
        agreed += place < len(whole)
        place += 1
    return agreed


def _alike(one: str, other: str) -> bool:
    short, whole = sorted((one, other), key=len)
    return whole.startswith(short) or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _generation(words: Sequence[str]) -> str | None:
    return next((_GENERATIONS[word] for word in reversed(words) if word in _GENERATIONS), None)


def _words(name: str) -> list[str]:
    """The words of a name without case, accents, signs and particles; what follows a comma comes first."""
    surname, comma, given = name.partition(",")
    text = f"{given} {surname}" if comma else name
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() or c == "'" else " " for c in bare).replace("'", "").split()
    return [word for word in words if word not in _PARTICLES]

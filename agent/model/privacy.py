"""Take patients out of a sentence before it is stored, logged or shown where no patient belongs."""

import re
import unicodedata
from collections.abc import Iterable

_HIDDEN = "•••"
_SHORTEST = 3


def without_people(text: str, names: Iterable[str] = (), cards: Iterable[str] = ()) -> str:
    """`text` with every mention of these names and cards hidden, whatever its case, accents, spacing or signs."""
    patterns = [*(_of_name(name) for name in names), *(_of_card(card) for card in cards)]
    for pattern in filter(None, patterns):
        folded = _folded(text)
        for found in reversed(list(re.finditer(pattern, folded))):
            text = f"{text[: found.start()]}{_HIDDEN}{text[found.end() :]}"
    return text


def _of_name(name: str) -> str:
    words = re.findall(r"\w+", _folded(name))
    whole = r"\W+".join(map(re.escape, words))
    return rf"(?<!\w){whole}(?!\w)" if len("".join(words)) >= _SHORTEST else ""


def _of_card(card: str) -> str:
    signs = re.findall(r"[0-9a-z]", _folded(card))
    whole = r"\W?".join(signs)
    return rf"(?<!\w){whole}(?!\w)" if len(signs) >= _SHORTEST else ""


def _folded(text: str) -> str:
    """Without case and accents, sign for sign, so that places in it are places in `text`."""
    return "".join((unicodedata.normalize("NFD", sign)[0].casefold() or sign)[0] for sign in text)

"""How two wordings are compared: without case, accents, punctuation or control characters."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """ "Nº da Guia " becomes "no da guia": lower case, no accents, words apart by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def words(text: str) -> frozenset[str]:
    """The distinct folded words of a text."""
    return frozenset(fold(text).split())

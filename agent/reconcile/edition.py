"""Which edition of the rules these are: what another edition posted is gone through anew."""

import hashlib
from functools import cache
from importlib.resources import files

_LETTERS = 16


@cache
def edition() -> str:
    """The same for the same source of the rules, another one after any change of it."""
    sources = sorted(
        (file.name, file.read_text("utf-8")) for file in files(__package__).iterdir() if file.name[-3:] == ".py"
    )
    return hashlib.sha256(repr(sources).encode()).hexdigest()[:_LETTERS]

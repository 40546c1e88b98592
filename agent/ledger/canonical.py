"""The one text of a value, and of a link of the chain: what the hashes are taken of."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)  # made once: a chain is long
_quoted = json.encoder.encode_basestring
_SPELLING: dict[type, Callable[[Any], str]] = {str: _quoted, int: str}


Link = tuple[int, str, str, str, str]
"""One event as the chain is verified: number, time, the hash before it, its own, and the text that one must be of."""

Booked = tuple[int, str, str]
"""One posting as the chain is verified: the event that made it, its time, and the text of its facts."""


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, accents kept."""
    return _ENCODER.encode(value)


def row_text(values: Iterable[str | int]) -> str:
    """The canonical text of a list of texts and whole numbers, twice as fast. Raises KeyError for anything else."""
    return f"[{','.join([_SPELLING[type(value)](value) for value in values])}]"


def link_text(link: Sequence[Any]) -> str:
    """The canonical text of an event's columns but the last, several times as fast."""
    seq, at, actor, kind, mes_id, entity, entity_id, body, prev = link
    home = "null" if mes_id is None else mes_id
    words = f"{_quoted(at)},{_quoted(actor)},{_quoted(kind)},{home},{_quoted(entity)},{entity_id}"
    return f"[{seq},{words},{_quoted(body)},{_quoted(prev)}]"

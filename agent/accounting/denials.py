"""The reasons of refusals: their code in TISS table 38 where the insurer tells one, and what the table says of it."""

import re

import tiss

# "1705 - Valor apresentado a maior", "2003 «não»": four digits, alone at the beginning.
_CODE = re.compile(r"\s*(\d{4})(?!\d)")


def denial_code(motivo: str) -> str:
    """The code that a reason begins with; "" for an insurer's own words."""
    found = _CODE.match(motivo)
    return found[1] if found else ""


def denial_words(code: str) -> str:
    """What table 38 says of a code; "" when it is retired or unknown."""
    found = tiss.glosa(code) if code else None
    return str(found["descricao"]) if found else ""

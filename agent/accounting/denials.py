"""The reasons of refusals: what TISS table 38 says of a code."""

import tiss


def denial_words(code: str) -> str:
    """What table 38 says of a code; "" when it is retired or unknown."""
    found = tiss.glosa(code) if code else None
    return str(found["descricao"]) if found else ""

"""Grau de participacao, via de acesso and CID, by the words of the trade (TISS tables 35 and 61)."""

import re
from functools import lru_cache

from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.codes import as_text
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_DEGREE = re.compile(r"(\d{1,2})(?:\s+(.*))?")
_CID = re.compile(r"\s*(?:CID[\s:\-]*(?:10\b)?[\s:\-]*)?([A-Z])\s?(\d{2})\.?(\d)?(?:\s*[-–(:].*|\s+[A-ZÀ-Ú]{3}.*)?\s*")


def read_grau(raw: Raw) -> str:
    """The degree as two digits: 0, "00 - Cirurgião" and "cirurgiã" are "00".

    Raises CellProblem(ambiguous_participation) for "Aux", unknown words, or a number and a word that disagree.
    """
    known = vocabulary().grau
    text = re.sub(r"\bauxiliar\b", "aux", fold(shown(raw)))
    by_word = {re.sub(r"\bauxiliar\b", "aux", word): code for word, code in known.items()}
    if text in by_word:
        return by_word[text]
    found = _DEGREE.fullmatch(text)
    codes = frozenset(known.values())
    if found and found[1].zfill(2) in codes and (not found[2] or by_word.get(found[2]) == found[1].zfill(2)):
        return found[1].zfill(2)
    raise CellProblem(
        "ambiguous_participation",
        f"{shown(raw)!r} não diz o grau de participação. Escreva o código: 00 cirurgião, 01 primeiro auxiliar, "
        "02 segundo auxiliar, 06 anestesista.",
    )


def read_via(raw: Raw) -> str:
    """Única, Mesma via or Diferentes vias. Raises CellProblem(invalid_access_route)."""
    try:
        return vocabulary().via[fold(shown(raw))]
    except KeyError:
        raise CellProblem(
            "invalid_access_route",
            f"{shown(raw)!r} não é uma via de acesso. Escreva Única, Mesma via ou Diferentes vias.",
        ) from None


@lru_cache(maxsize=4_096, typed=True)
def read_cids(raw: Raw) -> tuple[str, ...]:
    """The CID-10 codes of a cell, as "K42.9"; a code's name after it is left out. Raises CellProblem(invalid_cid)."""
    parts = [part for part in re.split(r"[;,/\n+]|\sE\s", as_text(raw).upper()) if part.strip()]
    found = [_CID.fullmatch(part) for part in parts]
    codes = [f"{m[1]}{m[2]}" + (f".{m[3]}" if m[3] else "") for m in found if m]
    if len(codes) != len(parts):
        raise CellProblem("invalid_cid", f"{shown(raw)!r} não é um CID-10. Escreva como K42.9.")
    return tuple(codes)

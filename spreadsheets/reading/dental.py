"""Teeth and faces: FDI numbers, TISS regions, faces as words, letters or both together."""

import re
from functools import lru_cache

from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.codes import as_text, says_nothing
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_TEETH = frozenset(f"{q}{n}" for q in (1, 2, 3, 4) for n in range(1, 10)) | frozenset(
    f"{q}{n}" for q in (5, 6, 7, 8) for n in (1, 2, 3, 4, 5, 9)
)
_REGIONS = frozenset({"AI", "AS", "ASAI", "HASD", "HASE", "HAID", "HAIE", "S1", "S2", "S3", "S4", "S5", "S6"})
_TOGETHER = re.compile(r"(\d{2})\s*[\-–/ ,:]?\s*\(?([A-Za-zÀ-ú][^()]*)\)?")


@lru_cache(maxsize=4_096, typed=True)
def read_dente(raw: Raw) -> tuple[str, str]:
    """The tooth or region, and the faces when the cell has both ("17 OM"); ("", "") for a dash.

    Raises CellProblem(invalid_tooth).
    """
    if says_nothing(raw):
        return "", ""
    text = re.sub(r"(?i)^(?:dente|d\.|el\.?|elemento)\s*", "", as_text(raw))
    if text in _TEETH or text.upper() in _REGIONS:
        return text.upper(), ""
    if (found := _TOGETHER.fullmatch(text)) and found[1] in _TEETH:
        return found[1], read_faces(found[2])
    raise CellProblem("invalid_tooth", f"{shown(raw)!r} não é um dente. Escreva um número como 17, um dente por linha.")


@lru_cache(maxsize=4_096, typed=True)
def read_faces(raw: Raw) -> str:
    """Faces as sorted letters: "Oclusal, Mesial", "OM" and "mesio-oclusal" are all "MO"; "" for a dash.

    Raises CellProblem(invalid_face).
    """
    if says_nothing(raw):
        return ""
    letters = [letter for word in fold(shown(raw)).split() if word != "e" for letter in _letters(word, raw)]
    if len(set(letters)) != len(letters) or not letters:
        raise _invalid(raw)
    return "".join(sorted(letters))


def _letters(word: str, raw: Raw) -> list[str]:
    faces = vocabulary().faces
    if word in faces:
        return [faces[word]]
    if len(word) <= 5 and all(letter in faces for letter in word):
        return [faces[letter] for letter in word]
    raise _invalid(raw)


def _invalid(raw: Raw) -> CellProblem:
    return CellProblem(
        "invalid_face", f"{shown(raw)!r} não são faces de um dente. Escreva as letras, como OM (O, M, D, V, L, P, I)."
    )


def marked_faces(letters: tuple[str, ...], dente: str) -> str:
    """The faces whose own columns are marked; of "L/P" the one that the tooth's arch has."""
    upper = dente[:1] in "1256"
    found = {("P" if upper else "L") if set(both) == {"L", "P"} else both for both in letters}
    return "".join(sorted(found))


def odd_faces(dente: str, faces: str) -> str:
    """A warning when the faces do not exist on that tooth (lingual above, palatal below, incisal on a molar)."""
    if len(dente) != 2 or not dente.isdigit():
        return ""
    upper, front = dente[0] in "1256", dente[1] in "123"
    wrong = {"L": upper, "P": not upper, "I": not front, "O": front}
    bad = [face for face in faces if wrong.get(face)]
    return f"a face {', '.join(bad)} não existe no dente {dente}" if bad else ""

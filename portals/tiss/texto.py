"""Text and numbers as TISS writes them: ASCII only, reais with a point, dates and hours in ISO."""

import re
import unicodedata
from datetime import date

from agent.model.valor import Centavos

_HORA = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_INSTEAD = str.maketrans(
    {"º": "o", "ª": "a", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "}
)


def ascii_only(text: str, limit: int | None = None) -> str:
    """`text` without accents and signs beyond ASCII, blanks in a row made one; cut at `limit` characters.

    Whether the hash is taken over ISO-8859-1 or UTF-8 is disputed; of ASCII text both are the same.
    """
    bare = unicodedata.normalize("NFKD", text.translate(_INSTEAD)).encode("ascii", "ignore").decode("ascii")
    shown = "".join(sign if sign.isprintable() else " " for sign in bare)
    return " ".join(shown.split())[:limit].rstrip()


def write_reais(valor: Centavos) -> str:
    """Centavos as TISS writes them: 123456 gives "1234.56". Raises ValueError for a negative amount."""
    if valor < 0:
        raise ValueError(f"valor negativo: {valor} centavos")
    return f"{valor // 100}.{valor % 100:02d}"


def read_reais(text: str) -> Centavos:
    """ "1234.56" into centavos; up to two decimals. Raises ValueError, with the text, on anything else."""
    match = re.fullmatch(r"(-?)(\d+)(?:\.(\d{1,2})0*)?", text.strip())
    if match is None:
        raise ValueError(f"não é um valor em reais do TISS: {text!r}")
    cents = int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))
    return -cents if match[1] else cents


def write_dia(day: date) -> str:
    """An ISO date."""
    return day.isoformat()


def write_hora(text: str) -> str:
    """ "08:30" as "08:30:00". Raises ValueError on what is no hour."""
    match = _HORA.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"não é uma hora HH:MM: {text!r}")
    return f"{match[1]}:{match[2]}:{match[3] or '00'}"

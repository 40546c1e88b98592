"""How wide a column has to be: heading and contents in sight whole, folded where they would take too much room."""

from collections.abc import Iterable
from textwrap import wrap

from agent.model.valor import Centavos, write_valor

_AROUND = 2.0  # what a cell leaves beside its text: the indent and the right edge
_LETTER, _CAPITAL = 0.88, 1.12  # a letter's width, on average, in that of a digit of the usual font

_LINE = 13.0  # points


def text_width(texts: Iterable[object]) -> float:
    """What the longest of these texts needs, in characters; 0 without any."""
    return max((_measured(text) for text in texts if isinstance(text, str) and text), default=0.0)


def heading_width(heading: str) -> float:
    """What a heading needs on two lines at most."""
    words = heading.split()
    folds = (max(len(" ".join(words[:at])), len(" ".join(words[at:]))) for at in range(1, len(words)))
    return min(folds, default=len(heading)) + _AROUND


def money_width(valores: Iterable[Centavos]) -> float:
    """What the widest of these amounts needs, in the bold of a total; 0 without any."""
    return max((len(write_valor(valor)) + _AROUND for valor in valores), default=0.0)


def lines_of(text: str, width: float) -> int:
    """On how many lines a text stands in a cell of that width."""
    room = max(1, int((width - _AROUND) / _letter(text)))
    return sum(max(1, len(wrap(line, room))) for line in text.splitlines() or [""])


def folded_height(lines: int) -> float:
    """What so many lines need, in points."""
    return _LINE * lines + 2


def _measured(text: str) -> float:
    return max(map(len, text.splitlines()), default=0) * _letter(text) + _AROUND


def _letter(text: str) -> float:
    return _CAPITAL if text.isupper() else _LETTER

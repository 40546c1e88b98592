"""Whether something adds up, said in a cell."""

from spreadsheets.writing.cells import Formula

RIGHT, WRONG = "confere", "NÃO CONFERE"


def check(condition: str, *, holds: bool) -> Formula:
    """A formula that says whether a condition holds, and whether it does now."""
    return Formula(f'IF({condition},"{RIGHT}","{WRONG}")', RIGHT if holds else WRONG)

"""Long lists come in pages, where the auditor said how long one is; each page says the whole list's own numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from portals.cassind.mock import words
from portals.cassind.mock.state import State
from portals.mock.exchange import Asked

T = TypeVar("T")


@dataclass(frozen=True)
class Shown(Generic[T]):
    """One page of a list: its rows, its place among how many, and what the line below says."""

    rows: Sequence[T]
    page: int
    pages: int
    counted: str


def page_of(state: State, asked: Asked, found: Sequence[T], cut: int | None = None) -> Shown[T]:
    """The page that is asked for, the first where none is; of its rows only the first `cut` where that is given."""
    size = state.rows_per_page or max(len(found), 1)
    pages = max(1, -(-len(found) // size))
    wanted = asked.text("pagina")
    place = 1 if state.pages_stand_still or not wanted.isdecimal() else min(max(int(wanted), 1), pages)
    rows = found[(place - 1) * size : place * size][:cut]
    return Shown(rows, place, pages, words.counted(len(rows), len(found)))

"""A spreadsheet as its clinic sees it, with what is wrong marked in the cells where it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spreadsheets.marking.marks import Remark, SheetMarks
from spreadsheets.reading.grid import Grid, column_letter, shown

_MOST_ROWS, _MOST_COLUMNS = 200, 40
_ROW = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Celula:
    """What a cell shows; `marca` is "problema", "atencao" or ""."""

    texto: str
    marca: str = ""


@dataclass(frozen=True, slots=True)
class Linha:
    """A row, counted from 1, with the remarks on its cells."""

    numero: int
    celulas: tuple[Celula, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Aba:
    """The headings and the rows in question of one sheet; `faltam` more rows are not shown here."""

    nome: str
    letras: tuple[str, ...]
    linhas: tuple[Linha, ...]
    faltam: int = 0


def in_place(grids: Sequence[Grid], marks: Mapping[str, SheetMarks]) -> list[Aba]:
    """The sheets that have remarks, in the file's order."""
    return [_sheet(grid, marks[grid.aba]) for grid in grids if grid.aba in marks and marks[grid.aba].remarks]


def _sheet(grid: Grid, marks: SheetMarks) -> Aba:
    remarks: dict[int, list[Remark]] = {}
    for remark in marks.remarks:
        row = _ROW.search(remark.celula)
        remarks.setdefault(int(row[0]) if row else 0, []).append(remark)
    chosen = sorted(remarks)[:_MOST_ROWS]
    numbers = sorted({*chosen, *marks.headings})
    width = min(max((len(grid.rows[n - 1]) for n in numbers if 0 < n <= len(grid.rows)), default=0), _MOST_COLUMNS)
    letters = tuple(column_letter(column) for column in range(width))
    rows = tuple(_row(grid, number, letters, remarks.get(number, [])) for number in numbers)
    return Aba(grid.aba, letters, rows, len(remarks) - len(chosen))


def _row(grid: Grid, number: int, letters: Sequence[str], remarks: Sequence[Remark]) -> Linha:
    marked = {remark.celula: "problema" if remark.problem else "atencao" for remark in remarks}
    cells = (
        Celula(shown(grid.at(number - 1, column)), marked.get(f"{letter}{number}", ""))
        for column, letter in enumerate(letters)
    )
    return Linha(number, tuple(cells), tuple(remarks))

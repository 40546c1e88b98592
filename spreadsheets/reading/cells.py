"""Read one row's cells field by field, keeping every problem and warning with its address."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mappings.campo import Campo
from spreadsheets.reading.codes import says_nothing
from spreadsheets.reading.coluna import Columns, Coluna
from spreadsheets.reading.grid import Grid, Raw, column_letter, is_blank, shown
from spreadsheets.reading.inherit import Inherit
from spreadsheets.reading.leitura import Aviso, LinhaRejeitada
from spreadsheets.reading.problem import CellProblem

T = TypeVar("T")


@dataclass(slots=True)
class RowCells:
    """One row (from 0) of a table; `section` is what a row above says for it.

    `problems` and `avisos` fill up as fields are read.
    """

    columns: Columns
    inherit: Inherit
    row: int
    section: Mapping[Campo, Raw]
    problems: list[LinhaRejeitada] = field(default_factory=list)
    avisos: list[Aviso] = field(default_factory=list)
    grid: Grid = field(init=False)
    _own: list[Raw] = field(init=False)

    def __post_init__(self) -> None:
        self.grid = self.inherit.grid
        self._own = self.grid.rows[self.row]

    def has(self, campo: Campo) -> bool:
        """Whether the table has a column for the field, or a row above states it."""
        return campo in self.columns.por_campo or campo in self.section

    def raw(self, campo: Campo) -> Raw:
        """The value the field's cell stands for; None, with the problem kept, when it cannot be told."""
        column = self.columns.por_campo.get(campo)
        if column is None:
            return self.section.get(campo)
        return self.raw_in(campo, column)

    def raw_in(self, campo: Campo, column: Coluna) -> Raw:
        """The same of one of the columns that hold the field."""
        raw = self._own[column.indice] if column.indice < len(self._own) else None
        if not (self.grid.uncomputed or self.inherit.covers or raw in self.inherit.dittos):
            return raw
        if (self.row, column.indice) in self.grid.uncomputed:
            self.problem(
                column,
                "formula",
                "A fórmula está sem resultado ou com erro. Abra a planilha no Excel, corrija, salve e envie de novo.",
            )
            return None
        try:
            return self.inherit.value(campo, self.row, column.indice)
        except CellProblem as problem:
            self.problem(column, problem.code, problem.motivo)
            return None

    def filled(self, campo: Campo) -> Iterator[tuple[Coluna, Raw]]:
        """The columns that hold the field together and say something in this row, each with its value."""
        for column in self.columns.spread.get(campo, ()):
            raw = self.raw_in(campo, column)
            if not says_nothing(raw):
                yield column, raw

    def each(self, campo: Campo, read: Callable[[Raw], T]) -> list[T]:
        """What each of those columns says; the problems of those that cannot be read are kept."""
        found = ((column, raw) for column, raw in self.filled(campo))
        read_ones = (self._read(column, raw, read) for column, raw in found)
        return [value for value in read_ones if value is not None]

    def marked_faces(self) -> tuple[str, ...]:
        """The letters of each face column that the row marks."""
        marks = self.columns.face_marks
        return tuple(letters for index, letters in marks if not is_blank(self.grid.at(self.row, index)))

    def title(self, campo: Campo) -> str:
        """The heading of the field's column; "" when it has none."""
        column = self.columns.por_campo.get(campo)
        return column.titulo if column is not None else ""

    def zero_width(self, campo: Campo) -> int:
        """How many digits the cell's number format shows."""
        if not self.grid.zero_width:
            return 0
        column = self.columns.por_campo.get(campo)
        return self.grid.zero_width.get((self.row, column.indice), 0) if column is not None else 0

    def optional(self, campo: Campo, read: Callable[[Raw], T]) -> T | None:
        """The field's value; None when the cell says nothing or its problem was kept."""
        if campo not in self.columns.por_campo and campo not in self.section:
            return None
        raw = self.raw(campo)
        return None if says_nothing(raw) else self._read(campo, raw, read)

    def required(self, campo: Campo, read: Callable[[Raw], T], code: str, what: str) -> T | None:
        """As `optional`, but a cell that says nothing is a problem `code`: `what` is missing."""
        before = len(self.problems)
        raw = self.raw(campo)
        if not says_nothing(raw):
            return self._read(campo, raw, read)
        if len(self.problems) == before:
            self.problem(campo, code, f"Falta {what}. Preencha a célula ou confirme com a clínica.")
        return None

    def _read(self, campo: Campo | Coluna, raw: Raw, read: Callable[[Raw], T]) -> T | None:
        if isinstance(raw, str) and raw.startswith("#") and raw.rstrip("!?/0A").isupper():
            self.problem(campo, "formula", f"A célula mostra um erro do Excel ({raw}). Corrija a fórmula.")
            return None
        try:
            return read(raw)
        except CellProblem as problem:
            self.problem(campo, problem.code, problem.motivo)
            return None

    def problem(self, place: Campo | Coluna | None, code: str, motivo: str) -> None:
        """Keep a problem that holds the row; `place` is the field's or the very column that shows it."""
        column = self.columns.por_campo.get(place) if isinstance(place, Campo) else place
        problem = LinhaRejeitada(
            aba=self.grid.aba,
            linha=self.row + 1,
            coluna=column.titulo if column else "",
            celula=self._address(column),
            code=code,
            motivo=motivo,
            visto=self._seen(column),
        )
        if problem not in self.problems:
            self.problems.append(problem)

    def warn(self, campo: Campo | None, code: str, motivo: str) -> None:
        """Keep a warning; the row goes on. A blank `motivo` warns of nothing."""
        if not motivo:
            return
        column = self.columns.por_campo.get(campo) if campo is not None else None
        self.avisos.append(
            Aviso(
                code=code,
                motivo=motivo,
                aba=self.grid.aba,
                linha=self.row + 1,
                coluna=column.titulo if column else "",
                celula=self._address(column),
                visto=self._seen(column),
            )
        )

    def _address(self, column: Coluna | None) -> str:
        row, index = self.grid.places.get((self.row, column.indice if column else 0), (self.row, -1))
        letter = column_letter(index) if index >= 0 else column.letra if column else "A"
        return f"{letter}{row + 1}"

    def _seen(self, column: Coluna | None) -> str:
        if column is not None:
            return shown(self.grid.at(self.row, column.indice))
        return row_text(self.grid.rows[self.row])


def row_text(cells: list[Raw], limit: int = 120) -> str:
    """A row as one line for a message."""
    return " | ".join(shown(raw) for raw in cells if not is_blank(raw))[:limit]

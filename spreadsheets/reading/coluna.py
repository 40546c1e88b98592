"""A column as it was understood, and the columns of one table."""

from dataclasses import dataclass, field

from mappings.campo import Campo
from spreadsheets.reading.grid import Raw, column_letter, is_blank
from spreadsheets.reading.tables import Table

_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Coluna:
    """One column as it was understood. `campo` None: not used, and `motivo` says why. `rank` orders rivals."""

    indice: int
    titulo: str
    campo: Campo | None
    motivo: str
    rank: int = 0

    @property
    def letra(self) -> str:
        """The column's letter."""
        return column_letter(self.indice)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, one per field.

    `doubtful` are fields that two columns claim with equal right, or that one may hold without its heading saying so;
    `missing` headings that only the clinic's mapping knows, `width` how many columns the heading spans. `face_marks`
    are columns of one face each, in which an x marks it: (column, its letters). `ticks` are columns such as "Faltou",
    in which a mark says that the row is not to be billed. `spread` are the fields that several columns hold
    together, `date_parts` the columns of day, month and perhaps year; `further_codes` those of a second code and on.
    """

    todas: tuple[Coluna, ...]
    por_campo: dict[Campo, Coluna]
    doubtful: dict[Campo, tuple[Coluna, ...]]
    missing: tuple[str, ...] = ()
    width: int = 0
    face_marks: tuple[tuple[int, str], ...] = ()
    ticks: tuple[Coluna, ...] = ()
    further_codes: tuple[Coluna, ...] = ()
    date_parts: tuple[Coluna, ...] = ()
    spread: dict[Campo, tuple[Coluna, ...]] = field(default_factory=dict)

    def of(self, campo: Campo) -> tuple[Coluna, ...]:
        """The column of a field, or all those that hold it together; empty when there is none."""
        one = self.por_campo.get(campo)
        return self.spread.get(campo) or ((one,) if one is not None else ())

    def at(self, index: int) -> Coluna | None:
        """The column that stands there."""
        if index < len(self.todas) and self.todas[index].indice == index:
            return self.todas[index]
        return next((column for column in self.todas if column.indice == index), None)


def body_values(table: Table, column: int, limit: int = _SAMPLE) -> list[Raw]:
    """The non-blank values of a column, the first `limit`."""
    values: list[Raw] = []
    for row in table.grid.rows[table.first : table.end]:
        if column < len(row) and not is_blank(row[column]):
            values.append(row[column])
            if len(values) == limit:
                break
    return values

"""Which fields the rows of a table, or the lines above it, state for the others."""

from mappings.campo import Campo
from spreadsheets.reading.sections import group_of, section_of_titles
from spreadsheets.reading.tables import Table


def leading_fields(table: Table, columns: frozenset[Campo]) -> frozenset[Campo]:
    """The fields that some row of the table, or a line above it, states for others."""
    fields = set(section_of_titles(table.titles, columns))
    for cells in table.grid.rows[table.first : table.end]:
        fields |= set(group_of(cells, columns))
    return frozenset(fields)

"""Every table of the ledger, row by row, from one engine to the other, and the proof that both hold the same."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent.ledger.database import Database
from agent.ledger.sqlite import SqliteDatabase

_OWN = ("sqlite_", "_sqlite_")
_MANY = 1000  # rows in hand at once
_MARKS = "a_conciliar"  # filled by triggers as other tables are


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the ledger with its columns; both engines have the same names."""

    name: str
    columns: tuple[str, ...]

    @property
    def select(self) -> str:
        """Every row, its columns in this order."""
        return f"select {self.list} from {_quoted(self.name)}"  # noqa: S608 - names of the ledger's own schema

    @property
    def list(self) -> str:
        """The columns, as SQL lists them."""
        return ", ".join(map(_quoted, self.columns))


@dataclass(frozen=True, slots=True)
class Content:
    """How many rows a table holds, and a digest of them all in whatever order."""

    rows: int
    digest: str


def tables_of(database: SqliteDatabase) -> list[Table]:
    """The ledger's tables, each after those that it refers to."""
    found = [table for table in database.utils.tables if not table.name.startswith(_OWN)]
    refers = {table.name: {key.other_table for key in table.foreign_keys} - {table.name} for table in found}
    columns = {table.name: tuple(column.name for column in table.columns) for table in found}
    return [Table(name, columns[name]) for name in _in_order(refers)]


def contents(database: Database, tables: Iterable[Table]) -> dict[str, Content]:
    """What each table holds."""
    return {table.name: _content(_rows(database, table)) for table in tables}


def pour(source: Database, target: Database, tables: Iterable[Table]) -> None:
    """Within transactions of both: every row of `source` into the empty tables of `target`."""
    for table in sorted(tables, key=lambda each: each.name == _MARKS):
        if table.name == _MARKS:
            target.connection.execute("delete from a_conciliar")
        rows = _rows(source, table)
        if target.engine == "sqlite":
            marks = ", ".join("?" * len(table.columns))
            into = f"insert into {_quoted(table.name)} ({table.list}) values ({marks})"  # noqa: S608 - as above
            target.connection.executemany(into, rows)
        else:
            with target.connection.cursor().copy(f"copy {_quoted(table.name)} ({table.list}) from stdin") as copy:
                for row in rows:
                    copy.write_row(row)


def filled(database: Database, tables: Iterable[Table]) -> list[str]:
    """The tables that hold anything."""
    return [t.name for t in tables if database.connection.execute(f"{t.select} limit 1").fetchone() is not None]


def _rows(database: Database, table: Table) -> Iterator[Sequence[object]]:
    cursor = database.connection.execute(table.select)
    while rows := cursor.fetchmany(_MANY):
        yield from rows


def _content(rows: Iterable[Sequence[object]]) -> Content:
    """A sum of the rows' hashes: the engines give rows without an order, and sort texts each in its own way."""
    count, total = 0, 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(repr(tuple(row)).encode()).digest())
    return Content(count, f"{total % 2**256:064x}")


def _in_order(refers: dict[str, set[str]]) -> Iterator[str]:
    left = dict(refers)
    while left:
        ready = [name for name, others in left.items() if not others & left.keys()]
        assert ready, "no table of the ledger refers to itself through another"
        for name in ready:
            del left[name]
        yield from ready


def _quoted(name: str) -> str:
    return f'"{name}"'

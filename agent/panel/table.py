"""A table of the panel as a file: a workbook for people, a CSV for programs; text never becomes a formula."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from starlette.responses import Response

from agent.accounting.exports import safe_text
from agent.model.data import write_data
from agent.model.valor import as_decimal
from agent.panel.visit import NotHere, Visit
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Kind, Value
from spreadsheets.writing.table import Column, Words, write_table

Item = TypeVar("Item")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Table(Generic[Item]):
    """What is written: a title, what the rows are of (pt-BR), columns and rows."""

    title: str
    subtitle: str
    columns: Sequence[Column[Item]]
    rows: Sequence[Item]


def download(visit: Visit, table: Table[Item], name: str) -> Response:
    """The file that the address ends in: .xlsx or .csv. Raises NotHere for any other."""
    kind = visit.request.path_params["tipo"]
    if kind == "xlsx":
        return as_attachment(_workbook(visit, table), f"{name}.xlsx", _XLSX)
    if kind == "csv":
        return as_attachment(_csv(table).encode("utf-8-sig"), f"{name}.csv", "text/csv; charset=utf-8")
    raise NotHere


def as_attachment(content: bytes, name: str, media_type: str) -> Response:
    """A file to keep, never a page: whatever it holds, no browser runs it. `name` is plain ASCII."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(content, media_type=media_type, headers=headers)


def _workbook(visit: Visit, table: Table[Item]) -> bytes:
    house, out = visit.house, io.BytesIO()
    with Book(out, title=table.title, at=house.local(house.clock())) as book:
        sheet = book.sheet(table.title, office=house.office.settings.escritorio.nome)
        write_table(book, sheet, table.columns, table.rows, Words(table.title, table.subtitle))
    return out.getvalue()


def _csv(table: Table[Item]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([_plain(column.kind, column.value(row)) for column in table.columns] for row in table.rows)
    return out.getvalue()


def _plain(kind: Kind, value: Value) -> str:
    match value:
        case None:
            return ""
        case int() if kind is Kind.MONEY:
            return f"{as_decimal(value):.2f}".replace(".", ",")
        case date():
            return write_data(value)
        case int():
            return str(value)
    return safe_text(str(value))

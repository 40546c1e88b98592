"""What is written quickly reads back as it was given, and a long table's links lead on though Excel takes no more."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from spreadsheets.writing import table as module
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.table import Column, Words, write_table

GIVEN: dict[Kind, list[tuple[Any, Any]]] = {
    Kind.TEXT: [
        ("Clínica Aurora", "Clínica Aurora"),
        ("=1+1", "=1+1"),
        ("a & b < c > d \"e\" 'f'", "a & b < c > d \"e\" 'f'"),
        ("  dois espaços ", "  dois espaços "),
        ("_x0041_ fica como está", "_x005F_x0041_ fica como está"),  # Excel takes the escape back, openpyxl does not
        ("um\x01dois", "um\ufffddois"),
        ("", None),
    ],
    Kind.CODE: [("007", "007"), (None, None)],
    Kind.MONEY: [(6500, 65), (-1, -0.01), (0, 0), (123456789012, 1234567890.12), (-6505, -65.05)],
    Kind.NUMBER: [(7, 7), (Decimal("0.5"), 0.5)],
    Kind.DATE: [(date(2026, 10, 5), datetime(2026, 10, 5)), (date(2024, 2, 29), datetime(2024, 2, 29))],  # noqa: DTZ001
}


def _written(kind: Kind, values: list[Any]) -> list[Any]:
    out = io.BytesIO()
    columns: list[Column[Any]] = [Column("Código", 9, Kind.CODE, str), Column("Valor", 9, kind, lambda value: value)]
    with Book(out, title="", at=datetime(2026, 11, 1, tzinfo=UTC)) as book:
        write_table(book, book.sheet("Folha", office=""), columns, values, Words("", ""))
    return [row[1] for row in load_workbook(out)["Folha"].iter_rows(min_row=module.FIRST + 1)]


@pytest.mark.parametrize("kind", GIVEN, ids=lambda kind: kind.name.lower())
def test_every_cell_reads_back_as_it_was_given(kind: Kind) -> None:
    given, expected = zip(*GIVEN[kind], strict=True)
    cells = _written(kind, list(given))
    assert [cell.value for cell in cells] == list(expected)
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize("most", [2, 3])
def test_a_link_leads_to_its_cell_and_beyond_what_excel_takes_of_them_a_formula_does(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_LINKS", most)
    links = [Link(f"linha {row}", f"'Retorno'!A{row}") for row in (5, 6, 7)]
    cells = _written(Kind.LINK, links)
    real = [cell.hyperlink and cell.hyperlink.location for cell in cells]
    formulas = [f'=HYPERLINK("#{link.target}","{link.text}")' for link in links]
    assert (real, [cell.value for cell in cells]) == (
        ([link.target for link in links], [link.text for link in links])
        if most == 3
        else ([None, None, None], formulas)
    )

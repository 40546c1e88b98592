"""What a file may be made of to harm or to mislead: it is read whole, or refused with a sentence, in little memory."""

import io
import multiprocessing
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from agent.model.errors import SheetUnreadable
from spreadsheets.reading.opening import open_grids
from tests.bench.memory import peak_mib
from tests.spreadsheets.reading.sheet_file import HEADING, read, xlsx

AIM_MIB, ROWS = 512, 500
SHEET = "xl/worksheets/sheet1.xml"


def _bomb(part: str, head: bytes, again: bytes, times: int) -> bytes:
    """A workbook of a few hundred kilobytes whose `part` unpacks to `times` MiB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        if part != "xl/workbook.xml":
            package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open(part, "w") as member:
            member.write(head)
            for _ in range(times):
                member.write(again * (2**20 // len(again)))
    return out.getvalue()


BOMBS = {
    "blanks": (SHEET, b"<worksheet><sheetData>", b" ", 200),
    "rows of nothing": (SHEET, b"<worksheet><sheetData>", b"<row>" + b" " * 500 + b"</row>", 200),
    "strings": ("xl/sharedStrings.xml", b"<sst>", b"<si><t>a</t></si>", 200),
    "the book itself": ("xl/workbook.xml", b"<workbook>", b" ", 200),
}


def _refused_within(name: str) -> tuple[str, int]:
    content = _bomb(*BOMBS[name])
    said = ""
    with peak_mib() as peak:
        try:
            open_grids(content, "a.xlsx")
        except SheetUnreadable as refusal:
            said = refusal.what
    return said, peak()


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_unpacks_without_end_is_refused_in_little_memory(name: str) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        said, mib = pool.apply(_refused_within, (name,))
    assert said
    assert mib <= AIM_MIB


def test_as_many_rows_are_read_or_named_as_the_file_s_own_xml_has(tmp_path: Path) -> None:
    """Dates as text, authorisations as numbers with a fraction, formulas for names, merged cells, a wrong size."""
    rows = [_row(number) for number in range(ROWS)]
    path = xlsx(tmp_path, HEADING, *rows)
    book = load_workbook(path)
    for top in range(10, ROWS, 50):
        book["Plan1"].merge_cells(f"C{top}:C{top + 1}")
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[SHEET] = re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>A1:B2", parts[SHEET])
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    found = read(path)
    in_xml = len(re.findall(rb"<row[ >]", parts[SHEET])) - 1  # but the heading
    told = {row.linha for row in found.rejeitadas} | {row.linha for row in found.ignoradas}
    assert in_xml == ROWS
    assert len(found.lancamentos) + len(told - {e.origem.linha for e in found.lancamentos}) == ROWS


def _row(number: int) -> tuple[object, ...]:
    day = date(2026, 10, 1 + number % 28)
    shown = (day, f"{day:%d/%m/%Y}", f"{day:%d/%m/%y}", day.isoformat(), "ontem")[number % 5]
    guia = (2_000_000 + number, float(2_000_000 + number), str(2_000_000 + number), 2_000_000.5)[number % 4]
    name = ("Adelina Prokop Vargas", "=cmd|' /C calc'!A0", "@SUM(A1)")[number % 3]
    return guia, shown, name, "7014-2", "50000616", 65

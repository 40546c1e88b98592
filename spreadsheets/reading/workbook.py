"""Excel workbooks read with calamine, and what it does not tell from the file's own parts; LibreOffice's own."""

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from spreadsheets.reading.grid import Grid, Merge, Raw
from spreadsheets.reading.odf import read_odf
from spreadsheets.reading.package import open_package
from spreadsheets.reading.refusals import damaged, protected
from spreadsheets.reading.xls_parts import xls_facts
from spreadsheets.reading.xlsx_parts import SheetFacts, counts_from_1904, sheet_facts

_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(content: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet in the file's order; of a very hidden one (no person can see it) only the name.

    Raises SheetUnreadable for a password, a damaged file or one that unpacks to an absurd size.
    """
    if content.startswith(_OLE):
        found = xls_facts(content, name)
        return _grids(content, found.sheets, found.from_1904, name)
    package = open_package(content, name)
    if "content.xml" in package.parts:
        styles, manifest = package.parts.get("styles.xml", b""), package.text("META-INF/manifest.xml")
        return read_odf(package.parts["content.xml"], name, styles=styles, manifest=manifest)
    return _grids(package.content, sheet_facts(package, name), counts_from_1904(package), name)


def _grids(content: bytes, facts: Mapping[str, SheetFacts], from_1904: bool, name: str) -> tuple[Grid, ...]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return tuple(
                replace(
                    _grid(book, sheet.name, facts.get(sheet.name, SheetFacts()), sheet.visible), from_1904=from_1904
                )
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError:
        raise protected(name) from None
    except CalamineError:
        raise damaged(name) from None
    except BaseException as fault:
        # A panic of Rust's comes as a BaseException that has no importable name (pyo3 0.29, calamine 0.9.1).
        if type(fault).__name__ != "PanicException":
            raise
        raise damaged(name) from None


def _grid(book: CalamineWorkbook, aba: str, facts: SheetFacts, visible: SheetVisibleEnum) -> Grid:
    if visible == SheetVisibleEnum.VeryHidden:
        return Grid(aba=aba, rows=[], hidden=True, very_hidden=True)
    sheet = book.get_sheet_by_name(aba)
    rows = cast(list[list[Raw]], sheet.to_python(skip_empty_area=False))
    return Grid(
        aba=aba,
        rows=rows,
        merges=tuple(
            Merge(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ),
        hidden=visible == SheetVisibleEnum.Hidden,
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        uncomputed=facts.uncomputed,
        struck=facts.struck,
        zero_width=facts.zero_width,
    )

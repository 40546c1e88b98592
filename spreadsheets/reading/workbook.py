"""Excel and LibreOffice workbooks, read with calamine; what it does not tell is read from the file's own parts."""

import io
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from agent.model.errors import SheetUnreadable
from spreadsheets.reading.grid import Grid, Merge, Raw
from spreadsheets.reading.xlsx_parts import SheetFacts, check_package, sheet_facts

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(content: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet in the file's order; of a very hidden one (no person can see it) only the name.

    Raises SheetUnreadable for a password, a damaged file or one that unpacks to an absurd size.
    """
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise _protected(name)
    if not content.startswith(_OLE):
        check_package(content, name)
    facts = sheet_facts(content, name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return tuple(
                _grid(book, sheet.name, facts.get(sheet.name, SheetFacts()), sheet.visible)
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError:
        raise _protected(name) from None
    except CalamineError:
        raise _damaged(name) from None


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
        uncomputed=facts.uncomputed,
        struck=facts.struck,
        zero_width=facts.zero_width,
    )


def _protected(name: str) -> SheetUnreadable:
    return SheetUnreadable(
        "O arquivo está protegido por senha.", where=name, do="Peça à clínica que o salve sem senha e envie de novo."
    )


def _damaged(name: str) -> SheetUnreadable:
    return SheetUnreadable(
        "O arquivo está danificado ou incompleto.", where=name, do="Peça à clínica que o envie de novo."
    )

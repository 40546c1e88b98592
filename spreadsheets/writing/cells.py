"""One cell: what kind of thing it holds, how it looks, and why text can never become a formula."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

_MONEY = "[$-416]#,##0.00;[$-416]-#,##0.00;[$-416]–"
_COUNT = "[$-416]#,##0;[$-416]-#,##0;[$-416]–"
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_INK, _PAPER, _RULE, _SOFT = "1F2933", "FFFFFF", "D9DEE3", "F3F5F7"
_HAIR = Side(style="thin", color=_RULE)
_LINE = Side(style="thin", color=_INK)


class Kind(StrEnum):
    """What a cell holds; the value is the name of its style in the workbook."""

    TEXT = "texto"
    LONG = "texto longo"
    CODE = "código"
    COUNT = "quantidade"
    NUMBER = "número de linha"
    MONEY = "valor"
    PERCENT = "percentual"
    DATE = "data"
    MOMENT = "momento"
    MONTH = "competência"
    LINK = "atalho"
    HEADING = "cabeçalho"
    TITLE = "título"
    NOTE = "nota"
    SECTION = "seção"
    TOTAL_TEXT = "total texto"
    TOTAL_COUNT = "total quantidade"
    TOTAL_MONEY = "total valor"
    TOTAL_PERCENT = "total percentual"
    CHECK = "confere"
    SEAL = "selo"


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a cell of this workbook, like "'Retorno'!A12"."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours, without its "="; never anything that was read."""

    text: str


Value = str | int | Decimal | date | Link | Formula | None


def register_styles(book: Workbook) -> None:
    """Make every kind's style known to the workbook, where a person can change it once for all cells."""
    for kind, style in _styles().items():
        style.name = f"faturista {kind}"
        book.add_named_style(style)


def write_cell(sheet: Worksheet, row: int, column: int, kind: Kind, value: Value) -> None:
    """Put a value with its style. Text stays text whatever it begins with; numbers and dates stay numbers and dates."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    plain = kind is Kind.LINK and not isinstance(value, Link)
    cell.style = f"faturista {Kind.LONG if plain else kind}"
    match value:
        case Formula():
            cell.value = f"={value.text}"
        case Link():
            cell.hyperlink = Hyperlink(ref="", location=value.target)
            _write_text(cell, value.text)
        case str():
            _write_text(cell, value)
        case _:
            cell.value = value


def _write_text(cell: Cell, text: str) -> None:
    """Never a formula or an error value. A character that a workbook cannot hold shows as \ufffd."""
    if not text:
        return
    cell.value = UNWRITABLE.sub("\ufffd", text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _styles() -> dict[Kind, NamedStyle]:
    plain = Alignment(vertical="center")
    indented = Alignment(vertical="center", horizontal="left", indent=1)
    wrapped = Alignment(vertical="center", horizontal="left", wrap_text=True, indent=1)
    centred = Alignment(vertical="center", horizontal="center")
    right = Alignment(vertical="center", horizontal="right")
    return {
        Kind.TEXT: _body(indented),
        Kind.LONG: _body(wrapped),
        Kind.CODE: _body(indented, "@"),
        Kind.COUNT: _body(right, _COUNT),
        Kind.NUMBER: _body(centred, "0"),
        Kind.MONEY: _body(right, _MONEY),
        Kind.PERCENT: _body(right, "[$-416]0.0%"),
        Kind.DATE: _body(centred, "dd/mm/yyyy"),
        Kind.MOMENT: _body(centred, "dd/mm/yyyy hh:mm"),
        Kind.MONTH: _body(centred, "mm/yyyy"),
        Kind.LINK: _body(indented, font=Font(name="Calibri", size=10, color="1D4E89", underline="single")),
        Kind.HEADING: NamedStyle(
            font=Font(name="Calibri", size=10, bold=True, color=_PAPER),
            fill=PatternFill("solid", fgColor="2F4858"),
            alignment=Alignment(vertical="center", horizontal="center", wrap_text=True),
            border=Border(left=_HAIR, right=_HAIR),
        ),
        Kind.TITLE: NamedStyle(font=Font(name="Calibri", size=15, bold=True, color=_INK)),
        Kind.NOTE: NamedStyle(font=Font(name="Calibri", size=9, color="5A6672")),
        Kind.SECTION: NamedStyle(font=Font(name="Calibri", size=11, bold=True, color="2F4858")),
        Kind.TOTAL_TEXT: _total(plain),
        Kind.TOTAL_COUNT: _total(right, _COUNT),
        Kind.TOTAL_MONEY: _total(right, _MONEY),
        Kind.TOTAL_PERCENT: _total(right, "[$-416]0.0%"),
        Kind.CHECK: _body(centred, font=Font(name="Calibri", size=10, bold=True, color="1B7F4B")),
        Kind.SEAL: NamedStyle(font=Font(name="Calibri", size=11, bold=True, color="1B7F4B")),
    }


def _body(alignment: Alignment, number_format: str = "General", font: Font | None = None) -> NamedStyle:
    return NamedStyle(
        font=font or Font(name="Calibri", size=10, color=_INK),
        alignment=alignment,
        number_format=number_format,
        border=Border(bottom=_HAIR),
    )


def _total(alignment: Alignment, number_format: str = "General") -> NamedStyle:
    return NamedStyle(
        font=Font(name="Calibri", size=10, bold=True, color=_INK),
        fill=PatternFill("solid", fgColor=_SOFT),
        alignment=alignment,
        number_format=number_format,
        border=Border(top=_LINE, bottom=_LINE),
    )

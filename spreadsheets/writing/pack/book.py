"""A workbook that is written row by row and kept on disk meanwhile: its styles, sheets and single cells."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import xlsxwriter

from agent.model.valor import Centavos, as_decimal
from spreadsheets.writing.cells import UNWRITABLE, Kind
from spreadsheets.writing.pack.looks import looks
from spreadsheets.writing.pack.quick import Formula, Link, QuickSheet
from spreadsheets.writing.saving import take_place

MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}  # inches
_A4 = 9

Value = str | int | Decimal | date | Link | Formula | None


class Book:
    """One workbook under way: sheets are added in the order of their tabs and filled in any."""

    def __init__(self, path: Path, *, title: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", suffix=".parte", delete=False) as part:
            self._part = Path(part.name)
        self._path = path
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.raw = xlsxwriter.Workbook(str(self._part), options)
        self.raw.set_properties({"title": title, "author": "faturista", "comments": ""})
        self.raw.set_calc_mode("auto")
        self.formats = {kind: self.raw.add_format(look) for kind, look in looks().items()}

    def sheet(self, name: str, *, foot: str, at: datetime) -> Any:
        """A new sheet, ready to print: landscape A4 as wide as it is; `foot`, page n of m and `at` below."""
        sheet = self.raw.add_worksheet(name, QuickSheet)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**MARGINS)
        told = foot.replace("&", "&&")
        # A space after each size: digits that follow it at once would be read as part of it.
        sheet.set_footer(f"&L&8 {told}&C&8 Página &P de &N&R&8 {at:%d/%m/%Y %H:%M}", {"scale_with_doc": False})
        return sheet

    def put(self, sheet: Any, row: int, column: int, kind: Kind, value: Value) -> None:
        """One cell. Text stays text whatever it begins with; a character that no workbook can hold shows as \ufffd."""
        style = self.formats[kind]
        match value:
            case None | "":
                sheet.write_blank(row, column, None, style)
            case Formula(text, result):
                sheet.write_formula(row, column, f"={text}", style, result)
            case Link(text, target):
                sheet.write_url(row, column, f"internal:{target}", style, text)
            case str():
                sheet.write_string(row, column, UNWRITABLE.sub("\ufffd", value), style)
            case date():
                sheet.write_datetime(row, column, value, style)
            case _:
                sheet.write_number(row, column, value, style)

    def colour(self, sheet: Any, cells: str, word: str, look: dict[str, Any]) -> None:
        """Give cells a look where they say a word, whatever a person types there later."""
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self.raw.add_format(look)}
        sheet.conditional_format(cells, rule)

    def close(self) -> None:
        """Write the file whole, then let it take its place. Raises WorkbookBusy when that place is in use."""
        self.raw.close()
        take_place(self._part, self._path)


def reais(valor: Centavos) -> Decimal:
    """Centavos as a formula's value."""
    return as_decimal(valor)

"""A workbook that is written row by row and kept on disk meanwhile: its styles, sheets and single cells."""

from contextlib import ExitStack
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Self

import xlsxwriter

from agent.model.valor import Centavos, as_decimal
from spreadsheets.writing.cells import FORMULA_STARTS, UNWRITABLE, Formula, Kind, Link, Value
from spreadsheets.writing.looks import looks
from spreadsheets.writing.quick import QuickSheet

MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}  # inches
_A4 = 9


class Book:
    """One workbook under way: sheets are added in the order of their tabs and filled in any.

    As a context it is written to `out` at the end; what goes wrong before leaves nothing of it on disk.
    """

    def __init__(self, out: IO[bytes], *, title: str, at: datetime) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.raw = xlsxwriter.Workbook(out, options)
        made = at.astimezone(UTC).replace(tzinfo=None)
        # The product, never the person or the machine.
        self.raw.set_properties({"title": title, "author": "faturista", "comments": "", "created": made})
        self.raw.set_calc_mode("auto")
        styles = looks()
        self.formats = {kind: self.raw.add_format(look) for kind, look in styles.items()}
        # With a quote before it, a text that looks like a formula stays text when somebody edits its cell.
        self.quoted = {kind: self.raw.add_format({**look, "quote_prefix": True}) for kind, look in styles.items()}
        self._at = at

    def sheet(self, name: str, *, office: str) -> Any:
        """A new sheet, ready to print: landscape A4 as wide as it is; office, name, page n of m and moment below."""
        sheet = self.raw.add_worksheet(name, QuickSheet)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**MARGINS)
        told = f"{office} – {name}".replace("&", "&&")
        # A space after each size: digits that follow it at once would be read as part of it.
        sheet.set_footer(f"&L&8 {told}&C&8 Página &P de &N&R&8 {self._at:%d/%m/%Y %H:%M}", {"scale_with_doc": False})
        return sheet

    def put(self, sheet: Any, row: int, column: int, kind: Kind, value: Value) -> None:
        """One cell. Text stays text whatever it begins with; a character that no workbook can hold shows as \ufffd."""
        if kind is Kind.LINK and not isinstance(value, Link | Formula):
            kind = Kind.LONG
        quoted = isinstance(value, str) and value.startswith(FORMULA_STARTS)
        style = (self.quoted if quoted else self.formats)[kind]
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

    def styles(self, kind: Kind) -> tuple[int, int]:
        """The numbers of a kind's look, plain and for a text that looks like a formula."""
        return self.formats[kind]._get_xf_index(), self.quoted[kind]._get_xf_index()

    def colour(self, sheet: Any, cells: str, word: str, look: dict[str, Any]) -> None:
        """Give cells a look where they say a word, whatever a person types there later."""
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self.raw.add_format(look)}
        sheet.conditional_format(cells, rule)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with ExitStack() as dropped:
            dropped.callback(self._drop_rows)
            if kind is None:
                self.raw.close()
                dropped.pop_all()

    def _drop_rows(self) -> None:
        """Remove the files in which XlsxWriter keeps rows until it closes."""
        for sheet in self.raw.worksheets():
            sheet.row_data_fh.close()
            Path(sheet.row_data_filename).unlink(missing_ok=True)


def reais(valor: Centavos) -> Decimal:
    """Centavos as a formula's value."""
    return as_decimal(valor)

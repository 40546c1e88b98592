"""LibreOffice's own sheets (.ods, and .fods in one file): content.xml read as it passes, repeats kept within bounds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from xml.parsers import expat

from spreadsheets.reading.grid import Grid, Merge, Position, Raw, column_letter
from spreadsheets.reading.refusals import damaged, protected, too_far, unsafe

_CELLS = 5_000_000
_WIDEST = 500
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_NUMERIC = {"float", "currency", "percentage"}
_HIDDEN = {"collapse", "filter"}
_Attributes = dict[str, str]


@dataclass(slots=True)
class _Sheet:
    aba: str
    hidden: bool
    rows: list[list[Raw]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: set[Position] = field(default_factory=set)
    struck: set[Position] = field(default_factory=set)
    zero_width: dict[Position, int] = field(default_factory=dict)
    columns: int = 0
    blank_rows: int = 0

    def grid(self) -> Grid:
        return Grid(
            aba=self.aba,
            rows=self.rows,
            merges=tuple(self.merges),
            hidden=self.hidden,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            uncomputed=self.uncomputed,
            struck=self.struck,
            zero_width=self.zero_width,
        )


def read_odf(content: bytes, name: str, *, styles: bytes = b"", manifest: str = "") -> tuple[Grid, ...]:
    """Every sheet in the file's order; `styles` are those that the package keeps apart from its content.

    Raises SheetUnreadable for a password, damage, or values without end."""
    if "encryption-data" in manifest:
        raise protected(name)
    reader = _Reader(name)
    try:
        for part in (styles, content):
            if part:
                reader.parse(part)
    except (expat.ExpatError, LookupError, ValueError, OverflowError):
        raise damaged(name) from None
    return tuple(sheet.grid() for sheet in reader.sheets)


_CROSSED = "crossed-in-part"


class _Reader:
    def __init__(self, name: str) -> None:
        self.sheets: list[_Sheet] = []
        self._name = name
        self._struck: set[str] = set()
        self._hidden_tables: set[str] = set()
        self._zeros: dict[str, int] = {}
        self._widths: dict[str, int] = {}
        self._style = self._data_style = ""
        self._row: list[tuple[_Attributes, str]] = []
        self._row_attributes: _Attributes = {}
        self._cell: _Attributes | None = None
        self._text: list[str] = []
        self._skipped = self._paragraphs = self._depth = 0
        self._total = 0
        self._starts: dict[str, Callable[[_Attributes], None]] = {
            "style:style": self._start_style,
            "style:text-properties": self._text_properties,
            "style:table-properties": self._table_properties,
            "number:number-style": self._start_data_style,
            "number:number": self._number,
            "table:table": self._start_table,
            "table:table-column": self._column,
            "table:table-row": self._start_row,
            "table:table-cell": self._start_cell,
            "table:covered-table-cell": self._start_cell,
        }

    def parse(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        last = True
        parser.Parse(content, last)

    def _doctype(self, *_: object) -> None:
        raise unsafe(self._name)

    def _start(self, tag: str, attributes: _Attributes) -> None:
        if self._skipped or tag == "office:annotation":
            self._skipped += 1
        elif self._cell is not None:
            self._inside_cell(tag, attributes)
        elif tag in self._starts:
            self._starts[tag](attributes)

    def _inside_cell(self, tag: str, attributes: _Attributes) -> None:
        if tag == "text:p":
            self._paragraphs += 1
            self._text += ["\n"] if self._paragraphs > 1 else []
        elif tag == "text:span" and self._cell is not None and attributes.get("text:style-name") in self._struck:
            self._cell = {**self._cell, _CROSSED: "true"}
        elif tag == "text:s":
            self._text.append(" " * min(int(attributes.get("text:c", "1")), 100))
        elif tag in ("text:tab", "text:line-break"):
            self._text.append("\t" if tag == "text:tab" else "\n")

    def _end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag in ("table:table-cell", "table:covered-table-cell") and self._cell is not None:
            self._row.append((self._cell, "".join(self._text)))
            self._cell = None
        elif tag == "table:table-row":
            self._finish_row()

    def _characters(self, text: str) -> None:
        if self._cell is not None and self._paragraphs and not self._skipped:
            self._text.append(text)

    def _start_style(self, attributes: _Attributes) -> None:
        self._style = attributes.get("style:name", "")
        width = self._zeros.get(attributes.get("style:data-style-name", ""), 0)
        if width > 1:
            self._widths[self._style] = width
        if attributes.get("style:parent-style-name") in self._struck:
            self._struck.add(self._style)

    def _text_properties(self, attributes: _Attributes) -> None:
        through = attributes.get("style:text-line-through-style") or attributes.get("style:text-line-through-type")
        if through is not None:
            (self._struck.discard if through == "none" else self._struck.add)(self._style)

    def _table_properties(self, attributes: _Attributes) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_tables.add(self._style)

    def _start_data_style(self, attributes: _Attributes) -> None:
        self._data_style = attributes.get("style:name", "")

    def _number(self, attributes: _Attributes) -> None:
        if int(attributes.get("number:decimal-places", "0") or 0) == 0 and self._data_style:
            self._zeros[self._data_style] = int(attributes.get("number:min-integer-digits", "0"))

    def _start_table(self, attributes: _Attributes) -> None:
        hidden = attributes.get("table:style-name", "") in self._hidden_tables
        self.sheets.append(_Sheet(attributes.get("table:name", ""), hidden))

    def _column(self, attributes: _Attributes) -> None:
        sheet, times = self.sheets[-1], int(attributes.get("table:number-columns-repeated", "1"))
        if attributes.get("table:visibility") in _HIDDEN:
            sheet.hidden_columns |= set(range(sheet.columns, min(sheet.columns + times, _WIDEST)))
        sheet.columns += times

    def _start_row(self, attributes: _Attributes) -> None:
        self._row, self._row_attributes = [], attributes

    def _start_cell(self, attributes: _Attributes) -> None:
        self._cell, self._text, self._paragraphs = attributes, [], 0

    def _finish_row(self) -> None:
        sheet, times = self.sheets[-1], int(self._row_attributes.get("table:number-rows-repeated", "1"))
        while self._row and _is_empty(*self._row[-1]):
            self._row.pop()
        if not self._row:
            sheet.blank_rows += times
            return
        sheet.rows += [[] for _ in range(min(sheet.blank_rows, 1_100_000))]
        sheet.blank_rows = 0
        self._total += times * sum(_columns(cell) for cell, _ in self._row)
        if self._total > _CELLS:
            raise too_far(
                self._name, len(sheet.rows) + times, column_letter(sum(_columns(c) for c, _ in self._row) - 1)
            )
        for _ in range(times):
            self._put_row(sheet, len(sheet.rows))

    def _put_row(self, sheet: _Sheet, row: int) -> None:
        if self._row_attributes.get("table:visibility") in _HIDDEN:
            sheet.hidden_rows.add(row)
        values: list[Raw] = []
        for cell, text in self._row:
            value = _value(cell, text)
            for _ in range(_columns(cell)):
                self._note(sheet, (row, len(values)), cell, value)
                values.append(value)
        sheet.rows.append(values)

    def _note(self, sheet: _Sheet, position: Position, cell: _Attributes, value: Raw) -> None:
        style = cell.get("table:style-name", "")
        if (style in self._struck or _CROSSED in cell) and value is not None:
            sheet.struck.add(position)
        if style in self._widths and isinstance(value, float):
            sheet.zero_width[position] = self._widths[style]
        if cell.get("calcext:value-type") == "error" or ("table:formula" in cell and value is None):
            sheet.uncomputed.add(position)
        down = int(cell.get("table:number-rows-spanned", "1"))
        across = int(cell.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            row, column = position
            sheet.merges.append(Merge(row, column, row + down - 1, column + across - 1))


def _columns(cell: _Attributes) -> int:
    return int(cell.get("table:number-columns-repeated", "1"))


def _is_empty(cell: _Attributes, text: str) -> bool:
    return not text and not cell.keys() & {"office:value-type", "table:formula", "table:number-rows-spanned"}


def _value(cell: _Attributes, text: str) -> Raw:
    kind = cell.get("office:value-type", "")
    if kind in _NUMERIC:
        # As LibreOffice held it; it writes enough digits to give the same float again.
        return float(cell["office:value"]) if "office:value" in cell else None
    if kind == "date" and "office:date-value" in cell:
        return _date(cell["office:date-value"])
    if kind == "time" and (found := _DURATION.fullmatch(cell.get("office:time-value", ""))):
        return timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
    if kind == "boolean":
        return cell.get("office:boolean-value") == "true"
    return text or cell.get("office:string-value")


def _date(text: str) -> date | datetime | str:
    """The date, or the text where it is one that Python does not know (a year 0)."""
    try:
        return datetime.fromisoformat(text[:19]) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text

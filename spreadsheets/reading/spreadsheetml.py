"""Excel's XML of 2003 (SpreadsheetML), which many programs still write and name .xls."""

from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

from spreadsheets.reading.grid import Grid, Merge, Position, Raw, column_letter
from spreadsheets.reading.refusals import damaged, too_far, unsafe

_CELLS = 5_000_000
_PARTS = "urn:schemas-microsoft-com:office:spreadsheet"
_Attributes = dict[str, str]


@dataclass(slots=True)
class _Sheet:
    aba: str
    cells: dict[Position, Raw] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    uncomputed: set[Position] = field(default_factory=set)
    struck: set[Position] = field(default_factory=set)
    zero_width: dict[Position, int] = field(default_factory=dict)
    visible: str = ""

    def grid(self, name: str) -> Grid:
        bottom = max((row for row, _ in self.cells), default=-1)
        right = max((column for _, column in self.cells), default=-1)
        if (bottom + 1) * (right + 1) > _CELLS:
            raise too_far(name, bottom + 1, column_letter(right))
        rows: list[list[Raw]] = [[None] * (right + 1) for _ in range(bottom + 1)]
        for (row, column), value in self.cells.items():
            rows[row][column] = value
        very_hidden = self.visible == "SheetVeryHidden"
        return Grid(
            aba=self.aba,
            rows=[] if very_hidden else rows,
            merges=tuple(self.merges),
            hidden=bool(self.visible),
            very_hidden=very_hidden,
            hidden_rows=self.hidden_rows,
            uncomputed=self.uncomputed,
            struck=self.struck,
            zero_width=self.zero_width,
        )


def read_spreadsheetml(content: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet in the file's order. Raises SheetUnreadable for damage, entities, values far away."""
    reader = _Reader(name)
    try:
        reader.parse(content)
    except (expat.ExpatError, LookupError, ValueError, OverflowError):
        raise damaged(name) from None
    return tuple(sheet.grid(name) for sheet in reader.sheets)


class _Reader:
    def __init__(self, name: str) -> None:
        self.sheets: list[_Sheet] = []
        self._name = name
        self._style = ""
        self._struck: set[str] = set()
        self._widths: dict[str, int] = {}
        self._row = self._column = -1
        self._cell: _Attributes = {}
        self._kind = ""
        self._text: list[str] = []
        self._reading = ""

    def parse(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
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
        name = tag.rpartition(" ")[2]
        own = {key.removeprefix(f"{_PARTS} "): value for key, value in attributes.items()}
        if name == "Style":
            self._style = own.get("ID", "")
        elif name == "Font" and own.get("StrikeThrough") == "1":
            self._struck.add(self._style)
        elif name == "NumberFormat" and len(own.get("Format", "")) > 1 and not own["Format"].strip("0"):
            self._widths[self._style] = len(own["Format"])
        elif name == "Worksheet":
            self.sheets.append(_Sheet(own.get("Name", "")))
            self._row = -1
        elif name == "Row" and self.sheets:
            self._start_row(own)
        elif name == "Cell" and self.sheets:
            self._start_cell(own)
        elif name in ("Data", "Visible"):
            self._kind, self._text, self._reading = own.get("Type", "String"), [], name

    def _start_row(self, own: _Attributes) -> None:
        self._row = int(own["Index"]) - 1 if "Index" in own else self._row + 1
        self._column = -1
        if own.get("Hidden") == "1":
            self.sheets[-1].hidden_rows.add(self._row)

    def _start_cell(self, own: _Attributes) -> None:
        self._column = int(own["Index"]) - 1 if "Index" in own else self._column + 1
        self._cell = own
        if "Formula" in own:
            self.sheets[-1].uncomputed.add((self._row, self._column))

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "Data" and self.sheets:
            self._put(_value("".join(self._text), self._kind))
        elif name == "Visible" and self.sheets:
            self.sheets[-1].visible = "".join(self._text).strip()
        elif name == "Cell" and self.sheets:
            self._finish_cell()
        if name in ("Data", "Visible"):
            self._reading = ""

    def _characters(self, text: str) -> None:
        if self._reading:
            self._text.append(text)

    def _put(self, value: Raw) -> None:
        sheet, position, style = self.sheets[-1], (self._row, self._column), self._cell.get("StyleID", "")
        sheet.cells[position] = value
        if self._kind != "Error":
            sheet.uncomputed.discard(position)
        else:
            sheet.uncomputed.add(position)
        if style in self._struck:
            sheet.struck.add(position)
        if style in self._widths and isinstance(value, float):
            sheet.zero_width[position] = self._widths[style]

    def _finish_cell(self) -> None:
        down, across = (int(self._cell.get(key, "0")) for key in ("MergeDown", "MergeAcross"))
        if down or across:
            self.sheets[-1].merges.append(Merge(self._row, self._column, self._row + down, self._column + across))
        self._column += across


def _value(text: str, kind: str) -> Raw:
    if kind == "Number":
        return float(text)  # as Excel held it when it wrote this
    if kind == "DateTime":
        return datetime.fromisoformat(text[:19])
    if kind == "Boolean":
        return text.strip() == "1"
    return text

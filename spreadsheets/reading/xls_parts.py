"""What an old .xls (BIFF8, [MS-XLS]) says beside its values: password, hidden rows, strike, zeros shown, 1904."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from spreadsheets.reading.grid import Position
from spreadsheets.reading.ole import streams
from spreadsheets.reading.refusals import damaged, not_a_sheet, protected
from spreadsheets.reading.xlsx_parts import SheetFacts

_FILEPASS, _DATEMODE, _BOUNDSHEET, _FONT, _FORMAT, _XF = 0x2F, 0x22, 0x85, 0x31, 0x41E, 0xE0
_EOF, _ROW, _COLINFO, _FORMULA, _STRING = 0x0A, 0x208, 0x7D, 0x06, 0x207
_NUMBERS, _MULTIPLE, _TEXTS = {0x203, 0x27E}, 0xBD, {0xFD, 0x204, 0x205}
_STRUCK, _HIDDEN_ROW = 0x08, 0x20
_ZEROS = re.compile(r"0{2,}")
_WIDEST = 500
Record = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class XlsFacts:
    """The facts of each sheet by its name, and whether day numbers count from 1904."""

    sheets: dict[str, SheetFacts]
    from_1904: bool


@dataclass(slots=True)
class _Globals:
    sheets: dict[str, int] = field(default_factory=dict)
    fonts: list[bool] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    from_1904: bool = False

    def struck(self, style: int) -> bool:
        font = self.styles[style][0] if style < len(self.styles) else 0
        index = font - 1 if font > 4 else font  # [MS-XLS] FontIndex: there is no number 4
        return index < len(self.fonts) and self.fonts[index]

    def width(self, style: int) -> int:
        return self.widths.get(self.styles[style][1], 0) if style < len(self.styles) else 0


def xls_facts(content: bytes, name: str) -> XlsFacts:
    """Read the workbook's stream. Raises SheetUnreadable: a password, another program's document, damage."""
    try:
        found = streams(content)
        if "WordDocument" in found or "PowerPoint Document" in found:
            raise not_a_sheet(name, "é um documento do Word ou do PowerPoint", "Peça à clínica a planilha (.xlsx).")
        stream = found.get("Workbook", b"")
        known = _globals(stream, name)
        sheets = {aba: _sheet(_records(stream, at), known) for aba, at in known.sheets.items()}
    except (struct.error, ValueError, IndexError):
        raise damaged(name) from None
    return XlsFacts(sheets, known.from_1904)


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from `at` to the end of their substream."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == _EOF:
            return
        at += 4 + size


def _globals(stream: bytes, name: str) -> _Globals:
    known = _Globals()
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise protected(name)
        if kind == _DATEMODE:
            known.from_1904 = body[:1] == b"\x01"
        elif kind == _BOUNDSHEET:
            known.sheets[_text(body[6:], body[6])] = struct.unpack_from("<I", body)[0]
        elif kind == _FONT:
            known.fonts.append(bool(body[2] & _STRUCK))
        elif kind == _FORMAT and _ZEROS.fullmatch(code := _text(body[3:], body[2])):
            known.widths[struct.unpack_from("<H", body)[0]] = len(code)
        elif kind == _XF:
            known.styles.append(struct.unpack_from("<HH", body))
    return known


def _text(body: bytes, length: int) -> str:
    """A string after its flags byte: `body` begins one byte before the flags, or at them for FORMAT's long count."""
    flags, raw = body[1], body[2:]
    return raw[: length * 2].decode("utf-16-le", "replace") if flags & 1 else raw[:length].decode("latin-1")


def _sheet(records: Iterator[Record], known: _Globals) -> SheetFacts:
    rows, columns = set(), set()
    struck, uncomputed, widths = set(), set(), {}
    for kind, body in records:
        if kind == _ROW and body[12] & _HIDDEN_ROW:
            rows.add(_position(body)[0])
        elif kind == _COLINFO and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            columns |= set(range(first, min(last + 1, _WIDEST)))
        elif kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
            uncomputed.add(_position(body))
        for position, style, is_number in _cells(kind, body):
            if known.struck(style):
                struck.add(position)
            if is_number and known.width(style):
                widths[position] = known.width(style)
    return SheetFacts(frozenset(rows), frozenset(columns), frozenset(uncomputed), frozenset(struck), widths)


def _cells(kind: int, body: bytes) -> Iterator[tuple[Position, int, bool]]:
    """The cells of a record: place, style, whether it is a number."""
    if kind == _MULTIPLE:
        row, first = _position(body)
        for index in range((len(body) - 6) // 6):
            yield (row, first + index), struct.unpack_from("<H", body, 4 + 6 * index)[0], True
    elif kind in _NUMBERS or kind in _TEXTS or kind == _FORMULA:
        yield _position(body), struct.unpack_from("<H", body, 4)[0], kind not in _TEXTS


def _position(body: bytes) -> Position:
    row, column = struct.unpack_from("<HH", body)
    return row, column

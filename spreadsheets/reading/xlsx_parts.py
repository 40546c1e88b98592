"""What an .xlsx says beside its values: hidden rows and columns, formulas never computed, strike, zeros shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from spreadsheets.reading.grid import Position, column_index
from spreadsheets.reading.package import ZIP_FAULTS, Package
from spreadsheets.reading.refusals import damaged, too_far

_CELLS = 5_000_000
_NO_HEIGHT = (b' ht="0', b'\tht="0', b'\nht="0')  # with what stands before it: every page's margins have right="0.7"
_MANY_EMPTY = 10_000

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)0*(\d*)([^"']*)["']""")
_FAR = re.compile(rb"""\sr\s*=\s*["'](?![A-Z]?[1-9]\d{0,4}["'])""")  # any place beyond Z99999, or written oddly
_EMPTY = (re.compile(rb"<(?:\w+:)?c\b[^>]*/>"), re.compile(rb"<row\b[^>]*(?:/>|></row>)"))
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_RANGE = re.compile(rb'\b(min|max|hidden)="([^"]*)"')
_BEFORE_ROWS, _WIDEST = 200_000, 500
_ATTRIBUTE = re.compile(rb'\b(r|s|t|ht|hidden)="([^"]*)"')
_TEXTS = re.compile(r"<(?:\w+:)?si\b.*?(?:</(?:\w+:)?si>|/>)", re.DOTALL)
_CROSSED = re.compile(r"<(?:\w+:)?strike(?!\s+val=\"(?:0|false)\")")
_INDEX = re.compile(rb"<(?:\w+:)?v>(\d+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")
_REFERENCE = re.compile(rb"([A-Z]+)(\d+)")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)/?>")
_TEXT_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_XF_LIST = re.compile(r"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_FONT_LIST = re.compile(r"<fonts\b.*?</fonts>", re.DOTALL)
_FONT = re.compile(r"<font\b[^>]*?/>|<font\b.*?</font>", re.DOTALL)
_XF = re.compile(r"<xf\b([^>]*)>")
_NUMBER_FORMAT = re.compile(r"<numFmt\b([^>]*)/?>")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Facts of one sheet; rows and columns count from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: frozenset[Position] = frozenset()
    struck: frozenset[Position] = frozenset()
    zero_width: dict[Position, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Styles:
    """`struck` and `zero_width` by the style's number; `crossed` are the shared texts that are struck, even in part."""

    struck: frozenset[int]
    zero_width: dict[int, int]
    crossed: frozenset[bytes] = frozenset()


def sheet_facts(package: Package, name: str) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; empty for a file that is not an .xlsx."""
    try:
        styles = _styles(package.text("xl/styles.xml"), _crossed_texts(package))
        return {
            sheet: _facts(package.parts[path], styles, name)
            for sheet, path in _sheet_paths(package)
            if path in package.parts
        }
    except ZIP_FAULTS:
        raise damaged(name) from None


def counts_from_1904(package: Package) -> bool:
    """Whether the workbook's day numbers count from 1904, as old Excels on a Mac wrote."""
    return (
        re.search(r"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=\"(?:1|true)\"", package.text("xl/workbook.xml")) is not None
    )


def _sheet_paths(package: Package) -> Iterator[tuple[str, str]]:
    relations = {}
    for found in _RELATION.finditer(package.text("xl/_rels/workbook.xml.rels")):
        attributes = dict(_TEXT_ATTRIBUTE.findall(found[1]))
        relations[attributes.get("Id", "")] = attributes.get("Target", "")
    for found in _SHEET.finditer(package.text("xl/workbook.xml")):
        attributes = dict(_TEXT_ATTRIBUTE.findall(found[1]))
        target = relations.get(attributes.get("r:id", ""), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        yield _unescaped(attributes.get("name", "")), path


def _unescaped(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def _crossed_texts(package: Package) -> frozenset[bytes]:
    """The numbers of the shared texts of which some letters are struck: what they mean is a person's to say."""
    if b"strike" not in package.parts.get("xl/sharedStrings.xml", b""):
        return frozenset()
    texts = _TEXTS.findall(package.text("xl/sharedStrings.xml"))
    return frozenset(str(index).encode() for index, text in enumerate(texts) if _CROSSED.search(text))


def _styles(xml: str, crossed: frozenset[bytes]) -> _Styles:
    fonts = [font for block in _FONT_LIST.findall(xml) for font in _FONT.findall(block)]
    lined = {index for index, font in enumerate(fonts) if "<strike" in font and 'strike val="0"' not in font}
    zeros = {}
    for found in _NUMBER_FORMAT.finditer(xml):
        attributes = dict(_TEXT_ATTRIBUTE.findall(found[1]))
        if re.fullmatch(r"0{2,}", attributes.get("formatCode", "")):
            zeros[attributes.get("numFmtId", "")] = len(attributes["formatCode"])
    struck, widths = set(), {}
    for index, found in enumerate(_XF.finditer("".join(_XF_LIST.findall(xml)))):
        attributes = dict(_TEXT_ATTRIBUTE.findall(found[1]))
        if int(attributes.get("fontId", "0")) in lined:
            struck.add(index)
        if attributes.get("numFmtId") in zeros:
            widths[index] = zeros[attributes["numFmtId"]]
    return _Styles(frozenset(struck), widths, crossed)


def _facts(xml: bytes, styles: _Styles, name: str) -> SheetFacts:
    _check_form(xml, name)
    if xml.count(b"/>") > _MANY_EMPTY:
        xml = _without_empty(xml)
    _check_extent(xml, name)
    bare = SheetFacts()
    if b"hidden=" in xml or any(height in xml for height in _NO_HEIGHT):
        bare = SheetFacts(frozenset(_hidden_rows(xml)), frozenset(_hidden_columns(xml)))
    formulas = b"<f" in xml or b":f>" in xml or b't="e"' in xml or b"strike" in xml
    special = styles.struck or styles.zero_width or styles.crossed
    return _cell_facts(xml, styles, bare) if formulas or special else bare


def _check_form(xml: bytes, name: str) -> None:
    """Calamine reads on over broken markup and may leave cells out; Excel would not open such a sheet either."""
    whole = True
    try:
        expat.ParserCreate().Parse(xml, whole)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(name) from None


def _cell_facts(xml: bytes, styles: _Styles, bare: SheetFacts) -> SheetFacts:
    uncomputed, struck, widths = set(), set(), {}
    for found in _CELL.finditer(xml):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        body = found[2] or b""
        style = int(attributes.get(b"s", b"0"))
        if not body or b"r" not in attributes:
            continue
        position = _position(attributes[b"r"])
        if attributes.get(b"t") == b"e" or (_FORMULA.search(body) and not _RESULT.search(body)):
            uncomputed.add(position)
        if style in styles.struck or _is_crossed(attributes.get(b"t", b""), body, styles.crossed):
            struck.add(position)
        if style in styles.zero_width and attributes.get(b"t", b"n") == b"n":
            widths[position] = styles.zero_width[style]
    return replace(bare, uncomputed=frozenset(uncomputed), struck=frozenset(struck), zero_width=widths)


def _is_crossed(kind: bytes, body: bytes, crossed: frozenset[bytes]) -> bool:
    if kind == b"s" and crossed:
        index = _INDEX.search(body)
        return index is not None and index[1] in crossed
    return kind == b"inlineStr" and b"strike" in body and _CROSSED.search(body.decode("utf-8", "replace")) is not None


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for found in _ROW.finditer(xml):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        hidden = attributes.get(b"hidden") in (b"1", b"true") or attributes.get(b"ht") in (b"0", b"0.0")
        if hidden and b"r" in attributes:
            yield int(attributes[b"r"]) - 1


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for found in _COLUMNS.finditer(xml[:_BEFORE_ROWS]):
        attributes = dict(_RANGE.findall(found[1]))
        if attributes.get(b"hidden") in (b"1", b"true"):
            yield from range(int(attributes[b"min"]) - 1, min(int(attributes[b"max"]), _WIDEST))


def _check_extent(xml: bytes, name: str) -> None:
    """Readers hold the whole rectangle up to the last value: one in XFD1048576 would be 17 thousand million cells."""
    if not _FAR.search(xml):
        return
    row, column, cells = _extent(xml, name)
    if cells > _CELLS:
        row, column, cells = _extent(_without_empty(xml), name)
    if cells > _CELLS:
        raise too_far(name, row, column)


def _without_empty(xml: bytes) -> bytes:
    for empty in _EMPTY:
        xml = empty.sub(b"", xml)
    return xml


def _extent(xml: bytes, name: str) -> tuple[int, str, int]:
    """The last row, the last column's letters, and how many cells the rectangle up to them has."""
    places = _PLACE.findall(xml)
    column = max({letters for letters, _, _ in places}, key=_shortlex, default=b"").decode()
    row = max({number for _, number, _ in places}, key=_shortlex, default=b"")
    if len(column) > 3 or len(row) > 7 or any(rest for _, _, rest in places):
        raise damaged(name)
    return int(row or 0), column, int(row or 0) * (column_index(column) + 1)


def _shortlex(reference: bytes) -> tuple[int, bytes]:
    return len(reference), reference


def _position(reference: bytes) -> Position:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError
    return int(found[2]) - 1, column_index(found[1].decode())

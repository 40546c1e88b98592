"""One worksheet's XML, edited in place: a cell's style, a text, a link to its comments. Nothing else moves."""

import re
from bisect import bisect_left

from lxml import etree

from spreadsheets.reading.grid import column_index, column_letter

_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_AFTER = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
Element = etree._Element


class SheetXml:
    """A worksheet part. Rows and columns count from 1 here, as its references do."""

    def __init__(self, part: bytes) -> None:
        self._root = parse(part)
        self._ns = f"{{{etree.QName(self._root).namespace}}}"
        data = self._root.find(f"{self._ns}sheetData")
        assert data is not None, "a worksheet without sheetData was read"
        self._data = data
        _number(data)
        self._rows = {int(row.get("r", "0")): row for row in data}
        self.last_column = max((self._last_of(row) for row in self._rows.values()), default=0)

    def style(self, row: int, column: int) -> int:
        """The style number of a cell, 0 for one that is not there."""
        cell = self._find(row, column)
        return int(cell.get("s", "0")) if cell is not None else 0

    def set_style(self, row: int, column: int, style: int) -> None:
        """Give a cell a style; one that is not there becomes an empty cell."""
        self._cell(row, column).set("s", str(style))

    def write(self, row: int, column: int, text: str, style: int) -> None:
        """A text cell: whatever it begins with, no program takes it for a formula."""
        cell = self._cell(row, column)
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        cell.set("s", str(style))
        inner = etree.SubElement(etree.SubElement(cell, f"{self._ns}is"), f"{self._ns}t")
        inner.set(_SPACE, "preserve")
        inner.text = _CONTROL.sub(" ", text)

    def legacy_drawing(self) -> str:
        """The relation of the part that draws its comments; "" when it has none."""
        found = self._root.find(f"{self._ns}legacyDrawing")
        return found.get(f"{{{_RELATIONS}}}id", "") if found is not None else ""

    def link_drawing(self, relation: str) -> None:
        """Name the part that draws the comments, at the place the schema asks for."""
        element = etree.Element(f"{self._ns}legacyDrawing")
        element.set(f"{{{_RELATIONS}}}id", relation)
        later = [child for child in self._root if etree.QName(child).localname in _AFTER]
        if later:
            later[0].addprevious(element)
        else:
            self._root.append(element)

    def content(self) -> bytes:
        """The part as it is now."""
        return serialize(self._root)

    def _find(self, row: int, column: int) -> Element | None:
        name = f"{column_letter(column - 1)}{row}"
        found = self._rows.get(row)
        return next((cell for cell in found if cell.get("r") == name), None) if found is not None else None

    def _cell(self, row: int, column: int) -> Element:
        found = self._find(row, column)
        if found is not None:
            return found
        cell = etree.Element(f"{self._ns}c", r=f"{column_letter(column - 1)}{row}")
        parent = self._row(row)
        parent.attrib.pop("spans", None)
        parent.insert(bisect_left([_column(child) for child in parent], column), cell)
        return cell

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            element = etree.Element(f"{self._ns}row", r=str(row))
            self._data.insert(bisect_left([int(child.get("r", "0")) for child in self._data], row), element)
            self._rows[row] = element
        return self._rows[row]

    def _last_of(self, row: Element) -> int:
        return max((_column(cell) for cell in row if len(cell)), default=0)


def parse(part: bytes) -> Element:
    """XML without entities or network; the reading has refused what defines any."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False)
    return etree.fromstring(part, parser)


def serialize(root: Element) -> bytes:
    """A part's bytes, with the declaration that Excel writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def position(reference: str) -> tuple[int, int]:
    """Row and column of "C12", from 1. Raises ValueError for what is no reference."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    return int(found[2]), column_index(found[1]) + 1


def _number(data: Element) -> None:
    """Say each row's and cell's place where the program that wrote them left it to be counted."""
    last = 0
    for row in data:
        last = int(row.get("r", last + 1))
        row.set("r", str(last))
        column = 0
        for cell in row:
            column = _column(cell) if cell.get("r") else column + 1
            cell.set("r", f"{column_letter(column - 1)}{last}")


def _column(cell: Element) -> int:
    return position(cell.get("r", "A1"))[1]

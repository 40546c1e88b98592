"""styles.xml with two more fills: every style may be had again with one of them, all else of it kept."""

from copy import deepcopy

from lxml import etree

from spreadsheets.marking.sheet_xml import parse, serialize

PROBLEM, LOOK = "FFFFC7CE", "FFFFEB9C"


class StylesXml:
    """The styles part of a workbook."""

    def __init__(self, part: bytes) -> None:
        self._root = parse(part)
        self._ns = f"{{{etree.QName(self._root).namespace}}}"
        self._fills: dict[str, int] = {}
        self._filled: dict[tuple[int, str], int] = {}

    def filled(self, style: int, colour: str) -> int:
        """The number of a style like `style` that is filled with `colour` (ARGB)."""
        if (style, colour) not in self._filled:
            styles = self._list("cellXfs")
            one = deepcopy(styles[style] if style < len(styles) else styles[0])
            one.set("fillId", str(self._fill(colour)))
            one.set("applyFill", "1")
            self._filled[(style, colour)] = self._append(styles, one)
        return self._filled[(style, colour)]

    def content(self) -> bytes:
        """The part as it is now."""
        return serialize(self._root)

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            fill = etree.Element(f"{self._ns}fill")
            pattern = etree.SubElement(fill, f"{self._ns}patternFill", patternType="solid")
            etree.SubElement(pattern, f"{self._ns}fgColor", rgb=colour)
            etree.SubElement(pattern, f"{self._ns}bgColor", indexed="64")
            self._fills[colour] = self._append(self._list("fills"), fill)
        return self._fills[colour]

    def _list(self, name: str) -> etree._Element:
        found = self._root.find(f"{self._ns}{name}")
        assert found is not None, f"styles.xml without {name}"
        return found

    def _append(self, parent: etree._Element, child: etree._Element) -> int:
        parent.append(child)
        parent.set("count", str(len(parent)))
        return len(parent) - 1

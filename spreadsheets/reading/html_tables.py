"""Tables of a web page, which many systems write and name .xls: each as a person sees it in the browser."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spreadsheets.reading.grid import Grid, Merge, Raw
from spreadsheets.reading.refusals import not_a_sheet, too_large

_LARGEST = 60 * 1024 * 1024
_CELLS = 2_000_000
_WIDEST, _TALLEST = 300, 10_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none")
_CROSSED = "line-through"
_SHORTENED = re.compile(r"#+|\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)


def read_html(content: bytes, name: str) -> tuple[Grid, ...]:
    """A sheet for each table that holds no other table, named "Tabela 1", "Tabela 2"...

    Raises SheetUnreadable for a page without tables.
    """
    if len(content) > _LARGEST:
        raise too_large(name)
    page = LexborHTMLParser(_decoded(content))
    tables = [t for t in page.css("table") if all(inner.mem_id == t.mem_id for inner in t.css("table"))]
    grids = [grid for table in tables if (grid := _grid(table, name)).rows]
    if not grids:
        raise not_a_sheet(name, "é uma página HTML sem tabela", "Abra-o no Excel ou no LibreOffice e salve como .xlsx.")
    return tuple(
        Grid(f"Tabela {number}", g.rows, g.merges, hidden_rows=g.hidden_rows, struck=g.struck)
        for number, g in enumerate(grids, start=1)
    )


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    stated = _CHARSET.search(content[:4_096])
    for encoding in (stated[1].decode("ascii") if stated else "utf-8", "utf-8", "cp1252"):
        try:
            return content.decode("utf-8-sig" if encoding.casefold() == "utf-8" else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _grid(table: LexborNode, name: str) -> Grid:
    rows: list[list[Raw]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    struck: set[tuple[int, int]] = set()
    taken: set[tuple[int, int]] = set()
    total = 0
    for row, line in enumerate(table.css("tr")):
        values: list[Raw] = []
        if _HIDDEN.search(line.attributes.get("style") or "") or "hidden" in line.attributes:
            hidden.add(row)
        crossed = _CROSSED in (line.attributes.get("style") or "")
        for cell in line.css("td, th"):
            while (row, len(values)) in taken:
                values.append(None)
            column = len(values)
            across, down = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _TALLEST)
            if across > 1 or down > 1:
                merges.append(Merge(row, column, row + down - 1, column + across - 1))
                taken |= {(r, c) for r in range(row + 1, row + down) for c in range(column, column + across)}
            own = _CROSSED in (cell.attributes.get("style") or "")
            if crossed or own or cell.css_first(f's, strike, del, [style*="{_CROSSED}"]') is not None:
                struck.add((row, column))
            values += [_value(cell), *(None for _ in range(across - 1))]
        total += len(values)
        if total + len(taken) > _CELLS:
            raise too_large(name)
        rows.append(values)
    return Grid("", rows, tuple(merges), hidden_rows=hidden, struck=struck)


def _span(cell: LexborNode, key: str, most: int) -> int:
    text = (cell.attributes.get(key) or "1").strip()
    return max(1, min(int(text), most)) if text.isdecimal() else 1


def _value(cell: LexborNode) -> Raw:
    """What the cell shows; where Excel shortened a number to show it ("2,6E+06"), the number that it wrote beside."""
    text = "\n".join(line for part in _lines(cell) if (line := " ".join(part.split())))
    number = cell.attributes.get("x:num") or cell.attributes.get("sdval") or ""
    if _SHORTENED.fullmatch(text) and re.fullmatch(r"-?\d+(?:\.\d+)?", number):
        return float(number)  # as Excel held it when it wrote this
    return text


def _lines(cell: LexborNode) -> list[str]:
    for broken in cell.css("br"):
        broken.replace_with("\n")
    return cell.text(deep=True).replace("\u00a0", " ").split("\n")

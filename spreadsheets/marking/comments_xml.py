"""The comments of a sheet and the boxes that Excel draws for them; what was there stays."""

from xml.sax.saxutils import quoteattr

from lxml import etree

from spreadsheets.marking.sheet_xml import parse, position, serialize

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NEW = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'.encode()
_AUTHOR = "faturista"
_NEW_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    b'</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)


def with_comments(part: bytes | None, remarks: dict[str, str]) -> bytes:
    """A comments part with one more comment for each cell, or more text in the one that it had."""
    root = parse(part or _NEW)
    ns = f"{{{etree.QName(root).namespace}}}"
    authors, listed = root.find(f"{ns}authors"), root.find(f"{ns}commentList")
    assert authors is not None
    assert listed is not None
    etree.SubElement(authors, f"{ns}author").text = _AUTHOR
    known = {comment.get("ref"): comment for comment in listed}
    for reference, text in remarks.items():
        comment = known.get(reference)
        if comment is None:
            comment = etree.SubElement(listed, f"{ns}comment", ref=reference, authorId=str(len(authors) - 1))
            etree.SubElement(comment, f"{ns}text")
        _add_run(comment, ns, text if reference not in known else f"\n{text}")
    listed[:] = sorted(listed, key=lambda comment: position(comment.get("ref", "A1")))
    return serialize(root)


def _add_run(comment: etree._Element, ns: str, text: str) -> None:
    body = comment.find(f"{ns}text")
    if body is None:
        body = etree.SubElement(comment, f"{ns}text")
    inner = etree.SubElement(etree.SubElement(body, f"{ns}r"), f"{ns}t")
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inner.text = text


def with_boxes(part: bytes | None, references: list[str]) -> bytes:
    """A drawing part with a hidden box for each of the cells that has none yet."""
    whole = (part or _NEW_DRAWING).rstrip()
    taken = whole.count(b"_x0000_s")
    boxes = "".join(_box(9_000 + taken + number, reference) for number, reference in enumerate(references))
    head, end, tail = whole.rpartition(b"</xml>")
    return head + boxes.encode() + end + tail


def _box(number: int, reference: str) -> str:
    row, column = position(reference)
    anchor = f"{column}, 15, {max(row - 2, 0)}, 10, {column + 4}, 15, {row + 4}, 4"
    return (
        f"<v:shape id={quoteattr(f'_x0000_s{number}')} type='#_x0000_t202' "
        "style='position:absolute;visibility:hidden' fillcolor='#ffffe1' o:insetmode='auto'>"
        "<v:fill color2='#ffffe1'/><v:path o:connecttype='none'/><v:textbox style='mso-direction-alt:auto'/>"
        f"<x:ClientData ObjectType='Note'><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )

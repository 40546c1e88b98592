"""The clinic's own .xlsx or .xlsm again, with marks: only what is marked changes, every other part stays as it was."""

import io
import zipfile

from lxml import etree

from spreadsheets.marking.comments_xml import with_boxes, with_comments
from spreadsheets.marking.marks import TITLES, SheetMarks
from spreadsheets.marking.parts import Parts
from spreadsheets.marking.sheet_xml import SheetXml, position
from spreadsheets.marking.styles_xml import LOOK, PROBLEM, StylesXml

UNFIT = (etree.XMLSyntaxError, KeyError, StopIteration, ValueError, AssertionError)
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def marked_workbook(content: bytes, marks: dict[str, SheetMarks]) -> bytes:
    """The bytes of the marked copy. `content` is a workbook that was read without objection."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        infos = package.infolist()
        parts = Parts({info.filename: package.read(info) for info in infos if not info.is_dir()})
    sheets = parts.sheets()
    book = next(path for path in parts.content if path.endswith("/workbook.xml"))
    styles_path = parts.related(book, "styles")
    styles = StylesXml(parts.content[styles_path])
    for aba, sheet_marks in marks.items():
        if aba in sheets:
            _mark(parts, sheets[aba], sheet_marks, styles)
    parts.content[styles_path] = styles.content()
    return _packed(parts.content)


def _mark(parts: Parts, path: str, marks: SheetMarks, styles: StylesXml) -> None:
    sheet = SheetXml(parts.content[path])
    for remark in marks.remarks:
        row, column = position(remark.celula)
        colour = PROBLEM if remark.problem else LOOK
        sheet.set_style(row, column, styles.filled(sheet.style(row, column), colour))
    _write_states(sheet, marks)
    if marks.remarks:
        _comment(parts, path, sheet, {remark.celula: remark.texto for remark in marks.remarks})
    parts.content[path] = sheet.content()


def _write_states(sheet: SheetXml, marks: SheetMarks) -> None:
    """Three columns after the last one in use; a copy that is marked again has them already."""
    first = marks.first or sheet.last_column + 1
    for row in marks.headings:
        for offset, title in enumerate(TITLES):
            sheet.write(row, first + offset, title, sheet.style(row, max(1, first - 1)))
    for row, told in marks.rows.items():
        for offset, text in enumerate(told):
            if text or marks.first:
                sheet.write(row, first + offset, text, 0)


def _comment(parts: Parts, path: str, sheet: SheetXml, remarks: dict[str, str]) -> None:
    comments = parts.related(path, "comments")
    had = parts.content.get(comments)
    if not comments:
        comments = parts.new_path("xl/comments{}.xml")
        parts.relate(path, "comments", comments)
        parts.declare(comments, _COMMENTS)
    drawing = parts.target(path, sheet.legacy_drawing())
    boxes = parts.content.get(drawing)
    if not drawing:
        drawing = parts.new_path("xl/drawings/vmlDrawing{}.vml")
        sheet.link_drawing(parts.relate(path, "vmlDrawing", drawing))
        parts.declare(drawing, _DRAWING)
    new = [reference for reference in remarks if f'ref="{reference}"'.encode() not in (had or b"")]
    parts.content[comments] = with_comments(had, remarks)
    parts.content[drawing] = with_boxes(boxes, new)


def _packed(content: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, part in content.items():
            package.writestr(path, part)
    return out.getvalue()

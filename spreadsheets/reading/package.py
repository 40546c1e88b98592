"""An .xlsx opened with care: bounded size, no tricks in its parts, and rows that hold nothing left out."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from spreadsheets.reading.refusals import damaged, not_a_sheet, protected, too_large, unsafe

ZIP_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
_DECLARED = 1024 * 1024 * 1024
_PART = 150 * 1024 * 1024
_SLIM_FROM = 16 * 1024 * 1024
_EDITABLE = 80 * 1024 * 1024
_ONE_ROW = 32 * 1024 * 1024
_CHUNK = 1024 * 1024
_MEMBERS = 2_000
_HEAD = 4_096
_ROW = re.compile(rb"<row(?=[\s>/])")
_END = b"</sheetData>"
_MEDIA = re.compile(r"(?i)/media/|\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|svg|wav|mp\d)$")


@dataclass(frozen=True, slots=True)
class Package:
    """`content` is the workbook as calamine is to read it; `parts` its XML parts by name, sheets without empty rows."""

    content: bytes
    parts: dict[str, bytes]

    def text(self, path: str) -> str:
        """A part as text; "" when there is none."""
        return self.parts.get(path, b"").decode("utf-8", errors="replace")


def open_package(content: bytes, name: str) -> Package:
    """Unpack a zip that should be a workbook. Raises SheetUnreadable, saying what it is, for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = [m for m in package.infolist() if not m.is_dir()]
            _check(members, name)
            parts = {m.filename: _part(package, m, name) for m in members if not _MEDIA.search(m.filename)}
    except ZIP_FAULTS:
        raise damaged(name) from None
    slimmed = any(len(parts[m.filename]) != m.file_size for m in members if m.filename in parts)
    return Package(_packed(parts) if slimmed else content, parts)


def is_plain_workbook(content: bytes) -> bool:
    """Whether a file that was read is an .xlsx or .xlsm of a size that may be edited part by part."""
    if not content.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sizes = {member.filename: member.file_size for member in package.infolist()}
    return "xl/workbook.xml" in sizes and "xl/styles.xml" in sizes and max(sizes.values()) <= _EDITABLE


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    names = {member.filename for member in members}
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > _DECLARED:
        raise too_large(name)
    if "word/document.xml" in names:
        raise not_a_sheet(name, "é um documento do Word", "Peça à clínica a planilha (.xlsx ou .csv).")
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"} and not _renamed_workbook(names):
        raise not_a_sheet(name, "é um .zip", "Descompacte-o e envie a planilha que está dentro.")
    if any(member.flag_bits & 1 for member in members):
        raise protected(name)


def _renamed_workbook(names: set[str]) -> bool:
    return "[Content_Types].xml" in names and any(member.startswith("xl/") for member in names)


def _part(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """One part, read to its end: zipfile stops at the declared size and then compares the checksum."""
    with package.open(member) as stream:
        chunks = iter(lambda: stream.read(_CHUNK), b"")
        whole = b"".join(
            _slimmed(chunks, name) if member.filename.startswith("xl/worksheets/") else _capped(chunks, name)
        )
    if b"<!DOCTYPE" in whole[:_HEAD] or b"<!ENTITY" in whole[:_HEAD]:
        raise unsafe(name)
    return whole


def _capped(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > _PART:
            raise too_large(name)
        yield chunk


def _slimmed(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """A sheet's XML; beyond 16 MB its rows without any value are left out as they pass."""
    seen = kept = 0
    rest = b""
    for chunk in chunks:
        seen += len(chunk)
        rest += chunk
        if seen <= _SLIM_FROM:
            continue
        head, mark, tail = rest.rpartition(b"<row")
        slim = _with_values(head) if mark else b""
        rest = mark + tail if mark else rest
        if len(rest) > _ONE_ROW:
            raise too_large(name)
        kept += len(slim)
        if kept > _PART:
            raise too_large(name)
        yield slim
    yield _with_values(rest) if seen > _SLIM_FROM else rest


def _with_values(xml: bytes) -> bytes:
    before, *rows = _ROW.split(xml)
    return b"".join((before, *(_kept(row) for row in rows)))


def _kept(row: bytes) -> bytes:
    if b"<v" in row or b"<is" in row or b"<f" in row:
        return b"<row" + row
    end = row.find(_END)
    return row[end:] if end >= 0 else b""


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, part in parts.items():
            package.writestr(path, part)
    return out.getvalue()

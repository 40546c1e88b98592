"""Text files: .csv and .txt in the encodings and separators that Brazilian programs write."""

import csv
import io
import re
from collections import Counter

from agent.model.errors import SheetUnreadable
from spreadsheets.reading.grid import Grid, Raw

_SEPARATORS = ";\t,|"
_EXCEL_TEXT = re.compile(r'="([^"]*)"')
_WIDEST = 500
_BINARY = 0.02
_EIGHT_BITS = ("cp1252", "cp850", "mac_roman")
_LETTERS = frozenset("áàâãéêíóôõúüçñÁÀÂÃÉÊÍÓÔÕÚÜÇÑºª°§–—“”‘’´\u00a0")


def read_delimited(content: bytes, name: str) -> Grid:
    """One sheet called "", a row per record (a quoted line break stays inside its cell; blank records count).

    Raises SheetUnreadable for binary content, a text in one column or an unclosed quote.
    """
    text = decoded(content, name)
    separator = _separator(text)
    rows: list[list[Raw]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            rows.append([_cell(cell) for cell in record[:_WIDEST]] if any(map(str.strip, record)) else [])
    except csv.Error:
        raise SheetUnreadable(
            f"O arquivo tem aspas abertas que não fecham, a partir do registro {len(rows) + 1}.",
            where=name,
            do="Abra-o no Excel, confira esse registro e salve como .xlsx.",
        ) from None
    if rows and rows[0] and isinstance(rows[0][0], str) and re.fullmatch(r"(?i)sep=.?", rows[0][0]):
        rows[0] = []
    while rows and not rows[-1]:
        rows.pop()  # a sheet formatted to its last row is saved as a million lines of separators
    return Grid(aba="", rows=rows)


def _cell(text: str) -> str:
    trick = _EXCEL_TEXT.fullmatch(text.strip())
    return trick[1] if trick else text


def decoded(content: bytes, name: str) -> str:
    """UTF-16 by its mark or its zero bytes, UTF-8 if it is valid, else the one that shows Portuguese: cp1252 (Excel
    on Windows in Brazil), cp850 (old DOS programs), Mac. Raises SheetUnreadable for binary content.
    """
    try:
        text = _text(content)
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    odd = sum(1 for c in text[:20_000] if (ord(c) < 32 and c not in "\r\n\t\f\x0b") or c == "\ufffd")
    if odd > max(2, len(text[:20_000]) * _BINARY):
        raise SheetUnreadable(
            "O arquivo não é uma planilha nem um texto.", where=name, do="Peça à clínica um .xlsx ou .csv."
        )
    return text


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    zeros = content[:2_000].count(0)
    if zeros > len(content[:2_000]) // 4:
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(max(_EIGHT_BITS, key=lambda encoding: _portuguese(content, encoding)))


def _portuguese(content: bytes, encoding: str) -> int:
    """How many more letters of Portuguese than other signs a text beyond ASCII shows in an encoding."""
    seen = Counter(c for c in content[:200_000].decode(encoding, errors="replace") if ord(c) > 127)
    letters = sum(times for sign, times in seen.items() if sign in _LETTERS)
    return 2 * letters - seen.total()


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number of cells, more than one."""
    first = text.lstrip("\ufeff").split("\n", 1)[0].strip()
    if declared := re.fullmatch(r"(?i)sep=(.)", first):
        return declared[1]
    sample = text[:60_000]
    return max(_SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _regularity(sample: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            widths[len(record)] += 1
    except csv.Error:
        return (0, 0)
    del widths[1]
    if not widths:
        return (0, 0)
    width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (lines * (width - 1), width)

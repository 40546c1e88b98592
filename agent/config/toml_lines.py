"""On which line of a TOML text a key stands; tomllib does not tell."""

import re

KeyPath = tuple[str, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\s*({_KEY})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_KEY})\s*=")
_PARTS = re.compile(_PART)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Every table and key that begins a line, with its line counted from 1; inline tables count as one key."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
        elif header := _HEADER.match(line):
            table = _split(header[1])
            _note(lines, table, number)
        elif assignment := _ASSIGNMENT.match(line):
            _note(lines, table + _split(assignment[1]), number)
            fence = _opened_fence(line)
    return lines


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of the key, or of the nearest table that contains it; None when nothing of it is written."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), None)


def _note(lines: dict[KeyPath, int], path: KeyPath, number: int) -> None:
    for end in range(1, len(path) + 1):
        lines.setdefault(path[:end], number)


def _split(dotted: str) -> KeyPath:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))


def _opened_fence(line: str) -> str:
    """The quotes of a multi-line string that begins on this line and does not end on it."""
    return next((fence for fence in ('"""', "'''") if line.count(fence) == 1), "")

"""The container of an old .xls: a small file system of 512-byte sectors ([MS-CFB]), of which one stream is wanted."""

import struct
from collections.abc import Iterator

_FREE = 0xFFFFFFFA
_ENTRY = 128
_HEADER_FAT = 109


def streams(content: bytes) -> dict[str, bytes]:
    """Every stream by its name. Raises ValueError or struct.error for a damaged container; never reads in a circle."""
    sector, mini = 1 << _short(content, 30), 1 << _short(content, 32)
    if not (sector in (512, 4096) and mini == 64):
        raise ValueError("sector size")
    box = _Box(content, sector)
    directory = box.chain(_long(content, 48), len(content))
    if len(directory) % _ENTRY or not directory:
        raise ValueError("directory")
    root = directory[:_ENTRY]
    small = box.chain(_long(root, 116), _long(root, 120))
    mini_fat = _numbers(box.chain(_long(content, 60), len(content)))
    found = {}
    for entry in (directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)):
        length = min(_short(entry, 64), 64)
        if entry[66] != 2 or length < 2:
            continue
        name = entry[: length - 2].decode("utf-16-le", errors="replace")
        start, size = _long(entry, 116), min(_long(entry, 120), len(content))
        if size < _long(content, 56):
            found[name] = b"".join(small[n * mini : (n + 1) * mini] for n in _links(start, mini_fat))[:size]
        else:
            found[name] = box.chain(start, size)
    return found


class _Box:
    def __init__(self, content: bytes, sector: int) -> None:
        self._content, self._sector = content, sector
        self._fat = self._read_fat()

    def _at(self, number: int) -> bytes:
        return self._content[(number + 1) * self._sector : (number + 2) * self._sector]

    def _read_fat(self) -> tuple[int, ...]:
        numbers = list(struct.unpack(f"<{_HEADER_FAT}I", self._content[76 : 76 + 4 * _HEADER_FAT]))
        following, seen = _long(self._content, 68), 0
        while following < _FREE and seen <= len(self._content) // self._sector:
            extra = struct.unpack(f"<{self._sector // 4}I", self._at(following).ljust(self._sector, b"\xff"))
            numbers += extra[:-1]
            following, seen = extra[-1], seen + 1
        return _numbers(b"".join(self._at(n) for n in numbers if n < _FREE))

    def chain(self, start: int, size: int) -> bytes:
        return b"".join(self._at(number) for number in _links(start, self._fat))[:size]


def _links(start: int, table: tuple[int, ...]) -> Iterator[int]:
    seen = 0
    while start < len(table) and seen <= len(table):
        yield start
        start, seen = table[start], seen + 1


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _short(raw: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", raw, at)[0])


def _long(raw: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", raw, at)[0])

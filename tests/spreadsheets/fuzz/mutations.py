"""Real files broken in the ways that transport, programs and people break them; each from its number alone."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from spreadsheets.reading.package import ZIP_FAULTS
from tests.spreadsheets import amostras, formatos

_ROW = re.compile(rb"<row\b.*?</row>", re.DOTALL)
_REFERENCE = re.compile(rb'(<c r=")([A-Z])(\d+")')
_OWN = sorted(
    path
    for folder in (Path(amostras.__file__).parent / "arquivos", Path(formatos.__file__).parent)
    for path in folder.iterdir()
    if path.suffix != ".py" and path.is_file() and path.stat().st_size
)
Mutation = Callable[[bytes, random.Random], bytes]


def case(number: int) -> tuple[str, bytes]:
    """The name and the content of one broken file."""
    chance = random.Random(number)
    path = _OWN[number % len(_OWN)]
    content = path.read_bytes()
    for _ in range(chance.randint(1, 3)):
        content = _broken(content, chance)
    return path.name, content


def _broken(content: bytes, chance: random.Random) -> bytes:
    """The file itself, or one part of the package that it is."""
    if not content.startswith(b"PK") or chance.random() < 0.1:
        return _bytes(content, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except ZIP_FAULTS:
        return _bytes(content, chance)
    sheets = [name for name in parts if "sheet" in name and name.endswith(".xml")] or list(parts)
    name = chance.choice(sheets if chance.random() < 0.8 else list(parts))
    mutation: Mutation = chance.choice((_bytes, _rows, _columns, _digits))
    parts[name] = mutation(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, body in parts.items():
            package.writestr(zipfile.ZipInfo(part), body, zipfile.ZIP_DEFLATED)  # its date is always the same
    return out.getvalue()


def _bytes(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, lost, doubled, or the end cut off."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(found)) if found else 0
        kind = chance.randrange(4)
        if kind == 0 and found:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + chance.randint(1, 40)]
        elif kind == 2:
            found[at:at] = found[at : at + chance.randint(1, 40)]
        elif chance.random() < 0.05:
            del found[at:]
    return bytes(found)


def _rows(part: bytes, chance: random.Random) -> bytes:
    """Rows deleted, doubled or in another order."""
    rows = _ROW.findall(part)
    if not rows:
        return _bytes(part, chance)
    row = chance.choice(rows)
    if chance.random() < 0.6:
        return part.replace(row, b"", 1)
    return part.replace(row, row + chance.choice(rows), 1)


def _columns(part: bytes, chance: random.Random) -> bytes:
    """Two columns exchanged, heading and all."""
    one, two = (b"%c" % chance.randint(65, 75) for _ in range(2))
    exchange = {one: two, two: one}
    return _REFERENCE.sub(lambda m: m[1] + exchange.get(m[2], m[2]) + m[3], part)


def _digits(part: bytes, chance: random.Random) -> bytes:
    """Digits of some values changed to other signs."""
    found = bytearray(part)
    places = [at for at, byte in enumerate(found) if 48 <= byte <= 57]
    for at in chance.sample(places, min(len(places), chance.randint(1, 8))):
        found[at] = chance.choice(b'0123456789,./- eE"<&')
    return bytes(found)

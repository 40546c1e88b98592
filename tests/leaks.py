"""Where a secret or a patient can be read after a run: every file, every table, whatever was said or sent."""

import gzip
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile, is_zipfile

FOR_PEOPLE = ("entrada", "saida")
"""The clinics' own sheets, and the workbooks made for people."""
OF_ENTRIES = frozenset({"pessoa", "pessoa_retorno"})
"""The tables of the ledger in which a patient's name and card stand: of entries, and of lines that no entry repeats."""


def leaks(folder: Path, patients: Sequence[str], secrets: Sequence[str], told: Iterable[str] = ()) -> list[str]:
    """Each word where it may not stand, as "word: place".

    A patient stands in the clinics' sheets, in the workbooks made for people, and in two tables of the ledger; in no
    other file, however it is packed: evidence lies sealed. A secret stands nowhere. `told`: what was said or sent.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] != "livro"]
    places = [(str(path.relative_to(folder)), _written(path)) for path in files]
    places += [(f"livro, {table}", text) for table, text in _tables(folder / "livro" / "faturista.sqlite3")]
    places += [("dito", text) for text in told]
    found = {f"{word}: {place}" for word in secrets for place, text in places if word.casefold() in text.casefold()}
    return sorted(found | {f"{w}: {p}" for w in patients for p, text in places if _says(w, text) and not _may(p)})


def _says(word: str, text: str) -> bool:
    return word.casefold() in text.casefold()


def _may(place: str) -> bool:
    return Path(place).parts[0] in FOR_PEOPLE or place.removeprefix("livro, ") in OF_ENTRIES


def _tables(ledger: Path) -> list[tuple[str, str]]:
    """Every table's rows as text."""
    with closing(sqlite3.connect(ledger)) as db:
        names = [str(name) for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        return [(name, repr(db.execute(f'select * from "{name}"').fetchall())) for name in names]


def _written(path: Path) -> str:
    """Whatever stands in a file, unpacked where it is packed."""
    content = path.read_bytes()
    if is_zipfile(path):
        with ZipFile(path) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    elif content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    return content.decode("utf-8", errors="replace")


def children_of(process: int) -> list[str]:
    """The command lines of a process and all below it, as anybody on the machine sees them; [] where /proc is not."""
    seen = {each: _stat(each) for each in Path("/proc").glob("[0-9]*")}
    below, new = {process}, True
    while new:
        more = {int(each.name) for each, parent in seen.items() if parent in below} - below
        below, new = below | more, bool(more)
    return [_cmdline(each) for each in seen if int(each.name) in below]


def _stat(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _cmdline(process: Path) -> str:
    try:
        return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""

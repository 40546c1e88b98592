"""Whatever a file holds, it is read or refused in one sentence; no row is invented and none is in two places."""

import hashlib
import io
import time
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from agent.model.errors import InputError
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.leitura import Leitura
from spreadsheets.reading.read import read_planilha
from tests.spreadsheets.fuzz.mutations import case

FEW, MANY = 150, 10_000
TODAY = date(2026, 11, 21)


def read_or_refused(folder: Path, number: int) -> Leitura | None:
    """The reading of a broken file, None when it was refused."""
    name, content = case(number)
    path = folder / f"{number} {name}"
    path.write_bytes(content)
    try:
        leitura = read_planilha(path, clinica="vale", portal=None, competencia=None, today=TODAY)
    except InputError:
        return None
    forecast(leitura, Known((), {}, TODAY))
    if number % 10 == 0:
        give_back(path, folder / f"{number} volta.xlsx", leitura, (), ())
    return leitura


def consistent(leitura: Leitura) -> bool:
    """Held rows gave no entry, ignored rows gave none, and no key comes twice."""
    entries = {(e.origem.aba, e.origem.linha) for e in leitura.lancamentos}
    held = {(r.aba, r.linha) for r in leitura.rejeitadas}
    ignored = {(i.aba, i.linha) for i in leitura.ignoradas}
    keys = [(e.portal, e.chave) for e in leitura.lancamentos]
    return not entries & held and not entries & ignored and len(keys) == len(set(keys))


def distinct(count: int) -> Iterator[int]:
    """The numbers of the first `count` cases of which no two have the same content."""
    seen: set[bytes] = set()
    number = 0
    while len(seen) < count:
        digest = hashlib.sha256(case(number)[1]).digest()
        if digest not in seen:
            yield number
        seen.add(digest)
        number += 1


def run(folder: Path, numbers: Iterable[int]) -> list[int]:
    """The numbers of the cases whose reading contradicts itself."""
    readings = ((number, read_or_refused(folder, number)) for number in numbers)
    return [number for number, leitura in readings if leitura is not None and not consistent(leitura)]


def test_a_broken_file_is_the_same_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    now = case(0)
    monkeypatch.setattr(time, "time", lambda: 1e9)
    assert (case(0), zipfile.is_zipfile(io.BytesIO(now[1]))) == (now, True)


def test_broken_files_are_read_or_refused_and_never_crash(tmp_path: Path) -> None:
    assert run(tmp_path, range(FEW)) == []


@pytest.mark.long
def test_ten_thousand_different_broken_files_are_read_or_refused_and_never_crash(tmp_path: Path) -> None:
    assert run(tmp_path, distinct(MANY)) == []

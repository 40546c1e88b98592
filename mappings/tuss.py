"""Which procedure codes the TUSS (ANS table 22) knows, and until when."""

import importlib.util
import re
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

_RECORD = b'"codigo": "'
_OF_PROCEDURES = b'"tabela": "22"'
_UNTIL = re.compile(rb'"vigencia_fim": "(\d{4}-\d{2}-\d{2})?"')


@cache
def tuss_codes() -> MappingProxyType[str, date | None]:
    """Each code and its last day, None while it is valid; empty where the table is not installed.

    The `tiss` package ships ANS's table of 17 MB; its own look-up takes 2.4 s and 200 MB at first use, so that its
    file is skimmed here instead (tiss 0.4).
    """
    spec = importlib.util.find_spec("tiss")
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0]) / "tuss" / "_data" / "tuss.json" if folders else None
    if path is None or not path.is_file():
        return MappingProxyType({})
    records = path.read_bytes().split(_RECORD)[1:]
    return MappingProxyType({r[:8].decode("latin-1"): _until(r) for r in records if _OF_PROCEDURES in r})


def _until(record: bytes) -> date | None:
    found = _UNTIL.search(record)
    return date.fromisoformat(found[1].decode()) if found and found[1] else None

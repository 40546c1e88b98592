"""The golden pages and how each is read; `python -m tests.portals.cassind.pages` writes the expected files anew."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from portals.solus import columns
from portals.solus.reading import linha_retorno, movimento, read_autorizadas, read_contas

FOLDER = Path(__file__).with_name("golden")
WHERE = "CASSIND, tela de exemplo"


def page(name: str) -> str:
    """The HTML of a golden page."""
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")


def _autorizadas(html: str) -> Any:
    return [asdict(row) for row in read_autorizadas(html, columns.autorizadas(), where=WHERE)]


def _contas(html: str) -> Any:
    read = read_contas(html, columns.contas(), where=WHERE)
    return {
        "totais": [read.total_linhas, read.informado, read.liberado, read.glosado],
        "movimentos": [asdict(movimento(conta)) for conta in read.contas],
        "retorno": [asdict(linha_retorno(conta)) for conta in read.processadas],
    }


READERS: Mapping[str, Callable[[str], Any]] = {
    "autorizadas": _autorizadas,
    "autorizadas_em_tabelas": _autorizadas,
    "contas": _contas,
}


def reading(name: str) -> Any:
    """What the product reads in a golden page, as JSON values."""
    return json.loads(json.dumps(READERS[name](page(name)), default=str))


def expected(name: str) -> Any:
    """What a careful person reads in it."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for each in READERS:
        text = json.dumps(reading(each), indent=1, ensure_ascii=False)
        (FOLDER / f"{each}.json").write_text(text + "\n", encoding="utf-8", newline="\n")

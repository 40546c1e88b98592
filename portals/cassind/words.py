"""The screens' words, loaded once from labels.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from portals.cassind.grid import Columns


def autorizadas() -> Columns:
    """The headings of the list in Faturamento Simplificado."""
    return _columns("autorizadas")


def contas() -> Columns:
    """The headings of the list in Protocolos de faturamento (the manual shows only its filters)."""
    return _columns("contas")


def _columns(table: str) -> Columns:
    part = _words()[table]
    return Columns(part["colunas"], frozenset(part["obrigatorias"]))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))

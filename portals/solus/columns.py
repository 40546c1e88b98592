"""The headings of the portal's lists, loaded once from columns.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from portals.grid import Columns


def autorizadas() -> Columns:
    """The headings of the list in Faturamento Simplificado."""
    return _columns("autorizadas")


def contas() -> Columns:
    """The headings of the list in Protocolos de faturamento (the manual shows only its filters)."""
    return _columns("contas")


def named(table: str) -> Columns:
    """The headings of one of the smaller lists: linhas_…, sessoes_faturadas, arquivos."""
    return _columns(table)


def _columns(table: str) -> Columns:
    part = _headings()[table]
    return Columns(part["colunas"], frozenset(part["obrigatorias"]))


@cache
def _headings() -> dict[str, Any]:
    return tomllib.loads(files("portals.solus").joinpath("columns.toml").read_text(encoding="utf-8"))

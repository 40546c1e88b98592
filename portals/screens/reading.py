"""Pure: a portal's lists as HTML in, rows of the record and of the return out; every column by its heading."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from agent.model.data import read_data
from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.registro import Movimento
from agent.model.valor import read_valor
from portals.grid import Columns, Grid, Row, folded, read_grid
from portals.locate.labels import Labels

_T = TypeVar("_T")
_DRAFT = ("rascunho", "nao finalizado", "nao finalizada", "em digitacao")


def columns_of(package: str, labels: Labels | None = None) -> Mapping[str, Columns]:
    """The lists of an adapter's columns.toml, with an office's own headings of its `labels`."""
    lists, own = _columns(package), labels.lists if labels else {}
    return {name: columns.called(own.get(name, {})) for name, columns in lists.items()} if own else lists


@cache
def _columns(package: str) -> Mapping[str, Columns]:
    """Each `[name]` that has `obrigatorias` and `colunas`."""
    data = tomllib.loads(files(package).joinpath("columns.toml").read_text(encoding="utf-8"))
    lists = {name: part for name, part in data.items() if "colunas" in part}
    return {name: Columns(part["colunas"], frozenset(part["obrigatorias"])) for name, part in lists.items()}


def read_list(html: str, columns: Columns, *, where: str) -> tuple[Grid, Row]:
    """A list and its totals. Raises PageChanged (unknown heading, no such table), ReportUntrusted without totals."""
    grid = read_grid(html, columns, where=where)
    if grid.totals is None:
        raise ReportUntrusted("A lista não traz a linha de total.", where=where)
    return grid, grid.totals


def movimento(row: Row) -> Movimento:
    """A row of the record; a draft's code, day and value may be empty. Raises ReportUntrusted."""
    finished = folded(row.text("situacao")) not in _DRAFT
    return Movimento(
        movimento=cell(row, "movimento", present),
        numero_autorizacao=cell(row, "autorizacao", present),
        codigo_procedimento=cell(row, "codigo", present) if finished else row.text("codigo"),
        data=cell(row, "data", read_data) if finished or row.text("data") else None,
        quantidade=cell(row, "quantidade", number) if finished or row.text("quantidade") else 0,
        valor=cell(row, "valor", read_valor) if finished or row.text("valor") else None,
        finalizado=finished,
        situacao=row.text("situacao"),
        beneficiario=row.text("paciente"),
        numero_carteira=row.text("matricula"),
    )


def linha_retorno(row: Row) -> LinhaRetorno:
    """A line of the return. Raises ReportUntrusted."""
    return LinhaRetorno(
        linha=row.number,
        numero_autorizacao=cell(row, "autorizacao", present),
        codigo_procedimento=cell(row, "codigo", present),
        data=cell(row, "data", read_data),
        quantidade=cell(row, "quantidade", number),
        valor_informado=cell(row, "informado", read_valor),
        valor_liberado=cell(row, "liberado", read_valor),
        valor_glosa=cell(row, "glosa", read_valor),
        motivo=row.text("motivo"),
        movimento=row.text("movimento"),
        beneficiario=row.text("paciente"),
        numero_carteira=row.text("matricula"),
    )


def cell(row: Row, field: str, read: Callable[[str], _T]) -> _T:
    """One cell as `read` reads it. Raises ReportUntrusted with its place."""
    try:
        return read(row.text(field))
    except ValueError as error:
        raise ReportUntrusted(f"A célula não pode ser lida: {error}.", where=row.place(field)) from None


def number(text: str) -> int:
    """A whole number. Raises ValueError."""
    if not text.isdecimal():
        raise ValueError(f"não é um número inteiro: {text!r}")
    return int(text)


def present(text: str) -> str:
    """A cell that may not be empty. Raises ValueError."""
    if not text:
        raise ValueError("está vazia")
    return text

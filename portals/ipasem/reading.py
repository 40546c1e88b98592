"""Pure: the portal's reports as HTML in, movements and return lines out. Every column by its heading, or it stops."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from agent.model.atividade import Atividade
from agent.model.data import read_data
from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.registro import Movimento
from agent.model.valor import Centavos, read_valor
from portals.grid import Columns, Grid, Row, folded, read_grid
from portals.screens.reading import cell, columns_of, linha_retorno, number, present

_PACKAGE = "portals.ipasem"
COLUMNS = columns_of(_PACKAGE)
"""The headings of each report, in the manual's words."""
_FINISHED = ("finalizado", "finalizada", "gravado")
_FACES = "DILMOPV"
_NAME = 6  # the shortest name of a face ("mesial", "distal"); shorter words are letters written together
_DRAFT = ("nao finalizado", "nao finalizada", "em digitacao")


@dataclass(frozen=True, slots=True)
class Relatorio:
    """A conference or closing report: its rows, and what its own totals say (`total_valor` in centavos)."""

    movimentos: tuple[Movimento, ...]
    total_linhas: int
    total_valor: Centavos


@dataclass(frozen=True, slots=True)
class Retorno:
    """One return report: its lines and its own totals, in centavos."""

    linhas: tuple[LinhaRetorno, ...]
    informado: Centavos
    liberado: Centavos
    glosa: Centavos


def read_relatorio(html: str, columns: Mapping[str, Columns] = COLUMNS, *, where: str) -> Relatorio:
    """Read a conference or closing report, red rows marked `data-cor="vermelho"`.

    The manual leaves open whether "Qtde" counts rows or services; where the services add up to it, the rows count.
    Raises PageChanged (unknown heading, no such table) and ReportUntrusted (a cell that cannot be read, types of
    service that do not add up to the total), each with its place.
    """
    totals = read_grid(html, columns["totais"], where=f"{where}, totais")
    movimentos = tuple(_movimento(row) for row in read_grid(html, columns["detalhes"], where=where).rows)
    quantidade, valor = _header(totals, where)
    finished = [m for m in movimentos if m.finalizado]
    if quantidade == sum(m.quantidade for m in finished):
        quantidade = len(finished)
    return Relatorio(movimentos, quantidade, valor)


def read_retorno(html: str, columns: Mapping[str, Columns] = COLUMNS, *, where: str, first: int = 1) -> Retorno:
    """Read a return report; its lines are numbered from `first`. Raises as `read_relatorio` does."""
    grid = read_grid(html, columns["retorno"], where=where)
    linhas = tuple(_linha(row, first + row.number - 1) for row in grid.rows)
    if grid.totals is None:
        raise ReportUntrusted("O relatório não traz a linha de total.", where=where)
    informado, liberado, glosa = (cell(grid.totals, f, read_valor) for f in ("informado", "liberado", "glosa"))
    return Retorno(linhas, informado, liberado, glosa)


def read_atividades(html: str, columns: Mapping[str, Columns] = COLUMNS, *, where: str) -> tuple[Atividade, ...]:
    """Read the portal's history of a month, in its order. Raises as `read_relatorio` does."""
    grid = read_grid(html, columns["atividades"], where=where)
    return tuple(
        Atividade(cell(row, "quando", _moment), cell(row, "ato", present), row.text("autorizacao")) for row in grid.rows
    )


def order_names(order: str) -> tuple[str, ...]:
    """The portal's words for an order of a report ("data", "autorizacao", "paciente"), the likeliest first."""
    return tuple(_headings()["ordens"][order])


def _header(totals: Grid, where: str) -> tuple[int, Centavos]:
    if totals.totals is None:
        raise ReportUntrusted("O relatório não traz a linha de total.", where=where)
    quantidade = cell(totals.totals, "quantidade", number)
    valor = cell(totals.totals, "valor", read_valor)
    by_type = (sum(cell(r, "quantidade", number) for r in totals.rows), sum(_valor(r) for r in totals.rows))
    if by_type != (quantidade, valor):
        raise ReportUntrusted("Os tipos de serviço não somam o total do próprio relatório.", where=where)
    return quantidade, valor


def _movimento(row: Row) -> Movimento:
    finished = _finished(row)
    return Movimento(
        movimento=row.text("movimento"),
        numero_autorizacao=cell(row, "autorizacao", present),
        codigo_procedimento=cell(row, "codigo", present) if finished else row.text("codigo"),
        data=_day(row, finished),
        quantidade=cell(row, "quantidade", number) if finished or row.text("quantidade") else 0,
        valor=_valor(row) if finished or row.text("valor") else None,
        dente=row.text("dente"),
        faces=_faces(row),
        finalizado=finished,
        situacao=row.text("situacao"),
        beneficiario=row.text("paciente"),
        numero_carteira=row.text("matricula"),
    )


def _finished(row: Row) -> bool:
    """A red row is a draft, and so is one that says so; the two signs must not contradict each other."""
    red = row.attributes.get("data-cor") == "vermelho"
    said = folded(row.text("situacao"))
    if said and said not in (*_FINISHED, *_DRAFT):
        raise ReportUntrusted(f"Não se sabe ler {row.text('situacao')!r}.", where=row.place("situacao"))
    if red and said in _FINISHED:
        raise ReportUntrusted("A linha está em vermelho e diz que está finalizada.", where=row.place("situacao"))
    return not red and said not in _DRAFT


def _linha(row: Row, number: int) -> LinhaRetorno:
    return replace(linha_retorno(row), linha=number, dente=row.text("dente"), faces=_faces(row))


def _day(row: Row, finished: bool) -> date | None:
    return cell(row, "data", read_data) if finished or row.text("data") else None


def _faces(row: Row) -> str:
    """Sorted letters, whether the report shows letters ("O M", "OM") or names ("Oclusal, Mesial")."""
    words = folded(row.text("faces")).replace(",", " ").replace("/", " ").split()
    letters = "".join(word if len(word) < _NAME else word[0] for word in words).upper()
    if set(letters) - set(_FACES):
        raise ReportUntrusted(f"Não se sabe ler as faces {row.text('faces')!r}.", where=row.place("faces"))
    return "".join(sorted(letters))


def _valor(row: Row) -> Centavos:
    return cell(row, "valor", read_valor)


def _moment(text: str) -> datetime:
    for shape in ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M"):
        with suppress(ValueError):
            return datetime.strptime(text, shape)  # noqa: DTZ007 - the portal's own clock, which shows no zone
    raise ValueError(f"não é dia e hora: {text!r}")


@cache
def _headings() -> dict[str, Any]:
    return tomllib.loads(files(_PACKAGE).joinpath("columns.toml").read_text(encoding="utf-8"))

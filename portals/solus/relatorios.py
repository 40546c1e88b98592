"""Pure: the vendor's reports as values: what was refused, which must add up, and which statements may be fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.model.data import read_data
from agent.model.errors import PageChanged, ReportUntrusted
from agent.model.valor import Centavos, read_valor, write_valor
from portals.grid import Columns, Row, read_grid
from portals.solus.reading import check_count


@dataclass(frozen=True, slots=True)
class GlosaListada:
    """One row of Relação geral de glosas, the reason in the operadora's own words."""

    protocolo: str
    guia: str
    data: date
    codigo: str
    informado: Centavos
    glosado: Centavos
    motivo: str


@dataclass(frozen=True, slots=True)
class Liberado:
    """One protocolo that the operadora has released: its statements may be fetched."""

    protocolo: str
    lote: str
    situacao: str


def read_glosas(pages: Sequence[str], columns: Columns, *, where: str) -> tuple[GlosaListada, ...]:
    """Every row of every page. Raises ReportUntrusted unless they are as many, and refuse as much, as is said."""
    grids = [read_grid(html, columns, where=where) for html in pages]
    rows = tuple(_glosa(row) for grid in grids for row in grid.rows)
    check_count(pages, len(rows), "glosas", where=where)
    sums = sum(row.glosado for row in rows)
    for said in (read_valor(grid.totals.text("valor_glosado")) if grid.totals else 0 for grid in grids):
        if said != sums:
            raise ReportUntrusted(
                f"A tela diz {write_valor(said, symbol=True)} de glosa e as linhas somam "
                f"{write_valor(sums, symbol=True)}.",
                where=where,
            )
    return rows


def read_liberados(pages: Sequence[str], columns: Columns, *, where: str) -> tuple[Liberado, ...]:
    """The protocolos whose statements are there, of every page. Raises ReportUntrusted unless all that there are."""
    grids = [read_grid(html, columns, where=where) for html in pages]
    rows = [row for grid in grids for row in grid.rows]
    check_count(pages, len(rows), "demonstrativos", where=where)
    return tuple(Liberado(row.text("protocolo"), row.text("lote"), row.text("situacao")) for row in rows)


def _glosa(row: Row) -> GlosaListada:
    try:
        return GlosaListada(
            protocolo=row.text("protocolo"),
            guia=row.text("guia"),
            data=read_data(row.text("data")),
            codigo=row.text("codigo"),
            informado=read_valor(row.text("valor_informado")),
            glosado=read_valor(row.text("valor_glosado")),
            motivo=row.text("motivo"),
        )
    except ValueError as error:
        raise PageChanged(f"{error}.", where=row.where) from None

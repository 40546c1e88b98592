"""The reconciliation workbook: Resumo, Lançamentos, Retorno and Divergências, in one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spreadsheets.writing import divergencias, lancamentos, resumo, retorno
from spreadsheets.writing.asked import Asked
from spreadsheets.writing.book import Book
from spreadsheets.writing.figures import Tables
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.saving import replacing
from spreadsheets.writing.table import FIRST, Words, write_table

_KEPT = 5  # columns that stay in sight


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table before it is written; `empty` is what stands there when it has no row (pt-BR)."""

    asked: Asked
    empty: str


def write_reconciliation(path: Path, report: ReconciliationReport, *, com_paciente: bool = False) -> None:
    """Write the workbook to `path`, whole or not at all; patients' names and cards only when asked for.

    Every figure of the Resumo is a formula over the other sheets, and the sheet checks itself. Text that was read
    stays text, whatever it begins with. Raises WorkbookBusy when `path` may not be replaced (open in Excel).
    """
    sheets = _sheets(report, com_paciente=com_paciente)
    subtitle = _subtitle(report)
    with replacing(path) as part, Book(part, title="Conciliação", at=report.gerado_em) as book:
        tabs = {name: book.sheet(name, office=report.escritorio) for name in (resumo.SHEET, *sheets)}
        for name, sheet in sheets.items():
            words = Words(name, subtitle, sheet.empty)
            write_table(book, tabs[name], sheet.asked.columns, sheet.asked.rows, words, kept=_KEPT)
        lancamentos.paint(book, tabs[lancamentos.SHEET], sheets[lancamentos.SHEET].asked.region)
        retorno.paint(book, tabs[retorno.SHEET], sheets[retorno.SHEET].asked.region)
        tables = Tables(*(sheets[each.SHEET].asked for each in (lancamentos, retorno, divergencias)))
        resumo.write_resumo(book, tabs[resumo.SHEET], report, tables, subtitle=subtitle)


def _sheets(report: ReconciliationReport, *, com_paciente: bool) -> Mapping[str, _Sheet]:
    """The tables, in the order of their tabs."""
    entries, returned = lancamentos.in_order(report), retorno.in_order(report)
    entry_rows = {item.entry.id: row for row, item in enumerate(entries, start=FIRST + 1)}
    line_rows = {item.line_id: row for row, item in enumerate(returned, start=FIRST + 1)}
    entry_columns = lancamentos.columns(report, com_paciente=com_paciente, line_rows=line_rows)
    doubts: tuple[Any, ...] = divergencias.columns(report, entry_rows, line_rows), divergencias.in_order(report)
    return {
        lancamentos.SHEET: _Sheet(
            Asked(lancamentos.SHEET, entry_columns, entries), "Nenhum lançamento nesta competência."
        ),
        retorno.SHEET: _Sheet(
            Asked(retorno.SHEET, retorno.columns(report, entry_rows), returned), "Nenhuma linha de retorno foi lida."
        ),
        divergencias.SHEET: _Sheet(Asked(divergencias.SHEET, *doubts), "Nada a conferir."),
    }


def _subtitle(report: ReconciliationReport) -> str:
    months = sorted({key.competencia for key in report.keys})
    span = " a ".join(str(month) for month in dict.fromkeys((*months[:1], *months[-1:])))
    at = f"{report.gerado_em:%d/%m/%Y} às {report.gerado_em:%H:%M}"
    return f"{report.escritorio} · competência {span or '—'} · gerado em {at}"

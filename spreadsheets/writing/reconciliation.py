"""The reconciliation workbook: Resumo, Lançamentos, Retorno and Divergências, in one file."""

from datetime import UTC
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets.writing import divergencias, lancamentos, resumo, retorno
from spreadsheets.writing.cells import register_styles
from spreadsheets.writing.figures import Regions
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.saving import save
from spreadsheets.writing.table import FIRST_ROW, set_up_page


def write_reconciliation(path: Path, report: ReconciliationReport, *, com_paciente: bool = False) -> None:
    """Write the workbook to `path`, whole or not at all; patients' names and cards only when asked for.

    Every figure of the Resumo is a formula over the other sheets, and the sheet checks itself. Text that was read
    stays text, whatever it begins with. Raises WorkbookBusy when `path` may not be replaced (open in Excel).
    """
    book = Workbook()
    register_styles(book)
    _describe(book, report)
    front = _only_sheet(book)
    subtitle = _subtitle(report)
    entry_rows = {item.entry.id: row for row, item in enumerate(lancamentos.in_order(report), start=FIRST_ROW)}
    line_rows = {item.line_id: row for row, item in enumerate(retorno.in_order(report), start=FIRST_ROW)}
    regions = Regions(
        lancamentos=lancamentos.write_lancamentos(
            book.create_sheet(lancamentos.SHEET),
            report,
            subtitle=subtitle,
            com_paciente=com_paciente,
            line_rows=line_rows,
        ),
        retorno=retorno.write_retorno(
            book.create_sheet(retorno.SHEET), report, subtitle=subtitle, entry_rows=entry_rows
        ),
        divergencias=divergencias.write_divergencias(
            book.create_sheet(divergencias.SHEET),
            report,
            subtitle=subtitle,
            entry_rows=entry_rows,
            line_rows=line_rows,
        ),
    )
    resumo.write_resumo(front, report, regions, subtitle=subtitle)
    _set_up_pages(book, report)
    save(book, path)


def _only_sheet(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = resumo.SHEET
    return sheet


def _set_up_pages(book: Workbook, report: ReconciliationReport) -> None:
    for sheet in book.worksheets:
        freeze = "A5" if sheet.title == resumo.SHEET else f"F{FIRST_ROW}"
        set_up_page(sheet, office=report.escritorio, at=report.gerado_em, freeze=freeze)


def _subtitle(report: ReconciliationReport) -> str:
    months = sorted({key.competencia for key in report.keys})
    span = " a ".join(str(month) for month in dict.fromkeys((*months[:1], *months[-1:])))
    at = f"{report.gerado_em:%d/%m/%Y} às {report.gerado_em:%H:%M}"
    return f"{report.escritorio} · competência {span or '—'} · gerado em {at}"


def _describe(book: Workbook, report: ReconciliationReport) -> None:
    """The document's properties: the product, never the person or the machine."""
    book.properties.creator = "faturista"
    book.properties.lastModifiedBy = "faturista"
    book.properties.title = "Conciliação"
    book.properties.language = "pt-BR"
    book.properties.created = report.gerado_em.astimezone(UTC).replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True

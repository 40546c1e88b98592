"""The sheet Divergências: everything a person must look at, with why and what to do."""

from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from agent.model.valor import as_decimal
from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.divergencia import Divergencia, Doubt, of_entry, of_line, of_rejected
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.table import Column, Region, write_table

SHEET = "Divergências"
_PRESSING = {kind: place for place, kind in enumerate(Doubt)}


def in_order(report: ReconciliationReport) -> list[Divergencia]:
    """The doubts as the sheet lists them: by kind, the most pressing first, then by clinic and portal."""
    doubts = [
        *map(of_rejected, report.rejected),
        *(doubt for entry in report.entries for doubt in of_entry(entry)),
        *(doubt for line in report.lines for doubt in of_line(line)),
    ]
    return sorted(doubts, key=lambda d: (_PRESSING[d.kind], d.key, d.autorizacao, d.codigo, str(d.data), d.onde))


def write_divergencias(
    sheet: Worksheet,
    report: ReconciliationReport,
    *,
    subtitle: str,
    entry_rows: Mapping[int, int],
    line_rows: Mapping[int, int],
) -> Region:
    """`entry_rows` and `line_rows` say where entries and return lines stand on their sheets."""

    def where(doubt: Divergencia) -> Link | str:
        if doubt.entry_id is not None:
            row = entry_rows[doubt.entry_id]
            return Link(f"Lançamentos, linha {row}", f"'Lançamentos'!A{row}")
        if doubt.line_id is not None:
            row = line_rows[doubt.line_id]
            return Link(f"Retorno, linha {row}", f"'Retorno'!A{row}")
        return doubt.onde

    columns: tuple[Column[Divergencia], ...] = (
        Column("O que é", 18, Kind.TEXT, lambda d: str(d.kind)),
        Column("Clínica", 22, Kind.TEXT, lambda d: report.nome(d.key.clinica)),
        Column("Portal", 12, Kind.TEXT, lambda d: report.nome(d.key.portal)),
        Column("Competência", 12, Kind.MONTH, lambda d: d.key.competencia.first_day),
        Column("Autorização", 12, Kind.CODE, lambda d: d.autorizacao),
        Column("Código", 11, Kind.CODE, lambda d: d.codigo),
        Column("Data", 11, Kind.DATE, lambda d: d.data),
        Column("Valor em dúvida", 12, Kind.MONEY, lambda d: None if d.valor is None else as_decimal(d.valor)),
        Column("Motivo", 52, Kind.LONG, lambda d: d.motivo),
        Column("Onde está", 30, Kind.LINK, where),
        Column("O que fazer", 52, Kind.LONG, lambda d: d.kind.advice),
    )
    return write_table(sheet, columns, in_order(report), subtitle=subtitle, empty="Nada a conferir.")

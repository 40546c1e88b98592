"""The sheet Divergências: everything a person must look at, with why and what to do."""

from collections.abc import Mapping, Sequence

from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.divergencia import Divergencia, Doubt, of_entry, of_line, of_rejected
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.table import Column

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


def columns(
    report: ReconciliationReport, entry_rows: Mapping[int, int], line_rows: Mapping[int, int]
) -> Sequence[Column[Divergencia]]:
    """`entry_rows` and `line_rows` say where entries and return lines stand on their sheets."""

    def where(doubt: Divergencia) -> Link | str:
        if doubt.entry_id is not None:
            row = entry_rows[doubt.entry_id]
            return Link(f"Lançamentos, linha {row}", f"'Lançamentos'!A{row}")
        if doubt.line_id is not None:
            row = line_rows[doubt.line_id]
            return Link(f"Retorno, linha {row}", f"'Retorno'!A{row}")
        return doubt.onde

    return (
        Column("O que é", 24, Kind.TEXT, lambda d: str(d.kind)),
        Column("Clínica", 36, Kind.TEXT, lambda d: report.nome(d.key.clinica)),
        Column("Portal", 16, Kind.TEXT, lambda d: report.nome(d.key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda d: d.key.competencia.first_day),
        Column("Autorização", 8, Kind.CODE, lambda d: d.autorizacao),
        Column("Código", 8, Kind.CODE, lambda d: d.codigo),
        Column("Data", 11, Kind.DATE, lambda d: d.data),
        Column("Valor em dúvida", 9, Kind.MONEY, lambda d: d.valor),
        Column("Motivo", 46, Kind.TEXT, lambda d: d.motivo),
        Column("Onde está", 34, Kind.LINK, where),
        Column("O que fazer", 46, Kind.TEXT, lambda d: d.advice),
    )

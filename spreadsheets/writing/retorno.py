"""The sheet Retorno: one row for each line that the insurers returned, and the entries it answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.model.demonstrativo import LinhaRetorno
from agent.model.match import LineVerdict
from agent.model.valor import Centavos
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.looks import OPEN
from spreadsheets.writing.report import ReconciliationReport, ReportLine
from spreadsheets.writing.table import Column, Region
from spreadsheets.writing.words import line_word

SHEET = "Retorno"


def in_order(report: ReconciliationReport) -> list[ReportLine]:
    """The lines as the sheet lists them: by clinic, portal, month, and as the insurer's report has them."""
    return sorted(report.lines, key=lambda item: (item.key, item.linha.linha, item.line_id))


def columns(report: ReconciliationReport, entry_rows: Mapping[int, int]) -> Sequence[Column[ReportLine]]:
    """`entry_rows` says in which row of the sheet Lançamentos each entry stands."""
    return [*_identity(report), *_money(), *_trail(entry_rows)]


def paint(book: Book, sheet: Any, region: Region) -> None:
    """What waits for a person stands out."""
    for word in (LineVerdict.PROPOSTA, LineVerdict.ESTRANHA):
        book.colour(sheet, region.cells("Situação"), word, OPEN)


def _identity(report: ReconciliationReport) -> Sequence[Column[ReportLine]]:
    return (
        Column("Clínica", 36, Kind.TEXT, lambda i: report.nome(i.key.clinica)),
        Column("Portal", 16, Kind.TEXT, lambda i: report.nome(i.key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda i: i.key.competencia.first_day),
        Column("Linha do relatório", 10, Kind.NUMBER, lambda i: i.linha.linha),
        Column("Autorização", 8, Kind.CODE, lambda i: i.linha.numero_autorizacao),
        Column("Código", 8, Kind.CODE, lambda i: i.linha.codigo_procedimento),
        Column("Data", 11, Kind.DATE, lambda i: i.linha.data),
        Column("Qtd.", 5, Kind.NUMBER, lambda i: i.linha.quantidade),
        Column("Dente", 8, Kind.CODE, lambda i: i.linha.dente),
        Column("Faces", 8, Kind.CODE, lambda i: i.linha.faces),
    )


def _money() -> Sequence[Column[ReportLine]]:
    return (
        Column("Situação", 16, Kind.TEXT, lambda i: line_word(i.judged.verdict, alheia=i.alheia)),
        Column("Informado", 9, Kind.MONEY, _amount(lambda r: r.valor_informado), totalled=True),
        Column("Liberado", 9, Kind.MONEY, _amount(lambda r: r.valor_liberado), totalled=True),
        Column("Glosado", 9, Kind.MONEY, _amount(lambda r: r.valor_glosa), totalled=True),
        Column("Motivo", 38, Kind.TEXT, lambda i: i.linha.motivo),
        Column("Movimento", 8, Kind.CODE, lambda i: i.linha.movimento),
        Column("Protocolo", 8, Kind.CODE, lambda i: i.linha.protocolo),
    )


def _trail(entry_rows: Mapping[int, int]) -> Sequence[Column[ReportLine]]:
    return (
        Column("Lançamento", 16, Kind.LINK, lambda i: _to_entries(i, entry_rows), printed=False),
        Column("Como casou", 60, Kind.TEXT, lambda i: i.judged.why, printed=False),
    )


def _amount(of: Callable[[LinhaRetorno], Centavos]) -> Callable[[ReportLine], Centavos]:
    return lambda item: of(item.linha)


def _to_entries(item: ReportLine, entry_rows: Mapping[int, int]) -> Link | None:
    rows = sorted({entry_rows[entry_id] for entry_id in item.judged.entry_ids if entry_id in entry_rows})
    if not rows:
        return None
    return Link("linha " + ", ".join(map(str, rows)), f"'Lançamentos'!A{rows[0]}")

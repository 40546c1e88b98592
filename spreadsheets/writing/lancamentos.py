"""The sheet Lançamentos: one row for each entry, with its verdict and where each centavo of it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.model.match import Totals, Verdict
from agent.model.valor import Centavos
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.looks import GOOD, LOST, OPEN
from spreadsheets.writing.report import ReconciliationReport, ReportEntry
from spreadsheets.writing.table import Column, Region
from spreadsheets.writing.words import NOT_SENT, REFUSED, STATES, UNCERTAIN, situation

SHEET = "Lançamentos"
UNPROVED = "Recuperado sem linha"  # released by an appeal, and no line of a return says so yet: a part of Liberado
LOOKS = {
    Verdict.PAGA: GOOD,
    Verdict.PAGA_A_MAIOR: OPEN,
    Verdict.GLOSA: LOST,
    Verdict.GLOSA_PARCIAL: LOST,
    Verdict.SEM_RETORNO: OPEN,
    Verdict.A_CONFERIR: OPEN,
    REFUSED: LOST,
    UNCERTAIN: OPEN,
    NOT_SENT: OPEN,
}


def in_order(report: ReconciliationReport) -> list[ReportEntry]:
    """The entries as the sheet lists them: by clinic, portal, month, date."""
    return sorted(report.entries, key=lambda i: (i.key, i.entry.lancamento.data, i.entry.lancamento.chave, i.entry.id))


def columns(
    report: ReconciliationReport, *, com_paciente: bool, line_rows: Mapping[int, int]
) -> Sequence[Column[ReportEntry]]:
    """`line_rows` says in which row of the sheet Retorno each return line stands."""
    return [
        *_identity(report),
        *(_patient() if com_paciente else ()),
        *_money(report),
        *_of_the_operadora(report),
        *_trail(line_rows),
    ]


def paint(book: Book, sheet: Any, region: Region) -> None:
    """Each verdict in its colour."""
    for word, look in LOOKS.items():
        book.colour(sheet, region.cells("Situação"), word, look)


def _identity(report: ReconciliationReport) -> Sequence[Column[ReportEntry]]:
    return (
        Column("Clínica", 36, Kind.TEXT, lambda i: report.nome(i.key.clinica)),
        Column("Portal", 16, Kind.TEXT, lambda i: report.nome(i.key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda i: i.key.competencia.first_day),
        Column("Autorização", 8, Kind.CODE, lambda i: i.entry.lancamento.numero_autorizacao),
        Column("Código", 8, Kind.CODE, lambda i: i.entry.lancamento.codigo_procedimento),
        Column("Data", 11, Kind.DATE, lambda i: i.entry.lancamento.data),
        Column("Qtd.", 5, Kind.NUMBER, lambda i: i.entry.lancamento.quantidade),
        Column("Dente", 8, Kind.CODE, lambda i: i.entry.lancamento.dente),
        Column("Faces", 8, Kind.CODE, lambda i: i.entry.lancamento.faces),
    )


def _patient() -> Sequence[Column[ReportEntry]]:
    return (
        Column("Beneficiário", 26, Kind.TEXT, lambda i: i.entry.lancamento.beneficiario),
        Column("Carteira", 8, Kind.CODE, lambda i: i.entry.lancamento.numero_carteira),
    )


def _money(report: ReconciliationReport) -> Sequence[Column[ReportEntry]]:
    """What was decided of the refused part only where anything was."""
    decided = any(item.appealed for item in report.entries)
    return (
        Column("Situação", 16, Kind.TEXT, situation),
        Column("Informado", 9, Kind.MONEY, _amount(lambda t: t.informado), totalled=True),
        Column("Liberado", 9, Kind.MONEY, _amount(lambda t: t.liberado), totalled=True),
        Column("Glosado", 9, Kind.MONEY, _amount(lambda t: t.glosado), totalled=True),
        *(
            (_of_judged("Em recurso", lambda i: i.em_recurso), _of_judged("Perda", lambda i: i.perda))
            if decided
            else ()
        ),
        Column("Pendente", 9, Kind.MONEY, _amount(lambda t: t.pendente), totalled=True),
        Column("Diferença", 9, Kind.MONEY, _amount(lambda t: t.diferenca), totalled=True),
        *((_of_judged(UNPROVED, lambda i: i.recuperado),) if decided else ()),
        Column("Motivo", 38, Kind.TEXT, _motivo),
        Column("Movimento", 8, Kind.CODE, lambda i: i.entry.movimento),
        Column("Protocolo", 8, Kind.CODE, lambda i: i.entry.protocolo),
    )


def _of_judged(heading: str, of: Callable[[ReportEntry], Centavos]) -> Column[ReportEntry]:
    return Column(heading, 9, Kind.MONEY, lambda item: of(item) if item.judged else None, totalled=True)


def _of_the_operadora(report: ReconciliationReport) -> Sequence[Column[ReportEntry]]:
    """Lote and word of the operadora, only where any entry has them."""
    lote: Column[ReportEntry] = Column("Lote", 8, Kind.CODE, lambda i: i.lote, printed=False)
    no_portal: Column[ReportEntry] = Column("No portal", 24, Kind.TEXT, lambda i: i.no_portal, printed=False)
    there = (lote, any(i.lote for i in report.entries)), (no_portal, any(i.no_portal for i in report.entries))
    return [column for column, any_has in there if any_has]


def _trail(line_rows: Mapping[int, int]) -> Sequence[Column[ReportEntry]]:
    return (
        Column("Retorno", 14, Kind.LINK, lambda i: _to_lines(i, line_rows), printed=False),
        Column("Estado", 14, Kind.TEXT, lambda i: STATES[i.entry.state], printed=False),
        Column(
            "Valor na planilha",
            9,
            Kind.MONEY,
            lambda i: i.entry.lancamento.valor_informado,
            totalled=True,
            printed=False,
        ),
        Column("Arquivo", 40, Kind.TEXT, lambda i: i.entry.lancamento.origem.arquivo, printed=False),
        Column("Aba", 24, Kind.TEXT, lambda i: i.entry.lancamento.origem.aba, printed=False),
        Column("Linha", 8, Kind.NUMBER, lambda i: i.entry.lancamento.origem.linha, printed=False),
        Column("Como casou", 60, Kind.TEXT, lambda i: i.judged.why if i.judged else "", printed=False),
    )


def _in_sheet(item: ReportEntry) -> Centavos | None:
    return item.entry.lancamento.valor_informado


def _amount(of: Callable[[Totals], Centavos]) -> Callable[[ReportEntry], Centavos | None]:
    return lambda item: None if item.totals is None else of(item.totals)


def _motivo(item: ReportEntry) -> str:
    return item.judged.motivo if item.judged else item.entry.motivo


def _to_lines(item: ReportEntry, line_rows: Mapping[int, int]) -> Link | None:
    ties = (*item.judged.matches, *item.judged.proposals) if item.judged else ()
    rows = sorted({line_rows[match.line_id] for match in ties if match.line_id in line_rows})
    if not rows:
        return None
    return Link("linha " + ", ".join(map(str, rows)), f"'Retorno'!A{rows[0]}")

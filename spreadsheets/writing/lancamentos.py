"""The sheet Lançamentos: one row for each entry, with its verdict and where each centavo of it stands."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from agent.model.match import Totals, Verdict
from agent.model.valor import Centavos, as_decimal
from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.colours import GOOD, LOST, OPEN, colour
from spreadsheets.writing.report import ReconciliationReport, ReportEntry
from spreadsheets.writing.table import Column, Region, write_table
from spreadsheets.writing.words import NOT_SENT, REFUSED, STATES, UNCERTAIN, situation

SHEET = "Lançamentos"
_LOOKS = {
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


def write_lancamentos(
    sheet: Worksheet,
    report: ReconciliationReport,
    *,
    subtitle: str,
    com_paciente: bool,
    line_rows: Mapping[int, int],
) -> Region:
    """`line_rows` says in which row of the sheet Retorno each return line stands."""
    columns = [
        *_identity(report),
        *(_patient() if com_paciente else ()),
        *_money(),
        *_of_the_operadora(report),
        *_trail(line_rows),
    ]
    region = write_table(
        sheet, columns, in_order(report), subtitle=subtitle, empty="Nenhum lançamento nesta competência."
    )
    for word, look in _LOOKS.items():
        colour(sheet, region.cells("Situação"), word, look)
    return region


def _identity(report: ReconciliationReport) -> Sequence[Column[ReportEntry]]:
    return (
        Column("Clínica", 22, Kind.TEXT, lambda i: report.nome(i.key.clinica)),
        Column("Portal", 12, Kind.TEXT, lambda i: report.nome(i.key.portal)),
        Column("Competência", 12, Kind.MONTH, lambda i: i.key.competencia.first_day),
        Column("Autorização", 12, Kind.CODE, lambda i: i.entry.lancamento.numero_autorizacao),
        Column("Código", 11, Kind.CODE, lambda i: i.entry.lancamento.codigo_procedimento),
        Column("Data", 11, Kind.DATE, lambda i: i.entry.lancamento.data),
        Column("Qtd.", 6, Kind.NUMBER, lambda i: i.entry.lancamento.quantidade),
        Column("Dente", 7, Kind.CODE, lambda i: i.entry.lancamento.dente),
        Column("Faces", 7, Kind.CODE, lambda i: i.entry.lancamento.faces),
    )


def _patient() -> Sequence[Column[ReportEntry]]:
    return (
        Column("Beneficiário", 26, Kind.TEXT, lambda i: i.entry.lancamento.beneficiario),
        Column("Carteira", 14, Kind.CODE, lambda i: i.entry.lancamento.numero_carteira),
    )


def _money() -> Sequence[Column[ReportEntry]]:
    return (
        Column("Situação", 13, Kind.TEXT, situation),
        Column("Informado", 12, Kind.MONEY, _amount(lambda t: t.informado), totalled=True),
        Column("Liberado", 12, Kind.MONEY, _amount(lambda t: t.liberado), totalled=True),
        Column("Glosado", 12, Kind.MONEY, _amount(lambda t: t.glosado), totalled=True),
        Column("Pendente", 12, Kind.MONEY, _amount(lambda t: t.pendente), totalled=True),
        Column("Diferença", 11, Kind.MONEY, _amount(lambda t: t.diferenca), totalled=True),
        Column("Motivo", 38, Kind.LONG, _motivo),
        Column("Movimento", 11, Kind.CODE, lambda i: i.entry.movimento),
        Column("Protocolo", 11, Kind.CODE, lambda i: i.entry.protocolo),
    )


def _of_the_operadora(report: ReconciliationReport) -> Sequence[Column[ReportEntry]]:
    """Lote and word of the operadora, only where any entry has them."""
    lote: Column[ReportEntry] = Column("Lote", 10, Kind.CODE, lambda i: i.lote, printed=False)
    no_portal: Column[ReportEntry] = Column("No portal", 18, Kind.TEXT, lambda i: i.no_portal, printed=False)
    there = (lote, any(i.lote for i in report.entries)), (no_portal, any(i.no_portal for i in report.entries))
    return [column for column, any_has in there if any_has]


def _trail(line_rows: Mapping[int, int]) -> Sequence[Column[ReportEntry]]:
    return (
        Column("Retorno", 14, Kind.LINK, lambda i: _to_lines(i, line_rows), printed=False),
        Column("Estado", 11, Kind.TEXT, lambda i: STATES[i.entry.state], printed=False),
        Column("Valor na planilha", 12, Kind.MONEY, _in_sheet, totalled=True, printed=False),
        Column("Arquivo", 24, Kind.TEXT, lambda i: i.entry.lancamento.origem.arquivo, printed=False),
        Column("Aba", 14, Kind.TEXT, lambda i: i.entry.lancamento.origem.aba, printed=False),
        Column("Linha", 8, Kind.NUMBER, lambda i: i.entry.lancamento.origem.linha, printed=False),
        Column("Como casou", 60, Kind.TEXT, lambda i: i.judged.why if i.judged else "", printed=False),
    )


def _in_sheet(item: ReportEntry) -> Decimal | None:
    valor = item.entry.lancamento.valor_informado
    return None if valor is None else as_decimal(valor)


def _amount(of: Callable[[Totals], Centavos]) -> Callable[[ReportEntry], Decimal | None]:
    return lambda item: None if item.judged is None else as_decimal(of(item.judged.totals))


def _motivo(item: ReportEntry) -> str:
    return item.judged.motivo if item.judged else item.entry.motivo


def _to_lines(item: ReportEntry, line_rows: Mapping[int, int]) -> Link | None:
    ties = (*item.judged.matches, *item.judged.proposals) if item.judged else ()
    rows = sorted({line_rows[match.line_id] for match in ties if match.line_id in line_rows})
    if not rows:
        return None
    return Link("linha " + ", ".join(map(str, rows)), f"'Retorno'!A{rows[0]}")

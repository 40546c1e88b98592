"""The sheet Resumo: per clinic and portal what was read, launched, paid and refused; formulas all, and checked."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from agent.model.match import LineVerdict
from spreadsheets.writing.block import WRONG, Line, check, write_block, write_list
from spreadsheets.writing.cells import Formula, Kind, Value, write_cell
from spreadsheets.writing.colours import ALARM, colour
from spreadsheets.writing.divergencia import Doubt
from spreadsheets.writing.figures import Regions, counts, doubted, lines, listed, matched, values
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.table import Region, write_title

SHEET = "Resumo"
ALL_RIGHT = "Tudo confere, ao centavo."
SOMETHING_WRONG = f"{WRONG}: veja as células em vermelho."
_WIDTHS = (14, 13, *[12.5] * 13)
_FIRST_BLOCK = 5
_CHECKS_AT = 7


def write_resumo(sheet: Worksheet, report: ReconciliationReport, regions: Regions, *, subtitle: str) -> None:
    """Fill the sheet from top to bottom: values, entries, return, doubts by kind, checks, remarks."""
    write_title(sheet, f"Conciliação – {report.escritorio}", subtitle)
    longest = max((len(report.nome(key.clinica)) for key in report.keys), default=0)
    for column, width in enumerate((min(max(26, longest + 1), 36), *_WIDTHS), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    money = write_block(sheet, _FIRST_BLOCK, "Valores (R$)", values(regions.lancamentos), report)
    entries = write_block(sheet, money.row + 2, "Lançamentos (quantidade)", counts(report, regions), report)
    returned = write_block(sheet, entries.row + 2, "Retorno do convênio", lines(regions.retorno), report)
    _write_checks(sheet, returned.row + 2, _checks(money, regions))
    last = _write_doubts(sheet, returned.row + 2, regions.divergencias)
    _write_seal(sheet, last)
    _write_remarks(sheet, last + 2, report)


def _write_doubts(sheet: Worksheet, top: int, table: Region) -> int:
    rows: list[list[tuple[Kind, Value]]] = [
        [
            (Kind.TEXT, str(kind)),
            (Kind.TEXT, None),
            (Kind.TEXT, None),
            (Kind.COUNT, Formula(f'COUNTIFS({table.of("O que é")},"{kind}")')),
            (Kind.MONEY, Formula(doubted(table, kind))),
        ]
        for kind in Doubt
    ]
    return write_list(sheet, top, "Divergências", ("O que é", "", "", "Quantidade", "Valor (R$)"), rows)


def _checks(money: Line, regions: Regions) -> Sequence[tuple[str, str, str]]:
    liberado, glosado, pendente, diferenca = map(money.cell, ("Liberado", "Glosado", "Pendente", "Diferença"))
    doubts = regions.divergencias
    paid, refused = matched(regions.retorno, "Liberado"), matched(regions.retorno, "Glosado")
    adjusted = matched(regions.retorno, "Liberado", LineVerdict.AJUSTE)
    return (
        (
            "Informado = liberado + glosado + pendente + diferença",
            money.cell("Informado"),
            f"{liberado}+{glosado}+{pendente}+{diferenca}",
        ),
        ("Liberado = liberado nas linhas casadas e nos ajustes", liberado, f"{paid}+{adjusted}"),
        ("Glosado = glosado nas linhas casadas, menos os ajustes", glosado, f"{refused}-{adjusted}"),
        ("Glosado = glosas em Divergências", glosado, listed(doubts, Doubt.GLOSA, Doubt.GLOSA_PARCIAL)),
        ("Pendente = pendências em Divergências", pendente, listed(doubts, Doubt.SEM_RETORNO, Doubt.PROPOSTA)),
        ("Diferença = diferenças em Divergências", diferenca, listed(doubts, Doubt.DIFERENCA)),
    )


def _write_checks(sheet: Worksheet, top: int, checks: Sequence[tuple[str, str, str]]) -> None:
    """Beside the doubts: each check with both sides and what is left between them."""
    ours, theirs, rest = (get_column_letter(_CHECKS_AT + offset) for offset in (4, 5, 6))
    blank: tuple[Kind, Value] = (Kind.TEXT, None)
    rows: list[list[tuple[Kind, Value]]] = [
        [
            (Kind.TEXT, text),
            blank,
            blank,
            blank,
            (Kind.MONEY, Formula(left)),
            (Kind.MONEY, Formula(right)),
            (Kind.MONEY, Formula(f"ROUND({ours}{row}-{theirs}{row},2)")),
            (Kind.CHECK, Formula(check(f"{rest}{row}=0"))),
        ]
        for row, (text, left, right) in enumerate(checks, start=top + 2)
    ]
    headings = ("O que deve fechar", "", "", "", "De um lado", "Do outro", "Resta", "Confere")
    write_list(sheet, top, "Conferência", headings, rows, left=_CHECKS_AT)


def _write_remarks(sheet: Worksheet, top: int, report: ReconciliationReport) -> None:
    rows: list[list[tuple[Kind, Value]]] = [
        [
            (Kind.TEXT, report.nome(reading.key.clinica)),
            (Kind.TEXT, report.nome(reading.key.portal)),
            (Kind.MONTH, reading.key.competencia.first_day),
            (Kind.NOTE, reading.observacao),
        ]
        for reading in report.readings
        if reading.observacao
    ]
    if rows:
        write_list(sheet, top, "Observações", ("Clínica", "Portal", "Competência", "Observação", "", "", "", ""), rows)


def _write_seal(sheet: Worksheet, last: int) -> None:
    """One line at the top that says whether every check below holds, and the colours of right and wrong."""
    body = f"A{_FIRST_BLOCK}:{get_column_letter(len(_WIDTHS) + 1)}{last}"
    seal = Formula(f'IF(COUNTIF({body},"{WRONG}")=0,"{ALL_RIGHT}","{SOMETHING_WRONG}")')
    write_cell(sheet, 3, 1, Kind.SEAL, seal)
    colour(sheet, body, WRONG, ALARM)
    colour(sheet, "A3", SOMETHING_WRONG, ALARM)

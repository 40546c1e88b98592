"""What stands in each sheet, in what form, and how it is printed."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from agent.model.entry import State
from spreadsheets.writing.reconciliation import write_reconciliation
from spreadsheets.writing.report import ReconciliationReport, ReportEntry
from tests.spreadsheets.writing.office import AURORA, entry, month

LANCAMENTOS = """
paga 2678555: 65 / 65 / 0 / 0 / 0; <- linha 5
glosa 0557459: 24 / 0 / 24 / 0 / 0; Falta radiografia final <- linha 6
glosa parcial 2857489: 65 / 40.01 / 24.99 / 0 / 0; 1705 - Valor apresentado a maior <- linha 7
a conferir 2857490: 65 / 60 / 0 / 0 / 5; <- linha 8
recusada 2857492: None / None / None / None / None; =Autorização já utilizada em 09/2026
incerta 2857493: None / None / None / None / None;
não enviada 2857494: None / None / None / None / None;
sem retorno 2857491: 65 / 0 / 0 / 65 / 0;
glosa parcial 300100: 45 / 25 / 20 / 0 / 0; Sessões além do autorizado <- linha 10
a conferir 300101: 45 / 0 / 0 / 45 / 0; <- linha 11
paga 300102: 120000.5 / 120000.5 / 0 / 0 / 0; <- linha 12
cancelada 300103: None / None / None / None / None;
glosa parcial 300100: 45 / 25 / 20 / 0 / 0; Sessões além do autorizado <- linha 10
"""

DIVERGENCIAS = """
incerta 2857493 (65): enviada, mas a resposta do portal não foi vista [Lançamentos, linha 10]
linha rejeitada - (-): data 31/02/2026 não existe; valor em branco [aurora-outubro.xlsx, Atendimentos, D21, F21]
linha rejeitada - (-): autorização em branco [aurora-outubro.xlsx, linha 22]
recusada 2857492 (65): =Autorização já utilizada em 09/2026 [Lançamentos, linha 9]
não enviada 2857494 (65): ainda não foi enviada ao portal [Lançamentos, linha 11]
casamento proposto 300101 (45): código: 50000624 no retorno, 50000616 no lançamento; iguais: autorização, data, quantidade e valor [Lançamentos, linha 14]
diferença 2857490 (5): valor: 60,00 no retorno, 65,00 no lançamento; iguais: autorização, código, data e quantidade [Lançamentos, linha 8]
glosa 0557459 (24): Falta radiografia final [Lançamentos, linha 5]
glosa parcial 2857489 (24.99): 1705 - Valor apresentado a maior [Lançamentos, linha 7]
glosa parcial 300100 (20): Sessões além do autorizado [Lançamentos, linha 13]
glosa parcial 300100 (20): Sessões além do autorizado [Lançamentos, linha 17]
sem retorno 2857491 (65): nenhuma linha do retorno traz esta autorização [Lançamentos, linha 12]
linha estranha 9999999 (30): nenhum lançamento com esta autorização [Retorno, linha 9]
"""  # noqa: E501


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return written(tmp_path, month())


def written(folder: Path, report: ReconciliationReport, *, com_paciente: bool = False) -> Workbook:
    path = folder / "conciliacao.xlsx"
    write_reconciliation(path, report, com_paciente=com_paciente)
    return load_workbook(path)


def column(sheet: Worksheet, heading: str) -> list[Cell]:
    """The cells under a heading."""
    index = [cell.value for cell in sheet[4]].index(heading)
    return [cell for row in sheet.iter_rows(min_row=5) for cell in row[index : index + 1] if isinstance(cell, Cell)]


def values(sheet: Worksheet, heading: str) -> list[object]:
    return [cell.value for cell in column(sheet, heading)]


def test_each_entry_stands_in_lancamentos_with_its_verdict_and_its_centavos(book: Workbook) -> None:
    sheet = book["Lançamentos"]
    money = [values(sheet, h) for h in ("Informado", "Liberado", "Glosado", "Pendente", "Diferença")]
    rows = zip(
        values(sheet, "Situação"),
        values(sheet, "Autorização"),
        zip(*money, strict=True),
        values(sheet, "Motivo"),
        values(sheet, "Retorno"),
        strict=True,
    )

    shown = [
        " ".join(f"{verdict} {aut}: {' / '.join(map(_bare, amounts))}; {motivo or ''} {_arrow(lines)}".split())
        for verdict, aut, amounts, motivo, lines in rows
    ]

    assert sorted(shown) == sorted(LANCAMENTOS.strip().splitlines())


def _bare(valor: object) -> str:
    return f"{valor:.12g}" if isinstance(valor, int | float) else str(valor)


def _arrow(lines: object) -> str:
    return f"<- {lines}" if lines else ""


def test_each_doubt_stands_in_divergencias_the_most_pressing_first(book: Workbook) -> None:
    sheet = book["Divergências"]
    rows = zip(
        *(values(sheet, h) for h in ("O que é", "Autorização", "Valor em dúvida", "Motivo", "Onde está")), strict=True
    )

    shown = [
        f"{kind} {aut or '-'} ({'-' if valor is None else _bare(valor)}): {motivo} [{onde}]"
        for kind, aut, valor, motivo, onde in rows
    ]

    assert shown == DIVERGENCIAS.strip().splitlines()
    assert all(values(sheet, "O que fazer"))


def test_each_return_line_stands_in_retorno_with_the_entries_it_answers(book: Workbook) -> None:
    sheet = book["Retorno"]

    rows = zip(*(values(sheet, h) for h in ("Autorização", "Situação", "Lançamento")), strict=True)

    assert list(rows) == [
        ("2678555", "casada", "linha 6"),
        ("0557459", "casada", "linha 5"),
        ("2857489", "casada", "linha 7"),
        ("2857490", "casada", "linha 8"),
        ("9999999", "estranha", None),
        ("300100", "casada", "linha 13, 17"),
        ("300101", "proposta", "linha 14"),
        ("300102", "casada", "linha 15"),
    ]


def test_every_link_leads_to_a_row_of_the_same_authorisation(book: Workbook) -> None:
    led = []
    for name, heading in (("Lançamentos", "Retorno"), ("Retorno", "Lançamento"), ("Divergências", "Onde está")):
        for cell, autorizacao in zip(column(book[name], heading), values(book[name], "Autorização"), strict=True):
            if cell.hyperlink and cell.hyperlink.location:
                sheet, _, target = cell.hyperlink.location.partition("!")
                row = book[sheet.strip("'")][int(target[1:])]
                led.append(autorizacao in [c.value for c in row])

    assert len(led) == 8 + 7 + 11
    assert all(led)


def test_dates_amounts_and_codes_are_of_their_own_kind(book: Workbook) -> None:
    sheet = book["Lançamentos"]

    kinds = {
        heading: (column(sheet, heading)[0].data_type, column(sheet, heading)[0].number_format)
        for heading in ("Competência", "Autorização", "Data", "Qtd.", "Liberado", "Linha")
    }

    money = "[$-416]#,##0.00;[$-416]-#,##0.00;[$-416]–"
    assert kinds == {
        "Competência": ("d", "mm/yyyy"),
        "Autorização": ("s", "@"),
        "Data": ("d", "dd/mm/yyyy"),
        "Qtd.": ("n", "0"),
        "Liberado": ("n", money),
        "Linha": ("n", "0"),
    }
    assert str(values(sheet, "Data")[0]) == "2026-10-03 00:00:00"


@pytest.mark.parametrize(
    "said", ["=1+1", "+55 51 3333-0000", "-5", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0", "#N/A", "12"]
)
def test_what_an_insurer_says_stays_text_whatever_it_begins_with(tmp_path: Path, said: str) -> None:
    refused = ReportEntry(entry(1, AURORA, said, 100, state=State.RECUSADA, motivo=said))

    sheet = written(tmp_path, replace(month(), entries=(refused,), lines=()))["Lançamentos"]

    for heading in ("Autorização", "Motivo"):
        cell = column(sheet, heading)[0]
        assert (cell.data_type, cell.value, bool(cell.quotePrefix)) == ("s", said, said[0] in "=+-@\t")


def test_a_character_that_a_workbook_cannot_hold_shows_as_replaced(tmp_path: Path) -> None:
    refused = ReportEntry(entry(1, AURORA, "2678555", 100, state=State.RECUSADA, motivo="a\x00b\x1bc\ud800d\uffffe"))

    sheet = written(tmp_path, replace(month(), entries=(refused,), lines=()))["Lançamentos"]

    assert values(sheet, "Motivo") == ["a\ufffdb\ufffdc\ufffdd\ufffde"]


def test_no_patient_is_named_unless_asked_for(tmp_path: Path) -> None:
    def texts(book: Workbook) -> set[object]:
        return {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}

    patient = {"Maria Inventada da Silva", "0070024"}

    assert not patient & texts(written(tmp_path, month()))
    assert patient <= texts(written(tmp_path, month(), com_paciente=True))


def test_the_document_names_the_product_and_no_person(tmp_path: Path) -> None:
    write_reconciliation(tmp_path / "c.xlsx", month())
    with zipfile.ZipFile(tmp_path / "c.xlsx") as parts:
        core = parts.read("docProps/core.xml").decode()
    properties = load_workbook(tmp_path / "c.xlsx").properties

    assert (properties.creator, properties.lastModifiedBy, properties.title, str(properties.created)) == (
        "faturista",
        "faturista",
        "Conciliação",
        "2026-11-21 12:30:00",
    )
    assert "openpyxl" not in core


def test_the_sheets_are_these_and_none_is_hidden(book: Workbook) -> None:
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        (name, "visible") for name in ("Resumo", "Lançamentos", "Retorno", "Divergências")
    ]


def test_headings_stay_in_sight_rows_can_be_filtered_and_pages_say_n_of_m(book: Workbook) -> None:
    pages = {
        sheet.title: (
            sheet.freeze_panes,
            sheet.auto_filter.ref,
            sheet.print_title_rows,
            sheet.print_area,
            sheet.page_setup.orientation,
            sheet.page_setup.fitToWidth,
            sheet.page_setup.fitToHeight,
        )
        for sheet in book.worksheets
    }

    landscape = ("landscape", None, 0)
    assert pages == {
        "Resumo": ("A4", None, "$1:$3", "'Resumo'!$A$1:$P$52", "landscape", None, None),
        "Lançamentos": ("F5", "A4:Y17", "$3:$4", "'Lançamentos'!$A$1:$R$17", *landscape),
        "Retorno": ("F5", "A4:S12", "$3:$4", "'Retorno'!$A$1:$Q$12", *landscape),
        "Divergências": ("F5", "A4:K17", "$4:$4", "'Divergências'!$A$1:$K$17", *landscape),
    }
    feet = [sheet.oddFooter for sheet in book.worksheets]
    assert [(foot.left.text, foot.center.text, foot.right.text) for foot in feet if foot] == [
        (f"Faturar && Cia – {name}", "Página &P de &N", "21/11/2026 09:30") for name in pages
    ]


def test_the_sum_above_the_headings_follows_the_filter(book: Workbook) -> None:
    sheet = book["Lançamentos"]

    assert sheet["A3"].value == "Total do que está à vista"
    assert [sheet[f"{letter}3"].value for letter in "KLMNO"] == [
        f"=SUBTOTAL(109,{letter}5:{letter}17)" for letter in "KLMNO"
    ]


def test_a_long_reason_gets_the_room_it_needs(tmp_path: Path) -> None:
    words = "Falta assinatura do beneficiário na guia de atendimento; " * 3
    refused = ReportEntry(entry(1, AURORA, "2678555", 100, state=State.RECUSADA, motivo=words))

    sheet = written(tmp_path, replace(month(), entries=(refused,), lines=()))["Lançamentos"]

    assert sheet.row_dimensions[5].height == 5 * 13 + 2

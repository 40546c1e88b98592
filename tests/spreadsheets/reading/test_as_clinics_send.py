"""Whole files as clinics send them, each with the reading that was written down before it was read."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from spreadsheets.reading.leitura import Leitura
from tests.spreadsheets.reading.sheet_file import HEADING, read, xlsx

NAMES = ("Adelina Prokop", "Benício Tauber", "Clotilde Wiest", "Davi Ferrazzo", "Eneida Brusch", "Fabrício Ziliotto")
CARDS = ("7014-2", "7051-9", "7088-6", "7125-3", "7162-0", "7199-7")


def day(number: int, month: int = 10) -> date:
    return date(2026, month, number)


def row(n: int) -> list[Any]:
    """Service n: authorisation 267855n, on the (n+1)th of October, of patient n."""
    return [2678550 + n, day(n + 1), NAMES[n], CARDS[n], "50000616", 65]


def fact(n: int, line: int) -> tuple[int, str, date, str]:
    """The same as read on that line."""
    return line, f"{2678550 + n}", day(n + 1), NAMES[n]


def facts(leitura: Leitura) -> list[tuple[int, str, date, str]]:
    return [(e.origem.linha, e.numero_autorizacao, e.data, e.beneficiario) for e in leitura.lancamentos]


def held(leitura: Leitura) -> list[int]:
    return sorted({rejeitada.linha for rejeitada in leitura.rejeitadas})


def ignored(leitura: Leitura) -> list[int]:
    return [ignorada.linha for ignorada in leitura.ignoradas]


def check(
    leitura: Leitura, read_as: Sequence[tuple[int, str, date, str]], *, hold: list[int], pass_over: list[int]
) -> None:
    assert leitura.questions == ()
    assert (facts(leitura), held(leitura), ignored(leitura)) == (list(read_as), hold, pass_over)


def test_letterhead_heading_in_two_merged_rows_hidden_and_struck_rows_and_signature(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["CLÍNICA VALE DO SINOS"])
    sheet.append(["Convênio: IPASEM-NH", None, None, "Competência: 10/2026"])
    sheet.append(["Guia", "Beneficiário", None, "Atendimento"])
    sheet.append([None, "Nome", "Matrícula", "Data", "Código", "Valor R$"])
    for area in ("A3:A4", "B3:C3", "D3:F3"):
        sheet.merge_cells(area)
    for n in range(4):
        sheet.append([row(n)[0], NAMES[n], CARDS[n], day(n + 1), 50000616, 65.5])
    for cells in (["Subtotal", None, None, None, None, 262], [], ["Atenciosamente,"], [None, "Dra. Cíntia Tondo"]):
        sheet.append(cells)
    sheet.row_dimensions[6].hidden = True
    for cell in sheet[7]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "vale.xlsx")
    leitura = read(tmp_path / "vale.xlsx")
    check(leitura, [fact(0, 5), fact(3, 8)], hold=[6, 7], pass_over=[9, 11, 12])


def test_sessions_grouped_by_patient_with_ditto_marks_and_subtotals(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Controle de sessões - Ipasem - outubro/2026"],
        ["Data", "Autorização", "Procedimento", "Valor"],
    ]
    for n in (0, 1):
        rows += [[f"Paciente: {NAMES[n]}  -  Matrícula: {CARDS[n]}"], [day(n + 1), 2678550 + n, "50000616", 65]]
        rows += [[day(n + 8), '"', "idem", 65], ["Subtotal", None, None, 130]]
    leitura = read(xlsx(tmp_path, *rows, ["TOTAL GERAL", None, None, 260]))
    again = [(5, "2678550", day(8), NAMES[0]), (9, "2678551", day(9), NAMES[1])]
    check(leitura, [fact(0, 4), again[0], fact(1, 8), again[1]], hold=[], pass_over=[3, 6, 7, 10, 11])


def test_pages_with_repeated_headings_and_amounts_carried_over(tmp_path: Path) -> None:
    rows = [
        ["Relatório IPASEM 10/2026", None, None, None, "Página 1"],
        *(HEADING, row(0), row(1), [None, None, None, None, "A transportar", 130]),
        ["Relatório IPASEM 10/2026", None, None, None, "Página 2"],
        *(HEADING, [None, None, None, None, "Transporte", 130], row(2), ["Total geral", None, None, None, None, 195]),
    ]
    check(read(xlsx(tmp_path, *rows)), [fact(0, 3), fact(1, 4), fact(2, 9)], hold=[], pass_over=[5, 6, 7, 8, 10])


def test_notes_between_rows_total_lines_and_a_signature_block(tmp_path: Path) -> None:
    rows = [
        *(["CLÍNICA VALE - CNPJ 12.345.678/0001-90"], ["Período: 01/10/2026 a 31/10/2026"], HEADING),
        *(row(0), ["OBS: a partir daqui guias novas"], row(1), [None, None, None, None, "Subtotal", 130], row(2), []),
        *([None, None, None, None, "TOTAL", "R$ 195,00"], ["Total de atendimentos: 3"], []),
        *(["Novo Hamburgo, 05 de novembro de 2026."], ["____________"], ["Dra. Cíntia Tondo - CRFa 7-9876"]),
    ]
    leitura = read(xlsx(tmp_path, *rows))
    check(leitura, [fact(0, 4), fact(1, 6), fact(2, 8)], hold=[], pass_over=[5, 7, 10, 11, 13, 14, 15])


def test_one_sheet_divided_by_insurer_of_which_two_are_ours_and_one_is_unknown(tmp_path: Path) -> None:
    rows = [
        *(["FATURAMENTO OUTUBRO/2026"], HEADING, ["IPASEM"], row(0), ["Total IPASEM", None, None, None, None, 65]),
        *(["UNIMED"], row(1), ["CASSIND"], ["004530002", day(3), NAMES[2], "0041", "10101012", 110]),
        *(["SAÚDE MAIS VIDA"], row(3), ["TOTAL GERAL", None, None, None, None, 305]),
    ]
    leitura = read(xlsx(tmp_path, *rows, name="faturamento.xlsx"))
    assert [(e.portal, e.origem.linha) for e in leitura.lancamentos] == [("ipasem", 4), ("cassind", 9)]
    assert (held(leitura), leitura.questions) == ([11], ())


def test_days_stand_alone_above_the_attendances_of_each_day(tmp_path: Path) -> None:
    heading = ["Autorização", "Paciente", "Matrícula", "Código", "Valor"]
    of = [[row(n)[0], *row(n)[2:]] for n in range(4)]
    rows: list[list[Any]] = [
        ["Agenda IPASEM outubro 2026"],
        heading,
        [day(1)],
        of[0],
        ["Sexta-feira, 02/10/2026"],
        of[1],
        ["Dia 03/10"],
        of[2],
    ]
    leitura = read(xlsx(tmp_path, *rows, ["Quarta"], of[3]))
    check(leitura, [fact(0, 4), fact(1, 6), fact(2, 8)], hold=[9, 10], pass_over=[3, 5, 7])


def test_a_list_of_days_under_lines_that_say_whose_they_are(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Ficha de frequência - CASSIND - Outubro/2026"]]
    for n in (0, 1):
        rows += [["Nome:", NAMES[n]], ["Guia:", f"267855{n}"], ["Código:", "50000616"]]
        rows += [
            ["Data", "Hora início", "Hora fim", "Valor"],
            [day(n + 1), "14:00", "14:50", 90],
            ["Total", None, None, 90],
        ]
    leitura = read(xlsx(tmp_path, *rows, name="sessoes.xlsx"))
    assert facts(leitura) == [fact(0, 6), fact(1, 12)]
    assert {(e.portal, e.codigo_procedimento, e.valor_informado) for e in leitura.lancamentos} == {
        ("cassind", "50000616", 9000)
    }
    assert (held(leitura), leitura.questions) == ([], ())


def test_day_month_and_year_in_three_columns(tmp_path: Path) -> None:
    heading = ["Autorização", "Dia", "Mês", "Ano", "Paciente", "Código"]
    dates: tuple[list[Any], ...] = (
        [5, 10, 2026],
        [28, 9, 2026],
        [29, "setembro", 2026],
        [31, 9, 2026],
        [6, None, 2026],
    )
    rows: list[list[Any]] = [[2678550 + n, *when, NAMES[n], "50000616"] for n, when in enumerate(dates)]
    leitura = read(xlsx(tmp_path, heading, *rows))
    assert [e.data for e in leitura.lancamentos] == [day(5), day(28, 9), day(29, 9)]
    assert ({str(e.competencia) for e in leitura.lancamentos}, held(leitura)) == ({"10/2026"}, [5, 6])


def test_a_month_column_of_bare_numbers_is_the_month_billed_and_a_blank_one_is_never_lost(tmp_path: Path) -> None:
    heading = ["Autorização", "Data", "Paciente", "Código", "Mês"]
    rows = [[2678550, day(1), NAMES[0], "50000616", "outubro/2026"], [2678551, day(2), NAMES[1], "50000616", None]]
    leitura = read(xlsx(tmp_path, heading, *rows, name="IPASEM.xlsx"))
    assert (facts(leitura), held(leitura)) == ([fact(0, 2)], [3])
    dated = read(xlsx(tmp_path, heading, [2678550, day(1), NAMES[0], "50000616", 10]))
    assert [str(e.competencia) for e in dated.lancamentos] == ["10/2026"]


def test_three_rows_of_heading_of_which_the_last_says_the_units(tmp_path: Path) -> None:
    groups = ["DADOS DO ATENDIMENTO", None, "PACIENTE", None, "PROCEDIMENTO"]
    titles = ["Autorização", "Data", "Nome", "Matrícula", "Código", "Valor"]
    book = Workbook()
    for cells in (groups, titles, ["nº", "dd/mm/aaaa", None, None, "TUSS", "R$"], row(0), row(1)):
        book.worksheets[0].append(cells)
    for area in ("A1:B1", "C1:D1", "E1:F1"):
        book.worksheets[0].merge_cells(area)
    book.save(tmp_path / "IPASEM 10-2026.xlsx")
    check(read(tmp_path / "IPASEM 10-2026.xlsx"), [fact(0, 4), fact(1, 5)], hold=[], pass_over=[3])


def test_a_cell_of_which_only_some_letters_are_struck_holds_its_row(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, row(0), row(1), row(2))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["A3"] = CellRichText(TextBlock(InlineFont(strike=True), "2678559"), TextBlock(InlineFont(), "2678551"))
    sheet["C4"] = CellRichText(TextBlock(InlineFont(strike=True), "Benício"), " Clotilde Wiest")
    book.save(path)
    leitura = read(path)
    assert (facts(leitura), held(leitura)) == ([fact(0, 2)], [3, 4])
    assert {r.code for r in leitura.rejeitadas} == {"struck_row"}


def test_a_row_of_no_height_is_a_hidden_one_whatever_prefix_its_markup_has(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, row(0), row(1))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'<row r="3"', b'<row r="3" ht="0" customHeight="1"')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    leitura = read(path)
    assert (facts(leitura), [r.code for r in leitura.rejeitadas]) == ([fact(0, 2)], ["hidden_row"])


def test_an_amount_of_three_decimals_may_be_a_thousand_and_is_held(tmp_path: Path) -> None:
    amounts = (1065.5, 1.065, 65.333333333, 0.1 + 0.2)
    rows = [[*row(n)[:5], amount] for n, amount in enumerate(amounts)]
    leitura = read(xlsx(tmp_path, HEADING, *rows))
    assert [e.valor_informado for e in leitura.lancamentos] == [106550, 6533, 30]
    assert [(r.celula, r.code) for r in leitura.rejeitadas] == [("F3", "invalid_amount")]


def test_sheets_named_by_the_short_name_of_a_month(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path, name="Ipasem.xlsx", OUT=[HEADING, [2678550, 1, *row(0)[2:]]], Nov=[HEADING, [2678551, 3, *row(1)[2:]]]
    )
    path_book = load_workbook(path)
    path_book.remove(path_book["Plan1"])
    path_book.save(path)
    assert [e.data for e in read(path).lancamentos] == [day(1), day(3, 11)]


def test_an_html_report_with_a_title_inside_the_table_and_a_total(tmp_path: Path) -> None:
    title = "<tr><th colspan=6>Clínica São Jerônimo - Atendimentos IPASEM 10/2026</th></tr>"
    head = "<tr>" + "".join(f"<th>{h.replace(' ', '&nbsp;')}</th>" for h in HEADING) + "</tr>"
    lines = "".join(
        f"<tr><td>{2678550 + n}<td>{n + 1:02d}/10/2026<td>{NAMES[n]}<td>{CARDS[n]}<td>50000616 - Fono<td>R$ 1.065,50"
        for n in range(2)
    )
    path = tmp_path / "relatorio.xls"
    text = f"<html><meta charset=iso-8859-1><table>{title}{head}{lines}<tr><td colspan=5>Total<td>2.131,00</table>"
    path.write_bytes(text.encode("latin-1"))
    leitura = read(path)
    check(leitura, [fact(0, 3), fact(1, 4)], hold=[], pass_over=[5])
    assert {e.valor_informado for e in leitura.lancamentos} == {106550}


def test_a_csv_with_line_breaks_and_separators_inside_quotes_and_totals_in_the_middle(tmp_path: Path) -> None:
    line = '{0};{1:02d}/10/2026;{2};{3};50000616;"1.265,00";"linha um\nlinha dois; com ponto"\n'
    lines = [line.format(2678550 + n, n + 1, NAMES[n], CARDS[n]) for n in range(3)]
    head = f"CLÍNICA X;;;;;;\n{';'.join(HEADING)};Obs\n"
    week, total = "Total da semana;;;;;2.530,00;\n", "TOTAL;;;;;3.795,00;\n"
    text = f"{head}{lines[0]}{lines[1]}{week}{lines[2]}{total}"
    path = tmp_path / "ipasem outubro 2026.csv"
    path.write_bytes(text.encode("cp1252"))
    leitura = read(path)
    check(leitura, [fact(0, 3), fact(1, 4), fact(2, 6)], hold=[], pass_over=[5, 7])
    assert {e.observacao for e in leitura.lancamentos} == {"linha um\nlinha dois; com ponto"}


def test_a_cell_struck_in_part_or_by_its_style_holds_its_row_in_libreoffice_and_html_too(tmp_path: Path) -> None:
    cells = "".join(f"<table:table-cell><text:p>{h}</text:p></table:table-cell>" for h in HEADING)
    part = '<text:p><text:span text:style-name="T1">2678559</text:span>2678551</text:p>'
    rows = "".join(
        "<table:table-row>"
        + f"<table:table-cell>{part if n == 1 else f'<text:p>{2678550 + n}</text:p>'}</table:table-cell>"
        + f"<table:table-cell><text:p>0{n + 1}/10/2026</text:p></table:table-cell>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row(n)[2:])
        + "</table:table-row>"
        for n in (0, 1)
    )
    crossed = '<style:style style:name="T1"><style:text-properties style:text-line-through-type="single"/>'
    fods = tmp_path / "IPASEM 10-2026.fods"
    fods.write_text(
        f'<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">'
        f"<office:automatic-styles>{crossed}</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Plan1"><table:table-row>{cells}</table:table-row>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document>",
        encoding="utf-8",
    )
    html = tmp_path / "IPASEM 10-2026.html"
    lines = "".join(
        f"<tr{style}><td>{2678550 + n}<td>0{n + 1}/10/2026<td>{NAMES[n]}<td>{CARDS[n]}<td>50000616<td>65,00"
        for n, style in enumerate(("", ' style="text-decoration: line-through"'))
    )
    html.write_text(f"<table><tr>{''.join(f'<th>{h}' for h in HEADING)}{lines}</table>", encoding="utf-8")
    for path in (fods, html):
        leitura = read(path)
        assert (facts(leitura), [r.code for r in leitura.rejeitadas][:1]) == ([fact(0, 2)], ["struck_row"])

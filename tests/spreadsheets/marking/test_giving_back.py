"""The copy that goes back to the clinic: everything of its own kept, what is in question painted and commented."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from agent.model.entry import Entry, State
from agent.model.errors import InputError
from spreadsheets.checking.previsao import Previsao
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.leitura import Leitura
from tests.spreadsheets import formatos
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

BAD = (2678556, date(2026, 12, 1), "Beto Sá", "7015-2", "50000616", 65)
TITLES = ["Faturista: situação", "Faturista: protocolo", "Faturista: mensagem"]
FUTURE = "01/12/2026 ainda não chegou (hoje é 21/11/2026). Corrija a data."


def sheet_of(path: Path) -> Worksheet:
    sheet = load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def row_of(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def colour(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb)


def sent(leitura: Leitura, index: int, movimento: str) -> Entry:
    return Entry(1, 1, leitura.lancamentos[index], State.LANCADA, movimento=movimento)


def test_a_problem_cell_is_painted_and_commented_and_each_row_says_what_became_of_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, BAD)
    leitura = read(path)
    copy = give_back(path, tmp_path / "volta.xlsx", leitura, (), [sent(leitura, 0, movimento="88123")])
    sheet = sheet_of(copy)
    comment = sheet["B3"].comment
    assert (colour(sheet, "B3"), comment.text if comment else "") == ("FFFFC7CE", FUTURE)
    assert [row_of(sheet, row)[6:] for row in (1, 2, 3)] == [
        TITLES,
        ["lançada", "88123", None],
        ["a corrigir", None, FUTURE],
    ]
    assert colour(sheet, "B2") == "00000000"


def test_a_forecast_is_painted_in_another_colour_and_holds_nothing(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    foretold = Previsao("Plan1", 2, "Valor", "F2", "valor_diferente", "1705", "o valor mudou", "Confira.")
    sheet = sheet_of(give_back(path, tmp_path / "volta.xlsx", read(path), [foretold], ()))
    comment = sheet["F2"].comment
    assert (colour(sheet, "F2"), comment.text if comment else "") == (
        "FFFFEB9C",
        "Previsão (glosa 1705): o valor mudou. Confira.",
    )
    assert row_of(sheet, 2)[6:] == ["pronta para lançar", None, "o valor mudou"]


def test_formulas_formats_charts_macros_and_the_clinics_own_comments_stay(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADING, ROW, BAD):
        sheet.append(row)
    sheet["F2"] = "=60+5"
    sheet["F2"].number_format = '"R$" 0.00'
    sheet["B3"].number_format = "dd/mm/yy"
    sheet["B3"].comment = Comment("a clínica perguntou", "Ana")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=6, min_row=2, max_row=3))
    sheet.add_chart(chart, "J2")
    book.save(tmp_path / "IPASEM 10-2026.xlsx")
    path = tmp_path / "IPASEM 10-2026.xlsm"
    with zipfile.ZipFile(tmp_path / "IPASEM 10-2026.xlsx") as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("xl/vbaProject.bin", b"macro")
    copy = give_back(path, tmp_path / "volta.xlsx", read(path), (), ())
    marked = sheet_of(copy)
    comment = marked["B3"].comment
    assert copy.suffix == ".xlsm"
    assert (marked["F2"].value, marked["F2"].number_format) == ("=60+5", '"R$" 0.00')
    assert (marked["B3"].number_format, comment.text if comment else "") == (
        "dd/mm/yy",
        f"a clínica perguntou\n{FUTURE}",
    )
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        untouched = [name for name in before.namelist() if "chart" in name or "vba" in name or "theme" in name]
        assert len(untouched) >= 3
        assert [after.read(name) for name in untouched] == [before.read(name) for name in untouched]


def test_the_copy_reads_as_the_original_and_once_corrected_gives_the_row_that_was_held(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, BAD)
    copy = give_back(path, tmp_path / "volta IPASEM 10-2026.xlsx", read(path), (), ())
    assert ([e.chave for e in read(copy).lancamentos], problems(read(copy))) == (
        [e.chave for e in read(path).lancamentos],
        [("B3", "future_date")],
    )
    book = load_workbook(copy)
    book.worksheets[0]["B3"] = date(2026, 10, 6)
    book.save(copy)
    assert [e.numero_autorizacao for e in read(copy).lancamentos] == ["2678555", "2678556"]


def test_a_copy_that_is_marked_again_has_its_three_columns_once(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, BAD)
    once = give_back(path, tmp_path / "um IPASEM 10-2026.xlsx", read(path), (), ())
    load_workbook(once).save(once)
    twice = give_back(once, tmp_path / "dois IPASEM 10-2026.xlsx", read(once), (), ())
    assert row_of(sheet_of(twice), 1) == [*HEADING, *TITLES]


def test_a_text_file_comes_back_as_xlsx_in_which_no_text_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "IPASEM 10-2026.csv"
    path.write_text("Autorização;Data;Paciente;Código\n002678555;01/12/2026;=1+1;50000616\n", encoding="cp1252")
    copy = give_back(path, tmp_path / "volta.csv", read(path), (), ())
    sheet = sheet_of(copy)
    assert (copy.name, row_of(sheet, 2)[:3], sheet["C2"].data_type) == (
        "volta.xlsx",
        ["002678555", "01/12/2026", "=1+1"],
        "s",
    )
    assert colour(sheet, "B2") == "FFFFC7CE"


def test_an_old_workbook_comes_back_as_xlsx_with_its_zeros(tmp_path: Path) -> None:
    path = Path(formatos.__file__).parent / "IPASEM 10-2026.xls"
    copy = give_back(path, tmp_path / "volta IPASEM 10-2026.xls", read(path), (), ())
    again = [e.numero_autorizacao for e in read(copy).lancamentos]
    assert (copy.suffix, again[:2]) == (".xlsx", ["004512870", "004512871"])


def test_the_clinics_file_itself_is_never_written(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    before = path.read_bytes()
    with pytest.raises(InputError) as refusal:
        give_back(path, path, read(path), (), ())
    assert str(refusal.value) == f"{path}: A cópia marcada não pode ficar no lugar da planilha. Dê outro nome à cópia."
    assert path.read_bytes() == before


def test_a_sheet_without_places_or_with_a_drawing_is_marked_at_the_right_cells(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, BAD)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet1.xml"):
                part = _without_places(part)
            target.writestr(name, part)
    path.write_bytes(out.getvalue())
    sheet = sheet_of(give_back(path, tmp_path / "volta.xlsx", read(path), (), ()))
    assert (colour(sheet, "B3"), sheet["I3"].value) == ("FFFFC7CE", FUTURE)


def _without_places(part: bytes) -> bytes:
    for column in b"ABCDEF":
        for row in (1, 2, 3):
            part = part.replace(b' r="%c%d"' % (column, row), b"")
    return part

"""Every format clinics send gives the same reading: what only formatting says (zeros, strike, hiding) is seen too."""

import io
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from agent.model.errors import SheetUnreadable
from spreadsheets.reading.opening import open_grids
from tests.spreadsheets import formatos
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

FOLDER = Path(formatos.__file__).parent

SPREADSHEETML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="z"><NumberFormat ss:Format="000000000"/></Style>
<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style></Styles>
<Worksheet ss:Name="Plan1"><Table>
<Row><Cell><Data ss:Type="String">Autorização</Data></Cell><Cell><Data ss:Type="String">Data</Data></Cell>
<Cell><Data ss:Type="String">Paciente</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">Código</Data></Cell>
<Cell><Data ss:Type="String">Valor</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:StyleID="z"><Data ss:Type="Number">4512870</Data></Cell>
<Cell><Data ss:Type="DateTime">2026-10-05T00:00:00.000</Data></Cell>
<Cell ss:MergeDown="1"><Data ss:Type="String">Ana &amp; Cia</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="String">50000616</Data></Cell>
<Cell ss:Formula="=1+64"><Data ss:Type="Number">65</Data></Cell></Row>
<Row><Cell ss:StyleID="z"><Data ss:Type="Number">4512871</Data></Cell>
<Cell><Data ss:Type="String">06/10/2026</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="String">50000616</Data></Cell><Cell ss:Formula="=x"/></Row>
<Row ss:Hidden="1"><Cell ss:StyleID="s"><Data ss:Type="Number">4512872</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="base"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions>
</Worksheet></Workbook>"""

HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset=windows-1252><body>
<table><tr><td><table>
<tr><th>Autorização</th><th>Data</th><th>Paciente</th><th>Código</th><th>Valor</th></tr>
<tr><td>004512870</td><td>05/10/2026</td><td rowspan=2>Ana<br>Prokop</td><td>50000616</td><td>R$&nbsp;65,00</td></tr>
<tr><td x:num="4512871">4,5E+06</td><td>06/10/2026</td><td>50000616</td><td>65,00</td></tr>
<tr style='display:none'><td>004512872</td><td>07/10/2026</td><td>Beto Sá</td><td>50000616</td><td>65,00</td></tr>
<tr><td><s>004512873</s></td><td>08/10/2026</td><td>Beto Sá</td><td>50000616</td><td>65,00</td></tr>
</table></td></tr></table></body></html>"""


@pytest.mark.parametrize("ending", ["xls", "ods", "fods"])
def test_zeros_shown_strikes_hidden_rows_merges_and_errors_are_seen_in_every_format(ending: str) -> None:
    leitura = read(FOLDER / f"IPASEM 10-2026.{ending}")
    assert [(e.origem.linha, e.numero_autorizacao, e.data.day, e.beneficiario) for e in leitura.lancamentos] == [
        (2, "004512870", 5, "Adelina Prokop A"),
        (3, "004512871", 6, "Adelina Prokop B"),
        (6, "004512874", 9, "Adelina Prokop E"),
        (7, "004512875", 10, "Adelina Prokop E"),
    ]
    assert problems(leitura) == [("A4", "hidden_row"), ("A5", "struck_row"), ("F8", "formula")]
    assert [a.aba for a in leitura.avisos if a.code == "sheet_not_read"] == ["Oculta"]


def test_excels_xml_of_2003_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "IPASEM 10-2026.xls"
    path.write_text(SPREADSHEETML, encoding="utf-8")
    leitura = read(path)
    assert [(e.numero_autorizacao, e.data, e.beneficiario, e.valor_informado) for e in leitura.lancamentos] == [
        ("004512870", date(2026, 10, 5), "Ana & Cia", 6500)
    ]
    assert problems(leitura)[:3] == [("F4", "formula"), ("A5", "hidden_row"), ("A5", "struck_row")]
    assert [grid.very_hidden for grid in open_grids(path.read_bytes(), path.name)] == [False, True]


def test_a_table_of_a_web_page_named_xls_is_read_as_it_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "IPASEM 10-2026.xls"
    path.write_bytes(HTML.encode("cp1252"))
    leitura = read(path)
    assert [(e.numero_autorizacao, e.beneficiario, e.valor_informado) for e in leitura.lancamentos] == [
        ("004512870", "Ana Prokop", 6500)
    ]
    assert problems(leitura) == [("A3", "lost_zeros"), ("A4", "hidden_row"), ("A5", "struck_row")]


def test_day_numbers_of_a_workbook_that_counts_from_1904_are_read_so(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(HEADING)
    sheet.append(ROW)
    sheet["B2"].number_format = "General"
    book.save(tmp_path / "IPASEM 10-2026.xlsx")
    assert [e.data for e in read(tmp_path / "IPASEM 10-2026.xlsx").lancamentos] == [date(2026, 10, 5)]


def test_of_two_columns_of_dates_the_hidden_one_does_not_count(tmp_path: Path) -> None:
    path = xlsx(tmp_path, (*HEADING, "Data"), (*ROW, date(2026, 9, 1)))
    text = path.read_bytes()
    path.write_bytes(
        _edited(text, b"<sheetData>", b'<cols><col min="7" max="7" width="9" hidden="1"/></cols><sheetData>')
    )
    assert [e.data for e in read(path).lancamentos] == [date(2026, 10, 5)]


def test_a_million_formatted_empty_rows_are_left_out_as_they_pass(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    empty = b"".join(
        b'<row r="%d" ht="15"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(3, 400_000)
    )
    path.write_bytes(_edited(path.read_bytes(), b"</sheetData>", empty + b"</sheetData>"))
    assert [e.numero_autorizacao for e in read(path).lancamentos] == ["2678555"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            SPREADSHEETML.replace("?>\n", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1).encode(),
            "a.xls: O arquivo traz definições que nenhum programa de planilhas grava, e não foi aberto. "
            "Peça à clínica que abra a planilha no Excel, salve como .xlsx e envie de novo.",
        ),
        (
            SPREADSHEETML[:900].encode(),
            "a.xls: O arquivo está danificado ou incompleto. Peça à clínica que o envie de novo.",
        ),
        (
            SPREADSHEETML.replace('ss:Index="3"', 'ss:Index="9000000"').encode(),
            "a.xls: A planilha tem valores muito longe da tabela (linha 9000002, coluna F). "
            "Peça à clínica que copie só a tabela para um arquivo novo.",
        ),
    ],
)
def test_a_markup_file_that_would_harm_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(SheetUnreadable) as refusal:
        open_grids(content, "a.xls")
    assert str(refusal.value) == sentence


def test_entities_in_a_workbooks_parts_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    content = _edited(path.read_bytes(), b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
    with pytest.raises(SheetUnreadable, match="traz definições"):
        open_grids(content, "a.xlsx")


def test_an_old_workbook_with_a_password_is_named_so() -> None:
    content = bytearray((FOLDER / "IPASEM 10-2026.xls").read_bytes())
    font = content.index(struct.pack("<HH", 0x31, 26)) if struct.pack("<HH", 0x31, 26) in content else -1
    at = font if font >= 0 else content.index(struct.pack("<H", 0x31))
    content[at : at + 2] = struct.pack("<H", 0x2F)
    with pytest.raises(SheetUnreadable, match="protegido por senha"):
        open_grids(bytes(content), "a.xls")


def test_a_libreoffice_file_with_a_password_or_repeats_without_end_is_refused() -> None:
    path = FOLDER / "IPASEM 10-2026.ods"
    locked = _edited(path.read_bytes(), b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>")
    with pytest.raises(SheetUnreadable, match="protegido por senha"):
        open_grids(locked, "a.ods")
    row = (
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="100" '
    )
    row += b'office:value-type="float" office:value="1"/></table:table-row></table:table>'
    with pytest.raises(SheetUnreadable, match="valores muito longe"):
        open_grids(_edited(path.read_bytes(), b"</table:table>", row), "a.ods")


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_text_of_old_programs_is_known_by_its_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "IPASEM 10-2026.csv"
    path.write_bytes("Autorização;Data;Paciente;Código\n2678555;05/10/2026;José Conceição;50000616\n".encode(encoding))
    assert [e.beneficiario for e in read(path).lancamentos] == ["José Conceição"]


def _edited(package: bytes, old: bytes, new: bytes) -> bytes:
    """The package with one text replaced in each of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new, 1))
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["UTF-6", "shift_jis"])
def test_markup_in_an_encoding_that_nobody_knows_is_refused_as_damaged(tmp_path: Path, encoding: str) -> None:
    said = f'<?xml version="1.0" encoding="{encoding}"?>'
    package = _with_declaration(xlsx(tmp_path, HEADING, ROW).read_bytes(), said)
    libre = _with_declaration((FOLDER / "IPASEM 10-2026.ods").read_bytes(), said)
    for content in (package, libre, SPREADSHEETML.replace('<?xml version="1.0"?>', said).encode()):
        with pytest.raises(SheetUnreadable, match="danificado"):
            open_grids(content, "a.xls")


def _with_declaration(package: bytes, said: str) -> bytes:
    """The package whose sheets begin with this declaration."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name in {"content.xml", "xl/worksheets/sheet1.xml"}:
                part = said.encode() + (part.partition(b"?>")[2] if part.startswith(b"<?xml") else part)
            target.writestr(name, part)
    return out.getvalue()

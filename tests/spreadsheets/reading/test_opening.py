"""What a file is, is decided by its content; what is no spreadsheet is refused in one clear sentence."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from agent.model.errors import SheetNotRecognised, SheetUnreadable
from spreadsheets.reading.opening import open_grids
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, read, xlsx

TEXT = "Senha;Data;Beneficiário;Cód. TUSS;Valor\n004512876;05/10/2026;Davi Ferrazzo;10101012;110,00\n"


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def edited(workbook: Path, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name.endswith("sheet1.xml") else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.xlsx: O arquivo está vazio. Peça à clínica que o envie de novo."),
        (b" \r\n\x00", "a.xlsx: O arquivo está vazio. Peça à clínica que o envie de novo."),
        (
            b"%PDF-1.7 x",
            "a.xlsx: O arquivo é um PDF, não uma planilha. "
            "Peça à clínica a planilha que deu origem ao PDF (.xlsx ou .csv).",
        ),
        (
            b"\x89PNG\r\n",
            "a.xlsx: O arquivo é uma imagem, não uma planilha. "
            "Peça à clínica a planilha (.xlsx ou .csv), não a foto dela.",
        ),
        (
            b"<html><p>Guia</p></html>",
            "a.xlsx: O arquivo é uma página HTML sem tabela, não uma planilha. "
            "Abra-o no Excel ou no LibreOffice e salve como .xlsx.",
        ),
        (
            b"<?xml version='1.0'?><mensagemTISS/>",
            "a.xlsx: O arquivo é um XML, não uma planilha. Peça à clínica a planilha (.xlsx ou .csv).",
        ),
        (
            b"MIME-Version: 1.0",
            "a.xlsx: O arquivo é uma página arquivada (MHTML), não uma planilha. Abra-o no Excel e salve como .xlsx.",
        ),
        (
            b"PK\x03\x04 and then nothing",
            "a.xlsx: O arquivo está danificado ou incompleto. Peça à clínica que o envie de novo.",
        ),
        (
            zipped(leia=b"oi"),
            "a.xlsx: O arquivo é um .zip, não uma planilha. Descompacte-o e envie a planilha que está dentro.",
        ),
        (
            zipped(**{"xl/workbook.xml": b" " * 151 * 1024 * 1024}),
            "a.xlsx: O arquivo, descompactado, é grande demais para uma planilha do mês. "
            "Peça à clínica que copie só a tabela para um arquivo novo.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx: O arquivo está protegido por senha. Peça à clínica que o salve sem senha e envie de novo.",
        ),
        (
            random.Random(1).randbytes(4_000),
            "a.xlsx: O arquivo não é uma planilha nem um texto. Peça à clínica um .xlsx ou .csv.",
        ),
        (
            b'Guia;Data\n1;"aberta',
            "a.xlsx: O arquivo tem aspas abertas que não fecham, a partir do registro 2. "
            "Abra-o no Excel, confira esse registro e salve como .xlsx.",
        ),
    ],
)
def test_what_is_no_spreadsheet_is_refused_saying_what_it_is_and_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(SheetUnreadable) as caught:
        open_grids(content, "a.xlsx")
    assert str(caught.value) == sentence


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    content = xlsx(tmp_path, HEADING, ROW).read_bytes()
    with pytest.raises(SheetUnreadable, match="danificado ou incompleto"):
        open_grids(content[: len(content) // 2], "a.xlsx")


def test_a_value_in_the_last_cell_of_a_sheet_does_not_exhaust_the_machine(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = edited(xlsx(tmp_path, HEADING, ROW), b"</sheetData>", far)
    with pytest.raises(SheetUnreadable) as caught:
        open_grids(content, "a.xlsx")
    assert str(caught.value) == (
        "a.xlsx: A planilha tem valores muito longe da tabela (linha 1048576, coluna XFD). "
        "Peça à clínica que copie só a tabela para um arquivo novo."
    )


def test_a_sheet_that_swells_behind_its_last_row_is_refused(tmp_path: Path) -> None:
    swollen = b"</sheetData>" + b" " * 50 * 1024 * 1024
    content = edited(xlsx(tmp_path, HEADING, ROW), b"</sheetData>", swollen)
    with pytest.raises(SheetUnreadable, match="descompactado, é grande demais"):
        open_grids(content, "a.xlsx")


def test_an_empty_formatted_cell_far_away_is_no_obstacle(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    path = xlsx(tmp_path, HEADING, ROW)
    path.write_bytes(edited(path, b"</sheetData>", far))
    assert len(read(path).lancamentos) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_text_file_is_read_in_every_usual_encoding_and_separator(encoding: str, separator: str) -> None:
    text = TEXT.replace("110,00", "110").replace(";", separator)
    (grid,) = open_grids(text.encode(encoding), "a.csv")
    assert grid.rows == [
        ["Senha", "Data", "Beneficiário", "Cód. TUSS", "Valor"],
        ["004512876", "05/10/2026", "Davi Ferrazzo", "10101012", "110"],
    ]


def test_a_quoted_line_break_stays_in_its_cell_and_excels_text_trick_is_undone() -> None:
    (grid,) = open_grids(b'sep=;\r\nSenha;Obs\r\n"=""00451""";"uma\nduas"\r\n', "a.csv")
    assert grid.rows == [[], ["Senha", "Obs"], ["00451", "uma\nduas"]]


def test_a_csv_of_a_sheet_that_is_formatted_to_its_end_ends_where_its_text_ends() -> None:
    (grid,) = open_grids(f"{TEXT};;;;\n{TEXT}".encode() + b"; ;;;\n" * 200_000, "a.csv")
    assert ([len(row) for row in grid.rows[:3]], len(grid.rows)) == ([5, 5, 0], 5)


def test_a_workbook_named_csv_is_read_by_its_content(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, name="IPASEM outubro.csv")
    assert [entry.numero_autorizacao for entry in read(path).lancamentos] == ["2678555"]


def test_a_blank_workbook_and_one_without_a_table_say_so(tmp_path: Path) -> None:
    with pytest.raises(SheetNotRecognised) as blank:
        read(xlsx(tmp_path, name="vazia.xlsx"))
    with pytest.raises(SheetNotRecognised) as other:
        read(xlsx(tmp_path, ("Convênio", "Qtde", "Valor"), ("IPASEM", 6, 390), name="resumo.xlsx"))
    assert [str(blank.value), str(other.value)] == [
        "vazia.xlsx: A planilha está em branco. Peça à clínica o arquivo com os atendimentos.",
        "resumo.xlsx: Nenhuma tabela de atendimentos foi reconhecida. "
        "É preciso uma linha de títulos com, por exemplo, Autorização, Data, Paciente, Código e Valor.",
    ]


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable) as caught:
        read(tmp_path / "outubro.xlsx")
    assert str(caught.value) == (
        "outubro.xlsx: O arquivo não pôde ser aberto. Confira o caminho e se ele não está aberto no Excel."
    )


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_read_or_refused_but_never_crash(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    content = bytearray(xlsx(tmp_path, HEADING, ROW, ROW).read_bytes())
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = tmp_path / "IPASEM 10-2026.xlsx"
    path.write_bytes(bytes(content))
    try:
        found = read(path).lancamentos
    except (SheetUnreadable, SheetNotRecognised):
        found = ()
    assert len(found) <= 2

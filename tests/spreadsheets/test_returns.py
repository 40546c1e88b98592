"""What an insurer sends as a spreadsheet is read line by line, or refused with the cell; nothing is guessed."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import ConfigError, InputError, SheetNotRecognised
from spreadsheets.returns.reading import read_return

PLAIN = """Convênio de Exemplo;;;;;;;
Guia;Cód. Procedimento;Data Atendimento;Quant. Exec.;Valor Apresentado;Valor Apurado;Valor Glosa;Código Glosa
0678555;50000616;03/10/2026;1;65,00;40,00;25,00;1705 - Valor apresentado a maior
2678556;50000616;2026-10-04;2;"R$ 1.130,00";1130.00;;

Total;;;;1.195,00;1.170,00;25,00;
"""


def read(text: str, own: Path | None = None) -> Demonstrativo:
    return read_return(text.encode(), "retorno.csv", portal="ipasem", competencia=Competencia(2026, 10), own=own)


def test_every_row_becomes_a_line_and_the_total_row_the_totals() -> None:
    report = read(PLAIN)
    assert report.linhas == (
        LinhaRetorno(
            3,
            "0678555",
            "50000616",
            date(2026, 10, 3),
            1,
            6500,
            4000,
            2500,
            "1705 - Valor apresentado a maior",
        ),
        LinhaRetorno(4, "2678556", "50000616", date(2026, 10, 4), 2, 113000, 113000, 0),
    )
    assert (report.total_informado, report.total_liberado, report.total_glosa, report.balances) == (
        *(119500, 117000, 2500),
        True,
    )


def test_a_file_that_does_not_add_up_is_told_by_its_balance() -> None:
    assert not read(PLAIN.replace("Total;;;;1.195,00", "Total;;;;1.195,01")).balances


def test_money_that_was_taken_back_is_read_as_it_is() -> None:
    (line,) = read("autorização;código;data;informado;liberado\n1;2;03/10/2026;-65,00;-65,00\n").linhas
    assert (line.valor_informado, line.valor_liberado, line.valor_glosa) == (-6500, -6500, 0)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("65,00;40,00", "65,0x;40,00", "a célula E3 não é um valor em reais: '65,0x'"),
        ("03/10/2026", "31/02/2026", "a célula C3 não é uma data dd/mm/aaaa: '31/02/2026'"),
        ("2026-10-04;2;", "2026-10-04;duas;", "a célula D4 não é uma quantidade: 'duas'"),
        ("0678555;", ";", "a célula A3 está vazia: ''"),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_the_file(before: str, after: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read(PLAIN.replace(before, after))
    assert (caught.value.what, caught.value.where) == (told, "retorno.csv")


def test_the_office_says_how_an_insurer_calls_a_column(tmp_path: Path) -> None:
    own = tmp_path / "retorno-ipasem.toml"
    own.write_text('valor_liberado = ["vai receber"]\n', encoding="utf-8")
    text = "guia;código;data;informado;Vai receber\n1;2;03/10/2026;65,00;60,00\n"
    assert [line.valor_liberado for line in read(text, own).linhas] == [6000]
    with pytest.raises(SheetNotRecognised, match=r"mapeamentos/retorno-ipasem\.toml"):
        read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'motivo = ["por quê"]\nvalor_liberado = "vai receber"]\n',
            "linha 2, coluna 31: o texto não segue a escrita TOML. Confira aspas, colchetes e se a chave"
            ' não foi escrita duas vezes: valor_liberado = ["vai receber"].',
        ),
        (
            'valor_librado = ["vai receber"]\n',
            'a chave "valor_librado" não existe. Você quis dizer "valor_liberado"? Há: numero_autorizacao,'
            " codigo_procedimento, data, valor_informado, valor_liberado, quantidade, valor_glosa, motivo, movimento,"
            " protocolo, dente, faces, beneficiario, numero_carteira.",
        ),
        (
            'data = "dia"\n',
            '"data" é uma lista de nomes de coluna, cada um entre aspas: data = ["nome da coluna"].',
        ),
    ],
)
def test_a_mistake_in_the_office_s_own_names_is_told_and_nothing_is_read(tmp_path: Path, text: str, told: str) -> None:
    own = tmp_path / "retorno-ipasem.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read(PLAIN, own)
    assert (caught.value.problems, caught.value.where) == ((told,), str(own))


@pytest.mark.parametrize("said", ["A1", "A1:E3", "A1:XFD1048576"])
def test_a_workbook_that_lies_about_its_size_loses_no_line(said: str) -> None:
    """Excel reads the cells; a reader that trusts the sheet's own dimension loses the rows behind it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["autorização", "código", "data", "informado", "liberado"])
    for number in range(40):
        sheet.append([f"{number + 1}", "2", "03/10/2026", 65, 65])
    whole, lying = BytesIO(), BytesIO()
    book.save(whole)
    with ZipFile(whole) as parts, ZipFile(lying, "w") as written:
        for name in parts.namelist():
            told = re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>" + said.encode(), parts.read(name))
            written.writestr(name, told)
    assert lying.getvalue() != whole.getvalue()
    found = read_return(lying.getvalue(), "retorno.xlsx", portal="ipasem", competencia=Competencia(2026, 10))
    assert [line.numero_autorizacao for line in found.linhas] == [f"{number}" for number in range(1, 41)]

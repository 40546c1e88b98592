"""What an insurer sends as a spreadsheet is read line by line, or refused with the cell; nothing is guessed."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import ConfigError, InputError, ReportUntrusted, SheetNotRecognised, SheetUnreadable
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


def untrusted(act: Callable[[], Demonstrativo]) -> str:
    with pytest.raises(ReportUntrusted) as caught:
        act()
    return str(caught.value)


CHECK = (
    " Nada foi lido deste arquivo. Confira se falta ou sobra alguma linha; se o convênio o enviou assim, peça-o de"
    " novo."
)


def test_a_file_that_does_not_add_up_is_refused_with_the_row_of_its_total() -> None:
    assert untrusted(lambda: read(PLAIN.replace("Total;;;;1.195,00", "Total;;;;1.195,01"))) == (
        "retorno.csv, linha 6: os totais não são a soma das linhas (informado: diz R$ 1.195,01, soma R$ 1.195,00)."
        + CHECK
    )


def test_a_line_that_does_not_add_up_is_refused_with_its_row() -> None:
    assert untrusted(lambda: read(PLAIN.replace("40,00;25,00", "40,00;24,00"))) == (
        "retorno.csv, linha 3: informado R$ 65,00 não é igual a liberado R$ 40,00 mais glosa R$ 24,00. Nada foi lido "
        "deste arquivo. Corrija a linha, ou peça o arquivo de novo ao convênio."
    )


@pytest.mark.parametrize("minus", ["-65,00", "65,00-", "(65,00)", "(R$ 65,00)", "-R$ 65,00", "\u221265,00", "-65.00"])
def test_money_that_was_taken_back_is_read_as_it_is_however_its_minus_is_written(minus: str) -> None:
    (line,) = read(f"autorização;código;data;informado;liberado\n1;2;03/10/2026;{minus};{minus}\n").linhas
    assert (line.valor_informado, line.valor_liberado, line.valor_glosa) == (-6500, -6500, 0)


HEAD = "autorização;código;data;informado;liberado;glosa;motivo\n"


def amounts(row: str) -> tuple[int, int, int] | str:
    """Informado, liberado and glosa of one row; or what refuses it."""
    try:
        (line,) = read(f"{HEAD}1;2;03/10/2026;{row};\n").linhas
    except InputError as error:
        return error.what
    return line.valor_informado, line.valor_liberado, line.valor_glosa


@pytest.mark.parametrize(
    ("row", "read_as"),
    [
        ("65,00;0;", (6500, 0, 6500)),  # a zero that is written is told
        ("65,00;;65,00", (6500, 0, 6500)),  # the glosa says that nothing was paid
        ("65,00;;", "a célula E2 está vazia"),
        ("65,00;;25,00", "a célula E2 está vazia"),
        ("65,00;;0", "a célula E2 está vazia"),
        (";65,00;", "a célula D2 está vazia"),
        (";;", "a célula D2 está vazia"),
        ("65,00;(-65,00);", "a célula E2 não é um valor em reais: '(-65,00)'"),
        ("0;-80,00;80,00", (0, -8000, 8000)),  # taken back, and the insurer itself calls it a glosa
        ("0;-80,00;", "a célula E2 toma de volta o que pagou, e o informado da linha é R$ 0,00: '-80,00'"),
        ("0;(80,00);0", "a célula E2 toma de volta o que pagou, e o informado da linha é R$ 0,00: '(80,00)'"),
    ],
)
def test_no_amount_is_invented_of_a_cell_that_is_blank(row: str, read_as: tuple[int, int, int] | str) -> None:
    assert amounts(row) == read_as


def test_what_was_taken_back_without_its_amount_is_refused_with_the_form_that_is_read() -> None:
    with pytest.raises(InputError) as caught:
        read(f"{HEAD}1;2;03/10/2026;0;-80,00;;\n")
    assert caught.value.do == (
        "Nada foi lido deste arquivo. O que é tomado de volta se escreve negativo nos dois, informado e liberado: "
        "-80,00, (80,00) ou 80,00-. Corrija a linha, ou peça o arquivo de novo ao convênio."
    )


def test_a_formula_that_was_never_computed_is_no_amount() -> None:
    rows: list[list[object]] = [[*HEAD.strip().split(";")], ["1", "2", "03/10/2026", 65, 65, "=D2-E2", ""]]
    with pytest.raises(InputError) as caught:
        read_book(("Outubro", rows))
    assert (caught.value.what, caught.value.where) == (
        "a célula F2 tem uma fórmula sem resultado",
        "retorno.xlsx, Outubro",
    )


@pytest.mark.parametrize("motive", ["Total glosado - falta assinatura", "Subtotal glosado", "TOTAL"])
def test_a_line_whose_motive_begins_with_total_is_a_line(motive: str) -> None:
    report = read(f"{HEAD}1;2;03/10/2026;65,00;0;65,00;{motive}\nTotal;;;65,00;0;65,00;\n")
    assert [(line.numero_autorizacao, line.motivo) for line in report.linhas] == [("1", motive)]


def test_a_broken_line_is_not_taken_for_a_total_by_its_motive() -> None:
    with pytest.raises(InputError, match="a célula B3 está vazia"):
        read(f"{HEAD}1;2;03/10/2026;65,00;65,00;;\n2;;;65,00;0;65,00;Total glosado\n")


def test_a_line_with_a_wrong_date_is_not_taken_for_a_total_by_a_note_beside_it() -> None:
    text = "autorização;código;data;informado;liberado;nota\n1;2;31/02/2026;65,00;65,00;Total glosado\n"
    with pytest.raises(InputError, match="a célula C2 não é uma data"):
        read(text)


def groups(*totals: str) -> str:
    """Two groups of lines, 65,00 and 30,00 + 5,00, each row of `totals` after its group, the last ones at the end."""
    first, second, *rest = totals
    lines = [f"{n};2;03/10/2026;{valor};{valor};;" for n, valor in enumerate(("65,00", "30,00", "5,00"), start=1)]
    return HEAD + "\n".join([lines[0], first, *lines[1:], second, *rest]) + "\n"


@pytest.mark.parametrize(
    "totals",
    [
        ("Subtotal;;;65,00;65,00;;", "Sub-total;;;35,00;35,00;;", "Total geral;;;100,00;100,00;0,00;"),
        ("Total;;;65,00;65,00;;", "Total;;;100,00;100,00;;"),  # added up as it goes
        ("Total do dia;;03/10/2026;65,00;;;", "Total pago;;;;35,00;;", ";;;100,00;100,00;;Totais"),
        ("Total de guias;1;;;;;", "Totais;;;100,00;100,00;;"),
    ],
)
def test_subtotals_and_totals_that_are_right_are_taken(totals: tuple[str, ...]) -> None:
    assert len(read(groups(*totals)).linhas) == 3


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        (
            ("Subtotal;;;60,00;65,00;;", "Subtotal;;;35,00;35,00;;", "Total;;;100,00;100,00;;"),
            "linha 3: os totais não são a soma das linhas (informado: diz R$ 60,00, soma R$ 65,00).",
        ),
        (
            ("Subtotal;;;65,00;65,00;;", "Subtotal;;;35,00;34,00;1,00;", "Total;;;100,00;100,00;;"),
            "linha 6: os totais não são a soma das linhas (liberado: diz R$ 34,00, soma R$ 35,00; glosa: diz R$ 1,00, "
            "soma R$ 0,00).",
        ),
        (
            ("Subtotal;;;65,00;65,00;;", "Total geral;;;35,00;35,00;;"),
            "linha 6: os totais não são a soma das linhas (informado: diz R$ 35,00, soma R$ 100,00; liberado: diz "
            "R$ 35,00, soma R$ 100,00).",
        ),
    ],
)
def test_a_subtotal_that_is_wrong_is_told_though_the_last_total_is_right(totals: tuple[str, ...], told: str) -> None:
    assert untrusted(lambda: read(groups(*totals))) == f"retorno.csv, {told}{CHECK}"


def read_book(*sheets: tuple[str, Sequence[Sequence[object]]]) -> Demonstrativo:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    whole = BytesIO()
    book.save(whole)
    return read_return(whole.getvalue(), "retorno.xlsx", portal="ipasem", competencia=Competencia(2026, 10))


def sheet_of(valor: int, *totals: int) -> list[list[object]]:
    line = ["1", "2", "03/10/2026", valor, valor, 0, ""]
    return [[*HEAD.strip().split(";")], line, *(["Total", "", "", total, total, 0, ""] for total in totals)]


def test_each_sheet_s_total_is_compared_with_its_own_lines() -> None:
    report = read_book(("Outubro", sheet_of(65, 65)), ("Extra", sheet_of(30, 30, 95)))
    assert (len(report.linhas), report.total_informado) == (2, 9500)
    assert untrusted(lambda: read_book(("Outubro", sheet_of(65, 60)), ("Extra", sheet_of(30, 30)))) == (
        "retorno.xlsx, Outubro, linha 3: os totais não são a soma das linhas (informado: diz R$ 60,00, soma R$ 65,00; "
        "liberado: diz R$ 60,00, soma R$ 65,00)." + CHECK
    )


def test_a_total_may_stand_above_its_sheet_s_lines() -> None:
    def above(valor: int, total: int) -> list[list[object]]:
        heading, line, told = sheet_of(valor, total)
        return [heading, told, line]

    assert len(read_book(("Outubro", above(65, 65)), ("Extra", above(30, 30))).linhas) == 2
    assert untrusted(lambda: read_book(("Outubro", above(65, 65)), ("Extra", above(30, 31)))).startswith(
        "retorno.xlsx, Extra, linha 2: os totais não são a soma das linhas (informado: diz R$ 31,00, soma R$ 30,00"
    )


@pytest.mark.parametrize(
    ("content", "what", "do"),
    [
        (b"", "O arquivo está vazio.", "Peça ao convênio que o envie de novo."),
        (
            b"%PDF-1.7",
            "O arquivo é um PDF, não uma planilha.",
            "Peça ao convênio a planilha que deu origem ao PDF (.xlsx ou .csv).",
        ),
        (b"PK\x03\x04cut", "O arquivo está danificado ou incompleto.", "Peça ao convênio que o envie de novo."),
    ],
)
def test_what_is_no_spreadsheet_is_asked_of_who_sent_it(content: bytes, what: str, do: str) -> None:
    with pytest.raises(SheetUnreadable) as caught:
        read_return(content, "retorno.xlsx", portal="ipasem", competencia=Competencia(2026, 10))
    assert (caught.value.what, caught.value.do) == (what, do)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("65,00;40,00", "65,0x;40,00", "a célula E3 não é um valor em reais: '65,0x'"),
        ("03/10/2026", "31/02/2026", "a célula C3 não é uma data dd/mm/aaaa: '31/02/2026'"),
        ("2026-10-04;2;", "2026-10-04;duas;", "a célula D4 não é uma quantidade: 'duas'"),
        ("0678555;", ";", "a célula A3 está vazia"),
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

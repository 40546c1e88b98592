"""One field over several columns, and one row of several sessions with an hour for each."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mappings.campo import Campo
from mappings.sheet import SheetMapping
from spreadsheets.reading.leitura import Leitura
from tests.spreadsheets.reading.sheet_file import problems, read, xlsx

CASSIND = "CASSIND 10-2026.xlsx"
FIXED = ("004620001", "Ana Prokop", "00414232204030606", "50000616", "71234")
TITLES = ("Guia", "Paciente", "Carteirinha", "TUSS", "CRFa")


def sessions(leitura: Leitura) -> list[tuple[int, str, str]]:
    return [(i.lancamento.data.day, i.complemento.hora_inicial, i.complemento.hora_final) for i in leitura.itens]


def of_row(folder: Path, titles: tuple[str, ...], *cells: Any) -> Leitura:
    return read(xlsx(folder, (*TITLES, *titles), (*FIXED, *cells), name=CASSIND))


@pytest.mark.parametrize(
    "titles",
    [
        ("Data 1", "Data 2", "Data 3"),
        ("1ª sessão", "2ª sessão", "3ª sessão"),
        ("Dt.1", "Dt.2", "Dt.3"),
        ("Data da sessão 01", "Data da sessão 02", "Data da sessão 03"),
        ("Dia (1)", "Dia (2)", "Dia (3)"),
        ("1º atend.", "2º atend.", "3º atend."),
    ],
)
def test_numbered_columns_of_dates_are_a_session_each_and_blank_ones_are_none(
    titles: tuple[str, ...], tmp_path: Path
) -> None:
    leitura = of_row(tmp_path, (*titles, "Valor sessão"), date(2026, 10, 1), "08/10", "", 90)
    assert (sessions(leitura), problems(leitura)) == ([(1, "", ""), (8, "", "")], [])
    assert [entry.valor_informado for entry in leitura.lancamentos] == [9000, 9000]


def test_a_wrong_date_in_a_numbered_column_holds_the_row_at_its_own_cell(tmp_path: Path) -> None:
    assert problems(of_row(tmp_path, ("Data 1", "Data 2"), "01/10/2026", "32/10/2026")) == [("G2", "invalid_date")]
    assert problems(of_row(tmp_path, ("Data 1", "Data 2"), "01/10/2026", "01/10/2026")) == [("F2", "duplicate_session")]
    two = (*FIXED, "01/10/2026", "08/10/2026"), ("004620002", *FIXED[1:], "", "")
    leitura = read(xlsx(tmp_path, (*TITLES, "Data 1", "Data 2"), *two, name=CASSIND))
    assert problems(leitura) == [("F3", "missing_date")]


def test_a_date_beside_numbered_dates_is_asked_about_and_numbered_columns_without_dates_are_no_dates(
    tmp_path: Path,
) -> None:
    titles = ("Data", "Data 1", "Data 2")
    asked = of_row(tmp_path, titles, "05/09/2026", "01/10/2026", "08/10/2026").questions
    assert [(q.campo, q.opcoes) for q in asked] == [("data", ("Data (coluna F)", "Data 1 (coluna G)"))]
    signed = of_row(tmp_path, ("Data", "Sessão 1", "Sessão 2"), "05/10/2026", "assinou", "assinou")
    assert sessions(signed) == [(5, "", "")]


def test_numbered_hours_go_with_the_dates_of_the_same_number(tmp_path: Path) -> None:
    titles = ("Data 1", "Hora 1", "Data 2", "Hora 2")
    leitura = of_row(tmp_path, titles, "01/10/2026", "14:00 às 14:50", "08/10/2026", "15:00 às 15:50")
    assert sessions(leitura) == [(1, "14:00", "14:50"), (8, "15:00", "15:50")]
    missing = of_row(tmp_path, titles, "01/10/2026", "14:00", "08/10/2026", "")
    assert problems(missing) == [("G2", "time_mismatch")]


def test_a_name_and_a_surname_in_two_columns_are_one_patient(tmp_path: Path) -> None:
    titles = ("Autorização", "Nome", "Sobrenome", "Matrícula", "Código", "Data")
    day = date(2026, 10, 5)
    rows = [
        (2678555, "Ana", "Prokop Vargas", "7014-2", "50000616", day),
        (2678556, "Ana Prokop", "Prokop", "7014-2", "50000616", day),
        (2678557, "Ana Prokop", "", "7014-2", "50000616", day),
    ]
    leitura = read(xlsx(tmp_path, titles, *rows))
    assert [e.beneficiario for e in leitura.lancamentos] == ["Ana Prokop Vargas", "Ana Prokop", "Ana Prokop"]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("14:00-14:50, 15:00-15:50", [(1, "14:00", "14:50"), (8, "15:00", "15:50")]),
        ("14h às 14h50; 15h às 15h50", [(1, "14:00", "14:50"), (8, "15:00", "15:50")]),
        ("08:00 às 08:50", [(1, "08:00", "08:50"), (8, "08:00", "08:50")]),
        ("09:00\n16:00", [(1, "09:00", ""), (8, "16:00", "")]),
    ],
)
def test_hours_in_one_cell_are_those_of_its_dates_in_order_or_of_all(
    hours: str, expected: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    assert sessions(of_row(tmp_path, ("Datas", "Horários"), "01/10/2026, 08/10/2026", hours)) == expected


@pytest.mark.parametrize("hours", ["14:00-14:50, 15:00-15:50, 16:00-16:50", "14:00\n14:50"])
def test_hours_that_do_not_fit_the_dates_hold_the_row(hours: str, tmp_path: Path) -> None:
    leitura = of_row(tmp_path, ("Datas", "Horários"), "01/10/2026, 08/10/2026", hours)
    assert problems(leitura) == [("G2", "time_mismatch")]


def test_starts_and_ends_in_two_columns_are_lists_together(tmp_path: Path) -> None:
    titles = ("Datas", "Hora início", "Hora fim")
    leitura = of_row(tmp_path, titles, "01/10/2026, 08/10/2026", "14:00, 15:00", "14:50, 15:50")
    assert sessions(leitura) == [(1, "14:00", "14:50"), (8, "15:00", "15:50")]


def test_numbered_codes_are_read_where_a_row_has_one_and_hold_it_where_it_has_two(tmp_path: Path) -> None:
    titles = ("Guia", "Data", "Paciente", "CRM", "Cód. 1", "Qtd 1", "Valor 1", "Cód. 2", "Qtd 2", "Valor 2")
    fixed = (date(2026, 10, 5), "Ana Prokop", "31207", "40304361", 1, 30)
    rows = [("004620001", *fixed, "40302040", 2, 22), ("004620002", *fixed, "", "", "")]
    path = xlsx(tmp_path, titles, *rows, name=CASSIND)
    chosen = SheetMapping(colunas={Campo.CODIGO_PROCEDIMENTO: "Cód. 1", Campo.VALOR_INFORMADO: "Valor 1"})
    for mapping in (None, chosen):
        leitura = read(path, mapping=mapping)
        assert [(e.numero_autorizacao, e.valor_informado) for e in leitura.lancamentos] == [("004620002", 3000)]
        assert problems(leitura) == [("H2", "several_codes")]

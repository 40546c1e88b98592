"""What a careful clerk would not take at its word: cancelled rows wherever it is said, dates of two orders, typos."""

from datetime import date
from pathlib import Path

import pytest

from mappings.campo import Campo
from mappings.headings import heading_meaning
from spreadsheets.reading.leitura import Leitura
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

NUMBER, DAY, NAME, CARD, CODE, AMOUNT = ROW


def held_codes(leitura: Leitura) -> set[str]:
    return {rejeitada.code for rejeitada in leitura.rejeitadas}


@pytest.mark.parametrize(
    "text",
    [
        *("CANCELADO", "canc.", "não realizou", "estorno do mês", "paciente ausente", "remarcado p/ 20/10"),
        *("desistiu", "faltou", "FALTA JUSTIFICADA", "não houve atendimento", "já pago em outubro"),
    ],
)
def test_a_row_that_any_column_says_did_not_happen_is_held_at_that_cell(text: str, tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, (*HEADING, "Recado da recepção"), (*ROW, text)))
    assert (problems(leitura), leitura.lancamentos) == ([("G2", "cancelled")], ())


def test_the_words_of_a_cancelled_row_hold_it_in_any_place_even_beyond_the_headings(tmp_path: Path) -> None:
    rows = [
        (NUMBER, DAY, f"{NAME} (faltou)", CARD, CODE, AMOUNT),
        (NUMBER + 1, DAY, NAME, "cancelado", CODE, AMOUNT),
        (NUMBER + 2, DAY, NAME, CARD, CODE, AMOUNT, "cancelado pelo paciente"),
    ]
    leitura = read(xlsx(tmp_path, HEADING, *rows))
    assert problems(leitura) == [("C2", "cancelled"), ("D3", "cancelled"), ("G4", "cancelled")]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Assinatura do paciente", "falta"),
        ("Profissional", "Dra. Falta Grave"),
        ("Obs", "falta assinar a guia"),
        ("Obs", "não houve intercorrências; ausência de dor"),
        ("Faturista: mensagem", "já lançado"),
        ("Descrição", "Retirar pontos"),
    ],
)
def test_the_same_words_said_of_something_else_hold_nothing(heading: str, text: str, tmp_path: Path) -> None:
    assert problems(read(xlsx(tmp_path, (*HEADING, heading), (*ROW, text)))) == []


def test_one_text_of_a_table_holds_the_row_of_one_column_and_not_that_of_another(tmp_path: Path) -> None:
    heading = (*HEADING, "Profissional", "Obs")
    rows = [(*ROW, "Dra. Falta", ""), (NUMBER + 1, *ROW[1:], "", "Dra. Falta")]
    leitura = read(xlsx(tmp_path, heading, *rows))
    assert (problems(leitura), [e.profissional for e in leitura.lancamentos]) == ([("H3", "cancelled")], ["Dra. Falta"])


def test_one_text_of_a_table_repeats_the_cell_above_in_one_column_and_is_a_value_in_another(tmp_path: Path) -> None:
    heading = (*HEADING, "Via de acesso", "Obs")
    rows = [(*ROW, "Única", "ok"), (NUMBER + 1, DAY, "Mesma", CARD, CODE, AMOUNT, "Mesma", "Mesma")]
    leitura = read(xlsx(tmp_path, heading, *rows))
    said = [(i.lancamento.beneficiario, i.complemento.via_acesso, i.lancamento.observacao) for i in leitura.itens]
    assert said == [(NAME, "Única", "ok"), (NAME, "Mesma via", "Mesma")]


def test_a_ticked_column_faltou_holds_its_row(tmp_path: Path) -> None:
    rows = [(*ROW, "x"), (NUMBER + 1, *ROW[1:], ""), (NUMBER + 2, *ROW[1:], "não")]
    leitura = read(xlsx(tmp_path, (*HEADING, "Faltou?"), *rows))
    assert (problems(leitura), len(leitura.lancamentos)) == ([("G2", "cancelled")], 2)


def test_a_row_that_may_have_been_billed_is_held_and_an_unknown_situation_is_told(tmp_path: Path) -> None:
    words = ("Realizado", "Faturado", "Pago", "Azul")
    rows = [(NUMBER + n, *ROW[1:], word) for n, word in enumerate(words)]
    leitura = read(xlsx(tmp_path, (*HEADING, "Situação"), *rows))
    assert problems(leitura) == [("G3", "already_billed"), ("G4", "already_billed")]
    assert [(a.code, a.celula) for a in leitura.avisos] == [("situacao", "G5")]


def test_a_date_that_two_orders_in_one_column_leave_open_is_held(tmp_path: Path) -> None:
    days = ("13/10/2026", "10/15/2026", "10/09/2026", "09/10/2026")
    leitura = read(xlsx(tmp_path, HEADING, *((NUMBER + n, day, *ROW[2:]) for n, day in enumerate(days))))
    assert [entry.data for entry in leitura.lancamentos] == [date(2026, 10, 13), date(2026, 10, 9)]
    assert problems(leitura) == [("B3", "invalid_date"), ("B4", "date_swapped")]


def test_a_month_without_year_after_the_one_billed_is_last_years_only_at_the_turn_of_the_year(tmp_path: Path) -> None:
    rows = [(NUMBER, "28/12", *ROW[2:])]
    (january,) = read(xlsx(tmp_path, HEADING, *rows, name="IPASEM 01-2026.xlsx")).lancamentos
    assert january.data == date(2025, 12, 28)
    november = read(xlsx(tmp_path, HEADING, *rows, name="IPASEM 11-2026.xlsx"))
    assert problems(november) == [("B2", "invalid_date")]


@pytest.mark.parametrize(
    ("heading", "campo"),
    [
        ("Atendimento Código", Campo.CODIGO_PROCEDIMENTO),
        ("Cirurgia Início", Campo.HORA_INICIAL),
        ("Beneficiário Cartão", Campo.NUMERO_CARTEIRA),
        ("Guia Data", None),
        ("Titular Nome", None),
    ],
)
def test_a_heading_in_two_rows_is_known_by_the_lower_one_when_the_upper_only_names_a_group(
    heading: str, campo: Campo | None
) -> None:
    meaning = heading_meaning(heading)
    assert (meaning.campo if meaning else None) == campo


def test_a_patient_column_one_letter_wrong_is_known_and_a_column_of_names_without_one_is_asked_about(
    tmp_path: Path,
) -> None:
    (entry,) = read(
        xlsx(tmp_path, ("Autorização", "Data", "Pasiente", "Matrícula", "Código", "Valor"), ROW)
    ).lancamentos
    assert entry.beneficiario == NAME
    asked = read(xlsx(tmp_path, ("Autorização", "Data", "Quem veio", "Matrícula", "Código", "Valor"), ROW)).questions
    assert [(question.campo, question.opcoes) for question in asked] == [("beneficiario", ("Quem veio (coluna C)",))]


def test_a_column_of_codes_with_ditto_marks_is_still_one_of_codes(tmp_path: Path) -> None:
    rows = [(NUMBER, DAY, NAME, "50000616"), (NUMBER + 1, DAY, NAME, '"'), (NUMBER + 2, DAY, NAME, "idem")]
    leitura = read(xlsx(tmp_path, ("Autorização", "Data", "Paciente", "Procedimento"), *rows))
    assert [entry.codigo_procedimento for entry in leitura.lancamentos] == ["50000616"] * 3


def test_a_group_of_an_insurer_nobody_knows_is_held_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [("IPASEM",), ROW, ("UNIMED",), ROW, ("SAÚDE MAIS VIDA",), (NUMBER + 1, *ROW[1:])]
    leitura = read(xlsx(tmp_path, HEADING, *rows, name="faturamento 10-2026.xlsx"))
    assert [entry.origem.linha for entry in leitura.lancamentos] == [3]
    assert ({r.linha for r in leitura.rejeitadas}, leitura.questions) == ({7}, ())
    assert "unknown_group" in held_codes(leitura)

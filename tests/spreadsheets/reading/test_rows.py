"""Rows: every problem at once with its cell, nothing invented, duplicates held."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Lancamento, Origem
from spreadsheets.reading.leitura import Aviso, LinhaRejeitada
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

D = date(2026, 10, 5)


def test_a_row_is_read_as_the_sheet_states_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path, (*HEADING, "Qtde", "Obs", "CRM"), (*ROW, 1, "retorno", "CRM/RS 31207"))
    assert read(path).lancamentos == (
        Lancamento(
            clinica="vale",
            portal="ipasem",
            kind=Kind.PROCEDIMENTO,
            competencia=Competencia(2026, 10),
            numero_autorizacao="2678555",
            codigo_procedimento="50000616",
            data=D,
            valor_informado=6500,
            beneficiario="Adelina Prokop Vargas",
            numero_carteira="7014-2",
            codigo_conselho="31207",
            observacao="retorno",
            origem=Origem(arquivo=path.name, aba="Plan1", linha=2),
        ),
    )


def test_every_problem_of_a_row_is_told_at_once_with_cell_heading_reason_and_what_was_seen(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, ("29912O4", "31/02/2026", None, None, "5000", "a combinar")))
    assert leitura.lancamentos == ()
    assert problems(leitura) == [
        ("A2", "invalid_authorization"),
        ("B2", "invalid_date"),
        ("F2", "invalid_amount"),
        ("C2", "missing_patient"),
    ]
    assert leitura.rejeitadas[1] == LinhaRejeitada(
        aba="Plan1",
        linha=2,
        coluna="Data",
        celula="B2",
        code="invalid_date",
        motivo="'31/02/2026' não foi aceita como data: 31/02/2026 não existe. Escreva dd/mm/aaaa.",
        visto="31/02/2026",
    )
    assert str(leitura.rejeitadas[0]) == (
        'aba "Plan1", célula A2 ("Autorização"): '
        "'29912O4' não foi aceito como autorização: só se aceitam dígitos, de 3 a 20."
    )


def test_a_blank_amount_goes_on_with_a_warning_and_is_not_invented(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, (*ROW[:5], None)))
    assert [e.valor_informado for e in leitura.lancamentos] == [None]
    assert leitura.avisos == (
        Aviso("missing_amount", "valor em branco: o portal usará o da tabela dele", "Plan1", 2, "Valor", "F2"),
    )


def test_the_same_row_twice_is_held_with_the_row_it_repeats(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, ROW, ("2678555 ", "05/10/2026", "adelina prokop vargas", *ROW[3:])))
    assert [e.origem.linha for e in leitura.lancamentos] == [2]
    assert [(r.linha, r.code, r.motivo, r.duplicate_of) for r in leitura.rejeitadas] == [
        (3, "duplicate", "Repete a linha 2. Retire-a, ou diga o que as distingue.", "Plan1!2")
    ]


def test_rows_of_one_key_that_disagree_are_all_held(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, ROW, (*ROW[:5], 81.24)))
    assert leitura.lancamentos == ()
    assert [(r.linha, r.code, r.coluna, r.duplicate_of) for r in leitura.rejeitadas] == [
        (2, "conflict", "valor", "Plan1!3"),
        (3, "conflict", "valor", "Plan1!2"),
    ]


def test_another_date_code_or_tooth_is_another_service(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        (*HEADING, "Dente", "Face"),
        (*ROW[:4], "2334", 65, 17, "OM"),
        (*ROW[:4], "2334", 65, 16, "OM"),
        (*ROW[:4], "1110", 65, 17, None),
        (ROW[0], date(2026, 10, 6), *ROW[2:4], "2334", 65, 17, "OM"),
        (*ROW[:4], "2334", 65, 17, "MO"),
    )
    leitura = read(path)
    assert [(e.dente, e.faces, e.kind) for e in leitura.lancamentos] == [
        ("17", "MO", Kind.ODONTOLOGIA),
        ("16", "MO", Kind.ODONTOLOGIA),
        ("17", "", Kind.ODONTOLOGIA),
        ("17", "MO", Kind.ODONTOLOGIA),
    ]
    assert [(r.linha, r.duplicate_of) for r in leitura.rejeitadas] == [(6, "Plan1!2")]


def test_two_sessions_of_a_day_at_different_times_are_two_services(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Início", "Término")
    path = xlsx(
        tmp_path,
        heading,
        ("004733010", D, "Bia Souza", "50000616", "08:00", "08:45"),
        ("004733010", D, "Bia Souza", "50000616", "14:00", "14:45"),
        name="CASSIND terapias 10-2026.xlsx",
    )
    leitura = read(path)
    assert [(e.kind, e.ocorrencia) for e in leitura.lancamentos] == [(Kind.SERIADO, 1), (Kind.SERIADO, 2)]
    assert [a.motivo for a in leitura.avisos] == ["segundo atendimento igual ao da linha 2, em outro horário ou grau"]


def test_several_dates_in_a_cell_are_one_entry_each_and_must_match_the_quantity(tmp_path: Path) -> None:
    heading = ("Guia", "Datas", "Paciente", "Código", "Qtde")
    path = xlsx(
        tmp_path,
        heading,
        ("004733010", "01, 08 e 15/10", "Bia Souza", "50000616", 3),
        ("004733011", "01 e 08/10", "Ana Souza", "50000616", 3),
        name="CASSIND fono 10-2026.xlsx",
    )
    leitura = read(path)
    assert [(e.data.day, e.quantidade) for e in leitura.lancamentos] == [(1, 1), (8, 1), (15, 1)]
    assert [r.motivo for r in leitura.rejeitadas] == ["São 2 datas e a quantidade diz 3. Confira com a clínica."]


def test_unit_and_total_must_agree_with_the_quantity(tmp_path: Path) -> None:
    heading = (*HEADING[:5], "Qtd", "Valor unit.", "Valor total")
    path = xlsx(tmp_path, heading, (*ROW[:5], 2, 65, 130), (2678556, *ROW[1:5], 2, 65, 65))
    leitura = read(path)
    assert [(e.quantidade, e.valor_informado) for e in leitura.lancamentos] == [(2, 13000)]
    assert [r.motivo for r in leitura.rejeitadas] == ["2 × 65,00 não dá 65,00. Confira quantidade e valores."]


def test_a_number_shorter_than_those_that_begin_with_zero_is_asked_about(tmp_path: Path) -> None:
    heading = ("Senha", "Data", "Paciente", "Código")
    rows = [("004512876", D, "Ana", "10101012"), (4512877, D, "Bia", "10101012")]
    leitura = read(xlsx(tmp_path, heading, *rows, name="CASSIND outubro.xlsx"))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["004512876"]
    assert problems(leitura) == [("A3", "lost_zeros")]


def test_cancelled_struck_and_hidden_rows_wait_for_a_person(tmp_path: Path) -> None:
    rows = [(2678555 + n, *ROW[1:], note) for n, note in enumerate(["paciente faltou", None, None])]
    path = xlsx(tmp_path, (*HEADING, "Obs"), *rows)
    book = load_workbook(path)
    book["Plan1"]["A3"].font = Font(strike=True)
    book["Plan1"].row_dimensions[4].hidden = True
    book.save(path)
    leitura = read(path)
    assert leitura.lancamentos == ()
    assert problems(leitura) == [("G2", "cancelled"), ("A3", "struck_row"), ("A4", "hidden_row")]


def test_of_a_cell_that_says_cancelled_only_the_words_that_say_so_are_told(tmp_path: Path) -> None:
    row = (*ROW[:2], "Maria Souza - faltou", *ROW[3:])
    leitura = read(xlsx(tmp_path, (*HEADING, "Obs"), row, (2678556, *ROW[1:], "Ana Lima NÃO VEIO dia 5")))
    assert [(r.celula, r.motivo) for r in leitura.rejeitadas] == [
        ("C2", "A linha diz 'faltou'. Confirme se deve ser cobrada."),
        ("G3", "A linha diz 'nao veio'. Confirme se deve ser cobrada."),
    ]


def test_a_formula_never_computed_is_asked_about_and_not_read_as_blank(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, (*ROW[:5], "=60+5")))
    assert [(r.celula, r.motivo) for r in leitura.rejeitadas] == [
        ("F2", "A fórmula está sem resultado ou com erro. Abra a planilha no Excel, corrija, salve e envie de novo.")
    ]


def test_a_number_shown_with_leading_zeros_keeps_them(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, (4512876, *ROW[1:]))
    book = load_workbook(path)
    book["Plan1"]["A2"].number_format = "000000000"
    book.save(path)
    assert [e.numero_autorizacao for e in read(path).lancamentos] == ["004512876"]


def test_an_amount_merged_over_several_rows_is_given_to_none_of_them(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, (None, *(None,) * 3, "50000470", None))
    book = load_workbook(path)
    for column in "ABCDF":
        book["Plan1"].merge_cells(f"{column}2:{column}3")
    book.save(path)
    leitura = read(path)
    assert leitura.lancamentos == ()
    assert problems(leitura) == [("F2", "merged_amount"), ("F3", "merged_amount")]


def test_a_hundred_times_the_usual_amount_is_read_and_warned_of(tmp_path: Path) -> None:
    rows = [(2678555 + n, *ROW[1:5], 6500 if n == 4 else 65) for n in range(5)]
    leitura = read(xlsx(tmp_path, HEADING, *rows))
    assert [e.valor_informado for e in leitura.lancamentos] == [6500, 6500, 6500, 6500, 650000]
    assert [(a.linha, a.motivo) for a in leitura.avisos] == [(6, "o valor 6.500,00 é muito diferente do usual, 65,00")]


def test_dates_that_an_english_excel_turned_round_are_held_even_in_the_month_before(tmp_path: Path) -> None:
    days = (date(2026, 9, 10), date(2026, 10, 10), "13/10/2026", "14/10/2026")
    leitura = read(xlsx(tmp_path, HEADING, *((2678555 + n, day, *ROW[2:]) for n, day in enumerate(days))))
    assert [e.data.day for e in leitura.lancamentos] == [10, 13, 14]
    assert problems(leitura) == [("B2", "date_swapped")]
    late = read(xlsx(tmp_path, HEADING, (2678555, days[0], *ROW[2:]), (*ROW[:1], days[1], *ROW[2:])))
    assert [e.data.month for e in late.lancamentos] == [9, 10]


def test_text_dates_with_the_month_first_are_judged_over_the_whole_column(tmp_path: Path) -> None:
    rows = [(2678555 + n, day, *ROW[2:]) for n, day in enumerate(["10/13/2026", "10/05/2026", "10/20/2026"])]
    leitura = read(xlsx(tmp_path, HEADING, *rows))
    assert [e.data.day for e in leitura.lancamentos] == [13, 5, 20]
    assert [a.motivo for a in leitura.avisos] == [
        'as datas da coluna "Data" estão como mês/dia/ano e foram lidas assim'
    ]


def test_a_cell_with_an_error_of_excel_is_asked_about_and_not_read_as_blank(tmp_path: Path) -> None:
    assert problems(read(xlsx(tmp_path, HEADING, (*ROW[:5], "#REF!")))) == [("F2", "formula")]


def test_a_record_with_a_separator_inside_a_value_is_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "IPASEM 10-2026.csv"
    path.write_text("Autorizacao,Data,Paciente,Codigo,Valor\n2678555,05/10/2026,Ana Souza,50000616,65,50\n")
    assert problems(read(path)) == [("A2", "extra_cells")]


def test_a_row_whose_status_is_not_done_waits_for_a_person(tmp_path: Path) -> None:
    rows = [(2678555 + n, *ROW[1:], status) for n, status in enumerate(["Realizado", "Agendado", "Não", "Faltou"])]
    leitura = read(xlsx(tmp_path, (*HEADING, "Status"), *rows))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555"]
    assert problems(leitura) == [("G3", "not_done"), ("G4", "not_done"), ("G5", "cancelled")]


def test_a_surgeons_fee_without_hours_degree_or_access_route_is_held_at_each_empty_cell(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Início", "Término", "Grau", "Via")
    first = ("004610206", D, "Ana Prokop", "31005497", "08:00", "09:30", "00", "Única")
    rows = [first, ("004610207", *first[1:4], None, None, None, None)]
    leitura = read(xlsx(tmp_path, heading, *rows, name="CASSIND honorários 10-2026.xlsx"))
    assert [(e.kind, e.numero_autorizacao) for e in leitura.lancamentos] == [(Kind.HONORARIO, "004610206")]
    assert problems(leitura) == [
        ("E3", "missing_time"),
        ("F3", "missing_time"),
        ("G3", "missing_participation"),
        ("H3", "missing_access_route"),
    ]


@pytest.mark.parametrize("title", ["10/2026", "2026", "Competência 10/2026"])
def test_the_sessions_under_a_merged_authorisation_are_read_whatever_the_title_says(title: str, tmp_path: Path) -> None:
    further = [(None, date(2026, 10, day), None, "50000470") for day in (12, 19)]
    path = xlsx(
        tmp_path, (title,), ("Autorização", "Data", "Paciente", "Código"), (2678555, D, "Ana", "50000470"), *further
    )
    book = load_workbook(path)
    for column in "AC":
        book["Plan1"].merge_cells(f"{column}3:{column}5")
    book.save(path)
    leitura = read(path)
    assert [(e.numero_autorizacao, e.data.day) for e in leitura.lancamentos] == [
        ("2678555", 5),
        ("2678555", 12),
        ("2678555", 19),
    ]
    assert (leitura.rejeitadas, leitura.ignoradas) == ((), ())


def test_rows_of_figures_alone_under_a_title_of_figures_are_attendances(tmp_path: Path) -> None:
    lines = [("10/2026",), ("Paciente: Ana Prokop",), ("Guia: 2678555",), ("Data", "Código", "Valor")]
    leitura = read(xlsx(tmp_path, *lines, (D, "10101012", 100), (date(2026, 10, 12), "10101012", 100)))
    assert [(e.numero_autorizacao, e.data.day) for e in leitura.lancamentos] == [("2678555", 5), ("2678555", 12)]


def test_a_title_printed_again_on_the_next_page_is_no_attendance_though_its_numbers_are_others(tmp_path: Path) -> None:
    leitura = read(
        xlsx(tmp_path, ("Produção IPASEM 10/2026 - folha 1",), HEADING, ROW, ("Produção IPASEM 10/2026 - folha 2",))
    )
    assert [(i.linha, i.motivo) for i in leitura.ignoradas] == [(4, "cabeçalho repetido")]
    assert (len(leitura.lancamentos), leitura.rejeitadas) == (1, ())

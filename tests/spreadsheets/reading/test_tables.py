"""Where the table is, what its columns are, and what is no attendance."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agent.model.competencia import Competencia
from agent.model.errors import SheetNotRecognised
from mappings.campo import Campo
from mappings.headings import heading_meaning
from spreadsheets.reading.leitura import LinhaIgnorada
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

D = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("heading", "campo"),
    [
        ("Nº da Autorização", Campo.NUMERO_AUTORIZACAO),
        ("Aut.", Campo.NUMERO_AUTORIZACAO),
        ("Guia/Senha", Campo.NUMERO_AUTORIZACAO),
        ("Dt. do Atend.", Campo.DATA),
        ("DATA DA SESSÃO", Campo.DATA),
        ("Nome do Segurado", Campo.BENEFICIARIO),
        ("Pac.", Campo.BENEFICIARIO),
        ("Nº Carteirinha", Campo.NUMERO_CARTEIRA),
        ("Cód. TUSS/AMB", Campo.CODIGO_PROCEDIMENTO),
        ("Vlr. Consulta (R$)", Campo.VALOR_INFORMADO),
        ("Valor Unit.", Campo.VALOR_UNITARIO),
        ("Vl Total", Campo.VALOR_TOTAL),
        ("Hr. fim", Campo.HORA_FINAL),
        ("Face(s)", Campo.FACES),
        ("CREFITO", Campo.CODIGO_CONSELHO),
    ],
)
def test_a_heading_is_known_through_abbreviations_accents_and_case(heading: str, campo: Campo) -> None:
    meaning = heading_meaning(heading)
    assert meaning is not None
    assert meaning.campo == campo


@pytest.mark.parametrize(
    "heading", ["Data de nascimento", "Data da emissão", "Validade da carteira", "Valor pago", "Valor glosado", "CPF"]
)
def test_a_heading_of_something_else_is_never_taken_for_a_field(heading: str) -> None:
    meaning = heading_meaning(heading)
    assert meaning is None or meaning.campo is None


def test_titles_above_and_totals_signatures_and_repeated_headings_are_reported_not_read(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ("CLÍNICA SÃO JERÔNIMO",),
        ("Data:", "31/10/2026"),
        (),
        HEADING,
        ROW,
        ("Subtotal", None, None, None, None, 65),
        HEADING,
        (2678556, *ROW[1:]),
        (2, None, "TOTAL GERAL", None, None, 130),
        (),
        (None, None, "Dra. Cíntia Tondo - CRO 18442"),
        ("Novo Hamburgo, 31 de outubro de 2026",),
    )
    leitura = read(path)
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555", "2678556"]
    assert leitura.rejeitadas == ()
    assert leitura.ignoradas == (
        LinhaIgnorada("Plan1", 6, "linha de total", "Subtotal | 65"),
        LinhaIgnorada("Plan1", 7, "cabeçalho repetido", " | ".join(HEADING)),
        LinhaIgnorada("Plan1", 9, "linha de total", "2 | TOTAL GERAL | 130"),
        LinhaIgnorada("Plan1", 11, "rodapé ou assinatura", "Dra. Cíntia Tondo - CRO 18442"),
        LinhaIgnorada("Plan1", 12, "rodapé ou assinatura", "Novo Hamburgo, 31 de outubro de 2026"),
    )


def test_two_tables_on_one_sheet_are_read_each_by_its_own_heading(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ("IPASEM",),
        HEADING,
        ROW,
        (),
        ("CASSIND",),
        ("Guia", "Dt Consulta", "Beneficiário", "Carteirinha", "TUSS", "Vlr"),
        ("004512876", "06/10/2026", "Bia Souza", "00411763142980106", "10101012", "110,00"),
        name="producao outubro 2026.xlsx",
    )
    assert [(e.portal, e.numero_autorizacao, e.valor_informado) for e in read(path).lancamentos] == [
        ("ipasem", "2678555", 6500),
        ("cassind", "004512876", 11000),
    ]


def test_a_column_says_the_insurer_of_each_row(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("IPASEM", *ROW),
        ("Unimed", 2678556, *ROW[1:]),
        ("IPASEN", 2678557, *ROW[1:]),
        (None, 2678558, *ROW[1:]),
    ]
    leitura = read(xlsx(tmp_path, ("Convênio", *HEADING), *rows, name="outubro 2026.xlsx"))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555"]
    assert [(i.linha, i.motivo) for i in leitura.ignoradas] == [(3, "é de outro convênio (unimed)")]
    assert problems(leitura) == [("A4", "unknown_portal"), ("A5", "missing_portal")]


def test_a_row_above_speaks_for_the_rows_of_its_patient(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ("Autorização", "Data", "Código", "Valor"),
        ("Paciente: Ana Prokop   Matrícula: 7014-2",),
        (2678555, D, "50000616", 65),
        (2678556, D, "50000616", 65),
        ("Paciente:", "Bia Souza", "Matrícula:", "7051-9"),
        (2678557, D, "50000616", 65),
    )
    leitura = read(path)
    assert [(e.origem.linha, e.beneficiario, e.numero_carteira) for e in leitura.lancamentos] == [
        (3, "Ana Prokop", "7014-2"),
        (4, "Ana Prokop", "7014-2"),
        (6, "Bia Souza", "7051-9"),
    ]
    assert [(i.linha, i.motivo) for i in leitura.ignoradas] == [(2, "título de grupo"), (5, "título de grupo")]


def test_ditto_marks_copy_the_row_above_and_a_blank_cell_does_not(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, (2678556, '"', "idem", '"', '"', '"'), (None, D, None, None, "50000616", 65))
    leitura = read(path)
    assert [(e.numero_autorizacao, e.beneficiario, e.valor_informado) for e in leitura.lancamentos] == [
        ("2678555", "Adelina Prokop Vargas", 6500),
        ("2678556", "Adelina Prokop Vargas", 6500),
    ]
    assert problems(leitura) == [("A4", "missing_authorization"), ("C4", "missing_patient")]


def test_hidden_other_and_empty_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, Unimed=[HEADING, ROW], Vazia=[], Resumo=[("Convênio", "Valor"), ("IPASEM", 65)])
    leitura = read(path)
    assert len(leitura.lancamentos) == 1
    assert [(a.aba, a.motivo) for a in leitura.avisos] == [
        ("Vazia", "a aba está vazia"),
        ("Resumo", "a aba não tem uma tabela de atendimentos (autorização, data, paciente)"),
        ("Unimed", "é de outro convênio (unimed); 1 linhas não lidas"),
    ]


def test_the_reading_says_what_each_column_was_taken_for_and_why(tmp_path: Path) -> None:
    (table,) = read(xlsx(tmp_path, (*HEADING, "Telefone", "Cor do jaleco"), ROW)).colunas
    assert (table.linha_cabecalho, table.portal, table.competencia, table.lidas) == (1, "ipasem", "2026-10", True)
    assert [(c.letra, c.campo) for c in table.colunas] == [
        ("A", "numero_autorizacao"),
        ("B", "data"),
        ("C", "beneficiario"),
        ("D", "numero_carteira"),
        ("E", "codigo_procedimento"),
        ("F", "valor_informado"),
        ("G", ""),
        ("H", ""),
    ]
    assert [c.motivo for c in table.colunas[-2:]] == [
        "título conhecido que nenhum lançamento usa",
        "título desconhecido",
    ]


def test_a_summary_under_the_table_is_named_and_not_read(tmp_path: Path) -> None:
    summary = [(), ("Resumo",), ("Paciente", "Qtde", "Valor"), ("Adelina Prokop Vargas", 1, 65)]
    leitura = read(xlsx(tmp_path, HEADING, ROW, *summary))
    assert (len(leitura.lancamentos), leitura.rejeitadas, leitura.questions) == (1, (), ())
    assert [(a.linha, a.motivo) for a in leitura.avisos] == [
        (5, "a tabela não tem autorização nem data: parece um resumo e não foi lida")
    ]


def test_of_a_workbook_with_a_sheet_per_month_only_the_month_asked_for_is_read(tmp_path: Path) -> None:
    september = [HEADING, (2678550, date(2026, 9, 5), *ROW[2:])]
    path = xlsx(tmp_path, name="IPASEM 2026.xlsx", **{"set 2026": september, "outubro": [HEADING, ROW]})
    leitura = read(path, competencia=Competencia(2026, 10))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555"]
    assert ("set 2026", "a aba é de 09/2026, que não foi pedido") in [(a.aba, a.motivo) for a in leitura.avisos]


def test_amounts_in_reais_under_an_unknown_heading_are_still_the_amount(tmp_path: Path) -> None:
    rows = [(2678555 + n, *ROW[1:5], "R$ 65,00", "azul") for n in range(2)]
    leitura = read(xlsx(tmp_path, (*HEADING[:5], "Montante", "Jaleco"), *rows))
    assert [e.valor_informado for e in leitura.lancamentos] == [6500, 6500]
    assert [a.motivo for a in leitura.avisos] == ['a coluna "Jaleco" não é conhecida e não foi usada']


def form(number: int, patient: str, day: int) -> list[tuple[object, ...]]:
    return [
        ("FICHA DE ATENDIMENTO",),
        ("Paciente:", patient, None, "Matrícula:", "7014-2"),
        ("Autorização:", number),
        (f"Data: {day:02d}/10/2026", None, "Código", "50000616"),
        ("Valor R$:", 65),
        ("Assinatura: ______",),
        (),
    ]


def test_a_sheet_of_forms_is_read_a_form_an_entry_and_a_problem_names_its_own_cell(tmp_path: Path) -> None:
    rows = [*form(2678555, "Ana Prokop", 5), *form(2678556, "Beto Sá", 40)]
    leitura = read(xlsx(tmp_path, *rows))
    assert [
        (e.origem.linha, e.numero_autorizacao, e.beneficiario, e.numero_carteira, e.data, e.valor_informado)
        for e in leitura.lancamentos
    ] == [(2, "2678555", "Ana Prokop", "7014-2", date(2026, 10, 5), 6500)]
    assert problems(leitura) == [("A11", "invalid_date")]


def test_a_form_that_says_it_was_cancelled_is_held(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, *form(2678555, "Ana Prokop", 5)[:-1], ("*** CANCELADO ***",)))
    assert (leitura.lancamentos, [code for _, code in problems(leitura)]) == ((), ["cancelled"])


@pytest.mark.parametrize(
    "rows",
    [
        [(*a, None, *b) for a, b in zip(form(2678555, "Ana", 5)[1:5], form(2678556, "Beto", 6)[1:5], strict=True)],
        [*form(2678555, "Ana", 5), *form(2678556, "Beto", 6)[2:]],
        [*form(2678555, "Ana", 31), ("1ª sessão", "05/10/2026"), ("2ª sessão", "12/10/2026")],
    ],
)
def test_forms_side_by_side_or_without_their_first_field_are_not_guessed_at(
    rows: list[tuple[object, ...]], tmp_path: Path
) -> None:
    with pytest.raises(SheetNotRecognised):
        read(xlsx(tmp_path, *rows))


def test_in_a_sheet_divided_by_insurer_the_rows_under_an_unknown_name_are_held(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ("IPASEM",), ROW, ("BEM ESTAR SAÚDE",), (2678556, *ROW[1:]))
    leitura = read(path)
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555"]
    assert [(r.linha, r.motivo) for r in leitura.rejeitadas] == [
        (5, 'A linha "BEM ESTAR SAÚDE", acima, pode ser de outro convênio. Confirme de qual é.')
    ]


def test_a_line_inside_a_table_may_change_the_portal_of_the_rows_below(tmp_path: Path) -> None:
    other = ("004512876", D, "Bia Souza", "00411763142980106", "10101012", 110)
    leitura = read(
        xlsx(tmp_path, HEADING, ROW, ("CASSIND",), other, ("Total CASSIND",), name="outubro.xlsx"), portal=None
    )
    assert [q.code for q in leitura.questions] == ["portal"]
    leitura = read(xlsx(tmp_path, ("IPASEM",), HEADING, ROW, ("CASSIND",), other, ("Total CASSIND",)))
    assert [(e.portal, e.numero_autorizacao) for e in leitura.lancamentos] == [
        ("ipasem", "2678555"),
        ("cassind", "004512876"),
    ]
    assert [(i.linha, i.motivo) for i in leitura.ignoradas] == [(4, "título de grupo"), (6, "linha de total")]

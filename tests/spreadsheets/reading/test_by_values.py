"""Where headings are silent, mistyped or misleading, the values decide, or a person is asked."""

from datetime import date
from pathlib import Path

from mappings.sheet import SheetMapping
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

D = date(2026, 10, 5)


def test_a_codigo_column_of_patients_numbers_gives_way_to_the_column_that_holds_procedure_codes(tmp_path: Path) -> None:
    heading = ("Guia", "Paciente", "Código", "Procedimento", "Data", "Valor")
    path = xlsx(tmp_path, heading, (2678555, "Ana Prokop", 101, "50000616 - Sessão", D, 65))
    (item,) = read(path).itens
    assert (item.lancamento.codigo_procedimento, item.complemento.descricao) == ("50000616", "Sessão")


def test_a_short_heading_with_a_slip_counts_when_its_values_agree(tmp_path: Path) -> None:
    heading = ("Autorizaçao N.", "Dta Atendimeto", "Pasciente", "Matricla", "Codigo Proc.", "Vlor")
    leitura = read(xlsx(tmp_path, heading, ROW))
    assert [(e.data, e.beneficiario, e.valor_informado) for e in leitura.lancamentos] == [(D, ROW[2], 6500)]


def test_amounts_under_a_heading_nobody_knows_are_asked_about(tmp_path: Path) -> None:
    path = xlsx(tmp_path, (*HEADING[:5], "Combinado"), (*ROW[:5], 81.24))
    assert [(q.campo, q.texto) for q in read(path).questions] == [
        (
            "valor_informado",
            "A coluna Combinado (coluna F) parece ser valor_informado, mas o título não diz. É ela?",
        )
    ]


def test_a_column_that_the_mapping_ignores_is_neither_asked_about_nor_warned_of(tmp_path: Path) -> None:
    path = xlsx(tmp_path, (*HEADING[:5], "Combinado"), (*ROW[:5], 81.24))
    leitura = read(path, mapping=SheetMapping(ignorar=("Combinado",)))
    assert ([e.valor_informado for e in leitura.lancamentos], leitura.avisos) == ([None], ())


def test_a_column_of_codes_without_a_heading_is_asked_about(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("Autorização", "Data", "Paciente", None), (2678555, D, "Ana Prokop", "50000616"))
    assert [q.texto for q in read(path).questions] == [
        "A coluna sem título (coluna D) parece ser codigo_procedimento, mas o título não diz. É ela?"
    ]


def test_a_column_without_a_heading_that_is_not_used_is_named(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, (*HEADING, None), (*ROW, "abc")))
    assert [a.motivo for a in leitura.avisos] == ["a coluna G, sem título, não é conhecida e não foi usada"]


def test_faces_marked_with_an_x_in_a_column_each_are_read(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Dente", "O", "M", "D", "V", "L/P")
    rows = [(2678555, D, "Ana Prokop", "2334", 17, "x", "X", None, None, "x"), (2678556, D, "Beto Sá", "2334", 36)]
    leitura = read(xlsx(tmp_path, heading, *rows))
    assert [(e.dente, e.faces) for e in leitura.lancamentos] == [("17", "MOP"), ("36", "")]


def test_several_codes_in_a_cell_are_one_entry_each_with_its_own_quantity(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Procedimentos", "Qtd", "Valor")
    rows = [
        (2678555, D, "Ana Prokop", "40301630, 40304361", "1, 2", "12,00 / 30,00"),
        (2678556, D, "Ana Prokop", "40301630 Hemograma\n40304361 VHS", None, None),
    ]
    leitura = read(xlsx(tmp_path, heading, *rows, name="CASSIND exames 10-2026.xlsx"))
    assert [(e.codigo_procedimento, e.quantidade, e.valor_informado) for e in leitura.lancamentos] == [
        ("40301630", 1, 1200),
        ("40304361", 2, 3000),
        ("40301630", 1, None),
        ("40304361", 1, None),
    ]
    assert [i.complemento.descricao for i in leitura.itens][2:] == ["Hemograma", "VHS"]


def test_several_codes_whose_quantity_amount_or_faces_could_be_of_any_are_held(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Qtd", "Valor", "Dente", "Faces")
    rows = [
        (2678555, D, "Ana Prokop", "40301630; 40304361", 2, None),
        (2678556, D, "Ana Prokop", "40301630; 40304361", "1; 1; 1", None),
        (2678557, D, "Ana Prokop", "40301630; 40304361", 1, 65),
        (2678558, D, "Ana Prokop", "2334/1110", 1, None, 17, "OM"),
        (2678559, D, "Ana Prokop", "40301630 e 40301630", None, None),
        (2678560, "05/10, 06/10", "Ana Prokop", "40301630 e 40304361", None, None),
    ]
    leitura = read(xlsx(tmp_path, heading, *rows))
    assert leitura.lancamentos == ()
    assert problems(leitura) == [
        ("E2", "quantity_mismatch"),
        ("E3", "quantity_mismatch"),
        ("F4", "ambiguous_amount"),
        ("D5", "several_codes"),
        ("D6", "repeated_code"),
        ("D7", "several_codes"),
    ]


def test_several_dates_take_their_own_quantities(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Qtd")
    path = xlsx(tmp_path, heading, (2678555, "05/10; 06/10", "Ana Prokop", "50000616", "1; 2"))
    assert [(e.data, e.quantidade) for e in read(path).lancamentos] == [(D, 1), (date(2026, 10, 6), 2)]


def test_a_group_heading_that_nobody_foresaw_does_not_leave_its_rows_to_the_patient_before(tmp_path: Path) -> None:
    heading = ("Data", "Guia", "Código", "Valor")
    rows = [
        ("ANA MARIA PROKOP",),
        (D, 2678555, "50000616", 65),
        ("*** BETO SÁ (retorno) ***",),
        (D, 2678556, "50000616", 65),
        ("CLEO DIAS - Matrícula 7015-2",),
        (D, 2678557, "50000616", 65),
    ]
    leitura = read(xlsx(tmp_path, heading, *rows))
    assert [(e.origem.linha, e.beneficiario, e.numero_carteira) for e in leitura.lancamentos] == [
        (3, "ANA MARIA PROKOP", ""),
        (7, "CLEO DIAS", "7015-2"),
    ]
    assert ("A5", "missing_patient") in problems(leitura)


def test_a_table_of_a_heading_only_is_named_and_nothing_is_asked_of_it(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, name="IPASEM.xlsx", Outubro=[HEADING, ROW]))
    assert (len(leitura.itens), leitura.questions) == (1, ())
    assert [(a.aba, a.motivo) for a in leitura.avisos if a.code == "empty_table"] == [
        ("Plan1", "a tabela só tem o cabeçalho")
    ]


def test_a_note_that_a_paper_is_missing_is_no_absence_of_the_patient(tmp_path: Path) -> None:
    notes = ("falta assinatura", "faltou a carteirinha", "faltou", "cortesia", "lançar em novembro")
    rows = [(2678555 + n, *ROW[1:], note) for n, note in enumerate(notes)]
    leitura = read(xlsx(tmp_path, (*HEADING, "Obs"), *rows))
    assert [e.observacao for e in leitura.lancamentos] == ["falta assinatura", "faltou a carteirinha"]
    assert [code for _, code in problems(leitura)] == ["cancelled"] * 3

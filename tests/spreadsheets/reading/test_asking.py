"""What nobody can know from the file is asked, and a clinic's mapping answers it."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind
from mappings.campo import Campo
from mappings.sheet import AbaMapping, Padroes, SheetMapping
from spreadsheets.reading.leitura import Pergunta
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, problems, read, xlsx

D = date(2026, 10, 5)


def test_the_portal_is_taken_from_the_nearest_words(tmp_path: Path) -> None:
    other = [HEADING, ("004512876", *ROW[1:4], "10101012", 110)]
    leitura = read(xlsx(tmp_path, ("Produção IPASEM",), HEADING, ROW, name="outubro 2026.xlsx", CASSIND=other))
    assert [(e.portal, e.competencia) for e in leitura.lancamentos] == [
        ("ipasem", Competencia(2026, 10)),
        ("cassind", Competencia(2026, 10)),
    ]


def test_an_unknown_portal_is_asked_and_nothing_is_read(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, ROW, name="outubro 2026.xlsx"))
    assert leitura.lancamentos == ()
    assert leitura.questions == (
        Pergunta(
            "portal",
            "De qual convênio é esta tabela? Nem a aba, nem os títulos, nem o nome do arquivo dizem.",
            "Plan1",
            opcoes=("cassind", "ipasem"),
        ),
    )
    assert leitura.to_json()["situacao"] == "perguntas"


def test_a_given_portal_leaves_the_other_portals_sheet_aside(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, name="10-2026.xlsx", CASSIND=[HEADING, ROW])
    leitura = read(path, portal="ipasem")
    assert [e.portal for e in leitura.lancamentos] == ["ipasem"]
    assert [a.motivo for a in leitura.avisos] == ["é do portal cassind, que não foi pedido; 1 linhas não lidas"]


def test_the_month_is_taken_from_the_dates_when_nothing_says_it_and_a_warning_tells(tmp_path: Path) -> None:
    leitura = read(xlsx(tmp_path, HEADING, ROW, name="ipasem.xlsx"))
    assert [e.competencia for e in leitura.lancamentos] == [Competencia(2026, 10)]
    assert [a.motivo for a in leitura.avisos] == [
        "a competência 10/2026 foi deduzida das datas dos atendimentos: a planilha não a diz"
    ]


def test_dates_of_several_months_leave_the_month_to_be_asked(tmp_path: Path) -> None:
    rows = [ROW, (2678556, date(2026, 9, 5), *ROW[2:])]
    leitura = read(xlsx(tmp_path, HEADING, *rows, name="ipasem.xlsx"))
    assert [q.texto for q in leitura.questions] == ["De qual competência (MM/AAAA) é esta tabela?"]


def test_a_given_month_wins_and_the_contradiction_is_a_warning(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, name="IPASEM outubro 2026.xlsx")
    leitura = read(path, competencia=Competencia(2026, 11))
    assert [e.competencia for e in leitura.lancamentos] == [Competencia(2026, 11)]
    assert [a.motivo for a in leitura.avisos] == ["a planilha diz 10/2026; foi lida na competência pedida, 11/2026"]


def test_two_columns_with_equal_right_are_asked_about_and_the_mapping_answers(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("Guia", "Senha", *HEADING[1:]), (111, *ROW))
    assert [q.texto for q in read(path).questions] == [
        "Duas colunas servem para numero_autorizacao: Guia (coluna A) ou Senha (coluna B). Qual vale?"
    ]
    mapping = SheetMapping(colunas={Campo.NUMERO_AUTORIZACAO: "Senha"})
    assert [e.numero_autorizacao for e in read(path, mapping=mapping).lancamentos] == ["2678555"]


def test_unknown_headings_are_asked_about_and_the_mapping_answers_by_heading_or_letter(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("X1", "X2", "X3", "X4"), (2678555, D, "Ana Souza", "50000616"))
    assert [(q.campo, q.opcoes) for q in read(path).questions] == [
        ("numero_autorizacao", ("X1 (coluna A)", "X2 (coluna B)", "X3 (coluna C)", "X4 (coluna D)")),
        ("data", ("X1 (coluna A)", "X2 (coluna B)", "X3 (coluna C)", "X4 (coluna D)")),
        ("codigo_procedimento", ("X4 (coluna D)",)),
        ("beneficiario", ("X3 (coluna C)",)),
    ]
    colunas = {
        Campo.NUMERO_AUTORIZACAO: "X1",
        Campo.DATA: "x2",
        Campo.BENEFICIARIO: "coluna C",
        Campo.CODIGO_PROCEDIMENTO: "coluna D",
    }
    (entry,) = read(path, mapping=SheetMapping(aba={"plan1": AbaMapping(colunas=colunas)})).lancamentos
    assert (entry.numero_autorizacao, entry.data, entry.beneficiario) == ("2678555", D, "Ana Souza")


def test_a_table_without_any_heading_is_read_through_the_letters_of_a_mapping(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROW, (2678556, *ROW[1:]))
    assert read(path).questions[0].opcoes[:2] == ("ex.: 2678555 (coluna A)", "ex.: 05/10/2026 (coluna B)")
    fields = (Campo.NUMERO_AUTORIZACAO, Campo.DATA, Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA)
    colunas = {campo: f"coluna {letter}" for campo, letter in zip(fields, "ABCD", strict=True)}
    mapping = SheetMapping(colunas={**colunas, Campo.CODIGO_PROCEDIMENTO: "coluna E"})
    assert [e.origem.linha for e in read(path, mapping=mapping).lancamentos] == [1, 2]


def test_a_mapping_that_names_a_column_that_is_gone_is_asked_about(tmp_path: Path) -> None:
    mapping = SheetMapping(colunas={Campo.NUMERO_AUTORIZACAO: "Nº da requisição IPA"})
    leitura = read(xlsx(tmp_path, HEADING, ROW), mapping=mapping)
    assert [q.texto for q in leitura.questions] == [
        'O mapeamento da clínica fala da coluna "Nº da requisição IPA", que não está na tabela. O modelo mudou?',
        "Qual coluna tem o número da autorização?",
    ]


def test_a_sheet_without_codes_takes_the_clinics_default_and_says_so(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("Consultas IPASEM 10/2026",), HEADING[:4], ROW[:4])
    assert [q.texto for q in read(path).questions] == [
        "A tabela não tem coluna de código do procedimento. Qual é o código de todas as linhas?"
    ]
    mapping = SheetMapping(padroes=Padroes(codigo_procedimento="00010014", codigo_conselho="31207"))
    (item,) = read(path, mapping=mapping).itens
    assert (item.lancamento.codigo_procedimento, item.lancamento.codigo_conselho, item.lancamento.kind) == (
        "00010014",
        "31207",
        Kind.CONSULTA,
    )
    assert item.complemento.padroes == ("codigo_procedimento",)


def test_only_the_sheets_of_the_mapping_are_read(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, Antigas=[HEADING, (2678556, *ROW[1:])])
    leitura = read(path, mapping=SheetMapping(abas=("PLAN1",)))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555"]
    assert [(a.aba, a.motivo) for a in leitura.avisos] == [
        ("Antigas", "a aba não está entre as do mapeamento da clínica")
    ]


def test_a_service_of_no_known_kind_is_held_at_cassind_where_the_kind_decides_the_screen(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código")
    path = xlsx(tmp_path, heading, ("004512876", D, "Ana Souza", "20101228"), name="CASSIND 10-2026.xlsx")
    assert problems(read(path)) == [("D2", "unknown_kind")]
    assert [e.kind for e in read(path, mapping=SheetMapping(tipo=Kind.EXAME)).lancamentos] == [Kind.EXAME]


def test_a_mapping_by_letters_notices_that_another_field_stands_there_now(tmp_path: Path) -> None:
    mapping = SheetMapping(colunas={Campo.NUMERO_AUTORIZACAO: "coluna A", Campo.NUMERO_CARTEIRA: "coluna D"})
    heading, row = [*HEADING], [*ROW]
    assert len(read(xlsx(tmp_path, heading, row), mapping=mapping).lancamentos) == 1
    heading[0], heading[3], row[0], row[3] = heading[3], heading[0], 70142, 2678555
    moved = read(xlsx(tmp_path, heading, row), mapping=mapping)
    assert (moved.lancamentos, [(q.campo, q.opcoes) for q in moved.questions]) == (
        (),
        [
            ("numero_autorizacao", ("Matrícula (coluna A)", "Autorização (coluna D)")),
            ("numero_carteira", ("Autorização (coluna D)", "Matrícula (coluna A)")),
        ],
    )


def test_the_kind_comes_from_a_column_the_sheet_the_files_name_or_the_mapping(tmp_path: Path) -> None:
    heading, row = ("Guia", "Data", "Paciente", "Código"), ("004512876", D, "Ana Souza", "20101228")
    plain = "CASSIND 10-2026.xlsx"
    named = xlsx(tmp_path, heading, row, name="CASSIND exames 10-2026.xlsx")
    leituras = [
        read(xlsx(tmp_path, (*heading, "Tipo"), (*row, "Exame"), name=plain)),
        read(xlsx(tmp_path, name=plain, Exames=[heading, row])),
        read(named),
        read(xlsx(tmp_path, heading, row, name=plain), mapping=SheetMapping(tipo=Kind.EXAME)),
    ]
    assert [[e.kind for e in leitura.lancamentos] for leitura in leituras] == [[Kind.EXAME]] * 4


def test_a_sheet_for_each_professional_is_read_whole(tmp_path: Path) -> None:
    second = [("Dr. Beto Sá",), HEADING, (2678556, *ROW[1:])]
    leitura = read(xlsx(tmp_path, ("Dra. Ana Lemos",), HEADING, ROW, Beto=second))
    assert [(e.origem.aba, e.numero_autorizacao) for e in leitura.lancamentos] == [
        ("Plan1", "2678555"),
        ("Beto", "2678556"),
    ]


def test_a_filtered_list_gives_what_is_shown_and_holds_what_the_filter_hides(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, (2678556, *ROW[1:]))
    book = load_workbook(path)
    book.worksheets[0].auto_filter.ref = "A1:F3"
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(path)
    leitura = read(path)
    assert ([e.numero_autorizacao for e in leitura.lancamentos], problems(leitura)) == (
        ["2678555"],
        [("A3", "hidden_row")],
    )

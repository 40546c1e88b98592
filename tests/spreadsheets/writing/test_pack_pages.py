"""The accountant's workbook as it is seen and printed: nothing cut, headings on each page, empty sheets that say so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from agent.model.competencia import Competencia
from spreadsheets.writing.fitting import lines_of
from spreadsheets.writing.pack.report import Conta, Deposito, Glosa, Item, Ligacao, Pack, Prova, Retencao, Retorno
from spreadsheets.writing.pack.workbook import write_pack
from spreadsheets.writing.paging import Span, breaks
from spreadsheets.writing.report import GroupKey

REASON = (
    "3052 - Procedimento realizado sem a autorização prévia exigida pelo contrato; apresentar justificativa assinada "
    "pelo profissional e laudo do exame anterior, conforme item 7.4 das normas de credenciamento"
)
SEEN = datetime(2026, 11, 5, 9, 30)  # noqa: DTZ001 - by the office's clock
KEY = GroupKey("aurora", "ipasem", Competencia(2026, 10))
ITEM = Item(key=KEY, autorizacao="2678555", codigo="50000616", data=date(2026, 10, 5), quantidade=1, profissional="Ana")
EMPTY = Pack(
    escritorio="Escritório & Cia",
    titulo="Pacote do contador – Aurora",
    periodo="Competência 10/2026",
    gerado_em=datetime(2026, 11, 22, 14, 16, tzinfo=UTC),
    ancora="a" * 64,
    eventos=1742,
    contas=(),
    nomes={"aurora": "Consultório Dra. Aurora Lindner", "ipasem": "IPASEM-NH"},
)
FULL = replace(
    EMPTY,
    contas=(
        Conta(id=1, item=ITEM, situacao="glosa", informado=6500, glosado=6500, motivo=REASON, linha=2),
        Conta(id=2, item=ITEM, situacao="paga", informado=1234567890, liberado=1234567890),
    ),
    retornos=(
        Retorno(id=1, item=ITEM, linha=1, situacao="casada", informado=6500, liberado=0, glosado=6500, motivo=REASON,
                movimento="", protocolo="P-2026-10-000123", prova="b" * 64),
    ),
    ligacoes=(Ligacao(1, 1, "chave completa", 100, 6500, 0, 6500, f"iguais: tudo; {REASON}", proposta=False),),
    glosas=(
        Glosa(conta_id=1, motivo=REASON, codigo="3052", descricao=REASON.upper(), inicial=6500, glosado=6500,
              em_recurso=0, recuperado=0, perda=0, recurso="", protocolo="", prazo=date(2026, 12, 1)),
    ),
    retencoes=(
        Retencao(key=KEY, demonstrativo="77", data=date(2026, 11, 20), tipo="Ajuste de pagamento anterior",
                 texto=REASON, protocolo="240101", autorizacao="2988001", valor=-1100),
    ),
    depositos=(Deposito(key=KEY, data=date(2026, 11, 25), historico=REASON, valor=5400),),
    provas=(Prova(KEY, "retorno 1 (portal)", "b" * 64, "html", "relatório", 1230, SEEN),),
    situacoes={KEY: "fechada"},
)  # fmt: skip
EMPTY_SENTENCES = {
    "Lançamentos": "Nenhum lançamento neste período.",
    "Retorno": "Nenhuma linha de retorno foi lida ainda.",
    "Conciliação": "Nenhuma linha de retorno responde a um lançamento deste período.",
    "Glosas e recursos": "Nenhuma glosa neste período.",
    "Sem retorno": "Nada espera resposta.",
    "Deduções do pagamento": "Nenhum demonstrativo de pagamento traz deduções ou acréscimos.",
    "Repasse por profissional": "Nenhuma regra de repasse serve a um lançamento deste período.",
    "Notas e banco": "Nenhum retorno, nota ou depósito neste período.",
    "Depósitos": "Nenhum depósito em contas/banco.csv.",
    "Trilha": "Nenhum arquivo prova algo deste período ainda.",
}


def _written(folder: Path, pack: Pack) -> Workbook:
    write_pack(folder / "pacote.xlsx", pack)
    return load_workbook(folder / "pacote.xlsx")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return _written(tmp_path_factory.mktemp("cheio"), FULL)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return _written(tmp_path_factory.mktemp("vazio"), EMPTY)


def _texts(sheet: Worksheet, first: int) -> Iterator[Cell]:
    for row in sheet.iter_rows(min_row=first):
        yield from (cell for cell in row if isinstance(cell, Cell) and cell.data_type == "s")


def _in_cells(sheet: Worksheet) -> Iterator[Cell]:
    """The texts of a table's rows; a note may run on over the empty cells beside it."""
    return (cell for cell in _texts(sheet, 5) if cell.border.bottom.style)


def test_no_text_of_a_table_is_wider_than_its_cell_or_folded_into_too_few_lines(full: Workbook) -> None:
    seen, cut = 0, []
    for sheet in full.worksheets[1:]:
        for cell in _in_cells(sheet):
            lines = lines_of(str(cell.value), sheet.column_dimensions[cell.column_letter].width + 0.5)
            room = (sheet.row_dimensions[cell.row].height or 15) // 13 if cell.alignment.wrap_text else 1
            seen += 1
            if lines > room:
                cut.append((sheet.title, cell.coordinate, cell.value))
    assert (cut, seen > 50) == ([], True)


@pytest.mark.parametrize(
    ("name", "heading"),
    [("Lançamentos", "Motivo"), ("Retorno", "Motivo"), ("Conciliação", "Por quê"), ("Glosas e recursos", "Motivo"),
     ("Deduções do pagamento", "Nas palavras do convênio"), ("Depósitos", "Histórico")],
)  # fmt: skip
def test_a_long_reason_is_folded_and_its_row_is_high_enough(full: Workbook, name: str, heading: str) -> None:
    sheet = full[name]
    place = [cell.value for cell in sheet[4]].index(heading)
    cell = [cell for cell in sheet[5] if isinstance(cell, Cell)][place]
    width = sheet.column_dimensions[cell.column_letter].width
    assert (cell.alignment.wrap_text, width <= 61) == (True, True)
    assert (sheet.row_dimensions[5].height or 0) >= lines_of(str(cell.value), width) * 13 > 26


def test_an_amount_of_millions_and_its_total_have_room(full: Workbook) -> None:
    assert full["Lançamentos"].column_dimensions["K"].width >= len("12.345.743,90") + 1


def test_each_table_is_one_page_wide_with_headings_on_every_page_and_in_sight(full: Workbook) -> None:
    wide = ("Lançamentos", "Retorno", "Conciliação", "Glosas e recursos")
    shown = {
        sheet.title: (
            sheet.page_setup.orientation,
            sheet.sheet_properties.pageSetUpPr.fitToPage if sheet.sheet_properties.pageSetUpPr else None,
            (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight),
            sheet.freeze_panes,
            sheet.print_title_rows,
        )
        for sheet in full.worksheets[1:]
    }
    untotalled = ("Sem retorno", "Repasse por profissional", "Trilha")  # without rows, or without amounts
    assert shown == {
        name: (
            "landscape", True, (None, 0), "E5" if name in wide else "A5", "$4:$4" if name in untotalled else "$3:$4"
        )
        for name in EMPTY_SENTENCES
    }  # fmt: skip


def test_the_foot_of_each_page_tells_office_sheet_page_and_moment(full: Workbook) -> None:
    feet = [sheet.oddFooter for sheet in full.worksheets]
    assert [(foot.left.text, foot.center.text, foot.right.text) for foot in feet if foot] == [
        (f"Escritório && Cia – {sheet.title}", "Página &P de &N", "22/11/2026 14:16") for sheet in full.worksheets
    ]


def test_an_empty_sheet_says_kindly_that_it_is_and_why(empty: Workbook) -> None:
    said = {sheet.title: sheet["A5"].value for sheet in empty.worksheets[1:]}
    assert said == EMPTY_SENTENCES
    assert [sheet.auto_filter.ref for sheet in empty.worksheets] == [None] * 11
    assert [sheet["A3"].value for sheet in empty.worksheets[1:]] == [None] * 10
    told = [cell.value for cell in _texts(empty["Resumo"], 4) if str(cell.value).startswith("Nenhum")]
    assert told == [
        "Nenhum lançamento neste período.", "Nenhum lançamento.", "Nenhum lançamento.", "Nenhuma glosa.",
        "Nenhum repasse.", "Nenhuma dedução.",
    ]  # fmt: skip


def test_a_glosa_a_doubt_and_what_is_to_be_chased_have_a_colour_that_follows_the_word(full: Workbook) -> None:
    rules = {
        sheet.title: {rule.formula[0].strip('"'): rule.dxf.font.color.rgb for rule in rules}
        for sheet in full.worksheets[1:]
        for rules in [[rule for cells in sheet.conditional_formatting for rule in cells.rules]]
        if rules
    }
    red, amber = "FFB42318", "FF9A5B00"
    assert (rules["Lançamentos"]["glosa"], rules["Lançamentos"]["sem retorno"]) == (red, amber)
    assert {name: rules[name] for name in ("Retorno", "Conciliação", "Sem retorno")} == {
        "Retorno": {"proposta": amber, "estranha": amber},
        "Conciliação": {"proposta": amber},
        "Sem retorno": {"cobrar": red, "decidir": amber},
    }


def test_charts_are_drawn_only_of_something(tmp_path: Path) -> None:
    def drawn(pack: Pack) -> int:
        write_pack(tmp_path / "p.xlsx", pack)
        with ZipFile(tmp_path / "p.xlsx") as parts:
            return sum(name.startswith("xl/charts/chart") for name in parts.namelist())

    assert [drawn(EMPTY), drawn(replace(FULL, glosas=())), drawn(FULL)] == [0, 1, 2]


@pytest.mark.parametrize("months", [1, 12, 24])
def test_no_page_of_the_resumo_begins_within_a_table_that_fits_on_one(tmp_path: Path, months: int) -> None:
    keys = [_month(n) for n in range(months)]
    contas = tuple(
        replace(FULL.contas[0], id=n, item=replace(ITEM, key=key), motivo="") for n, key in enumerate(keys, start=1)
    )
    sheet = _written(tmp_path, replace(FULL, contas=contas, ligacoes=(), glosas=()))["Resumo"]
    starts = [int(page.id) + 1 for page in sheet.row_breaks.brk]
    sections = [row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 1).font.sz == 11]
    assert starts == sorted(set(starts))
    assert [row for row in starts if row not in sections] == []
    assert sheet.print_title_rows == "$1:$3"
    assert 40 <= (sheet.page_setup.scale or 100) <= 75


def _month(number: int) -> GroupKey:
    return GroupKey("aurora", "ipasem", Competencia(2016, 1).plus(number))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(1, 10)], []),
        ([Span(1, 6), Span(8, 12)], [8]),
        ([Span(1, 4), Span(6, 9), Span(11, 14)], [11]),
        ([Span(1, 4), Span(6, 9), Span(8, 12)], [6]),
        ([Span(3, 27)], [13, 23]),
        ([Span(1, 2), Span(4, 27), Span(29, 30)], [4, 14, 24]),
    ],
    ids=["one page", "moved", "two then one", "overlapping stay together", "runs over", "runs over and goes on"],
)
def test_pages_break_between_what_belongs_together(spans: list[Span], expected: list[int]) -> None:
    assert breaks(spans, lambda _row: 15.0, 150.0) == expected


def test_when_a_proof_was_seen_is_a_moment_that_sorts_and_codes_raise_no_alarm(tmp_path: Path) -> None:
    book = _written(tmp_path, FULL)
    cell = book["Trilha"]["I5"]
    with ZipFile(tmp_path / "pacote.xlsx") as parts:
        entries = parts.read("xl/worksheets/sheet2.xml").decode()
    assert (cell.value, cell.number_format) == (SEEN, "dd/mm/yyyy hh:mm")
    assert '<ignoredError sqref="A5:Y6" numberStoredAsText="1"/>' in entries

"""Tables that stand side by side on one sheet, and sheets turned on their side."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mappings.campo import Campo
from mappings.sheet import SheetMapping
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.leitura import Leitura
from spreadsheets.reading.opening import open_grids
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, TODAY, problems, read, xlsx

CASSIND = ("Guia", "Data", "Paciente", "Carteirinha", "TUSS", "Valor", "CRM")
NUMBER = ROW[0]


def row(number: int, day: int = 5) -> tuple[Any, ...]:
    return (number, date(2026, 10, day), *ROW[2:])


def guia(number: str, day: int) -> tuple[Any, ...]:
    return (number, date(2026, 10, day), "Bruno Tauber", "00414232204030606", "10101012", 110, "31207")


def facts(leitura: Leitura) -> list[tuple[str, str, int, int]]:
    return [(e.portal, e.numero_autorizacao, e.data.day, e.origem.linha) for e in leitura.lancamentos]


def test_two_tables_side_by_side_are_each_read_under_their_own_title(tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [
        ("IPASEM", *[None] * 6, "CASSIND"),
        (*HEADING, None, *CASSIND),
        (*row(2678555), None, *guia("004520001", 6)),
        (*row(2678556), None, *guia("004520002", 7)),
        (*row(2678557), None, "TOTAL", None, None, None, None, 220),
        ("TOTAL", None, None, None, None, 195),
    ]
    leitura = read(xlsx(tmp_path, *rows, name="Faturamento 10-2026.xlsx"))
    assert facts(leitura) == [
        ("ipasem", "2678555", 5, 3),
        ("ipasem", "2678556", 5, 4),
        ("ipasem", "2678557", 5, 5),
        ("cassind", "004520001", 6, 3),
        ("cassind", "004520002", 7, 4),
    ]
    assert ([i.linha for i in leitura.ignoradas], problems(leitura), leitura.questions) == ([6, 5], [], ())


def test_a_table_repeated_without_a_blank_column_between_is_two_tables(tmp_path: Path) -> None:
    rows = [("IPASEM 10/2026",), (*HEADING, *HEADING), (*row(2678555), *row(2678556, 6)), row(2678557, 7)]
    leitura = read(xlsx(tmp_path, *rows, name="fono.xlsx"))
    assert [(e.numero_autorizacao, e.data.day) for e in leitura.lancamentos] == [
        ("2678555", 5),
        ("2678557", 7),
        ("2678556", 6),
    ]


def test_a_row_held_in_one_table_leaves_its_neighbour_of_the_other_table(tmp_path: Path) -> None:
    rows = [(*HEADING, None, *HEADING), (*row(2678555), None, *row(2678556)), (*row(2678555), None, *row(2678557))]
    leitura = read(xlsx(tmp_path, *rows))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555", "2678556", "2678557"]
    assert problems(leitura) == [("A3", "duplicate")]
    bad = [(*HEADING, None, *HEADING), (*row(2678555), None, "28577X", *row(1)[1:])]
    leitura = read(xlsx(tmp_path, *bad))
    assert ([e.numero_autorizacao for e in leitura.lancamentos], problems(leitura)) == (
        ["2678555"],
        [("H2", "invalid_authorization")],
    )


def test_tables_whose_headings_stand_on_different_rows_are_both_read(tmp_path: Path) -> None:
    rows = [
        (*HEADING,),
        (*row(2678555), None, *HEADING),
        (*row(2678556), None, *row(2678557)),
    ]
    leitura = read(xlsx(tmp_path, *rows))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555", "2678556", "2678557"]


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ((0, 1, 4, "Valor glosado"), 'tem a coluna "Valor glosado"'),
        ((0, 1, 2, 4, "Pago"), 'tem a coluna "Pago"'),
        ((0, 1, 4, 5), "não tem a coluna do paciente"),
    ],
)
def test_a_table_beside_that_may_be_of_returns_gives_no_entry_and_its_rows_are_asked_about(
    columns: tuple[int | str, ...], why: str, tmp_path: Path
) -> None:
    beside = [HEADING[c] if isinstance(c, int) else c for c in columns]
    old = [row(2678001)[c] if isinstance(c, int) else 50 for c in columns]
    rows = [(*HEADING, None, *beside), (*row(2678555), None, *old), row(2678556)]
    leitura = read(xlsx(tmp_path, *rows))
    assert [e.numero_autorizacao for e in leitura.lancamentos] == ["2678555", "2678556"]
    assert [(r.celula, r.motivo) for r in leitura.rejeitadas] == [
        (
            "H2",
            f"A tabela ao lado, a partir da coluna H, {why}: pode não ser de atendimentos. "
            "Se for, passe-a para uma aba só dela; se não for, retire-a.",
        )
    ]
    assert leitura.questions == ()


def test_tables_side_by_side_that_both_say_what_was_paid_are_both_read(tmp_path: Path) -> None:
    rows = [(*HEADING, "Pago", None, *HEADING, "Pago"), (*row(2678555), None, None, *row(2678556), None)]
    assert [e.numero_autorizacao for e in read(xlsx(tmp_path, *rows)).lancamentos] == ["2678555", "2678556"]


def test_a_blank_column_inside_one_table_does_not_make_two_of_it(tmp_path: Path) -> None:
    rows = [(*HEADING[:3], None, *HEADING[3:]), (*row(2678555)[:3], None, *row(2678555)[3:])]
    (entry,) = read(xlsx(tmp_path, *rows)).lancamentos
    assert (entry.numero_carteira, entry.valor_informado) == ("7014-2", 6500)


def test_the_marks_of_tables_side_by_side_stand_at_their_own_cells(tmp_path: Path) -> None:
    rows = [(*HEADING, None, *HEADING), (*row(2678555), None, "28577X", *row(1)[1:])]
    path = xlsx(tmp_path, *rows)
    leitura = read(path)
    copy = give_back(path, tmp_path / "volta.xlsx", leitura, (), ())
    (marked,) = open_grids(copy.read_bytes(), copy.name)
    assert marked.rows[1][13] == "a corrigir"
    assert [(table.bloco, table.linha_cabecalho) for table in leitura.colunas] == [("A", 1), ("H", 1)]


def turned(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [list(cells) for cells in zip(*rows, strict=True)]


def test_a_sheet_with_a_column_for_each_service_is_read_column_by_column(tmp_path: Path) -> None:
    rows = [["IPASEM 10/2026"], *turned([HEADING, row(2678555), row(2678556, 6), ("28577X", *row(1)[1:])])]
    leitura = read(xlsx(tmp_path, *rows, name="fono.xlsx"))
    assert leitura.questions == ()
    assert (facts(leitura), problems(leitura)) == (
        [("ipasem", "2678555", 5, 2), ("ipasem", "2678556", 6, 3)],
        [("D2", "invalid_authorization")],
    )


def test_a_turned_sheet_may_have_its_labels_with_colons_and_be_a_csv(tmp_path: Path) -> None:
    cells = turned([[f"{title}:" for title in CASSIND], guia("004520001", 6), guia("004520002", 7)])
    text = "\n".join(";".join(f"{c:%d/%m/%Y}" if isinstance(c, date) else str(c) for c in line) for line in cells)
    path = tmp_path / "CASSIND 10-2026.csv"
    path.write_text(text, encoding="utf-8")
    assert facts(read(path)) == [("cassind", "004520001", 6, 2), ("cassind", "004520002", 7, 3)]


def test_the_copy_of_a_turned_sheet_marks_cells_and_writes_no_state_beside_rows(tmp_path: Path) -> None:
    path = xlsx(tmp_path, *turned([HEADING, row(2678555), row(2678556, 6), ("X", *row(1)[1:])]))
    leitura = read(path)
    copy = give_back(path, tmp_path / "volta.xlsx", leitura, forecast(leitura, Known((), {}, TODAY)), ())
    (marked,) = open_grids(copy.read_bytes(), copy.name)
    assert [cells[:4] for cells in marked.rows] == [cells[:4] for cells in open_grids(path.read_bytes(), "x")[0].rows]
    assert all(cell in (None, "") for cells in marked.rows for cell in cells[4:])


def test_a_mapping_by_headings_reads_tables_side_by_side(tmp_path: Path) -> None:
    titles = ("No", "Quando", "Quem", "Cod")
    rows = [(*titles, None, *titles), (NUMBER, "05/10/2026", "Ana Souza", "50000616", None, 1234567, "06/10/2026")]
    mapping = SheetMapping(
        colunas={
            Campo.NUMERO_AUTORIZACAO: "No",
            Campo.DATA: "Quando",
            Campo.BENEFICIARIO: "Quem",
            Campo.CODIGO_PROCEDIMENTO: "Cod",
        }
    )
    leitura = read(xlsx(tmp_path, *rows), mapping=mapping)
    assert [entry.numero_autorizacao for entry in leitura.lancamentos] == ["2678555"]
    assert {asdict(r)["linha"] for r in leitura.rejeitadas} == {2}

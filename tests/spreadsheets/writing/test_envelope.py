"""The checklist of the paper authorisations, in the report's own order."""

from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import load_workbook

from agent.model.competencia import Competencia
from agent.model.registro import Movimento
from spreadsheets.writing.envelope import write_checklist

ROWS = [
    Movimento("8302", "2988002", "2334", date(2026, 10, 7), 1, 8124, dente="17", faces="MO", beneficiario="IVO SPERB"),
    Movimento("8301", "2988001", "50000616", date(2026, 10, 5), 2, 13000, beneficiario="=ILKA BRUM"),
]


def test_the_checklist_has_one_line_for_each_paper_in_the_order_given(tmp_path: Path) -> None:
    path = tmp_path / "envelope.xlsx"
    write_checklist(
        path,
        ROWS,
        clinica="Clínica Aurora",
        competencia=Competencia(2026, 10),
        order="Nome do beneficiário",
        at=datetime(2026, 11, 3, tzinfo=UTC),
    )
    sheet = load_workbook(path)["Autorizações"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [[line[0], line[2], line[4], line[6], line[8]] for line in lines] == [
        [1, "2988002", "IVO SPERB", "17 MO", 81.24],
        [2, "2988001", "=ILKA BRUM", None, 130],
    ]
    assert sheet["A2"].value == "Clínica Aurora, movimento 10/2026, na ordem do relatório (nome do beneficiário)"
    assert sheet["E6"].data_type == "s"

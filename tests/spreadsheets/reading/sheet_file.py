"""Small spreadsheets for tests, written to a folder and read back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from agent.model.competencia import Competencia
from mappings.sheet import SheetMapping
from spreadsheets.reading.leitura import Leitura
from spreadsheets.reading.read import read_planilha

TODAY = date(2026, 11, 21)
HEADING = ("Autorização", "Data", "Paciente", "Matrícula", "Código", "Valor")
ROW = (2678555, date(2026, 10, 5), "Adelina Prokop Vargas", "7014-2", "50000616", 65)


def xlsx(
    folder: Path, *rows: Sequence[Any], name: str = "IPASEM 10-2026.xlsx", **sheets: Sequence[Sequence[Any]]
) -> Path:
    """A workbook with `rows` on its first sheet, Plan1, and one more sheet per keyword."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, content in ({"Plan1": rows} | sheets).items():
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def read(
    path: Path,
    *,
    portal: str | None = None,
    competencia: Competencia | None = None,
    mapping: SheetMapping | None = None,
) -> Leitura:
    """Read it as clinic "vale" on 21/11/2026."""
    return read_planilha(path, clinica="vale", portal=portal, competencia=competencia, mapping=mapping, today=TODAY)


def problems(leitura: Leitura) -> list[tuple[str, str]]:
    """Cell and code of every problem."""
    return [(rejeitada.celula, rejeitada.code) for rejeitada in leitura.rejeitadas]

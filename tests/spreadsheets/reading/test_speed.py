"""How long a large sheet takes to read."""

import time
from datetime import date, timedelta
from pathlib import Path

import psutil
import pytest
from openpyxl import Workbook

from tests.spreadsheets.reading.sheet_file import read

ROWS = 50_000
EXTRA = ("Descrição", "Qtde", "Profissional", "CRM", "Obs", "Telefone", "Hospital", "Início", "Término")


@pytest.mark.bench
def test_fifty_thousand_rows_of_fifteen_columns_take_at_most_ten_seconds_and_500_mb(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan1")
    sheet.append(("Autorização", "Data", "Paciente", "Matrícula", "Código", "Valor", *EXTRA))
    for n in range(ROWS):
        day = date(2026, 10, 1) + timedelta(days=n % 28)
        first = (3_000_000 + n, day if n % 2 else f"{day:%d/%m/%Y}", f"Paciente {n} da Silva", f"{n}-1", "50000616")
        rest = ("R$ 65,00", "Sessão", 1, "Dra. Cíntia Tondo", 31207, "ok", "51 5555", "Santa", "08:00", "08:50")
        sheet.append((*first, *rest))
    path = tmp_path / "IPASEM 10-2026.xlsx"
    book.save(path)
    started = time.process_time()
    found = read(path)
    seconds = time.process_time() - started
    megabytes = psutil.Process().memory_info().rss / 2**20
    assert len(found.itens) == ROWS
    assert (seconds <= 10, megabytes <= 500) == (True, True), f"{seconds:.1f} s, {megabytes:.0f} MB"

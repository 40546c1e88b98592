"""How long a large sheet takes to read: raw, against what people use, and understood and checked to the end."""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from openpyxl import Workbook, load_workbook

from mappings.regras import shipped_rules
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.reading.opening import open_grids
from spreadsheets.reading.read import read_planilha
from tests.bench.memory import peak_mib

ROWS = 50_000
AIM_SECONDS, AIM_MIB = 10, 500  # for ROWS rows, read, understood and checked
TODAY = date(2026, 11, 21)
HEADING = ("Autorização", "Data", "Paciente", "Matrícula", "Código", "Valor")
EXTRA = ("Descrição", "Qtde", "Profissional", "CRM", "Obs", "Telefone", "Hospital", "Início", "Término")
TITLES = {
    "faturista_raw": "faturista, raw cells",
    "faturista": "faturista, read, understood, checked",
    "openpyxl": "openpyxl, read-only",
    "pandas": "pandas.read_excel",
    "polars": "polars.read_excel",
}


def large_sheet(folder: Path, rows: int = ROWS) -> Path:
    """A workbook of `rows` attendances in 15 columns, dates and amounts as texts and as numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan1")
    sheet.append((*HEADING, *EXTRA))
    for n in range(rows):
        day = date(2026, 10, 1) + timedelta(days=n % 28)
        first = (3_000_000 + n, day if n % 2 else f"{day:%d/%m/%Y}", f"Paciente {n} da Silva", f"{n}-1", "50000616")
        rest = ("R$ 65,00", "Sessão", 1, "Dra. Cíntia Tondo", 31207, "ok", "51 5555", "Santa", "08:00", "08:50")
        sheet.append((*first, *rest))
    path = folder / "IPASEM 10-2026.xlsx"
    book.save(path)
    return path


def raced(rows: int, blocks: int) -> list[dict[str, Any]]:
    """CPU seconds of each contestant (median of interleaved blocks), and its ratio to our raw reading.

    Of ours also `peak_mib`: what a process holds at most that does nothing but read, understand and check the sheet.
    """
    with tempfile.TemporaryDirectory(prefix="planilha-") as folder:
        path = large_sheet(Path(folder), rows)
        times: dict[str, list[float]] = {name: [] for name in _contestants()}
        for _ in range(blocks):
            for name, read in _contestants().items():
                started = time.process_time()
                read(path)
                times[name].append(time.process_time() - started)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            peak = alone.submit(_peak, path).result()
    raw = median(times["faturista_raw"])
    found = {name: median(taken) for name, taken in times.items()}
    return [
        {"contestant": name, "rows": rows, "cpu_s": round(cpu, 2), "ratio": round(cpu / raw, 1)}
        | ({"peak_mib": peak} if name == "faturista" else {})
        for name, cpu in found.items()
    ]


def show_sheets(figures: list[dict[str, Any]]) -> None:
    """The figures as a table."""
    sys.stdout.write(f"\nA sheet of {figures[0]['rows']} rows x 15 columns\n")
    for row in figures:
        sys.stdout.write(f"  {TITLES[row['contestant']]:<40} {row['cpu_s']:>7.2f} CPU s  {row['ratio']:>5.1f} x\n")
    for row in (row for row in figures if "peak_mib" in row):
        sys.stdout.write(f"  faturista: {row['cpu_s']:.2f} CPU s and {row['peak_mib']} MiB{_beside_the_aim(row)}\n")


def _beside_the_aim(row: dict[str, Any]) -> str:
    """The aim and whether it is kept; "" for a sheet of another size, of which none is stated."""
    if row["rows"] != ROWS:
        return ""
    kept = row["cpu_s"] <= AIM_SECONDS and row["peak_mib"] <= AIM_MIB
    return f"; the aim is at most {AIM_SECONDS} s and {AIM_MIB} MiB: {'kept' if kept else 'MISSED'}"


def _contestants() -> dict[str, Callable[[Path], object]]:
    """Those that are installed here."""
    return {
        "faturista_raw": lambda path: open_grids(path.read_bytes(), path.name),
        "faturista": _understood,
        "openpyxl": _openpyxl,
        **_frames(),
    }


def _understood(path: Path) -> object:
    leitura = read_planilha(path, clinica="vale", portal=None, competencia=None, today=TODAY)
    return forecast(leitura, Known((), shipped_rules(), TODAY))


def _peak(path: Path) -> int:
    with peak_mib() as peak:
        _understood(path)
    return peak()


def _openpyxl(path: Path) -> object:
    book = load_workbook(path, read_only=True)
    rows = [list(row) for row in book["Plan1"].iter_rows(values_only=True)]
    book.close()
    return rows


def _frames() -> dict[str, Callable[[Path], object]]:
    try:
        import pandas as pd  # noqa: PLC0415 - only for the race
        import polars as pl  # noqa: PLC0415
    except ImportError as missing:
        sys.stderr.write(f"Left out of the race: {missing.name} is not installed here.\n")
        return {}
    return {"pandas": pd.read_excel, "polars": pl.read_excel}

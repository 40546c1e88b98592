"""How long a large sheet takes to read, understand and check."""

import time
from pathlib import Path

import psutil
import pytest

from mappings.regras import shipped_rules
from spreadsheets.checking.forecast import Known, forecast
from tests.bench.sheets import AIM_MIB, AIM_SECONDS, ROWS, large_sheet
from tests.spreadsheets.reading.sheet_file import TODAY, read


@pytest.mark.bench
def test_fifty_thousand_rows_of_fifteen_columns_take_at_most_ten_seconds_and_500_mib(tmp_path: Path) -> None:
    path = large_sheet(tmp_path)
    started = time.process_time()
    found = read(path)
    forecast(found, Known((), shipped_rules(), TODAY))
    seconds = time.process_time() - started
    megabytes = psutil.Process().memory_info().rss / 2**20
    assert len(found.itens) == ROWS
    assert (seconds <= AIM_SECONDS, megabytes <= AIM_MIB) == (True, True), f"{seconds:.1f} s, {megabytes:.0f} MiB"

"""`python -m tests.bench`: seconds per entry of faturista and of what people write instead, in one run."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agent.model.competencia import Competencia
from tests.bench.race import Course, machine, race
from tests.bench.sheets import ROWS, raced, show_sheets
from tests.bench.table import TITLES, figures, show


def main(argv: Sequence[str]) -> None:
    """Race, and print the table or, with --json, the figures."""
    asked = _arguments(argv)
    sheets = raced(asked.sheet_rows, asked.blocks) if asked.sheet_rows else []
    rows = measured(asked.contestants, asked.latency_ms, asked.blocks, asked.entries) if asked.entries else []
    if asked.json:
        sys.stdout.write(json.dumps({"machine": machine(), "rows": rows, "sheets": sheets}, indent=1) + "\n")
        return
    if sheets:
        show_sheets(sheets)
    if rows:
        show(rows, f"{asked.blocks} blocks of {asked.entries} entries, one more to warm up; {machine()}")


def measured(contestants: Sequence[str], latencies: Sequence[int], blocks: int, entries: int) -> list[dict[str, Any]]:
    """The figures of each contestant at each server time, by the month before this one."""
    here = [name for name in contestants if _present(name)]
    results = []
    for latency_ms in latencies:
        with tempfile.TemporaryDirectory(prefix="corrida-") as folder:
            mes = Competencia.of(datetime.now(UTC).date()).plus(-1)
            results += race(Course(here, blocks, entries), latency_ms, mes, Path(folder))
    return figures(results)


def _present(name: str) -> bool:
    if name != "selenium_script" or shutil.which("chromedriver"):
        return True
    sys.stderr.write("Selenium is left out: there is no chromedriver here (Debian: apt-get install chromium-driver).\n")
    return False


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--blocks", type=int, default=5, help="counted blocks of each contestant (default 5)")
    parser.add_argument("--entries", type=int, default=8, help="entries in a block (default 8, 0: none)")
    parser.add_argument(
        "--sheet-rows", type=int, default=ROWS, help=f"rows of the sheet to read (default {ROWS}, 0: none)"
    )
    parser.add_argument("--latency-ms", type=int, nargs="+", default=[0, 300], help="server times (default 0 300)")
    parser.add_argument("--contestants", nargs="+", choices=list(TITLES), default=list(TITLES))
    parser.add_argument("--json", action="store_true", help="figures for machines")
    return parser.parse_args(argv)


if __name__ == "__main__":
    main(sys.argv[1:])

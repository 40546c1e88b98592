"""The results as figures and as a table: seconds per entry, and the ratios that are what can be trusted."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench.race import Result

TITLES = {
    "product": "faturista lancar: every check, ledger and journal on disk",
    "bare": "bare Playwright script: the same fields, no check",
    "waiting_script": "the same, waiting for the portal's ✓ after code and date",
    "selenium_script": "Selenium script, default waits, no check",
    "http_floor": "no browser: two HTTP requests, no check",
}
AIMS = {0: 0.80, 300: 0.65}


def figures(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Seconds (per entry, median of blocks) and each one's ratio to faturista, by server time."""
    rows = []
    for result in results:
        ours = next((r for r in results if (r.contestant, r.latency_ms) == ("product", result.latency_ms)), None)
        rows.append(
            {
                "contestant": result.contestant,
                "latency_ms": result.latency_ms,
                "seconds": round(result.seconds, 4),
                "fastest": round(min(result.blocks), 4),
                "slowest": round(max(result.blocks), 4),
                "cpu_seconds": round(result.cpu_seconds, 4),
                "ready": round(result.ready, 2),
                "after": round(result.rest, 2),
                "faturista_over_this": round(ours.seconds / result.seconds, 2) if ours else None,
                "faturista_cpu_over_this": round(ours.cpu_seconds / result.cpu_seconds, 2) if ours else None,
            }
        )
    return rows


def show(rows: Sequence[dict[str, Any]], about: str) -> None:
    """Print the table, and how it stands to the aims."""
    console = Console(width=150)
    table = Table(
        title="One IPASEM entry on the imitated portal, headless (medians of interleaved blocks)", caption=about
    )
    table.add_column("server", justify="right")
    table.add_column("who")
    for heading in ("s per entry", "min–max", "CPU s", "faturista ÷ this", "CPU ÷ this", "ready in s", "after it s"):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(
            f"{row['latency_ms']} ms",
            TITLES[row["contestant"]],
            f"{row['seconds']:.3f}",
            f"{row['fastest']:.3f}–{row['slowest']:.3f}",
            f"{row['cpu_seconds']:.3f}",
            _ratio(row["faturista_over_this"]),
            _ratio(row["faturista_cpu_over_this"]),
            f"{row['ready']:.1f}",
            f"{row['after']:.1f}",
        )
    console.print(table)
    for row in rows:
        aim = AIMS.get(row["latency_ms"])
        if row["contestant"] == "bare" and aim is not None and row["faturista_over_this"] is not None:
            console.print(
                f"{row['latency_ms']} ms: {row['faturista_over_this']:.2f} of the bare script (aim: at most {aim:.2f})"
            )


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"

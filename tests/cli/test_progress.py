"""Progress is bars for a person and lines for a log."""

import io

from rich.console import Console

from agent.cli.progress import BarProgress, LineProgress
from agent.model.progress import Progress, Silent


def work_through(progress: Progress) -> None:
    with progress.start("Lançando em ipasem", 2) as first:
        second = progress.start("Lendo")
        first.step("1 de 2")
        first.step(count=1)
        second.step()
        second.done()
        second.done()


def test_a_log_has_one_line_for_each_phase() -> None:
    said: list[str] = []

    work_through(LineProgress(said.append))

    assert said == ["Lançando em ipasem (2)…", "Lendo…"]


def test_bars_stay_on_the_screen_and_begin_anew() -> None:
    stream = io.StringIO()
    progress = BarProgress(Console(file=stream, force_terminal=True, width=100, color_system=None))

    work_through(progress)
    with progress.start("Fechando", 1) as phase:
        phase.step()

    last = stream.getvalue().rsplit("\x1b[?25h", 2)
    assert "Lançando em ipasem" in last[0]
    assert "2/2" in last[0]
    assert "Fechando" in last[1]
    assert "Lançando" not in last[1]


def test_nobody_watching_hears_nothing() -> None:
    work_through(Silent())

    assert Silent().start("x").step() is None  # type: ignore[func-returns-value]

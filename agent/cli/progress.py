"""Progress on standard error: bars for a person who watches, one line per phase for a log."""

import threading
from collections.abc import Callable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from agent.model.progress import Phase


class BarProgress:
    """An agent.model.progress.Progress drawn by rich; bars live while any phase does."""

    def __init__(self, console: Console) -> None:
        self._bars = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[detail]}"),
            console=console,
        )
        self._lock = threading.Lock()
        self._alive = 0

    def start(self, what: str, total: int | None = None) -> Phase:
        """See Progress."""
        with self._lock:
            if self._alive == 0:
                self._bars.start()
            self._alive += 1
        task = self._bars.add_task(what, total=total, detail="")
        return _Phase(
            step=lambda text, count: self._bars.update(task, advance=count, detail=text),
            done=lambda: self._finish(task),
        )

    def _finish(self, task: TaskID) -> None:
        """After the last phase its bars stay on the screen and the terminal is free for questions."""
        self._bars.update(task, detail="")
        self._bars.stop_task(task)
        with self._lock:
            self._alive -= 1
            if self._alive == 0:
                self._bars.stop()
                for old in self._bars.task_ids:
                    self._bars.remove_task(old)


class LineProgress:
    """An agent.model.progress.Progress for logs and pipes: what begins, in one line."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    def start(self, what: str, total: int | None = None) -> Phase:
        """See Progress."""
        self._say(f"{what}…" if total is None else f"{what} ({total})…")
        return _Phase(step=lambda _text, _count: None, done=lambda: None)


class _Phase:
    """One phase of either; `done` acts once, however often it is told."""

    def __init__(self, step: Callable[[str, int], None], done: Callable[[], None]) -> None:
        self._step = step
        self._done = done
        self._over = False

    def step(self, text: str = "", count: int = 1) -> None:
        """See Phase."""
        self._step(text, count)

    def done(self) -> None:
        """See Phase."""
        if not self._over:
            self._over = True
            self._done()

    def __enter__(self) -> "_Phase":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done()

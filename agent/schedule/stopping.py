"""A run asked to stop ends after the row in hand has its outcome, or in a pause; never between click and answer."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from types import TracebackType

from agent.model.errors import FaturistaError


class Stopping(FaturistaError):
    """O faturista foi mandado parar; continua daqui na próxima partida."""

    exit_code = 130


def pause_until(stop: Event) -> Callable[[timedelta], None]:
    """A wait of a run: its whole time, or Stopping. It never returns early: a record would be read too soon."""

    def wait(span: timedelta) -> None:
        if stop.wait(span.total_seconds()):
            raise Stopping

    return wait


class StoppableProgress:
    """An agent.model.progress.Progress whose every step is a place where the run may end."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop

    def start(self, what: str, total: int | None = None) -> "StoppableProgress":
        """See Progress."""
        del what, total
        self._raise_if_asked()
        return self

    def step(self, text: str = "", count: int = 1) -> None:
        """See Phase; called after the outcome of a row was written."""
        del text, count
        self._raise_if_asked()

    def done(self) -> None:
        """See Phase."""

    def __enter__(self) -> "StoppableProgress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done()

    def _raise_if_asked(self) -> None:
        if self._stop.is_set():
            raise Stopping

"""What a command writes: answers on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Callable

from rich.console import Console, RenderableType

from agent.cli.progress import BarProgress, LineProgress
from agent.model.progress import Progress

WIDE = 160


class Terminal:
    """The two streams. With `as_json`, standard output carries one JSON document and nothing else."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._out = _console(stderr=False)
        self._err = _console(stderr=True)

    def answer(self, body: object, *shown: RenderableType) -> None:
        """The command's answer: `body` for machines (JSON values only), or `shown` for people."""
        if self.as_json:
            sys.stdout.write(json.dumps(body, ensure_ascii=False, indent=1) + "\n")
            # A command that goes on serving is read while it runs.
            sys.stdout.flush()
            return
        for part in shown:
            self._out.print(part, soft_wrap=isinstance(part, str))

    def say(self, text: str) -> None:
        """One line for the person at the terminal; it does not break a progress bar."""
        self._err.print(text, soft_wrap=True)

    def progress(self) -> Progress:
        """Bars where somebody watches, else a line per phase."""
        return BarProgress(self._err) if self._watched else LineProgress(self.say)

    @property
    def ask(self) -> Callable[[str], str] | None:
        """Asks the person for a line; None when there is no person to ask."""
        return self._err.input if self._watched and sys.stdin.isatty() else None

    @property
    def _watched(self) -> bool:
        return self._err.is_terminal and not self.as_json


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    # A pipe or a file has no width of its own: tables must not be cut at 80 there.
    width = None if stream.isatty() else WIDE
    return Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False)

"""A contestant's side of the race: wait for the start, count entries, say how long each block took."""

import json
import sys
from time import perf_counter
from typing import IO


class Track:
    """Blocks of `block` entries out of `total`; each begins when the race says so on standard input."""

    def __init__(self, block: int, total: int, heard: IO[str] = sys.stdin, said: IO[str] = sys.stdout) -> None:
        self._block = block
        self._total = total
        self._heard = heard
        self._said = said
        self._done = 0
        self._born = self._begun = perf_counter()

    def line_up(self) -> None:
        """Signed in and ready: what came before is told apart from the entries."""
        self._say(ready=perf_counter() - self._born)
        self._wait()

    def step(self, count: int = 1) -> None:
        """`count` more entries are on the portal."""
        self._done += count
        if self._done % self._block == 0:
            self._say(block=perf_counter() - self._begun)
            if self._done < self._total:
                self._wait()
            else:
                self._begun = perf_counter()

    def finish(self) -> None:
        """All is done: what came after the last entry."""
        self._say(rest=perf_counter() - self._begun)

    def _wait(self) -> None:
        if not self._heard.readline():
            raise SystemExit("the race is over")
        self._begun = perf_counter()

    def _say(self, **what: float) -> None:
        self._said.write(json.dumps(what) + "\n")
        self._said.flush()

"""What the schedule asks of whatever runs its jobs; nothing of an engine's own is seen beyond this file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Job = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Broken:
    """A job that raised what it should not: a bug. `key` is the job's."""

    key: str
    error: BaseException


class Engine(Protocol):
    """Runs jobs, `size` at most at once. A job is told apart by its key and is not kept beyond the process."""

    size: int

    def free(self) -> int:
        """How many more jobs would begin at once; none when stopped."""

    def submit(self, key: str, job: Job) -> None:
        """Begin it, or as soon as there is room."""

    def broken(self) -> list[Broken]:
        """Those that raised since this was last asked."""

    def stop(self) -> None:
        """Take no more and return when those at work have ended."""

"""How much memory an act takes at most, where the system tells it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import psutil

_EVERY = 0.02  # seconds


@contextmanager
def peak_mib() -> Iterator[Callable[[], int]]:
    """Within: watch this process's memory. Gives, afterwards, the most it held at once, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # The kernel's own mark, begun anew: nothing between two looks is missed.
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        yield lambda: _high_water(status)
        return
    process, over, seen = psutil.Process(), Event(), [0]

    def watch() -> None:
        while not over.wait(_EVERY):
            seen[0] = max(seen[0], process.memory_info().rss)

    thread = Thread(target=watch, daemon=True)
    thread.start()
    yield lambda: seen[0] // 2**20
    over.set()
    thread.join()


def _high_water(status: Path) -> int:
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024

"""Work that only makes objects and drops none in circles, spared the searches for such circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_growing() -> Iterator[None]:
    """Pause Python's search for unreachable circles; on a large sheet it takes a tenth of the time and finds none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

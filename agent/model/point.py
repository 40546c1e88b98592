"""Named points of a run, where a test can let the process die; a normal run passes through them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

Hook = Callable[[str], None]
Clock = Callable[[], datetime]


def no_hook(_name: str) -> None:
    """The hook of a normal run."""


def steady_clock() -> Clock:
    """A clock for measuring: it starts at the present time and is never set while the process lives."""
    start, began = utc_now(), monotonic()
    return lambda: start + timedelta(seconds=monotonic() - began)


def utc_now() -> datetime:
    """The clock of a normal run: aware, in UTC."""
    return datetime.now(UTC)

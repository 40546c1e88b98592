"""The technical record of a bug: where it happened, never with what data."""

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

log_folder: ContextVar[Path | None] = ContextVar("log_folder", default=None)


def write_crash(error: BaseException, now: datetime) -> Path | None:
    """Write the record into the office's log folder (the temporary one when no office was opened) and return its path.

    Only exception types and code positions are written: messages and values may hold a patient's data. None when
    nothing could be written.
    """
    text = "\n".join(
        [f"faturista, {now.isoformat()}, Python {platform.python_version()}, {sys.platform}", *_chain(error), ""]
    )
    for folder in (log_folder.get(), Path(tempfile.gettempdir())):
        if folder is not None and (written := _write(folder, f"erro-{now:%Y%m%d-%H%M%S}.log", text)):
            return written
    return None


def _write(folder: Path, name: str, text: str) -> Path | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    except OSError:
        return None
    return folder / name


def _chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__

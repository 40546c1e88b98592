"""Files that only their owner reads, replaced whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Replace `path` atomically and durably, mode 0600 where the system has modes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def readable_by_others(path: Path) -> bool:
    """Whether group or others may read it; False where the system has no such modes (Windows)."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)

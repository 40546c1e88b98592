"""What lies in a clinic's inbox, as one digest: the same files, the same digest, whatever their dates."""

import hashlib
from functools import lru_cache
from pathlib import Path

from agent.config.office import Office
from agent.model.errors import InputError

_LENGTH = 16


def inbox_digest(office: Office, clinica: str) -> str:
    """A digest of the clinic's spreadsheets, names and contents; "" when there is none to read."""
    try:
        sheets = office.planilhas(clinica)
        contents = [f"{path.name}\n{_sha256(path, *_mark(path))}" for path in sheets]
    except (InputError, OSError):  # no folder yet, or a sheet that is just being replaced: looked at again next time
        return ""
    return digest_of(contents) if contents else ""


def digest_of(parts: list[str]) -> str:
    """A short digest of texts in order."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def _mark(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns


@lru_cache(maxsize=4096)
def _sha256(path: Path, _size: int, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

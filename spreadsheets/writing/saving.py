"""Put a workbook, or any file of a clinic, on disk whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from agent.model.errors import InputError


class WorkbookBusy(InputError):
    """A planilha está aberta em outro programa, ou a pasta não permite gravar."""


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place at the end: a reader sees the old file or the new one, never a half.

    Raises WorkbookBusy when the file is open in Excel (Windows refuses to replace it) or may not be written, and
    InputError when `path` is a folder.
    """
    if path.is_dir():
        raise InputError("é uma pasta, e aqui vai um arquivo", where=str(path), do="Diga também o nome do arquivo.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", suffix=".parte", delete=False)  # noqa: SIM115
    except PermissionError:
        raise _busy(path) from None
    scratch = Path(part.name)
    try:
        with part:
            yield part
            part.flush()
            os.fsync(part.fileno())
    except BaseException:
        scratch.unlink()
        raise
    take_place(scratch, path)


def write_over(path: Path, content: bytes) -> None:
    """Write a file that a person also edits: with the rights it had, the former beside it as ".anterior".

    Raises WorkbookBusy.
    """
    if not path.is_file():
        with replacing(path) as part:
            part.write(content)
        return
    before, mode = path.read_bytes(), path.stat().st_mode & 0o777
    for target, held in ((path.with_name(f"{path.name}.anterior"), before), (path, content)):
        with replacing(target) as part:
            part.write(held)
            Path(part.name).chmod(mode)


def take_place(scratch: Path, path: Path) -> None:
    """Let a whole file take the place of `path`, or be gone. Raises WorkbookBusy."""
    try:
        scratch.replace(path)
    except PermissionError:
        scratch.unlink()
        raise _busy(path) from None
    except BaseException:
        scratch.unlink()
        raise


def _busy(path: Path) -> WorkbookBusy:
    return WorkbookBusy(where=str(path), do="Feche-a e rode o comando de novo.")

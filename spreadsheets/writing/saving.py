"""Put a workbook on disk whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from openpyxl.workbook import Workbook

from agent.model.errors import InputError


class WorkbookBusy(InputError):
    """A planilha está aberta em outro programa, ou a pasta não permite gravar."""


def save(book: Workbook, path: Path) -> None:
    """Write beside `path`, then take its place: a reader sees the old file or the new one, never a half.

    Raises WorkbookBusy when the file is open in Excel (Windows refuses to replace it) or may not be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", suffix=".parte", delete=False) as part:
            scratch = Path(part.name)
            try:
                book.save(part)
                part.flush()
                os.fsync(part.fileno())
            except BaseException:
                part.close()
                scratch.unlink()
                raise
        take_place(scratch, path)
    except PermissionError:
        raise _busy(path) from None


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

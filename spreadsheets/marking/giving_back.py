"""The marked copy of a clinic's file, written beside nothing of its own: the original is never touched."""

from collections.abc import Sequence
from pathlib import Path

from agent.model.entry import Entry
from agent.model.errors import InputError
from spreadsheets.checking.previsao import Previsao
from spreadsheets.marking.marks import SheetMarks, marks_of
from spreadsheets.marking.plain_copy import plain_workbook
from spreadsheets.marking.workbook_copy import UNFIT, marked_workbook
from spreadsheets.reading.leitura import Leitura
from spreadsheets.reading.opening import open_grids
from spreadsheets.reading.package import is_plain_workbook
from spreadsheets.writing.saving import replacing

_MACROS = b"vbaProject.bin"


def give_back(
    source: Path, target: Path, leitura: Leitura, previsoes: Sequence[Previsao], entries: Sequence[Entry]
) -> Path:
    """Write the marked copy of `source` to `target` and return where it is: its ending follows the content.

    An .xlsx or .xlsm keeps everything that is its own (formats, formulas, macros, drawings); any other file becomes
    an .xlsx. Raises InputError when the target is the source, WorkbookBusy when it is open in Excel.
    """
    content = source.read_bytes()
    whole = is_plain_workbook(content)
    target = target.with_suffix(".xlsm" if whole and _MACROS in content else ".xlsx")
    if target.resolve() == source.resolve():
        raise InputError(
            "A cópia marcada não pode ficar no lugar da planilha.", where=str(target), do="Dê outro nome à cópia."
        )
    marks = marks_of(leitura, previsoes, entries)
    marked = _marked(content, source.name, marks, whole=whole)
    with replacing(target) as part:
        part.write(marked)
    return target


def _marked(content: bytes, name: str, marks: dict[str, SheetMarks], *, whole: bool) -> bytes:
    """A workbook whose parts do not fit together as the standard says still comes back, as its values."""
    if whole:
        try:
            return marked_workbook(content, marks)
        except UNFIT:
            pass
    return plain_workbook(open_grids(content, name), marks)

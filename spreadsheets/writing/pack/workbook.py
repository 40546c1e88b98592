"""The accountant's workbook: Resumo first, then every table it is drawn from."""

from pathlib import Path

from spreadsheets.writing.pack.book import Book
from spreadsheets.writing.pack.report import Pack
from spreadsheets.writing.pack.resumo import write_resumo
from spreadsheets.writing.pack.sheets import sheets_of
from spreadsheets.writing.pack.table import Words, write_table
from spreadsheets.writing.pack.tabs import RESUMO


def write_pack(path: Path, pack: Pack, *, com_paciente: bool = False) -> None:
    """Write the workbook to `path`, whole or not at all; patients' names and cards only when asked for.

    Every figure of the Resumo is a live formula that reaches its rows, and each row its return lines and their proof.
    Raises WorkbookBusy when `path` may not be replaced.
    """
    tables = sheets_of(pack, com_paciente=com_paciente)
    book = Book(path, title=pack.titulo)
    tabs = {name: book.sheet(name, foot=f"{pack.escritorio} – {name}", at=pack.gerado_em) for name in (RESUMO, *tables)}
    for name, table in tables.items():
        words = Words(name, f"{table.note} {pack.periodo}", table.empty)
        write_table(book, tabs[name], table.columns, table.rows, words, kept=table.kept)
    write_resumo(book, tabs[RESUMO], pack, {name: sheet.region for name, sheet in tables.items()})
    book.close()

"""The accountant's workbook: Resumo first, then every table it is drawn from."""

from pathlib import Path

from spreadsheets.writing.book import Book
from spreadsheets.writing.pack.report import Pack
from spreadsheets.writing.pack.resumo import write_resumo
from spreadsheets.writing.pack.sheets import sheets_of
from spreadsheets.writing.pack.tabs import RESUMO
from spreadsheets.writing.saving import replacing
from spreadsheets.writing.table import Words, write_table


def write_pack(path: Path, pack: Pack, *, com_paciente: bool = False) -> None:
    """Write the workbook to `path`, whole or not at all; patients' names and cards only when asked for.

    Every figure of the Resumo is a live formula that reaches its rows, and each row its return lines and their proof.
    Raises WorkbookBusy when `path` may not be replaced.
    """
    tables = sheets_of(pack, com_paciente=com_paciente)
    with replacing(path) as part, Book(part, title=pack.titulo, at=pack.gerado_em) as book:
        tabs = {name: book.sheet(name, office=pack.escritorio) for name in (RESUMO, *tables)}
        for name, table in tables.items():
            words = Words(name, f"{table.note} {pack.periodo}.", table.empty)
            write_table(book, tabs[name], table.columns, table.rows, words, kept=table.kept)
            for heading, looks in table.colours.items():
                for word, look in looks.items():
                    book.colour(tabs[name], table.region.cells(heading), word, look)
        write_resumo(book, tabs[RESUMO], pack, {name: sheet.region for name, sheet in tables.items()})

"""The accountant's workbook: Resumo first, then every table it is drawn from."""

from pathlib import Path

from spreadsheets.writing.pack.book import Book
from spreadsheets.writing.pack.notas import write_notas
from spreadsheets.writing.pack.report import Pack
from spreadsheets.writing.pack.resumo import write_resumo
from spreadsheets.writing.pack.sheets import NOTAS, RESUMO, RETORNO, TRILHA, sheets_of


def write_pack(path: Path, pack: Pack, *, com_paciente: bool = False) -> None:
    """Write the workbook to `path`, whole or not at all; patients' names and cards only when asked for.

    Every figure of the Resumo is a live formula that reaches its rows, and each row its return lines and their proof.
    Raises WorkbookBusy when `path` may not be replaced.
    """
    tables = sheets_of(pack, com_paciente=com_paciente)
    book = Book(path, title=pack.titulo)
    names = [name for name in tables if name != TRILHA]
    tabs = {name: book.sheet(name) for name in (RESUMO, *names, NOTAS, TRILHA)}
    regions = {name: sheet.region for name, sheet in tables.items()}
    for name, table in tables.items():
        book.table(tabs[name], table.columns, table.rows, title=name, note=f"{table.note} {pack.periodo}")
    write_notas(book, tabs[NOTAS], pack, regions[RETORNO], NOTAS)
    write_resumo(book, tabs[RESUMO], pack, regions)
    for name, tab in tabs.items():
        foot = f"{pack.escritorio} – {name}".replace("&", "&&")
        tab.set_footer(f"&L&8{foot}&C&8Página &P de &N&R&8{pack.gerado_em:%d/%m/%Y %H:%M}")
    book.close()

"""The checklist of the paper authorisations for the envelope, in the order of the report that goes with them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from agent.model.competencia import Competencia
from agent.model.registro import Movimento
from spreadsheets.writing.book import Book
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.saving import replacing
from spreadsheets.writing.table import Column, Words, write_table

Row = tuple[int, Movimento]
_SHEET = "Autorizações"
_COLUMNS: tuple[Column[Row], ...] = (
    Column("Nº", 6, Kind.COUNT, lambda row: row[0]),
    Column("No envelope", 12, Kind.TEXT, lambda _row: "☐"),
    Column("Autorização", 14, Kind.CODE, lambda row: row[1].numero_autorizacao),
    Column("Data", 12, Kind.DATE, lambda row: row[1].data),
    Column("Paciente", 28, Kind.TEXT, lambda row: row[1].beneficiario),
    Column("Código", 12, Kind.CODE, lambda row: row[1].codigo_procedimento),
    Column("Dente e faces", 12, Kind.CODE, lambda row: f"{row[1].dente} {row[1].faces}".strip()),
    Column("Qtde", 8, Kind.COUNT, lambda row: row[1].quantidade, totalled=True),
    Column("Valor (R$)", 14, Kind.MONEY, lambda row: row[1].valor or 0, totalled=True),
    Column("Anotação", 24, Kind.CODE, lambda _row: ""),
)


def write_checklist(
    path: Path, movimentos: Sequence[Movimento], *, clinica: str, competencia: Competencia, order: str, at: datetime
) -> None:
    """One line for each authorisation on paper, to tick; nothing is sorted anew. Raises WorkbookBusy."""
    subtitle = f"{clinica}, movimento {competencia}, na ordem do relatório ({order.lower()})"
    rows = list(enumerate(movimentos, start=1))
    with replacing(path) as part, Book(part, title=_SHEET, at=at) as book:
        sheet = book.sheet(_SHEET, office=clinica)
        write_table(book, sheet, _COLUMNS, rows, Words(_SHEET, subtitle, "Nenhum lançamento neste movimento."))

"""Read a clinic's spreadsheet: the one door of this room."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from agent.model.competencia import Competencia
from agent.model.errors import SheetNotRecognised, SheetUnreadable
from mappings.sheet import SheetMapping
from mappings.wording import fold
from spreadsheets.reading.bands import tables_of
from spreadsheets.reading.context import Request, aba_mapping
from spreadsheets.reading.duplicates import hold_duplicates
from spreadsheets.reading.forms import form_table
from spreadsheets.reading.grid import Grid, is_blank
from spreadsheets.reading.growing import only_growing
from spreadsheets.reading.hints import hints_of
from spreadsheets.reading.leitura import Aviso, Leitura
from spreadsheets.reading.opening import open_grids
from spreadsheets.reading.outliers import odd_amounts
from spreadsheets.reading.table_reading import TableReading, read_table
from spreadsheets.reading.tables import Table
from spreadsheets.reading.turned import turned_tables


def read_planilha(
    path: Path,
    *,
    clinica: str,
    portal: str | None,
    competencia: Competencia | None,
    mapping: SheetMapping | None = None,
    today: date,
) -> Leitura:
    """Read the entries of one file; nothing is invented, changed or lost, and what is unclear is held or asked.

    `portal` and `competencia` None: taken from the sheet's name, its titles, the file's name, its columns; else asked
    (`Leitura.questions`). A given one wins over what the file says. `today` decides which dates are in the future.

    Raises SheetUnreadable (not a spreadsheet, damaged, protected) or SheetNotRecognised (no table of attendances).
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise SheetUnreadable(
            "O arquivo não pôde ser aberto.", where=path.name, do="Confira o caminho e se ele não está aberto no Excel."
        ) from None
    request = Request(clinica, portal, competencia, mapping or SheetMapping(), today, path.name)
    with only_growing():
        grids = open_grids(content, path.name)
        readings, avisos = _read_grids(grids, request)
        if not readings:
            raise _not_recognised(grids, path.name)
        return _assembled(readings, avisos, path.name, hashlib.sha256(content).hexdigest())


def _read_grids(grids: Sequence[Grid], request: Request) -> tuple[list[TableReading], list[Aviso]]:
    readings: list[TableReading] = []
    avisos: list[Aviso] = []
    wanted = {fold(aba) for aba in request.mapping.abas}
    months = {grid.aba: hints_of(grid.aba, request.today).competencias for grid in grids}
    asked = request.competencia if any(request.competencia in named for named in months.values()) else None
    for grid in grids:
        reason = _not_read(grid, wanted) or _other_month(months[grid.aba], asked)
        tables = () if reason else _tables(grid, _mapped_titles(request.mapping, grid.aba))
        if not tables:
            avisos.append(Aviso("sheet_not_read", reason or _no_table(grid), aba=grid.aba))
        readings += [read_table(table, request) for table in tables]
    if any(not reading.summary for reading in readings):
        avisos += [_summary(reading) for reading in readings if reading.summary]
        readings = [reading for reading in readings if not reading.summary]
    return readings, avisos


def _tables(grid: Grid, mapped: frozenset[str]) -> tuple[Table, ...]:
    """The sheet's tables as they stand; else its forms; else the sheet turned on its side."""
    if tables := tables_of(grid, mapped):
        return tables
    form = form_table(grid)
    return (form,) if form else turned_tables(grid)


def _mapped_titles(mapping: SheetMapping, aba: str) -> frozenset[str]:
    titles = {**mapping.colunas, **aba_mapping(mapping, aba).colunas}.values()
    return frozenset(fold(title) for title in titles)


def _not_read(grid: Grid, wanted: set[str]) -> str:
    if wanted and fold(grid.aba) not in wanted:
        return "a aba não está entre as do mapeamento da clínica"
    if grid.very_hidden:
        return "a aba está oculta por um programa e não foi lida"
    if not grid.hidden:
        return ""
    rows = sum(1 for row in grid.rows if any(not is_blank(raw) for raw in row))
    return f"a aba está oculta e não foi lida ({rows} linhas); se deve ser cobrada, reexiba-a" if not wanted else ""


def _other_month(named: frozenset[Competencia], asked: Competencia | None) -> str:
    """A workbook with a sheet per month, one of which was asked for: the others are not this month's."""
    if asked is None or not named or asked in named:
        return ""
    return f"a aba é de {', '.join(map(str, sorted(named)))}, que não foi pedido"


def _summary(reading: TableReading) -> Aviso:
    text = "a tabela não tem autorização nem data: parece um resumo e não foi lida"
    return Aviso("table_not_read", text, aba=reading.tabela.aba, linha=reading.tabela.linha_cabecalho)


def _no_table(grid: Grid) -> str:
    if not any(not is_blank(raw) for row in grid.rows for raw in row):
        return "a aba está vazia"
    return "a aba não tem uma tabela de atendimentos (autorização, data, paciente)"


def _not_recognised(grids: Iterable[Grid], name: str) -> SheetNotRecognised:
    rows = sum(1 for grid in grids for row in grid.rows if any(not is_blank(raw) for raw in row))
    if not rows:
        return SheetNotRecognised(
            "A planilha está em branco.", where=name, do="Peça à clínica o arquivo com os atendimentos."
        )
    return SheetNotRecognised(
        "Nenhuma tabela de atendimentos foi reconhecida.",
        where=name,
        do="É preciso uma linha de títulos com, por exemplo, Autorização, Data, Paciente, Código e Valor.",
    )


def _assembled(readings: list[TableReading], avisos: list[Aviso], name: str, sha256: str) -> Leitura:
    unique = hold_duplicates(item for reading in readings for item in reading.itens)
    questions = tuple(question for reading in readings for question in reading.questions)
    held = Counter((r.aba, r.linha) for r in unique.rejeitadas)
    told = [aviso for reading in readings for aviso in reading.avisos]
    return Leitura(
        arquivo=name,
        sha256=sha256,
        itens=unique.itens,
        rejeitadas=tuple(
            sorted(
                [*(r for reading in readings for r in reading.rejeitadas), *unique.rejeitadas],
                key=lambda r: (_order(readings, r.aba), r.linha),
            )
        ),
        ignoradas=tuple(ignored for reading in readings for ignored in reading.ignoradas),
        avisos=(
            *avisos,
            *(aviso for aviso in told if (aviso.aba, aviso.linha) not in held),
            *unique.avisos,
            *odd_amounts(unique.itens),
        ),
        colunas=tuple(reading.tabela for reading in readings),
        questions=questions,
    )


def _order(readings: list[TableReading], aba: str) -> int:
    return next((index for index, reading in enumerate(readings) if reading.tabela.aba == aba), len(readings))

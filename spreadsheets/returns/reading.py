"""An insurer's spreadsheet or CSV as a Demonstrativo: headings found by name, every row read or the file refused."""

from collections.abc import Mapping
from pathlib import Path

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import ReportUntrusted, SheetNotRecognised, SheetUnreadable
from agent.model.registro import Evidence
from agent.model.valor import Centavos, write_valor
from mappings.wording import fold
from spreadsheets.reading.grid import Grid, is_blank, shown
from spreadsheets.reading.opening import open_grids
from spreadsheets.returns.rows import Row, Table
from spreadsheets.returns.totals import Total, check_totals, is_total
from spreadsheets.returns.words import NEEDED, OPTIONAL, column_words

_LOOK = 25
_ESTORNO = "O que é tomado de volta se escreve negativo nos dois, informado e liberado: -80,00, (80,00) ou 80,00-."


def read_return(
    content: bytes, name: str, *, portal: str, competencia: Competencia, own: Path | None = None
) -> Demonstrativo:
    """The lines of an insurer's file. `own`: the office's names for its columns, which win over the product's.

    valor_glosa is informado less liberado where the file is silent; an amount paid that is blank is none, unless the
    glosa is told and takes it all. Every total row must be the sum of lines of its sheet; the totals are the sums.
    Raises SheetUnreadable, SheetNotRecognised, ConfigError for what `own` says wrongly, InputError with the cell of the
    first value that cannot be read, ReportUntrusted with the row of the first that does not add up.
    """
    words = column_words(own)
    tables = [table for grid in _opened(content, name) if (table := _find(grid, words, name)) is not None]
    if not tables:
        raise SheetNotRecognised(
            "Nenhuma tabela de retorno foi reconhecida.",
            where=name,
            do="A tabela precisa de colunas de autorização, código, data, informado e liberado. Diga como o convênio"
            f" as chama em mapeamentos/retorno-{portal}.toml.",
        )
    sheets = [_lines_and_totals(table) for table in tables]
    every = tuple(linha for linhas, _ in sheets for linha in linhas)
    for linhas, totals in sheets:
        check_totals(totals, linhas, every)
    kind = name.rpartition(".")[2].lower() or "csv"
    informado = sum(line.valor_informado for line in every)
    liberado = sum(line.valor_liberado for line in every)
    return Demonstrativo(
        portal,
        competencia,
        every,
        informado,
        liberado,
        informado - liberado,
        (Evidence(kind if kind.isalnum() else "csv", "planilha de retorno", content),),
    )


def _opened(content: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of the file. A clinic's file is opened by the same sentences, but this one came from the insurer."""
    try:
        return open_grids(content, name)
    except SheetUnreadable as error:
        do = error.do.replace("à clínica", "ao convênio")
        raise SheetUnreadable(error.what, where=error.where, do=do) from None


def _find(grid: Grid, words: Mapping[str, str], name: str) -> Table | None:
    for number, row in enumerate(grid.rows[:_LOOK]):
        columns: dict[str, int] = {}
        for index, raw in enumerate(row):
            field = words.get(fold(shown(raw)))
            if field is not None:
                columns.setdefault(field, index)
        if all(field in columns for field in NEEDED):
            return Table(name, grid, number, columns)
    return None


def _lines_and_totals(table: Table) -> tuple[list[LinhaRetorno], list[Total]]:
    linhas: list[LinhaRetorno] = []
    totals: list[Total] = []
    for number in range(table.heading + 1, len(table.grid.rows)):
        cells = table.grid.rows[number]
        if all(is_blank(raw) for raw in cells):
            continue
        row = Row(table, number)
        if is_total(row, cells):
            totals.append(Total.read(row, cells, len(linhas)))
        else:
            linhas.append(_linha(row, number + 1))
    return linhas, totals


def _linha(row: Row, number: int) -> LinhaRetorno:
    informado, liberado, glosa = _amounts(row)
    return LinhaRetorno(
        linha=number,
        numero_autorizacao=row.code("numero_autorizacao"),
        codigo_procedimento=row.code("codigo_procedimento"),
        data=row.day("data"),
        quantidade=row.count("quantidade"),
        valor_informado=informado,
        valor_liberado=liberado,
        valor_glosa=glosa,
        **{field: row.text(field) for field in OPTIONAL},
        numero_carteira=row.number("numero_carteira"),
    )


def _amounts(row: Row) -> tuple[Centavos, Centavos, Centavos]:
    """Informado, liberado and glosa of a line, which add up; none of them is invented."""
    informado, glosa = row.money("valor_informado"), row.perhaps_money("valor_glosa")
    if (liberado := row.perhaps_money("valor_liberado")) is None:
        liberado = 0 if glosa == informado else row.money("valor_liberado")
    if liberado < 0 <= informado and (glosa is None or informado != liberado + glosa):
        why = f"toma de volta o que pagou, e o informado da linha é {_reais(informado)}"
        raise row.refused("valor_liberado", why, f"{_ESTORNO} Corrija a linha, ou peça o arquivo de novo ao convênio.")
    if glosa is not None and informado != liberado + glosa:
        raise ReportUntrusted(
            f"informado {_reais(informado)} não é igual a liberado {_reais(liberado)} mais glosa {_reais(glosa)}",
            where=row.place,
            do="Nada foi lido deste arquivo. Corrija a linha, ou peça o arquivo de novo ao convênio.",
        )
    return informado, liberado, informado - liberado if glosa is None else glosa


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)

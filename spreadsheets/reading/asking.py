"""What must be asked before a table is read: its portal, its month, which column is which, its code."""

from collections.abc import Iterator

from mappings.campo import Campo
from spreadsheets.reading.coluna import Columns, body_values
from spreadsheets.reading.context import Context
from spreadsheets.reading.grid import column_letter, shown
from spreadsheets.reading.leading import leading_fields
from spreadsheets.reading.leitura import Pergunta
from spreadsheets.reading.tables import Table

_NEEDED = {Campo.NUMERO_AUTORIZACAO: "o número da autorização", Campo.DATA: "a data do atendimento"}


def questions_of(table: Table, columns: Columns, context: Context) -> Iterator[Pergunta]:
    """Every question at once; none when the table can be read."""
    yield from _about_table(table, columns, context)
    yield from _gone(table, columns)
    known = frozenset({*columns.por_campo, *columns.doubtful})
    if not known >= {*_NEEDED, Campo.CODIGO_PROCEDIMENTO}:
        known |= leading_fields(table, known)
    missing = [campo for campo in _NEEDED if campo not in known]
    for campo in missing:
        text = f"Qual coluna tem {_NEEDED[campo]}?"
        yield Pergunta("coluna", text, table.grid.aba, campo.value, tuple(_unused(table, columns)))
    yield from _about_columns(table, columns)
    if not missing and Campo.CODIGO_PROCEDIMENTO not in known and not _has_default_code(context):
        text = "A tabela não tem coluna de código do procedimento. Qual é o código de todas as linhas?"
        yield Pergunta("codigo", text, table.grid.aba, Campo.CODIGO_PROCEDIMENTO.value)


def _about_table(table: Table, columns: Columns, context: Context) -> Iterator[Pergunta]:
    if not context.portal and not table.unclear and Campo.PORTAL not in columns.por_campo:
        text = "De qual convênio é esta tabela? Nem a aba, nem os títulos, nem o nome do arquivo dizem."
        yield Pergunta("portal", text, table.grid.aba, opcoes=tuple(sorted(context.portais)))
    if context.competencia is None and Campo.COMPETENCIA not in columns.por_campo:
        yield Pergunta("competencia", "De qual competência (MM/AAAA) é esta tabela?", table.grid.aba)


def _gone(table: Table, columns: Columns) -> Iterator[Pergunta]:
    for title in columns.missing:
        text = f'O mapeamento da clínica fala da coluna "{title}", que não está na tabela. O modelo mudou?'
        yield Pergunta("coluna", text, table.grid.aba)


def _about_columns(table: Table, columns: Columns) -> Iterator[Pergunta]:
    for campo, rivals in columns.doubtful.items():
        names = tuple(f"{rival.titulo or 'sem título'} (coluna {rival.letra})" for rival in rivals)
        text = f"Duas colunas servem para {campo.value}: {' ou '.join(names)}. Qual vale?"
        if len(rivals) == 1:
            text = f"A coluna {names[0]} parece ser {campo.value}, mas o título não diz. É ela?"
        yield Pergunta("coluna", text, table.grid.aba, campo.value, names)


def _unused(table: Table, columns: Columns) -> Iterator[str]:
    """The columns that no field uses, each with its heading or an example of its values."""
    used = {column.indice for column in columns.por_campo.values()}
    for index, label in enumerate(table.heading.labels):
        example = body_values(table, index, 1)
        if index not in used and (label or example):
            yield f"{label or f'ex.: {shown(example[0])}'} (coluna {column_letter(index)})"


def _has_default_code(context: Context) -> bool:
    return bool(context.request.mapping.padroes.codigo_procedimento)

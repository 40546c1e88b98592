"""Read one table: what is known of it, what must be asked, then its rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from agent.model.competencia import Competencia
from mappings.campo import Campo
from spreadsheets.reading.asking import questions_of
from spreadsheets.reading.by_values import confidence
from spreadsheets.reading.cells import row_text
from spreadsheets.reading.classify import RowKind, classifier_for
from spreadsheets.reading.column_style import style_of
from spreadsheets.reading.columns import understand_columns
from spreadsheets.reading.coluna import Columns, body_values
from spreadsheets.reading.context import Context, Request, context_of
from spreadsheets.reading.dates import DateStyle, read_dates
from spreadsheets.reading.grid import column_letter, is_blank, texts_in
from spreadsheets.reading.inherit import inherit_for
from spreadsheets.reading.leading import leading_fields
from spreadsheets.reading.leitura import (
    Aviso,
    ColunaEntendida,
    Item,
    LinhaIgnorada,
    LinhaRejeitada,
    Pergunta,
    TabelaEntendida,
)
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.rows import RowReader, RowResult
from spreadsheets.reading.rules import cancelling
from spreadsheets.reading.sections import (
    WHOSE,
    Section,
    group_of,
    may_begin_group,
    section_of_titles,
)
from spreadsheets.reading.tables import Table

_AMOUNTS = (Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL)
_NEEDED = ((Campo.NUMERO_AUTORIZACAO, "o número da autorização"), (Campo.DATA, "a data do atendimento"))
_OF_GROUP = WHOSE | {Campo.DATA}
_MAY_END = frozenset({RowKind.DATA, RowKind.TOTAL, RowKind.FOOTER})
_MOST = 0.8
_DAY_TITLES = frozenset({"dia", "dias"})


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table gave. `summary`: it has neither authorisations nor dates, as a table of totals has."""

    tabela: TabelaEntendida
    itens: tuple[Item, ...] = ()
    rejeitadas: tuple[LinhaRejeitada, ...] = ()
    ignoradas: tuple[LinhaIgnorada, ...] = ()
    avisos: tuple[Aviso, ...] = ()
    questions: tuple[Pergunta, ...] = ()
    summary: bool = False


def read_table(table: Table, request: Request) -> TableReading:
    """Read one table, or say why it is not read: another insurer's, another portal's, or questions first."""
    columns = understand_columns(table, request.mapping)
    context, avisos = _with_month(context_of(table, request), table, columns)
    if reason := _not_ours(context):
        aviso = Aviso("sheet_not_read", f"{reason}; {_count(table)} linhas não lidas", aba=table.grid.aba)
        return TableReading(_tabela(table, columns, context, read=False), avisos=(aviso,))
    if not _count(table):
        aviso = Aviso("empty_table", "a tabela só tem o cabeçalho", table.grid.aba, table.heading.last + 1)
        return TableReading(_tabela(table, columns, context, read=True), avisos=(aviso,))
    if table.doubt:
        return TableReading(_tabela(table, columns, context, read=False), rejeitadas=tuple(_held_whole(table)))
    questions = tuple(questions_of(table, columns, context))
    if questions:
        summary = {Campo.NUMERO_AUTORIZACAO, Campo.DATA} <= {question.campo for question in questions}
        tabela = _tabela(table, columns, context, read=False)
        return TableReading(tabela, avisos=avisos, questions=questions, summary=summary)
    reading = _read_rows(table, columns, context)
    return replace(
        reading, avisos=(*avisos, *_unknown_columns(table, columns), *_no_patient(table, columns), *reading.avisos)
    )


def _read_rows(table: Table, columns: Columns, context: Context) -> TableReading:
    style, avisos = style_of(table, columns, context)
    texts = texts_in(table.grid.rows[table.first : table.end])
    reader = RowReader(
        *(context, columns, inherit_for(table.grid, table.first, table.end, texts), style, cancelling(texts)),
        unclear=table.unclear,
        bloco=table.bloco_letter,
    )
    results: list[RowResult] = []
    ignoradas: list[LinhaIgnorada] = []
    if table.section:
        ignoradas.append(LinhaIgnorada(table.grid.aba, table.first, RowKind.GROUP.value, table.section))
    for row, kind, section in _rows(table, columns):
        if kind is RowKind.DATA:
            results.append(reader.read(row, section))
        elif kind is not RowKind.BLANK:
            ignoradas.append(LinhaIgnorada(table.grid.aba, row + 1, kind.value, row_text(table.grid.rows[row])))
    ignoradas += [result.ignored for result in results if result.ignored is not None]
    return TableReading(
        _tabela(table, columns, context, read=True),
        itens=tuple(item for result in results for item in result.itens),
        rejeitadas=tuple(rejeitada for result in results for rejeitada in result.rejeitadas),
        ignoradas=tuple(sorted(ignoradas, key=lambda ignorada: ignorada.linha)),
        avisos=(*avisos, *(aviso for result in results for aviso in result.avisos)),
    )


def _rows(table: Table, columns: Columns) -> Iterator[tuple[int, RowKind, Section]]:
    """Each body row, what it is, and what the rows above say for it."""
    classifier = classifier_for(table, columns)
    own = frozenset(columns.por_campo)
    section = section_of_titles(table.titles, own)
    for row in range(table.first, table.end):
        cells = table.grid.rows[row]
        kind = classifier.kind(row)
        said = group_of(cells, own)
        if said and kind is not RowKind.TOTAL:
            section = said if Campo.BENEFICIARIO in said else {**section, **said}
            kind = RowKind.GROUP
        elif section and kind in _MAY_END and may_begin_group(cells) and not classifier.has_number_or_date(row):
            section = {campo: None if campo in _OF_GROUP else raw for campo, raw in section.items()}
        yield row, kind, section


def _held_whole(table: Table) -> Iterator[LinhaRejeitada]:
    """Every row of a table that may be no table of attendances: a person says what it is."""
    text = f"A tabela ao lado, a partir da coluna {table.bloco_letter}, {table.doubt}: pode não ser de atendimentos."
    told = f"{text} Se for, passe-a para uma aba só dela; se não for, retire-a."
    for row in range(table.first, table.end):
        filled = [index for index, raw in enumerate(table.grid.rows[row]) if not is_blank(raw)]
        if filled:
            place = f"{column_letter(filled[0])}{row + 1}"
            seen = row_text(table.grid.rows[row])
            yield LinhaRejeitada(table.grid.aba, row + 1, "", place, "doubtful_table", told, seen)


def _not_ours(context: Context) -> str:
    if context.other:
        return f"é de outro convênio ({context.other})"
    asked = context.request.portal
    if asked and context.portal and context.portal != asked:
        return f"é do portal {context.portal}, que não foi pedido"
    return ""


def _unknown_columns(table: Table, columns: Columns) -> Iterator[Aviso]:
    """Columns of unknown heading that hold something: what they say was not read."""
    marks = {index for index, _ in columns.face_marks}
    for column in columns.todas:
        if column.campo is None and column.rank == 0 and column.indice not in marks:
            if not body_values(table, column.indice, 1):
                continue
            name = f'a coluna "{column.titulo}"' if column.titulo else f"a coluna {column.letra}, sem título,"
            text = f"{name} não é conhecida e não foi usada"
            place = f"{column.letra}{table.heading.last + 1}"
            yield Aviso("unknown_column", text, table.grid.aba, table.heading.last + 1, column.titulo, place)


def _no_patient(table: Table, columns: Columns) -> Iterator[Aviso]:
    known = frozenset(columns.por_campo)
    whose = {Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA}
    if not known & whose and not leading_fields(table, known) & whose:
        text = "a tabela não diz o paciente: não haverá o que comparar com o portal"
        yield Aviso("no_patient", text, table.grid.aba, table.heading.last + 1)


def _with_month(context: Context, table: Table, columns: Columns) -> tuple[Context, tuple[Aviso, ...]]:
    """The month given or stated; else the one in which nearly all complete dates of the table fall, with a warning."""
    if context.competencia is not None:
        given = context.request.competencia
        if given and context.stated and context.stated != given:
            text = f"a planilha diz {context.stated}; foi lida na competência pedida, {given}"
            return context, (Aviso("competencia", text, aba=table.grid.aba),)
        return context, ()
    months = Counter(Competencia.of(day) for day in _complete_dates(table, columns, context.request.today))
    if not months or Campo.COMPETENCIA in columns.por_campo:
        return context, ()
    month, times = months.most_common(1)[0]
    if times < _MOST * months.total() or max(months) != month:
        return context, ()
    text = f"a competência {month} foi deduzida das datas dos atendimentos: a planilha não a diz"
    return replace(context, competencia=month), (Aviso("competencia", text, aba=table.grid.aba),)


def _complete_dates(table: Table, columns: Columns, today: date) -> Iterator[date]:
    for raw in (raw for column in columns.of(Campo.DATA) for raw in body_values(table, column.indice)):
        try:
            yield from (day for day in read_dates(raw, DateStyle(None)) if day <= today)
        except CellProblem:
            continue


def _count(table: Table) -> int:
    return sum(1 for row in table.grid.rows[table.first : table.end] if any(raw not in (None, "") for raw in row))


def _tabela(table: Table, columns: Columns, context: Context, *, read: bool) -> TabelaEntendida:
    return TabelaEntendida(
        aba=table.grid.aba,
        linha_cabecalho=table.heading.last + 1,
        portal=context.portal,
        competencia=context.competencia.iso if context.competencia else "",
        colunas=tuple(
            ColunaEntendida(c.letra, c.titulo, c.campo.value if c.campo else "", c.motivo, confidence(table, c))
            for c in columns.todas
        ),
        lidas=read,
        bloco=table.bloco_letter,
        transposta=table.turned,
    )

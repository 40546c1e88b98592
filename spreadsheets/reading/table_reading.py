"""Read one table: what is known of it, what must be asked, then its rows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from agent.model.competencia import Competencia
from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from spreadsheets.reading.cells import row_text
from spreadsheets.reading.classify import RowClassifier, RowKind
from spreadsheets.reading.columns import Columns, body_values, understand_columns
from spreadsheets.reading.context import Context, Request, context_of
from spreadsheets.reading.dates import DateStyle, is_day_number, order_of, read_dates
from spreadsheets.reading.facts import TableStyle
from spreadsheets.reading.inherit import inherit_for
from spreadsheets.reading.leitura import (
    Aviso,
    ColunaEntendida,
    Item,
    LinhaIgnorada,
    LinhaRejeitada,
    Pergunta,
    TabelaEntendida,
)
from spreadsheets.reading.money import money_style
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.rows import RowReader, RowResult
from spreadsheets.reading.tables import Table

_AMOUNTS = (Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL)
_NEEDED = ((Campo.NUMERO_AUTORIZACAO, "o número da autorização"), (Campo.DATA, "a data do atendimento"))
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table gave."""

    tabela: TabelaEntendida
    itens: tuple[Item, ...] = ()
    rejeitadas: tuple[LinhaRejeitada, ...] = ()
    ignoradas: tuple[LinhaIgnorada, ...] = ()
    avisos: tuple[Aviso, ...] = ()
    questions: tuple[Pergunta, ...] = ()


def read_table(table: Table, request: Request) -> TableReading:
    """Read one table, or say why it is not read: another insurer's, another portal's, or questions first."""
    columns = understand_columns(table, request.mapping)
    context, avisos = _with_month(context_of(table, request), table, columns)
    if reason := _not_ours(context):
        aviso = Aviso("sheet_not_read", f"{reason}; {_count(table)} linhas não lidas", aba=table.grid.aba)
        return TableReading(_tabela(table, columns, context, read=False), avisos=(aviso,))
    questions = tuple(_questions(table, columns, context))
    if questions:
        return TableReading(_tabela(table, columns, context, read=False), avisos=avisos, questions=questions)
    reading = _read_rows(table, columns, context)
    return replace(reading, avisos=(*avisos, *reading.avisos))


def _read_rows(table: Table, columns: Columns, context: Context) -> TableReading:
    style, avisos = _style(table, columns, context)
    reader = RowReader(context, columns, inherit_for(table.grid, columns, table.first, table.end), style)
    classifier = RowClassifier(table, columns)
    results: list[RowResult] = []
    ignoradas: list[LinhaIgnorada] = []
    for row in range(table.first, table.end):
        kind = classifier.kind(row)
        if kind is RowKind.DATA:
            results.append(reader.read(row))
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


def _not_ours(context: Context) -> str:
    if context.other:
        return f"é de outro convênio ({context.other})"
    asked = context.request.portal
    if asked and context.portal and context.portal != asked:
        return f"é do portal {context.portal}, que não foi pedido"
    return ""


def _questions(table: Table, columns: Columns, context: Context) -> Iterator[Pergunta]:
    aba = table.grid.aba
    if not context.portal and Campo.PORTAL not in columns.por_campo:
        portais = tuple(sorted(set(vocabulary().portais.values())))
        yield Pergunta(
            "portal",
            "De qual convênio é esta tabela? Nem a aba, nem os títulos, nem o nome do arquivo dizem.",
            aba,
            opcoes=portais,
        )
    if context.competencia is None and Campo.COMPETENCIA not in columns.por_campo:
        yield Pergunta("competencia", "De qual competência (MM/AAAA) é esta tabela?", aba)
    for title in columns.missing:
        yield Pergunta(
            "coluna", f'O mapeamento da clínica fala da coluna "{title}", que não está na tabela. O modelo mudou?', aba
        )
    for campo, rivals in columns.doubtful.items():
        names = tuple(f"{c.titulo} (coluna {c.letra})" for c in rivals)
        yield Pergunta("coluna", f"Qual coluna é {campo.value}: {' ou '.join(names)}?", aba, campo.value, names)
    for campo, what in _NEEDED:
        if campo not in columns.por_campo and campo not in columns.doubtful:
            unknown = tuple(f"{c.titulo} (coluna {c.letra})" for c in columns.todas if c.campo is None)
            yield Pergunta("coluna", f"Qual coluna tem {what}?", aba, campo.value, unknown)


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
    column = columns.por_campo.get(Campo.DATA)
    for raw in body_values(table, column.indice) if column else ():
        try:
            yield from (day for day in read_dates(raw, DateStyle(None)) if day <= today)
        except CellProblem:
            continue


def _style(table: Table, columns: Columns, context: Context) -> tuple[TableStyle, tuple[Aviso, ...]]:
    column = columns.por_campo[Campo.DATA]
    values = body_values(table, column.indice, 100_000)
    month_first, avisos = _month_first(values, context, column.titulo)
    days = sum(1 for raw in values if is_day_number(raw))
    money = {
        campo: money_style(body_values(table, columns.por_campo[campo].indice, 100_000))
        for campo in _AMOUNTS
        if campo in columns.por_campo
    }
    dates = DateStyle(context.competencia, month_first, day_only=days >= _MOST * max(1, len(values)))
    given = context.request.competencia is not None
    return TableStyle(dates, money, context.competencia, given, context.request.today), avisos


def _month_first(values: Iterable[object], context: Context, title: str) -> tuple[bool, tuple[Aviso, ...]]:
    """Whether the column's text dates are mm/dd: the mapping says so, or some can only be so and none only dd/mm."""
    asked = context.request.mapping.ordem_das_datas
    if asked is not None:
        return asked == "mda", ()
    day_first, month_first = order_of(values)  # type: ignore[arg-type]
    if month_first < 2 or day_first:
        return False, ()
    text = f'as datas da coluna "{title}" estão como mês/dia/ano e foram lidas assim'
    return True, (Aviso("date_order", text, aba=context.aba, coluna=title),)


def _count(table: Table) -> int:
    return sum(1 for row in table.grid.rows[table.first : table.end] if any(raw not in (None, "") for raw in row))


def _tabela(table: Table, columns: Columns, context: Context, *, read: bool) -> TabelaEntendida:
    return TabelaEntendida(
        aba=table.grid.aba,
        linha_cabecalho=table.heading.last + 1,
        portal=context.portal,
        competencia=context.competencia.iso if context.competencia else "",
        colunas=tuple(
            ColunaEntendida(c.letra, c.titulo, c.campo.value if c.campo else "", c.motivo) for c in columns.todas
        ),
        lidas=read,
    )

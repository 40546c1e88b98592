"""What whole columns tell: the order of day and month, the decimal sign, how long the authorisations are."""

from collections.abc import Iterable

from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.codes import zero_led_width
from spreadsheets.reading.coluna import Columns, body_values
from spreadsheets.reading.context import Context
from spreadsheets.reading.dates import DateStyle, is_day_number, looks_swapped, order_of
from spreadsheets.reading.facts import TableStyle
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.leitura import Aviso
from spreadsheets.reading.money import money_style
from spreadsheets.reading.plausibility import Period
from spreadsheets.reading.tables import Table

_AMOUNTS = (Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL)
_ALL = 1_000_000
_MOST = 0.8
_DAY_TITLES = frozenset({"dia", "dias"})


def style_of(table: Table, columns: Columns, context: Context) -> tuple[TableStyle, tuple[Aviso, ...]]:
    """The style of a table, and warnings of what was concluded from whole columns."""
    column = columns.por_campo.get(Campo.DATA)
    values = [raw for c in columns.of(Campo.DATA) for raw in body_values(table, c.indice, _ALL)]
    title = column.titulo if column else ""
    month_first, avisos = _month_first(values, context, title)
    days = sum(1 for raw in values if is_day_number(raw))
    money = {
        campo: money_style(body_values(table, columns.por_campo[campo].indice, _ALL))
        for campo in _AMOUNTS
        if campo in columns.por_campo
    }
    dates = DateStyle(
        context.competencia,
        month_first,
        day_only=days >= (0.5 if fold(title) in _DAY_TITLES else _MOST) * max(1, len(values)),
        from_1904=table.grid.from_1904,
        swapped=looks_swapped(values),
    )
    given = context.request.competencia is not None
    period = Period(context.request.today, context.competencia, dates.swapped)
    return TableStyle(dates, money, context.competencia, given, period, _zero_led(table, columns, context)), avisos


def _zero_led(table: Table, columns: Columns, context: Context) -> dict[str, int]:
    """Per portal: a table of several insurers has authorisations of several lengths."""
    numbers, portals = (columns.por_campo.get(c) for c in (Campo.NUMERO_AUTORIZACAO, Campo.PORTAL))
    if numbers is None:
        return {}
    if portals is None:
        return {context.portal: zero_led_width(body_values(table, numbers.indice, _ALL))}
    groups: dict[str, list[Raw]] = {portal: [] for portal in context.portais}
    for row in range(table.first, table.end):
        for portal in vocabulary().portals_in(shown(table.grid.at(row, portals.indice))):
            groups[portal].append(table.grid.at(row, numbers.indice))
    return {portal: zero_led_width(raws) for portal, raws in groups.items()}


def _month_first(values: Iterable[Raw], context: Context, title: str) -> tuple[bool, tuple[Aviso, ...]]:
    """Whether the column's text dates are mm/dd: the mapping says so, or some can only be so and none only dd/mm."""
    asked = context.request.mapping.ordem_das_datas
    if asked is not None:
        return asked == "mda", ()
    day_first, month_first = order_of(values)
    if month_first < 2 or day_first:
        return False, ()
    text = f'as datas da coluna "{title}" estão como mês/dia/ano e foram lidas assim'
    return True, (Aviso("date_order", text, aba=context.aba, coluna=title),)

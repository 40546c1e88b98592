"""Appeals that wait: to be sent by the office, or for the insurer's answer."""

from dataclasses import dataclass
from datetime import date

from agent.accounting.appealing import letter_of, xml_of
from agent.accounting.chasing import Awaited, awaited
from agent.ledger.months import Mes
from agent.model.entry import Entry
from agent.model.valor import Centavos
from agent.panel.visit import Visit
from spreadsheets.writing.report import GroupKey


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One that waits to be sent, or for the insurer. `carta`, `xml`: whether these files exist."""

    awaited: Awaited
    entry: Entry
    mes: Mes
    carta: bool
    xml: bool


@dataclass(frozen=True, slots=True)
class AllUnderWay:
    """The first of them; how many there are; and of those that were not answered in time how many, and their amount."""

    first: list[UnderWay]
    count: int
    late: int
    late_valor: Centavos


def under_way(visit: Visit, clinica: str, most: int) -> AllUnderWay:
    """The first `most` that the visitor may see, what is to be sent before what is answered soonest."""
    house = visit.house
    months = {line.mes.id: line.mes for line in house.figuring.lines(visit.ledger)}
    today = house.office.today(house.clock())
    found = [
        (awaited(appeal, house.office.contrato(mes.portal), house.days.off, today), mes)
        for appeal, mes_id in visit.ledger.appeals.under_way()
        if (mes := months.get(mes_id)) is not None and visit.who.sees(mes.clinica) and clinica in ("", mes.clinica)
    ]
    found.sort(key=lambda pair: (pair[0].ate or date.min, pair[0].appeal.id))
    late = [each.appeal.valor for each, _ in found if each.late]
    return AllUnderWay([_shown(visit, *pair) for pair in found[:most]], len(found), len(late), sum(late))


def _shown(visit: Visit, each: Awaited, mes: Mes) -> UnderWay:
    appeal = each.appeal
    office, key = visit.house.office, GroupKey(mes.clinica, mes.portal, mes.competencia)
    entry = visit.ledger.entries.get(appeal.entry_id)
    carta = letter_of(office, key, appeal.id) is not None
    return UnderWay(each, entry, mes, carta, xml_of(office, key, appeal.id, entry.lancamento) is not None)

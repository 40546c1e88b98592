"""Appeals that wait: to be sent by the office, or for the insurer's answer."""

from dataclasses import dataclass
from datetime import date

from agent.accounting.appealing import letter_of
from agent.accounting.deadlines import answer_by
from agent.ledger.appeals import Appeal
from agent.ledger.months import Mes
from agent.model.entry import Entry
from agent.panel.visit import Visit
from spreadsheets.writing.report import GroupKey


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One that waits to be sent, or for the insurer until `resposta_ate`. `carta`, `xml`: whether these files exist."""

    appeal: Appeal
    entry: Entry
    mes: Mes
    resposta_ate: date | None
    carta: bool
    xml: bool


def under_way(visit: Visit, clinica: str, most: int) -> tuple[list[UnderWay], int]:
    """The first `most` that the visitor may see, what is to be sent before what is answered soonest; and how many."""
    months = {line.mes.id: line.mes for line in visit.house.figuring.lines(visit.ledger)}
    found = [
        (_due(visit, appeal, mes), appeal, mes)
        for appeal, mes_id in visit.ledger.appeals.under_way()
        if (mes := months.get(mes_id)) is not None and visit.who.sees(mes.clinica) and clinica in ("", mes.clinica)
    ]
    found.sort(key=lambda each: (each[0] or date.min, each[1].id))
    return [_shown(visit, *each) for each in found[:most]], len(found)


def _due(visit: Visit, appeal: Appeal, mes: Mes) -> date | None:
    house = visit.house
    return answer_by(appeal.sent_on, house.office.contrato(mes.portal), house.days.off) if appeal.sent_on else None


def _shown(visit: Visit, due: date | None, appeal: Appeal, mes: Mes) -> UnderWay:
    letter = letter_of(visit.house.office, GroupKey(mes.clinica, mes.portal, mes.competencia), appeal.id)
    xml = letter is not None and letter.with_suffix(".xml").is_file()
    return UnderWay(appeal, visit.ledger.entries.get(appeal.entry_id), mes, due, letter is not None, xml)

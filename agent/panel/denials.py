"""What was refused and what nobody answers: by days left and by value, with the shares and the money of each month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import add

from starlette.responses import Response

from agent.accounting.appealing import REASON
from agent.accounting.chasing import Chase, Rate, silent, to_appeal
from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.panel.access import Right
from agent.panel.board import Money, money_of
from agent.panel.chase import MonthChase
from agent.panel.figuring import pack_of
from agent.panel.rendering import page
from agent.panel.table import Table, download
from agent.panel.under_way import under_way
from agent.panel.visit import Visit
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.report import Conta, SemRetorno
from spreadsheets.writing.table import Column

MOST_SHOWN, ALL_SHOWN = 30, 1000
_MONTHS = 12
_NOTHING = (0, 0, 0, 0)
_TITLES = {
    "motivo": "Por motivo",
    "clinica": "Por clínica",
    "convenio": "Por convênio",
    "profissional": "Por profissional",
    "procedimento": "Por procedimento",
}


@dataclass(frozen=True, slots=True)
class Worklist:
    """What is to be chased, as `faturista recurso` lists it, and the rates of refusal of the same months."""

    chases: list[Chase]
    silent: list[tuple[Conta, SemRetorno]]
    rates: dict[str, list[Rate]]

    @property
    def live(self) -> list[Chase]:
        """What may still be appealed."""
        return [chase for chase in self.chases if not chase.lapsed]


@dataclass(frozen=True, slots=True)
class MonthMoney:
    """The money of one month over all that the visitor sees."""

    competencia: Competencia
    money: Money


def show_denials(visit: Visit) -> Response:
    """The page."""
    work = _worklist(visit)
    chases = _ordered(work.chases, visit.asked("ordem"))
    most = ALL_SHOWN if visit.asked("tudo") else MOST_SHOWN
    late = [pair for pair in work.silent if pair[1].atrasada]
    doubts = [pair for pair in work.silent if pair[1].duvida]
    appeals = under_way(visit, visit.asked("clinica"), most)
    return page(
        visit,
        "glosas.html",
        chases=chases[:most],
        count=len(chases),
        live=len(work.live),
        live_valor=sum(chase.glosa.glosado for chase in work.live),
        silent=work.silent[:most],
        silent_count=len(work.silent),
        late_valor=sum(each.valor for _, each in late),
        late_count=len(late),
        doubts=len(doubts),
        doubts_valor=sum(each.valor for _, each in doubts),
        appeals=appeals.first,
        appeals_count=appeals.count,
        appeals_late=appeals.late,
        appeals_late_valor=appeals.late_valor,
        may_appeal=visit.who.may(Right.APPEAL),
        usual_text=REASON,
        done=visit.asked("feito") if visit.asked("feito").isdigit() else "",
        rates=[(_TITLES[name], work.rates[name][:10]) for name in _TITLES if name in work.rates],
        months=_money_by_month(visit),
        asked={name: visit.asked(name) for name in ("clinica", "ordem", "tudo")},
        choices=[(slug, c.nome) for slug, c in visit.house.office.settings.clinicas.items() if visit.who.sees(slug)],
    )


def export_denials(visit: Visit) -> Response:
    """The worklist as a workbook or a CSV."""
    rows = _ordered(_worklist(visit).chases, visit.asked("ordem"))
    return download(visit, Table("Glosas", "O que está glosado e não está em recurso.", _COLUMNS, rows), "glosas")


def chases_seen(visit: Visit) -> list[Chase]:
    """What stands refused and is not under appeal, in all that the visitor sees."""
    return _worklist(visit).chases


def merged(parts: Iterable[MonthChase]) -> dict[str, list[Rate]]:
    """The rates of several months as of one: all adds up, but by motivo the share is of all that was answered."""
    sums: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for part in parts:
        for name, rates in part.rates.items():
            known = sums[name]
            for rate in rates:
                amounts = (rate.lancamentos, rate.glosados, rate.informado, rate.glosado)
                known[rate.nome] = list(map(add, known.get(rate.nome, _NOTHING), amounts))
    answered = list(sums["clinica"].values())
    count, whole = sum(amounts[0] for amounts in answered), sum(amounts[2] for amounts in answered)
    sums["motivo"] = {n: [count, glosados, whole, glosado] for n, (_, glosados, _, glosado) in sums["motivo"].items()}
    return {
        name: sorted((Rate(n, *amounts) for n, amounts in some.items()), key=lambda r: (-r.glosado, r.nome))
        for name, some in sums.items()
    }


def _worklist(visit: Visit) -> Worklist:
    today = visit.house.office.today(visit.house.clock())
    months = [(mes, chase) for mes, chase in visit.house.figuring.chases(visit.ledger) if _wanted(visit, mes)]
    contas = [conta for _, chase in months for conta in chase.contas]
    glosas = [glosa for _, chase in months for glosa in chase.glosas]
    silence = [_aged(each, today) for _, chase in months for each in chase.sem_retorno]
    pack = pack_of(contas, glosas, silence, {}, visit.house.clock())
    return Worklist(to_appeal(pack, today), silent(pack), merged(chase for _, chase in months))


def _wanted(visit: Visit, mes: Mes) -> bool:
    return visit.who.sees(mes.clinica) and visit.asked("clinica") in ("", mes.clinica)


def _aged(each: SemRetorno, today: date) -> SemRetorno:
    """As old as it is today, whenever it was last computed."""
    return replace(each, dias=(today - each.desde).days if each.desde else 0)


def _ordered(chases: list[Chase], order: str) -> list[Chase]:
    """By the last day to appeal, what is over at the end; or by value."""
    if order == "valor":
        return sorted(chases, key=lambda chase: (-chase.glosa.glosado, chase.conta.id))
    return sorted(chases, key=lambda chase: chase.lapsed)


def _money_by_month(visit: Visit) -> Sequence[MonthMoney]:
    sums: dict[Competencia, Money] = defaultdict(Money)
    for line in visit.house.figuring.lines(visit.ledger):
        if _wanted(visit, line.mes):
            sums[line.mes.competencia] += money_of(line)
    return [MonthMoney(month, sums[month]) for month in sorted(sums)[-_MONTHS:]]


_COLUMNS: tuple[Column[Chase], ...] = (
    Column("Nº", 7, Kind.NUMBER, lambda chase: chase.conta.id),
    Column("Clínica", 16, Kind.TEXT, lambda chase: chase.conta.item.key.clinica),
    Column("Portal", 10, Kind.TEXT, lambda chase: chase.conta.item.key.portal),
    Column("Mês", 9, Kind.MONTH, lambda chase: chase.conta.item.key.competencia.first_day),
    Column("Autorização", 14, Kind.CODE, lambda chase: chase.conta.item.autorizacao),
    Column("Código", 11, Kind.CODE, lambda chase: chase.conta.item.codigo),
    Column("Profissional", 20, Kind.TEXT, lambda chase: chase.conta.item.profissional),
    Column("Motivo", 40, Kind.TEXT, lambda chase: chase.glosa.motivo),
    Column("Recorrer até", 12, Kind.DATE, lambda chase: chase.glosa.prazo),
    Column("Dias", 7, Kind.NUMBER, lambda chase: chase.dias),
    Column("Glosado", 12, Kind.MONEY, lambda chase: chase.glosa.glosado, totalled=True),
)

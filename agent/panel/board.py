"""The month board: each clinic on each portal with state, deadline, counts and money; filtered, sorted, exported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import add, attrgetter

from starlette.responses import Response

from agent.model.competencia import Competencia
from agent.model.valor import Centavos
from agent.panel.figuring import MonthLine
from agent.panel.finding import MOST_FOUND, found
from agent.panel.rendering import page
from agent.panel.table import Table, download
from agent.panel.visit import NotHere, Visit
from agent.schedule.board import Board, Line, board
from agent.schedule.decide import Status
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.table import Column

NEXT = {
    Status.AGORA: "a fazer agora",
    Status.DEPOIS: "marcado",
    Status.RODANDO: "em andamento",
    Status.PESSOA: "espera uma pessoa",
    Status.PERDIDO: "prazo perdido",
    Status.FEITO: "feito",
}
STATES = {
    "": "não começado",
    "aberta": "aberto",
    "fechando": "fechando",
    "fechada": "fechado",
    "reabrindo": "reabrindo",
    "conciliada": "conciliado",
}


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in centavos: what `situacao` shows, and what became of the refused part."""

    informado: Centavos = 0
    liberado: Centavos = 0
    glosado: Centavos = 0
    sem_retorno: Centavos = 0
    diferenca: Centavos = 0
    em_recurso: Centavos = 0
    recuperado: Centavos = 0

    def __add__(self, other: "Money") -> "Money":
        return Money(*map(add, _amounts(self), _amounts(other)))


_amounts = attrgetter(*(field.name for field in fields(Money)))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the board; `mes_id` 0 for a month that is only planned. `prazo` is the day of the deadline."""

    mes_id: int
    clinica: str
    nome: str
    portal: str
    competencia: str
    state: str
    coming: str
    why: str
    prazo: datetime | None
    lancadas: int
    faltam: int
    pessoa: int
    money: Money

    @property
    def urgent(self) -> bool:
        """Whether it needs somebody."""
        return self.coming in (NEXT[Status.PESSOA], NEXT[Status.PERDIDO]) or self.pessoa > 0


_Order = Callable[[Row], tuple[int, str, str]]


def _most(of: Callable[[Row], int]) -> _Order:
    return lambda row: (-of(row), row.nome.casefold(), row.portal)


_ORDERS: dict[str, _Order] = {
    "clinica": lambda row: (0, row.nome.casefold(), row.portal),
    "prazo": lambda row: (0 if row.prazo else 1, row.prazo.isoformat() if row.prazo else "", row.nome.casefold()),
    "informado": _most(lambda row: row.money.informado),
    "liberado": _most(lambda row: row.money.liberado),
    "glosado": _most(lambda row: row.money.glosado),
    "sem_retorno": _most(lambda row: row.money.sem_retorno),
    "recuperado": _most(lambda row: row.money.recuperado),
    "pessoa": _most(lambda row: row.pessoa),
}
_SHOWS: dict[str, Callable[[Row], bool]] = {
    "pessoa": lambda row: row.urgent,
    "abertos": lambda row: row.state not in ("fechado", "conciliado"),
    "glosa": lambda row: row.money.glosado != 0,
    "sem_retorno": lambda row: row.money.sem_retorno != 0,
}


def show_board(visit: Visit) -> Response:
    """The page."""
    months, chosen, rows = _asked(visit)
    return page(
        visit,
        "quadro.html",
        months=months,
        chosen=chosen,
        rows=rows,
        total=sum((row.money for row in rows), start=Money()),
        asked={name: visit.asked(name) for name in ("mes", "q", "portal", "ver", "ordem")},
        found=found(visit, visit.asked("q")),
        most_found=MOST_FOUND,
        portais=sorted({portal for _, portal in _logins(visit)}),
    )


def export_board(visit: Visit) -> Response:
    """The same rows as a workbook or a CSV."""
    _, chosen, rows = _asked(visit)
    name = f"quadro-{chosen.iso}"
    return download(visit, Table("Quadro", f"Competência {chosen}.", _COLUMNS, rows), name)


def _asked(visit: Visit) -> tuple[list[Competencia], Competencia, list[Row]]:
    """The months there are, the one that was asked for (the newest with entries otherwise) and its rows."""
    seen = board(visit.house.office, visit.ledger, visit.house.days, visit.house.clock())
    lines = [line for line in visit.house.figuring.lines(visit.ledger) if visit.who.sees(line.mes.clinica)]
    planned = [line for line in seen.lines if visit.who.sees(line.facts.clinica)]
    months = sorted({x.mes.competencia for x in lines} | {x.facts.competencia for x in planned}, reverse=True)
    known = [x.mes.competencia for x in lines]
    usual = max(known, default=months[0] if months else Competencia.of(visit.house.office.today(visit.house.clock())))
    chosen = _month(visit.asked("mes")) or usual
    rows = list(_rows(visit, chosen, lines, planned, seen))
    return months, chosen, _arranged(visit, rows)


def _month(text: str) -> Competencia | None:
    try:
        return Competencia.read(text) if text else None
    except ValueError:
        raise NotHere from None


def _logins(visit: Visit) -> list[tuple[str, str]]:
    clinics = visit.house.office.settings.clinicas
    return [(slug, str(p)) for slug, clinica in clinics.items() if visit.who.sees(slug) for p in clinica.acessos]


def _rows(
    visit: Visit, chosen: Competencia, lines: Sequence[MonthLine], planned: Sequence[Line], seen: Board
) -> list[Row]:
    figures = {(x.mes.clinica, x.mes.portal): x for x in lines if x.mes.competencia == chosen}
    coming = {(x.facts.clinica, x.facts.portal): x for x in planned if x.facts.competencia == chosen}
    unplanned = set(seen.unplanned)
    pairs = [pair for pair in _logins(visit) if pair in figures or pair in coming or pair in unplanned]
    names = visit.house.office.settings.clinicas
    others = [pair for pair in figures if pair not in pairs]
    return [_row(pair, names[pair[0]].nome, chosen, figures.get(pair), coming.get(pair)) for pair in (*pairs, *others)]


def _row(pair: tuple[str, str], nome: str, month: Competencia, line: MonthLine | None, coming: Line | None) -> Row:
    f = line.figures if line else None
    return Row(
        mes_id=line.mes.id if line else 0,
        clinica=pair[0],
        nome=nome,
        portal=pair[1],
        competencia=month.iso,
        state=STATES[line.mes.state if line else ""],
        coming=NEXT[coming.coming.status] if coming else "",
        why=coming.coming.why if coming else "sem agenda",
        prazo=coming.prazo.deadline if coming else None,
        lancadas=f.lancadas if f else 0,
        faltam=f.pendentes + f.incertas if f else 0,
        pessoa=f.rejeitadas + f.recusadas + f.incertas + len(f.avisos) if f else 0,
        money=money_of(line) if line else Money(),
    )


def money_of(line: MonthLine) -> Money:
    """The amounts of a month."""
    f = line.figures
    return Money(
        *(f.valor_informado, f.valor_liberado, f.valor_glosado, f.valor_pendente),
        diferenca=line.diferenca,
        em_recurso=line.em_recurso,
        recuperado=line.recuperado,
    )


def _arranged(visit: Visit, rows: list[Row]) -> list[Row]:
    """Those that were asked for, in the order that was asked for."""
    words, portal = visit.asked("q").casefold().split(), visit.asked("portal")
    wanted = _SHOWS.get(visit.asked("ver"), _anything)
    shown = [
        row
        for row in rows
        if wanted(row)
        and portal in ("", row.portal)
        and all(word in f"{row.nome} {row.clinica} {row.state} {row.coming}".casefold() for word in words)
    ]
    return sorted(shown, key=_ORDERS.get(visit.asked("ordem"), _ORDERS["clinica"]))


def _anything(_row: Row) -> bool:
    return True


def _amount(of: Callable[[Money], Centavos]) -> Callable[[Row], Centavos]:
    return lambda row: of(row.money)


_COLUMNS: tuple[Column[Row], ...] = (
    Column("Clínica", 36, Kind.TEXT, lambda row: row.nome),
    Column("Portal", 10, Kind.TEXT, lambda row: row.portal),
    Column("Estado", 13, Kind.TEXT, lambda row: row.state),
    Column("O que vem", 18, Kind.TEXT, lambda row: row.coming),
    Column("Prazo", 11, Kind.DATE, lambda row: row.prazo.date() if row.prazo else None),
    Column("Lançadas", 10, Kind.COUNT, lambda row: row.lancadas, totalled=True),
    Column("Faltam", 9, Kind.COUNT, lambda row: row.faltam, totalled=True),
    Column("Pendências", 11, Kind.COUNT, lambda row: row.pessoa, totalled=True),
    Column("Informado", 13, Kind.MONEY, _amount(lambda money: money.informado), totalled=True),
    Column("Liberado", 13, Kind.MONEY, _amount(lambda money: money.liberado), totalled=True),
    Column("Glosado", 13, Kind.MONEY, _amount(lambda money: money.glosado), totalled=True),
    Column("Sem retorno", 13, Kind.MONEY, _amount(lambda money: money.sem_retorno), totalled=True),
    Column("Diferença", 13, Kind.MONEY, _amount(lambda money: money.diferenca), totalled=True),
    Column("Em recurso", 13, Kind.MONEY, _amount(lambda money: money.em_recurso), totalled=True),
    Column("Recuperado", 13, Kind.MONEY, _amount(lambda money: money.recuperado), totalled=True),
)

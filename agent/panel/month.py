"""One month of one clinic on one portal: why it paid less than was billed, and every entry behind each figure."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from agent.ledger.accounts import Saldo
from agent.ledger.months import Mes
from agent.model.match import Totals, Verdict
from agent.model.valor import Centavos
from agent.panel.access import Right
from agent.panel.board import STATES
from agent.panel.entry import proofs_once
from agent.panel.figuring import MonthDetail
from agent.panel.pendencias import open_in, who_may_see_to
from agent.panel.rendering import page
from agent.panel.table import Table, download
from agent.panel.visit import Visit
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.report import Conta
from spreadsheets.writing.table import Column
from spreadsheets.writing.words import NOT_SENT, REFUSED, UNCERTAIN

NO_REASON = "sem motivo informado"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: its accounts' amounts (centavos) and what became of the refused part. Names only where they may be."""

    id: int
    autorizacao: str
    codigo: str
    data: date
    profissional: str
    beneficiario: str
    carteira: str
    situacao: str
    totals: Totals
    em_recurso: Centavos
    recuperado: Centavos
    motivo: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What the insurer refused for one reason: `valor` in centavos over `lancamentos`."""

    motivo: str
    lancamentos: int
    valor: Centavos


_SHOWS: dict[str, Callable[[EntryRow], bool]] = {
    "lancadas": lambda row: row.totals != Totals(),
    "liberado": lambda row: row.totals.liberado != 0,
    "glosado": lambda row: row.totals.glosado != 0,
    "sem_retorno": lambda row: row.situacao == Verdict.SEM_RETORNO or row.totals.pendente != 0,
    "diferenca": lambda row: row.totals.diferenca != 0,
    "em_recurso": lambda row: row.em_recurso != 0,
    "recuperado": lambda row: row.recuperado != 0,
    "faltam": lambda row: row.situacao in (NOT_SENT, UNCERTAIN),
    "pendencias": lambda row: row.situacao in (REFUSED, UNCERTAIN),
}
_Key = tuple[int, str, int]
_ORDERS: dict[str, Callable[[EntryRow], _Key]] = {
    "data": lambda row: (0, row.data.isoformat(), row.id),
    "autorizacao": lambda row: (0, row.autorizacao, row.id),
    "situacao": lambda row: (0, row.situacao, row.id),
    "informado": lambda row: (-row.totals.informado, "", row.id),
    "liberado": lambda row: (-row.totals.liberado, "", row.id),
    "glosado": lambda row: (-row.totals.glosado, "", row.id),
}


def show_month(visit: Visit) -> Response:
    """The page."""
    mes = visit.mes(visit.number("mes"))
    detail = visit.house.figuring.detail(visit.ledger, mes)
    everything = rows_of_entries(detail, patients=visit.who.shows_patients)
    rows = _arranged(visit, everything)
    totals = sum((row.totals for row in everything), start=Totals())
    pendencias = open_in(visit, mes, detail.account)
    return page(
        visit,
        "mes.html",
        mes=mes,
        estado=STATES[mes.state],
        line=detail.line,
        totals=totals,
        reasons=reasons_of(everything),
        rows=rows,
        shown=sum((row.totals for row in rows), start=Totals()),
        unanswered=sum(map(_SHOWS["sem_retorno"], everything)),
        readings=visit.ledger.entries.readings(mes),
        pendencias=pendencias,
        people=who_may_see_to(visit, pendencias) if visit.who.may(Right.ANSWER) else [],
        proofs=proofs_once(mes.id, (p for p in visit.ledger.trail.proofs(mes) if not p.entries)),
        asked={name: visit.asked(name) for name in ("ver", "q", "ordem")},
    )


def export_month(visit: Visit) -> Response:
    """The same entries as a workbook or a CSV; names only for whom they are shown."""
    mes = visit.mes(visit.number("mes"))
    patients = visit.who.shows_patients
    rows = _arranged(visit, rows_of_entries(visit.house.figuring.detail(visit.ledger, mes), patients=patients))
    subtitle = f"{visit.house.office.clinica(mes.clinica).nome}, {mes.portal}, {mes.competencia}."
    columns = (*_IDENTITY, *(_PATIENT if patients else ()), *_MONEY)
    return download(visit, Table("Lançamentos", subtitle, columns, rows), _name(mes))


def rows_of_entries(detail: MonthDetail, *, patients: bool) -> list[EntryRow]:
    """Every entry of the month, as the reconciliation and the ledger's accounts have it."""
    back = {glosa.conta_id: glosa.recuperado for glosa in detail.rows.glosas}
    return [_row(conta, detail, back.get(conta.id, 0), patients=patients) for conta in detail.rows.contas]


def reasons_of(rows: Iterable[EntryRow]) -> list[Reason]:
    """What was refused, by reason, the most money first."""
    groups: dict[str, list[Centavos]] = defaultdict(list)
    for row in rows:
        if row.totals.glosado:
            groups[row.motivo or NO_REASON].append(row.totals.glosado)
    found = [Reason(motivo, len(some), sum(some)) for motivo, some in groups.items()]
    return sorted(found, key=lambda reason: (-reason.valor, reason.motivo))


def _row(conta: Conta, detail: MonthDetail, recuperado: Centavos, *, patients: bool) -> EntryRow:
    saldo = detail.standing.get(conta.id, Saldo())
    return EntryRow(
        id=conta.id,
        autorizacao=conta.item.autorizacao,
        codigo=conta.item.codigo,
        data=conta.item.data,
        profissional=conta.item.profissional,
        beneficiario=conta.beneficiario if patients else "",
        carteira=conta.carteira if patients else "",
        situacao=conta.situacao,
        totals=Totals(saldo.informado, saldo.liberado, saldo.glosado, saldo.pendente, saldo.diferenca_tabela),
        em_recurso=conta.em_recurso,
        recuperado=recuperado,
        motivo=conta.motivo,
    )


def _arranged(visit: Visit, rows: list[EntryRow]) -> list[EntryRow]:
    wanted, words = _SHOWS.get(visit.asked("ver")), visit.asked("q").casefold().split()
    found = [row for row in rows if (wanted is None or wanted(row)) and all(w in _text(row) for w in words)]
    return sorted(found, key=_ORDERS.get(visit.asked("ordem"), _ORDERS["data"]))


def _text(row: EntryRow) -> str:
    """What is searched: a name only where it is shown."""
    words = (row.autorizacao, row.codigo, row.profissional, row.beneficiario, row.carteira, row.situacao)
    return " ".join((*words, row.motivo or (NO_REASON if row.totals.glosado else ""))).casefold()


def _name(mes: Mes) -> str:
    return f"lancamentos-{mes.clinica}-{mes.portal}-{mes.competencia.iso}"


_IDENTITY: tuple[Column[EntryRow], ...] = (
    Column("Nº", 7, Kind.NUMBER, lambda row: row.id),
    Column("Autorização", 14, Kind.CODE, lambda row: row.autorizacao),
    Column("Código", 11, Kind.CODE, lambda row: row.codigo),
    Column("Data", 11, Kind.DATE, lambda row: row.data),
    Column("Profissional", 22, Kind.TEXT, lambda row: row.profissional),
)
_PATIENT: tuple[Column[EntryRow], ...] = (
    Column("Beneficiário", 26, Kind.TEXT, lambda row: row.beneficiario),
    Column("Carteira", 14, Kind.CODE, lambda row: row.carteira),
)
_MONEY: tuple[Column[EntryRow], ...] = (
    Column("Situação", 13, Kind.TEXT, lambda row: row.situacao),
    Column("Informado", 12, Kind.MONEY, lambda row: row.totals.informado, totalled=True),
    Column("Liberado", 12, Kind.MONEY, lambda row: row.totals.liberado, totalled=True),
    Column("Glosado", 12, Kind.MONEY, lambda row: row.totals.glosado, totalled=True),
    Column("Sem retorno", 12, Kind.MONEY, lambda row: row.totals.pendente, totalled=True),
    Column("Diferença", 12, Kind.MONEY, lambda row: row.totals.diferenca, totalled=True),
    Column("Em recurso", 12, Kind.MONEY, lambda row: row.em_recurso, totalled=True),
    Column("Recuperado", 12, Kind.MONEY, lambda row: row.recuperado, totalled=True),
    Column("Motivo", 36, Kind.TEXT, lambda row: row.motivo),
)

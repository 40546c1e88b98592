"""The figures of every month, as `faturista situacao` and `faturista pacote` give them, computed again only where the
ledger has grown since they were last asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from agent.accounting.bank import Books
from agent.accounting.chasing import denial_rates
from agent.accounting.pack import PORTALS, MonthRows, Scope, rows_of
from agent.config.office import Office
from agent.ledger.accounts import Saldo
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.figures import Figures
from agent.model.match import total
from agent.model.point import Clock
from agent.model.valor import Centavos
from agent.panel.chase import MonthChase, Terms, redated
from agent.runner.verdicts import Reconciled, figures_of, reconcile_account, standing
from agent.schedule.board import days_of
from spreadsheets.writing.pack.report import Conta, Glosa, Pack, SemRetorno


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month of one clinic on one portal in figures; amounts in centavos, no patient in it.

    `figures` are what `situacao` shows, and `diferenca` what the insurer says was billed less than that; what is under
    appeal, recovered and given up are the ledger's own sums.
    """

    mes: Mes
    figures: Figures
    diferenca: Centavos
    em_recurso: Centavos
    recuperado: Centavos
    perda: Centavos


@dataclass(frozen=True, slots=True)
class MonthDetail:
    """One month down to its entries."""

    line: MonthLine
    rows: MonthRows
    account: Reconciled
    standing: Mapping[int, Saldo]


def _none(_mes: Mes) -> bool:
    return False


class Figuring:
    """Remembers figures, by month; safe to ask from several threads."""

    def __init__(self, office: Office, clock: Clock) -> None:
        self._office = office
        self._clock = clock
        self._off = days_of(office).off
        self._lock = Lock()
        self._lines: dict[int, MonthLine] = {}
        self._chases: dict[int, MonthChase] = {}
        self._until = 0
        self._all_known = True

    def begin_as(self, other: "Figuring", *, but: Callable[[Mes], bool] = _none) -> None:
        """Begin with what another knows of the same ledger, or of one that has only grown since; `but` these months."""
        with other._lock:
            lines, chases, until = dict(other._lines), dict(other._chases), other._until
        known = {mes_id for mes_id, line in lines.items() if not but(line.mes)}
        with self._lock:
            self._lines = {mes_id: line for mes_id, line in lines.items() if mes_id in known}
            self._chases = {mes_id: chase for mes_id, chase in chases.items() if mes_id in known}
            # What is not known is looked for even where the ledger has not grown since.
            self._until, self._all_known = until, len(known) == len(lines)

    def redate(self) -> None:
        """Count every date again, by this office's calendar, contracts and clock; no amount depends on them."""
        terms = Terms(self._office, self._off, self._clock())
        with self._lock:
            portals = {mes_id: line.mes.portal for mes_id, line in self._lines.items()}
            self._chases = redated(self._chases, portals, terms)

    def lines(self, ledger: Ledger) -> Sequence[MonthLine]:
        """Every month of the office's clinics as the ledger stands now, oldest first."""
        asked = ledger.events.end()
        with self._lock:
            self._catch_up(ledger, asked)
            return [self._lines[mes_id] for mes_id in sorted(self._lines, key=self._order)]

    def chases(self, ledger: Ledger) -> Sequence[tuple[Mes, MonthChase]]:
        """What is refused or silent in every month, oldest first."""
        asked = ledger.events.end()
        with self._lock:
            self._catch_up(ledger, asked)
            return [(self._lines[mes_id].mes, self._chases[mes_id]) for mes_id in sorted(self._lines, key=self._order)]

    def detail(self, ledger: Ledger, mes: Mes) -> MonthDetail:
        """One month with its entries, computed now."""
        account = reconcile_account(ledger, mes.clinica, mes.portal, mes)
        rows = rows_of(self._scope(ledger, mes), mes, account)
        return MonthDetail(_line(ledger, mes, account, rows), rows, account, standing(ledger, mes, account))

    def _catch_up(self, ledger: Ledger, asked: int) -> None:
        """Know at least all that had happened when it was asked: those who waited meanwhile share one computation."""
        if asked > self._until or not self._all_known:
            end = ledger.events.end()
            self._refresh(ledger)
            self._until, self._all_known = end, True

    def _refresh(self, ledger: Ledger) -> None:
        """A month's figures follow from its whole account: what touches one month may touch another of the clinic's."""
        touched = ledger.events.months_after(self._until)
        months = [mes for mes in ledger.months.all() if mes.clinica in self._office.settings.clinicas]
        homes = {(mes.clinica, mes.portal) for mes in months if mes.id in touched or mes.id not in self._lines}
        accounts = {home: reconcile_account(ledger, *home) for home in homes}
        for mes in months:
            account = accounts.get((mes.clinica, mes.portal))
            if account is not None:
                rows = rows_of(self._scope(ledger, mes), mes, account)
                self._lines[mes.id] = _line(ledger, mes, account, rows)
                self._chases[mes.id] = self._chase(ledger, mes, rows)

    def _chase(self, ledger: Ledger, mes: Mes, rows: MonthRows) -> MonthChase:
        spoken = {glosa.conta_id for glosa in rows.glosas} | {each.conta_id for each in rows.sem_retorno}
        contas = tuple(replace(c, beneficiario="", carteira="") for c in rows.contas if c.id in spoken)
        names = {slug: clinica.nome for slug, clinica in self._office.settings.clinicas.items()}
        pack = pack_of(rows.contas, rows.glosas, rows.sem_retorno, {**names, **PORTALS}, self._clock())
        return MonthChase(
            contas=contas,
            glosas=tuple(rows.glosas),
            sem_retorno=tuple(rows.sem_retorno),
            rates=denial_rates(pack),
            closed=ledger.trail.closed_at(mes),
            starts=rows.starts,
        )

    def _scope(self, ledger: Ledger, mes: Mes) -> Scope:
        return Scope(self._office, ledger, [mes], Books(), self._clock(), self._off)

    def _order(self, mes_id: int) -> tuple[str, str, str]:
        mes = self._lines[mes_id].mes
        return mes.competencia.iso, mes.clinica, mes.portal


def _line(ledger: Ledger, mes: Mes, account: Reconciled, rows: MonthRows) -> MonthLine:
    judged = [found for conta in rows.contas if (found := account.entry(conta.id)) is not None]
    return MonthLine(
        mes,
        figures_of(ledger, mes, account=account),
        diferenca=total(each.totals for each in judged).diferenca,
        em_recurso=sum(conta.em_recurso for conta in rows.contas),
        recuperado=sum(glosa.recuperado for glosa in rows.glosas),
        perda=sum(conta.perda for conta in rows.contas),
    )


def pack_of(
    contas: Sequence[Conta],
    glosas: Sequence[Glosa],
    sem_retorno: Sequence[SemRetorno],
    nomes: Mapping[str, str],
    at: datetime,
) -> Pack:
    """A pack of some rows, for the readers of `faturista recurso`."""
    return Pack(
        escritorio="",
        titulo="",
        periodo="",
        gerado_em=at,
        ancora="",
        eventos=0,
        contas=tuple(contas),
        glosas=tuple(glosas),
        sem_retorno=tuple(sem_retorno),
        nomes=nomes,
    )

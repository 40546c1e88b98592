"""The accountant's pack of some months, gathered from the ledger: what `faturista pacote` writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.accounting.bank import Books
from agent.accounting.deadlines import Off, Starts, appeal_by, paid_by, recovered_by
from agent.accounting.denied import denied_of
from agent.accounting.rows import item_of, proof_row, returned_row
from agent.accounting.sharing import Paid, share_of
from agent.accounting.ties import ties_of
from agent.accounting.units import units_of
from agent.accounting.winning import unproved
from agent.config.office import Office
from agent.ledger.accounts import Saldo
from agent.ledger.appeals import Appeal
from agent.ledger.history import History
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.demonstrativo import Deducao
from agent.model.entry import Entry
from agent.model.match import JudgedEntry, LineVerdict
from agent.runner.pendencias import SILENT, accepted_of
from agent.runner.signed import changed_since
from agent.runner.verdicts import Reconciled, reconcile_accounts
from spreadsheets.writing.pack.report import (
    Conta,
    Glosa,
    Ligacao,
    Mudanca,
    Pack,
    Prova,
    Repasse,
    Retencao,
    Retorno,
    SemRetorno,
)
from spreadsheets.writing.report import GroupKey, ReportEntry
from spreadsheets.writing.words import line_word, situation

PORTALS = {"ipasem": "IPASEM-NH", "cassind": "CASSIND"}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a pack is about: months, who asks and when; `off` is the office's calendar."""

    office: Office
    ledger: Ledger
    months: Sequence[Mes]
    books: Books
    now: datetime
    off: Off

    @property
    def today(self) -> date:
        """The office's day."""
        return self.office.today(self.now)

    @property
    def fuso(self) -> ZoneInfo:
        """The office's clock."""
        return ZoneInfo(self.office.settings.escritorio.fuso)


@dataclass(frozen=True, slots=True)
class MonthRows:
    """One month's rows of every sheet; `starts`: what a refused entry's days are counted from, by its number."""

    contas: list[Conta]
    ligacoes: list[Ligacao]
    glosas: list[Glosa]
    sem_retorno: list[SemRetorno]
    repasses: list[Repasse]
    retencoes: list[Retencao]
    provas: list[Prova]
    starts: Mapping[int, Starts]


def gather(scope: Scope, *, titulo: str) -> Pack:
    """Everything the workbook tells of the scope's months. Money is the ledger's own: what is posted, no more."""
    accounts = reconcile_accounts(scope.ledger, scope.months)
    rows = [rows_of(scope, mes, accounts[mes.clinica, mes.portal]) for mes in scope.months]
    returned = [line for home, account in accounts.items() for line in _returned(scope, home, account)]
    keys = {_key(mes) for mes in scope.months}
    history = scope.ledger.auditor.history()
    names = {slug: clinica.nome for slug, clinica in scope.office.settings.clinicas.items()}
    return Pack(
        escritorio=scope.office.settings.escritorio.nome,
        titulo=titulo,
        periodo=_period(scope.months),
        gerado_em=scope.now.astimezone(scope.fuso),
        ancora=scope.ledger.checks.anchor(),
        eventos=len(scope.ledger.events.all()),
        contas=tuple(conta for each in rows for conta in each.contas),
        retornos=tuple(returned),
        ligacoes=tuple(tie for each in rows for tie in each.ligacoes),
        glosas=tuple(glosa for each in rows for glosa in each.glosas),
        sem_retorno=tuple(silent for each in rows for silent in each.sem_retorno),
        repasses=tuple(share for each in rows for share in each.repasses),
        retencoes=tuple(withheld for each in rows for withheld in each.retencoes),
        notas=tuple(nota for nota in scope.books.notas if nota.key in keys),
        depositos=tuple(deposito for deposito in scope.books.depositos if deposito.key in keys),
        provas=(*(prova for each in rows for prova in each.provas), *_proved_elsewhere(scope, returned)),
        situacoes={_key(mes): history.situation(mes.id) for mes in scope.months if mes.id in history.months},
        mudancas=tuple(each for mes in scope.months for each in _changes(scope, mes, history)),
        nomes={**names, **PORTALS},
    )


def rows_of(scope: Scope, mes: Mes, account: Reconciled) -> MonthRows:
    """One month's rows of every sheet; `account` has its verdicts."""
    return _Month(scope, mes, account).rows()


def returned_at(ledger: Ledger, judged: JudgedEntry | None) -> datetime | None:
    """When the last of the return lines that refuse an entry was first read: from that day an appeal's term runs.

    What else the return says, or pays of it later, moves nothing.
    """
    refusing = [match.line_id for match in judged.matches if match.glosa > 0] if judged else []
    return max((at for line_id in refusing if (at := ledger.trail.returned_on(line_id)) is not None), default=None)


class _Month:
    """One month on its way into rows."""

    def __init__(self, scope: Scope, mes: Mes, account: Reconciled) -> None:
        self._scope, self._mes, self._account = scope, mes, account
        self._key = _key(mes)
        self._saldos = scope.ledger.returns.balances(mes)
        self._standing = scope.ledger.records.standing(mes)
        self._contrato = scope.office.contrato(mes.portal)
        self._rules = scope.office.clinica(mes.clinica).repasses
        closed = scope.ledger.trail.closed_at(mes)
        self._closed = scope.office.today(closed) if closed else None
        self._paid = paid_by(self._closed, self._contrato, scope.off) if self._closed else None
        self._accepted = accepted_of(scope.ledger, mes)
        self._appeals: dict[int, list[Appeal]] = {}
        for appeal in scope.ledger.appeals.of(mes):
            self._appeals.setdefault(appeal.entry_id, []).append(appeal)

    def rows(self) -> MonthRows:
        entries = self._scope.ledger.entries.of(self._mes)
        starts = {entry.id: self._starts(entry) for entry in entries}
        pairs = [(self._conta(entry, starts[entry.id]), entry) for entry in entries]
        contas = [conta for conta, _ in pairs]
        return MonthRows(
            contas,
            [tie for conta, entry in pairs for tie in ties_of(conta, self._account.entry(entry.id))],
            [glosa for conta, entry in pairs if (glosa := self._denied(conta, starts[conta.id]))],
            [self._silent(conta) for conta in contas if conta.pendente],
            [share for conta in contas for share in self._shares(conta)],
            [self._withheld(deducao) for deducao in self._scope.ledger.returns.withheld.of(self._mes)],
            [proof_row(self._key, p, self._scope.fuso) for p in self._scope.ledger.trail.proofs(self._mes)],
            {number: each for number, each in starts.items() if each != Starts()},
        )

    def _starts(self, entry: Entry) -> Starts:
        appeals = self._appeals.get(entry.id, [])
        refused = self._saldos.get(entry.id, Saldo()).glosado
        kept = (appeal.answered_on for appeal in appeals if appeal.state == "respondido" and appeal.mantido)
        judged = self._account.entry(entry.id)
        return Starts(
            refused=returned_at(self._scope.ledger, judged) if refused else None,
            kept=max((day for day in kept if day), default=None),
            sent=next((appeal.sent_on for appeal in appeals if appeal.state == "enviado"), None),
        )

    def _conta(self, entry: Entry, starts: Starts) -> Conta:
        asked, judged = entry.lancamento, self._account.entry(entry.id)
        saldo = self._saldos.get(entry.id, Saldo())
        there = self._standing.get(entry.movimento)
        return Conta(
            id=entry.id,
            item=item_of(self._key, asked, asked.profissional),
            situacao=situation(ReportEntry(entry, judged)),
            corte=str(judged.corte) if judged and judged.corte else "",
            informado=saldo.informado,
            liberado=saldo.liberado,
            glosado=saldo.glosado,
            em_recurso=saldo.em_recurso,
            perda=saldo.perda,
            pendente=saldo.pendente,
            diferenca=saldo.diferenca_tabela,
            motivo=judged.motivo if judged else entry.motivo,
            movimento=entry.movimento,
            protocolo=entry.protocolo,
            arquivo=asked.origem.arquivo,
            aba=asked.origem.aba,
            linha=asked.origem.linha,
            como=judged.why if judged else "",
            previsto=self._expected(saldo, starts),
            beneficiario=asked.beneficiario,
            carteira=asked.numero_carteira,
            lote=there.lote if there else "",
            no_portal=there.situacao if there else "",
        )

    def _expected(self, saldo: Saldo, starts: Starts) -> date | None:
        """When the last of its money is expected: the month's, or what an appeal may bring back."""
        billed = self._paid if saldo.pendente else None
        won = starts.sent if saldo.em_recurso else None
        recovered = recovered_by(won, self._contrato, self._scope.off) if won else None
        return max((day for day in (billed, recovered) if day), default=None)

    def _denied(self, conta: Conta, starts: Starts) -> Glosa | None:
        since = starts.refused_on(self._scope.office.today) if conta.glosado else None
        prazo = appeal_by(since, self._contrato, self._scope.off) if since else None
        return denied_of(conta, self._account.entry(conta.id), self._appeals.get(conta.id, []), prazo)

    def _silent(self, conta: Conta) -> SemRetorno:
        days = (self._scope.today - self._closed).days if self._closed else 0
        judged, alerta = self._account.entry(conta.id), self._contrato.alerta_dias
        duvida = judged is not None and bool(judged.proposals)
        ended = self._accepted.get(conta.id, {}).get(SILENT, "")
        return SemRetorno(conta.id, self._closed, days, alerta, self._paid, conta.pendente, duvida, ended)

    def _withheld(self, deducao: Deducao) -> Retencao:
        return Retencao(
            key=self._key,
            demonstrativo=deducao.demonstrativo,
            data=deducao.data,
            tipo=deducao.tipo,
            texto=deducao.texto,
            protocolo=deducao.protocolo,
            autorizacao=deducao.numero_autorizacao,
            valor=deducao.valor,
        )

    def _shares(self, conta: Conta) -> Iterator[Repasse]:
        share = share_of(
            self._rules,
            profissional=conta.item.profissional,
            codigo=conta.item.codigo,
            quantidade=conta.item.quantidade,
            informado=conta.informado,
            paid=self._paid_of(conta),
        )
        if share is not None and conta.informado:
            who = conta.item.profissional or "—"
            yield Repasse(conta.id, who, share.regra, share.base, share.valor, share.a_receber)

    def _paid_of(self, conta: Conta) -> Paid:
        judged = self._account.entry(conta.id)
        won = sum(appeal.recuperado for appeal in self._appeals.get(conta.id, []) if appeal.state == "respondido")
        a_receber = unproved(conta.liberado, judged.totals.liberado if judged else 0, won)
        return Paid(conta.liberado - a_receber, units_of(conta.id, self._account), a_receber)


def _returned(scope: Scope, home: tuple[str, str], account: Reconciled) -> Iterator[Retorno]:
    """The scope's own lines of one clinic on one portal, and those of other months that answer its entries; once."""
    months = {mes.id: mes for mes in scope.ledger.months.all() if (mes.clinica, mes.portal) == home}
    here = {mes.id for mes in scope.months if mes.id in months}
    own = {entry_id for entry_id, entry in account.entries.items() if entry.mes_id in here}
    files = {mes_id: scope.ledger.trail.of_lines(mes) for mes_id, mes in months.items()}
    lines = sorted(
        account.lines.values(), key=lambda line: (months[line.mes_id].competencia, line.linha.linha, line.id)
    )
    alheias = {each.line_id for each in scope.ledger.deciding.of(*home) if each.entry_id is None}
    for line in lines:
        judged = account.line(line.id)
        answers_here = bool(own & set(judged.entry_ids))
        if line.mes_id in here or answers_here:
            verdict = judged.verdict if answers_here or not judged.entry_ids else LineVerdict.OUTRO_MES
            word = line_word(verdict, alheia=line.id in alheias)
            prova, de_fora = files[line.mes_id].get(line.id, ""), line.mes_id not in here
            yield returned_row(_key(months[line.mes_id]), line, word, prova, de_fora=de_fora)


def _changes(scope: Scope, mes: Mes, history: History) -> Iterator[Mudanca]:
    """What moved of the month since its audit was signed."""
    changed = changed_since(scope.ledger, mes, history)
    if changed is not None:
        for word, then, now in changed.amounts:
            yield Mudanca(_key(mes), changed.day(scope.fuso), changed.who, word.capitalize(), then, now)


def _proved_elsewhere(scope: Scope, returned: Sequence[Retorno]) -> Iterator[Prova]:
    """The files of other months' returns that lines of the pack were read from."""
    wanted: dict[GroupKey, set[str]] = {}
    for line in returned:
        if line.de_fora and line.prova:
            wanted.setdefault(line.item.key, set()).add(line.prova)
    for mes in scope.ledger.months.all() if wanted else ():
        key = _key(mes)
        for proof in scope.ledger.trail.proofs(mes) if key in wanted else ():
            if proof.sha256 in wanted[key]:
                yield proof_row(key, proof, scope.fuso)


def _key(mes: Mes) -> GroupKey:
    return GroupKey(mes.clinica, mes.portal, mes.competencia)


def _period(months: Sequence[Mes]) -> str:
    found = sorted({mes.competencia for mes in months})
    span = " a ".join(str(month) for month in dict.fromkeys((*found[:1], *found[-1:])))
    return f"Competência {span or '—'}"

"""Reconcile what was launched with what came back, post it, and make the accountant's workbook of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.config.office import Office
from agent.ledger.accounts import Saldo
from agent.ledger.months import Mes
from agent.ledger.problems import USUAL, Charge
from agent.ledger.store import Ledger
from agent.model.errors import Moved
from agent.model.match import JudgedLine, LineVerdict
from agent.model.point import Clock
from agent.reconcile.edition import edition
from agent.runner.pendencias import DIFFERENT, SILENT, UNCERTAIN, accepted_of, keep_pendencias
from agent.runner.verdicts import Judged, Reconciled, judged_news, reconcile_accounts, standing
from spreadsheets.writing.divergencia import Doubt
from spreadsheets.writing.reconciliation import write_reconciliation
from spreadsheets.writing.report import (
    GroupKey,
    Reading,
    ReconciliationReport,
    RejectedRow,
    ReportEntry,
    ReportLine,
)

_TRIES = 5
_DOUBTS = {SILENT: Doubt.SEM_RETORNO, DIFFERENT: Doubt.DIFERENCA, UNCERTAIN: Doubt.INCERTA}
_NAMES = {"ipasem": "IPASEM-NH", "cassind": "CASSIND"}


def post_returns(ledger: Ledger, mes: Mes, charge: Charge = USUAL) -> None:
    """Post what the clinic's return lines on this portal settle, oldest month first; the same twice changes nothing.

    All months: a line of this one may move what an older one answered. Only what something happened to since the last
    time is looked at. What is left to a person is an open problem, for whom and until when `charge` says.
    """
    for _ in range(_TRIES - 1):
        try:
            return post(ledger, mes.clinica, mes.portal, judged_news(ledger, mes.clinica, mes.portal), charge)
        except Moved:
            continue  # somebody else wrote of this account: that is looked at too
    return post(ledger, mes.clinica, mes.portal, judged_news(ledger, mes.clinica, mes.portal), charge)


def post(ledger: Ledger, clinica: str, portal: str, judged: Judged, charge: Charge) -> None:
    """Write what a look at the account found. Raises Moved where somebody else wrote of it since the look."""
    posting = ledger.agreement.posting(clinica, portal, judged.seen)
    for change in judged.changes:
        ledger.returns.apply(change.mes, change.matches, change.standing, fence=posting.fence)
    keep_pendencias(ledger, clinica, portal, judged, charge, fence=posting.fence)
    if not ledger.agreement.is_posted(clinica, portal, edition()):
        posting.done(edition())


def write_workbook(office: Office, ledger: Ledger, months: Sequence[Mes], path: Path, clock: Clock) -> None:
    """The workbook of these months, as the ledger stands. Raises InputError when the file is open elsewhere."""
    accounts = reconcile_accounts(ledger, months)
    names = {slug: clinica.nome for slug, clinica in office.settings.clinicas.items()}
    report = ReconciliationReport(
        escritorio=office.settings.escritorio.nome,
        gerado_em=clock().astimezone(ZoneInfo(office.settings.escritorio.fuso)),
        readings=tuple(_reading(ledger, mes) for mes in months),
        entries=tuple(e for mes in months for e in _entries(ledger, mes, accounts[mes.clinica, mes.portal])),
        lines=tuple(line for mes in months for line in _lines(ledger, mes, accounts[mes.clinica, mes.portal])),
        rejected=tuple(row for mes in months for row in _rejected(ledger, mes)),
        nomes={**names, **_NAMES},
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_reconciliation(path, report)


def _key(mes: Mes) -> GroupKey:
    return GroupKey(mes.clinica, mes.portal, mes.competencia)


def _reading(ledger: Ledger, mes: Mes) -> Reading:
    return Reading(_key(mes), sum(reading.lidas for reading in ledger.entries.readings(mes)))


def _entries(ledger: Ledger, mes: Mes, account: Reconciled) -> list[ReportEntry]:
    there, saldos = ledger.records.standing(mes), standing(ledger, mes, account)
    accepted = accepted_of(ledger, mes)
    return [
        ReportEntry(
            entry,
            judged,
            lote=there[entry.movimento].lote if entry.movimento in there else "",
            no_portal=there[entry.movimento].situacao if entry.movimento in there else "",
            em_recurso=saldo.em_recurso,
            perda=saldo.perda,
            recuperado=saldo.liberado - judged.totals.liberado if judged else 0,
            encerradas={_DOUBTS[kind]: words for kind, words in accepted.get(entry.id, {}).items() if kind in _DOUBTS},
        )
        for entry in ledger.entries.of(mes)
        for judged, saldo in [(account.entry(entry.id), saldos.get(entry.id, Saldo()))]
    ]


def _lines(ledger: Ledger, mes: Mes, account: Reconciled) -> list[ReportLine]:
    """The month's own return lines, and those of other months that answer its entries."""
    alheias = {each.line_id for each in ledger.deciding.of(mes.clinica, mes.portal) if each.entry_id is None}
    own = {entry_id for entry_id, entry in account.entries.items() if entry.mes_id == mes.id}
    return [
        ReportLine(_key(mes), line.id, line.linha, _seen_from(own, judged), line.id in alheias)
        for line in account.lines.values()
        for judged in [account.line(line.id)]
        if line.mes_id == mes.id or own & set(judged.entry_ids)
    ]


def _seen_from(own: set[int], judged: JudgedLine) -> JudgedLine:
    """A line that answers another month's entry says so: its money is not in this month's columns."""
    if not judged.entry_ids or own & set(judged.entry_ids):
        return judged
    return replace(judged, verdict=LineVerdict.OUTRO_MES)


def _rejected(ledger: Ledger, mes: Mes) -> list[RejectedRow]:
    rows: dict[tuple[str, str, int], list[tuple[str, str]]] = {}
    for reading in ledger.entries.readings(mes):
        for row in reading.rejeitadas:
            rows.setdefault((reading.arquivo, row.aba, row.linha), []).append((row.coluna, row.motivo))
    return [
        RejectedRow(_key(mes), *place, tuple(cell for cell, _ in problems), "; ".join(why for _, why in problems))
        for place, problems in rows.items()
    ]

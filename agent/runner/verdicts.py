"""What became of a month's entries: the ledger's entries and return lines, reconciled as they stand."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from agent.ledger.accounts import Link, Saldo
from agent.ledger.agreement import Agreed, Seen
from agent.ledger.months import Mes
from agent.ledger.returns import ReturnLine
from agent.ledger.store import Ledger
from agent.model.entry import Entry, State
from agent.model.figures import Figures
from agent.model.match import JudgedEntry, JudgedLine, Match, Totals, Verdict, Verdicts
from agent.model.valor import Centavos
from agent.reconcile.decisions import Decision, Decisions
from agent.reconcile.edition import edition
from agent.reconcile.pairs import Judge
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from agent.runner.legs import parted
from agent.runner.named import with_people

_Judged = TypeVar("_Judged", JudgedEntry, JudgedLine)
LINE = "linha_duvidosa"
OF_RETURNS = (LINE, "sem_retorno", "valor_recalculado", "incerta")  # kinds that are told as figures
_HELD = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}


class Reconciled:
    """Some months of a clinic's account on one portal, reconciled: their entries, their lines and those that answer.

    By id. A row of a month that was not asked for is here only where it is tied to one that was.
    """

    def __init__(self, entries: dict[int, Entry], lines: dict[int, ReturnLine], verdicts: Verdicts) -> None:
        self.entries = entries
        self.lines = lines
        self.verdicts = verdicts
        self._judged = {judged.entry_id: judged for judged in verdicts.entries}
        self._placed = {judged.line_id: judged for judged in verdicts.lines}

    def entry(self, entry_id: int) -> JudgedEntry | None:
        """The verdict of an entry, None when the portal does not hold it."""
        return self._judged.get(entry_id)

    def line(self, line_id: int) -> JudgedLine:
        """The verdict of a return line."""
        return self._placed[line_id]


@dataclass(frozen=True, slots=True)
class Change:
    """What has to be written of a month's return: these matches in place of these links; all others stay."""

    mes: Mes
    matches: list[Match]
    standing: list[Link]


def reconcile_account(ledger: Ledger, clinica: str, portal: str, *months: Mes) -> Reconciled:
    """Reconcile everything one clinic has on one portal, of whatever month; nothing is written.

    Gives the verdicts on these months, on all when none is named.
    """
    with _look(ledger, clinica, portal, months) as agreed:
        rest = judged_rest(ledger, clinica, portal, agreed)
        asked = months or ledger.months.of(clinica, portal)
        entries = {entry.id: entry for mes in asked for entry in ledger.entries.of(mes, *_HELD)}
        lines = {line.id: line for mes in asked for line in ledger.returns.lines(mes)}
        pairs = {pair.entry_id: pair for mes in asked for pair in agreed.pairs(mes.id)}
        lines |= {line.id: line for line in rest.lines_about(entries)}
        lines |= {line.id: line for line in agreed.lines([p.line_id for p in pairs.values() if p.line_id not in lines])}
    silent = [EntryView.of(entry) for entry in entries.values() if entry.id not in pairs and entry.id not in rest.homes]
    judge = Judge()
    verdicts = Verdicts(
        entries=_by_id(
            (judge.entry(pair) for pair in pairs.values() if pair.entry_id in entries),
            (judged for judged in rest.verdicts.entries if judged.entry_id in entries),
            reconcile(silent, ()).entries,
        ),
        lines=_by_id(
            (judge.line(pair) for pair in pairs.values()),
            (judged for judged in rest.verdicts.lines if judged.line_id in lines),
        ),
    )
    return Reconciled(entries, lines, verdicts)


def _look(ledger: Ledger, clinica: str, portal: str, months: Sequence[Mes]) -> AbstractContextManager[Agreed]:
    """All of the account, or what these months need."""
    if not months:
        return ledger.agreement.of(clinica, portal)
    return ledger.agreement.about(clinica, portal, edition=edition(), doubtful=LINE, months=[mes.id for mes in months])


def reconcile_accounts(ledger: Ledger, months: Sequence[Mes]) -> dict[tuple[str, str], Reconciled]:
    """The verdicts on these months, by clinic and portal."""
    homes = dict.fromkeys((mes.clinica, mes.portal) for mes in months)
    return {home: reconcile_account(ledger, *home, *_at(home, months)) for home in homes}


def _at(home: tuple[str, str], months: Sequence[Mes]) -> list[Mes]:
    return [mes for mes in months if (mes.clinica, mes.portal) == home]


@dataclass(frozen=True, slots=True)
class Judged:
    """What has to be written of an account, oldest month first, and what the rules say of its rows that are not pairs.

    `about`: the authorisations that were looked at; of the others what was posted stands. `seen` is how far what
    happened to the account is in it.
    """

    changes: list[Change]
    rest: "Rest"
    about: Container[str]
    seen: Seen


def judged_whole(ledger: Ledger, clinica: str, portal: str) -> Judged:
    """All of the account, judged; nothing is written. Where it is reconciled and posted, nothing has to be."""
    with ledger.agreement.of(clinica, portal) as agreed:
        return _judged(ledger, clinica, portal, agreed)


def judged_news(ledger: Ledger, clinica: str, portal: str) -> Judged:
    """What happened to the account since it was reconciled and posted, judged; nothing is written.

    What has to be written, and what is left to a person, is what `judged_whole` would say.
    """
    with ledger.agreement.about(clinica, portal, edition=edition(), doubtful=LINE) as agreed:
        return _judged(ledger, clinica, portal, agreed)


def _judged(ledger: Ledger, clinica: str, portal: str, agreed: Agreed) -> Judged:
    rest = judged_rest(ledger, clinica, portal, agreed)
    changes = _changes(ledger.months.of(clinica, portal), agreed, rest)
    return Judged(changes, rest, agreed.authorisations(), agreed.seen)


def _changes(months: Sequence[Mes], agreed: Agreed, rest: "Rest") -> list[Change]:
    unlinked, loose = agreed.unlinked(), agreed.loose()
    if not unlinked and {_tie(link) for link in loose} == {_tie(match) for match in rest.verdicts.matches}:
        return []
    judge = Judge()
    matches: dict[int, list[Match]] = defaultdict(list)
    standing: dict[int, list[Link]] = defaultdict(list)
    for match in rest.verdicts.matches:
        matches[rest.lines[match.line_id].mes_id].append(match)
    for pair in unlinked:
        matches[pair.mes_id].append(judge.match(pair))
    for link in loose:
        standing[link.mes_id].append(link)
    changes = [Change(mes, sorted(matches[mes.id]), standing[mes.id]) for mes in months]
    return [change for change in changes if change.matches or change.standing]


@dataclass(frozen=True, slots=True)
class Rest:
    """An account's rows that are not pairs, judged by the rules: the same as when they judge all rows.

    `homes`: by entry, the month it is of.
    """

    homes: dict[int, int]
    lines: dict[int, ReturnLine]
    verdicts: Verdicts

    def lines_about(self, entries: Container[int]) -> list[ReturnLine]:
        """The lines that answer, or may answer, any of these entries."""
        return [
            self.lines[judged.line_id]
            for judged in self.verdicts.lines
            if any(entry_id in entries for entry_id in judged.entry_ids)
        ]


def judged_rest(ledger: Ledger, clinica: str, portal: str, agreed: Agreed) -> Rest:
    """Ask the rules about what did not agree."""
    iso = {mes.id: mes.competencia.iso for mes in ledger.months.of(clinica, portal)}
    lines = {line.id: line for line in agreed.rest_lines()}
    rows = agreed.rest_entries()
    theirs = [LineView.of(line.id, line.linha, line.occurrence, iso[line.mes_id]) for line in lines.values()]
    views = with_people(ledger, agreed, [_view(row) for row in rows], theirs)
    verdicts = reconcile(*views, decided=_decided(ledger, clinica, portal))
    return Rest({row.id: row.mes_id for row in rows}, lines, verdicts)


def _view(row: Any) -> EntryView:
    return EntryView(
        id=row.id,
        numero_autorizacao=row.numero_autorizacao,
        codigo_procedimento=row.codigo_procedimento,
        data=date.fromisoformat(row.data),
        quantidade=row.quantidade,
        valor_informado=row.valor_lancado,
        dente=row.dente,
        faces=row.faces,
        movimento=row.movimento,
        ocorrencia=row.ocorrencia,
        mes=row.competencia,
    )


def _tie(tie: Match | Link) -> tuple[int, int, Centavos, Centavos, Centavos]:
    return tie.entry_id, tie.line_id, tie.allocated, tie.liberado, tie.glosa


def _by_id(*groups: Iterable[_Judged]) -> tuple[_Judged, ...]:
    return tuple(sorted(chain(*groups), key=_id_of))


def _id_of(judged: JudgedEntry | JudgedLine) -> int:
    return judged.entry_id if isinstance(judged, JudgedEntry) else judged.line_id


def _decided(ledger: Ledger, clinica: str, portal: str) -> Decisions:
    settled = ledger.deciding.of(clinica, portal)
    return Decisions.of(Decision(s.line_id, s.entry_id, f"{s.who}: {s.reason}", s.adds) for s in settled)


def figures_of(
    ledger: Ledger,
    mes: Mes,
    *,
    parado: str = "",
    codigo: int = 3,
    avisos: tuple[str, ...] = (),
    account: Reconciled | None = None,
) -> Figures:
    """The month in figures, as the ledger stands; `account` has its verdicts, where they are known.

    The amounts are those of `standing`, as in the accountant's pack: with the appeals and what was given up.
    """
    entries = ledger.entries.of(mes)
    states = [entry.state for entry in entries]
    account = account or reconcile_account(ledger, mes.clinica, mes.portal, mes)
    ids = {entry.id for entry in entries}
    judged = [each for each in account.verdicts.entries if each.entry_id in ids]
    verdicts = [each.verdict for each in judged]
    saldos = standing(ledger, mes, account).values()
    readings = ledger.entries.readings(mes)
    return Figures(
        clinica=mes.clinica,
        portal=mes.portal,
        competencia=mes.competencia.iso,
        lidas=sum(reading.lidas for reading in readings),
        rejeitadas=sum(len({(row.aba, row.linha) for row in reading.rejeitadas}) for reading in readings),
        pendentes=states.count(State.PENDENTE),
        lancadas=len(judged),
        recusadas=states.count(State.RECUSADA),
        incertas=states.count(State.INCERTA) + states.count(State.ENVIANDO),
        pagas=verdicts.count(Verdict.PAGA),
        pagas_a_maior=verdicts.count(Verdict.PAGA_A_MAIOR),
        glosadas=verdicts.count(Verdict.GLOSA),
        glosa_parcial=verdicts.count(Verdict.GLOSA_PARCIAL),
        sem_retorno=verdicts.count(Verdict.SEM_RETORNO),
        a_conferir=verdicts.count(Verdict.A_CONFERIR),
        valor_informado=sum(saldo.informado for saldo in saldos),
        valor_liberado=sum(saldo.liberado for saldo in saldos),
        valor_glosado=sum(saldo.glosado for saldo in saldos),
        valor_em_recurso=sum(saldo.em_recurso for saldo in saldos),
        valor_perda=sum(saldo.perda for saldo in saldos),
        valor_pendente=sum(saldo.pendente for saldo in saldos),
        valor_diferenca=sum(saldo.diferenca_tabela for saldo in saldos),
        parado=parado,
        codigo=codigo,
        avisos=(*avisos, *left_open(ledger, mes), *_doubtful(ledger, mes)),
        deducoes=_deducoes(ledger, mes),
    )


def standing(ledger: Ledger, mes: Mes, account: Reconciled) -> dict[int, Saldo]:
    """Where each centavo of the month's entries stands, by entry: as the ledger's accounts hold it.

    While the account is not posted, as the verdicts on it say.
    """
    saldos = ledger.returns.balances(mes)
    if ledger.agreement.is_posted(mes.clinica, mes.portal, edition()):
        return saldos
    judged = {each.entry_id: each.totals for each in account.verdicts.entries}
    return {number: _as_judged(judged[number], s) if number in judged else s for number, s in saldos.items()}


def _as_judged(totals: Totals, saldo: Saldo) -> Saldo:
    perda = min(saldo.perda, totals.glosado)
    em_recurso = min(saldo.em_recurso, totals.glosado - perda)
    return Saldo(
        informado=totals.informado,
        pendente=totals.pendente,
        liberado=totals.liberado,
        glosado=totals.glosado - perda - em_recurso,
        em_recurso=em_recurso,
        diferenca_tabela=totals.diferenca,
        perda=perda,
    )


def _deducoes(ledger: Ledger, mes: Mes) -> tuple[tuple[str, Centavos], ...]:
    """What the month's payments were less or more than their items, summed by kind."""
    standing = ledger.returns.withheld.of(mes)
    kinds = dict.fromkeys(deducao.tipo for deducao in standing)
    return tuple((kind, sum(d.valor for d in standing if d.tipo == kind)) for kind in kinds)


def left_open(ledger: Ledger, mes: Mes) -> tuple[str, ...]:
    """What of the month waits for a person: open problems, and entries that a closed month left behind (pt-BR)."""
    told = (problem.text for problem in ledger.problems.of(mes) if problem.kind not in OF_RETURNS)
    problems = (*told, *parted(ledger.entries.of(mes)))
    pending = len(ledger.entries.of(mes, State.PENDENTE)) if mes.state in ("fechada", "conciliada") else 0
    words = "lançamento pendente" if pending == 1 else "lançamentos pendentes"
    return (*problems, f"{pending} {words} em um mês já fechado") if pending else problems


def _doubtful(ledger: Ledger, mes: Mes) -> tuple[str, ...]:
    """What the month's reconciliation leaves to a person: as many as `conciliar --duvidas` lists."""
    kinds = [problem.kind for problem in ledger.problems.of(mes) if problem.kind in OF_RETURNS]
    lines = kinds.count(LINE)
    entries = len(kinds) - lines
    told = []
    if lines:
        told.append(f"{lines} {'linha do retorno espera' if lines == 1 else 'linhas do retorno esperam'} conferência")
    if entries:
        told.append(
            f"{entries} {'lançamento espera' if entries == 1 else 'lançamentos esperam'} uma pessoa (--duvidas)"
        )
    return tuple(told)

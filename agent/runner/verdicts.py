"""What became of a month's entries: the ledger's entries and return lines, reconciled as they stand."""

from agent.ledger.months import Mes
from agent.ledger.returns import ReturnLine
from agent.ledger.store import Ledger
from agent.model.entry import Entry, State
from agent.model.figures import Figures
from agent.model.match import JudgedEntry, JudgedLine, Match, Verdict, Verdicts, total
from agent.model.valor import Centavos
from agent.reconcile.decisions import Decision, Decisions
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from agent.runner.legs import parted

_HELD = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}


class Reconciled:
    """A clinic's whole account on one portal, reconciled: entries and lines of every month, by id."""

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

    def matches_of(self, mes: Mes) -> list[Match]:
        """What this month's return lines settle, whatever the month of the entry."""
        return [match for match in self.verdicts.matches if self.lines[match.line_id].mes_id == mes.id]


def reconcile_account(ledger: Ledger, clinica: str, portal: str) -> Reconciled:
    """Reconcile everything one clinic has on one portal, of whatever month; nothing is written."""
    months = {mes.id: mes for mes in ledger.months.of(clinica, portal)}
    entries = [entry for mes in months.values() for entry in ledger.entries.of(mes, *_HELD)]
    lines = [line for mes in months.values() for line in ledger.returns.lines(mes)]
    verdicts = reconcile(
        [EntryView.of(entry) for entry in entries],
        [LineView.of(line.id, line.linha, line.occurrence, months[line.mes_id].competencia.iso) for line in lines],
        decided=_decided(ledger, clinica, portal),
    )
    return Reconciled({e.id: e for e in entries}, {line.id: line for line in lines}, verdicts)


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
    """The month in figures, as the ledger stands; `account` is the clinic's on that portal, where it is known."""
    entries = ledger.entries.of(mes)
    states = [entry.state for entry in entries]
    account = account or reconcile_account(ledger, mes.clinica, mes.portal)
    ids = {entry.id for entry in entries}
    judged = [each for each in account.verdicts.entries if each.entry_id in ids]
    verdicts = [each.verdict for each in judged]
    money = total(each.totals for each in judged)
    readings = ledger.entries.readings(mes)
    strange = _proposed_or_strange(account, mes)
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
        glosadas=verdicts.count(Verdict.GLOSA),
        glosa_parcial=verdicts.count(Verdict.GLOSA_PARCIAL),
        sem_retorno=verdicts.count(Verdict.SEM_RETORNO),
        valor_informado=money.informado,
        valor_liberado=money.liberado,
        valor_glosado=money.glosado,
        valor_pendente=money.pendente,
        parado=parado,
        codigo=codigo,
        avisos=(*avisos, *left_open(ledger, mes), *strange),
        deducoes=_deducoes(ledger, mes),
    )


def _deducoes(ledger: Ledger, mes: Mes) -> tuple[tuple[str, Centavos], ...]:
    """What the month's payments were less or more than their items, summed by kind."""
    standing = ledger.returns.withheld.of(mes)
    kinds = dict.fromkeys(deducao.tipo for deducao in standing)
    return tuple((kind, sum(d.valor for d in standing if d.tipo == kind)) for kind in kinds)


def left_open(ledger: Ledger, mes: Mes) -> tuple[str, ...]:
    """What of the month waits for a person: open problems, and entries that a closed month left behind (pt-BR)."""
    problems = (*(problem.text for problem in ledger.problems.of(mes)), *parted(ledger.entries.of(mes)))
    pending = len(ledger.entries.of(mes, State.PENDENTE)) if mes.state in ("fechada", "conciliada") else 0
    return (*problems, f"{pending} lançamentos pendentes em um mês já fechado") if pending else problems


def _proposed_or_strange(account: Reconciled, mes: Mes) -> tuple[str, ...]:
    """What of the month's return waits for a person."""
    odd = [
        line
        for line in account.verdicts.lines
        if account.lines[line.line_id].mes_id == mes.id and line.verdict not in ("casada", "ajuste")
    ]
    return (f"{len(odd)} linhas do retorno esperam conferência",) if odd else ()

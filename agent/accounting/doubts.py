"""The worklist of the reconciliation: what is only proposed or nobody's, and a person's word about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.returns import ReturnLine
from agent.ledger.store import Ledger
from agent.model.errors import InputError
from agent.model.match import JudgedLine, LineVerdict
from agent.runner.conciliation import post_returns
from agent.runner.pendencias import charge_of
from agent.runner.verdicts import reconcile_account

NOBODY = "alheia"


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """A return line that waits for a person; `entries` are those it may answer, the likeliest first."""

    mes: Mes
    line: ReturnLine
    judged: JudgedLine

    @property
    def entries(self) -> tuple[int, ...]:
        """The candidates."""
        return self.judged.entry_ids


def doubtful_lines(ledger: Ledger, months: Sequence[Mes]) -> list[DoubtfulLine]:
    """The doubtful lines of these months' returns, the proposals first; what a person settled is not among them."""
    found = []
    for clinica, portal in dict.fromkeys((mes.clinica, mes.portal) for mes in months):
        here = {mes.id: mes for mes in months if (mes.clinica, mes.portal) == (clinica, portal)}
        account = reconcile_account(ledger, clinica, portal, *here.values())
        foreign = {each.line_id for each in ledger.deciding.of(clinica, portal) if each.entry_id is None}
        found += [
            DoubtfulLine(here[line.mes_id], line, account.line(line.id))
            for line in account.lines.values()
            if line.mes_id in here and line.id not in foreign and _doubtful(account.line(line.id))
        ]
    return sorted(found, key=lambda d: (not d.entries, d.mes.clinica, d.mes.portal, d.mes.competencia, d.line.id))


def settle(office: Office, ledger: Ledger, months: Sequence[Mes], word: str, *, who: str, reason: str) -> str:
    """Remember "LINE=ENTRY" or "LINE=alheia" and post what follows; gives what was done, and undone by it (pt-BR).

    Raises InputError for a word that is neither, Moved for a line or an entry that is not there.
    """
    line_id, entry_id = _read(word)
    adds = entry_id is not None and _answered(ledger, entry_id)
    before = _decided(ledger, months, line_id)
    ledger.deciding.settle(line_id, entry_id, adds=adds, who=who, reason=reason)
    for clinica, portal in dict.fromkeys((mes.clinica, mes.portal) for mes in months):
        mes = next(mes for mes in months if (mes.clinica, mes.portal) == (clinica, portal))
        post_returns(ledger, mes, charge_of(office, clinica, portal))
    return f"Linha {line_id}: {_whose(entry_id)}. Lembrado por {who}: {reason}.{before}"


def _whose(entry_id: int | None) -> str:
    return "não é de nenhum lançamento nosso" if entry_id is None else f"é do lançamento {entry_id}"


def _decided(ledger: Ledger, months: Sequence[Mes], line_id: int) -> str:
    """What an earlier word on the line was, which the new one takes the place of."""
    for clinica, portal in dict.fromkeys((mes.clinica, mes.portal) for mes in months):
        for each in ledger.deciding.of(clinica, portal):
            if each.line_id == line_id:
                return f" Antes: {_whose(each.entry_id)} ({each.who}: {each.reason})."
    return ""


def _answered(ledger: Ledger, entry_id: int) -> bool:
    mes = ledger.months.get(ledger.entries.get(entry_id).mes_id)
    saldo = ledger.returns.balances(mes).get(entry_id)
    return saldo is not None and saldo.pendente == 0


def _doubtful(judged: JudgedLine) -> bool:
    return judged.verdict in (LineVerdict.PROPOSTA, LineVerdict.ESTRANHA)


def _read(word: str) -> tuple[int, int | None]:
    line, _, entry = word.partition("=")
    if line.strip().isdigit() and (entry.strip() == NOBODY or entry.strip().isdigit()):
        return int(line), None if entry.strip() == NOBODY else int(entry)
    raise InputError(
        f'"{word}" não diz de quem é a linha.', where="--decidir", do=f"Escreva LINHA=LANÇAMENTO ou LINHA={NOBODY}."
    )

"""What appeals won and no return line pays yet: since when it is promised, and from when on it is chased."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agent.accounting.deadlines import paid_by
from agent.accounting.pack import Scope
from agent.accounting.winning import unproved
from agent.ledger.appeals import Appeal
from agent.model.valor import Centavos
from spreadsheets.writing.pack.report import Conta, Pack
from spreadsheets.writing.report import GroupKey


@dataclass(frozen=True, slots=True)
class Unproved:
    """An entry whose appeals won more than return lines pay. `ganho` = `provado` + `falta`, in centavos, `falta` > 0.

    `respondido` is when the insurer answered the first round that is not paid whole, `previsto` when its money was or
    is expected; `dias` since then, negative while it is still to come.
    """

    conta: Conta
    ganho: Centavos
    provado: Centavos
    falta: Centavos
    respondido: date
    previsto: date
    dias: int

    @property
    def atrasado(self) -> bool:
        """Whether it is to be chased: the usual days are over."""
        return self.dias > 0

    @property
    def a_menos(self) -> bool:
        """Whether a line paid some of it, and less than was won."""
        return self.provado > 0


def unproved_wins(scope: Scope, pack: Pack) -> list[Unproved]:
    """What is won and not paid in the scope's months, the longest overdue first. `pack` is theirs, gathered."""
    appeals = [appeal for mes in scope.months for appeal in scope.ledger.appeals.of(mes)]

    def expected(key: GroupKey, answered: date) -> date:
        return paid_by(answered, scope.office.contrato(key.portal), scope.off)

    return find_unproved(pack, appeals, expected, scope.today)


def find_unproved(
    pack: Pack, appeals: Iterable[Appeal], expected: Callable[[GroupKey, date], date], today: date
) -> list[Unproved]:
    """The same, of these appeals; `expected` says when money that was promised on a day is due."""
    won: dict[int, list[Appeal]] = {}
    for appeal in appeals:
        if appeal.state == "respondido" and appeal.recuperado:
            won.setdefault(appeal.entry_id, []).append(appeal)
    paid: dict[int, Centavos] = {}
    for tie in pack.ligacoes:
        if not tie.proposta:
            paid[tie.conta_id] = paid.get(tie.conta_id, 0) + tie.liberado
    found = []
    for conta in pack.contas:
        rounds = won.get(conta.id, [])
        ganho = sum(appeal.recuperado for appeal in rounds)
        falta = unproved(conta.liberado, paid.get(conta.id, 0), ganho)
        answered = _since(rounds, ganho - falta)
        if falta and answered is not None:
            due = expected(conta.item.key, answered)
            found.append(Unproved(conta, ganho, ganho - falta, falta, answered, due, (today - due).days))
    return sorted(found, key=lambda each: (-each.dias, -each.falta, each.conta.id))


def _since(rounds: Sequence[Appeal], provado: Centavos) -> date | None:
    """When the first round was answered that `provado`, which pays the oldest first, does not cover."""
    for appeal in sorted(rounds, key=lambda each: (each.answered_on or date.min, each.id)):
        if appeal.recuperado > provado:
            return appeal.answered_on
        provado -= appeal.recuperado
    return None

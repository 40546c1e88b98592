"""Pure: how many of an entry's units its return lines paid, as its verdict classes the cut."""

from collections.abc import Mapping
from itertools import takewhile

from agent.ledger.returns import ReturnLine
from agent.model.match import Corte, JudgedEntry
from agent.runner.verdicts import Reconciled


def units_of(entry_id: int, account: Reconciled) -> int:
    """The units of one of the account's entries that were paid; 0 of what no line paid at all."""
    judged = account.entry(entry_id)
    if judged is None:
        return 0
    lines = [account.lines[match.line_id] for match in judged.matches]
    quantidade = account.entries[entry_id].lancamento.quantidade
    units = paid_units(quantidade, judged, {line.id: line.linha.quantidade for line in lines})
    if units and len(lines) == 1:
        left = _left_by_others(entry_id, lines[0], account)
        return units if left is None else min(quantidade, left)
    return units


def paid_units(quantidade: int, judged: JudgedEntry, said: Mapping[int, int]) -> int:
    """The same of an entry and its own lines.

    A cut of price takes no unit, one of quantity whole ones; of an item that the insurer split, what the refused lines
    say. `said` is each line's own quantity, by the line. What no line paid at all has no unit.
    """
    if judged.totals.liberado <= 0:
        return 0
    money, answers = judged.totals, [match for match in judged.matches if not match.adjusts]
    told = sum(said.get(match.line_id, 0) for match in answers)
    # A person may have tied a line of fewer units: the others are the difference, not refused.
    units = told if money.diferenca > 0 and 0 < told < quantidade else quantidade
    if judged.corte in (None, Corte.PRECO) or (judged.corte is Corte.ITEM and told != units):
        return units  # the parts of a split item that each speak of all of it are no units
    each, rest = divmod(money.informado - max(0, money.diferenca), units)
    if units > 1 and each and not rest and not money.glosado % each:
        return units - money.glosado // each
    if judged.corte is Corte.ITEM:
        return max(0, units - sum(said.get(match.line_id, 0) for match in answers if not match.liberado))
    return units


def _left_by_others(entry_id: int, line: ReturnLine, account: Reconciled) -> int | None:
    """What is left for an entry of the whole units that a line of several entries paid; None where it says nothing.

    The money of such a line is split by value over all its entries, so that each seems cut in price. Its units go to
    the entries in their order: the last ones are those not paid.
    """
    tied, said = sorted(account.line(line.id).entry_ids), line.linha
    if len(tied) == 1 or not all(number in account.entries for number in tied):
        return None
    asked = {number: account.entries[number].lancamento.quantidade for number in tied}
    each, rest = divmod(said.valor_informado, max(1, said.quantidade))
    if sum(asked.values()) != said.quantidade or not each or rest or said.valor_glosa % each:
        return None
    before = sum(asked[number] for number in takewhile(lambda number: number != entry_id, tied))
    return max(0, said.quantidade - said.valor_glosa // each - before)

"""Who gets which centavo of a return line: integer shares that add up to the line, nothing rounded away."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from agent.model.match import Match
from agent.model.valor import Centavos
from agent.reconcile.explain import explain
from agent.reconcile.passes import Step
from agent.reconcile.pool import Pairing
from agent.reconcile.rows import EntryView, LineView


def share(amount: Centavos, weights: Sequence[Centavos]) -> list[Centavos]:
    """`amount` split by `weights`: the shares add up to it, and the remainder falls to the last rows.

    Rounding the running sum, not each share, keeps a share from exceeding its weight when `amount` <= sum(weights).
    """
    whole = sum(weights)
    if whole == 0:
        return [0] * (len(weights) - 1) + [amount]
    marks = [amount * running // whole for running in accumulate(weights, initial=0)]
    return [upper - lower for lower, upper in pairwise(marks)]


def allocate(pairing: Pairing, step: Step) -> list[Match]:
    """The matches of a pairing; per line, the shares of informado, liberado and glosa add up to what it says."""
    why = explain(pairing)
    return [
        Match(entry.id, line.id, step.pass_no, step.confidence, why, allocated, liberado, allocated - liberado)
        for line in pairing.lines
        for entry, allocated, liberado in _shares(pairing.entries, line)
    ]


def _shares(entries: Sequence[EntryView], line: LineView) -> list[tuple[EntryView, Centavos, Centavos]]:
    if len(entries) == 1:
        return [(entries[0], line.valor_informado, line.valor_liberado)]
    allocated = share(line.valor_informado, [entry.valor_informado for entry in entries])
    return list(zip(entries, allocated, share(line.valor_liberado, allocated), strict=True))

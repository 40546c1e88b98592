"""Pure: how much of what an entry released no return line has paid, because an appeal won it."""

from agent.model.valor import Centavos


def unproved(liberado: Centavos, paid: Centavos, won: Centavos) -> Centavos:
    """What is released beyond what its lines `paid`: promised, and on no return yet. Never more than was won.

    The accounts release what an appeal won on the day of its answer (agent/ledger/accounts.py).
    """
    return max(0, min(liberado - paid, won))

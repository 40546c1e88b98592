"""A row that was altered into another service: one entry gives it up, another takes it; what was written stays."""

from agent.ledger.booking import Held
from agent.ledger.corrections import Corrections, GivenUp
from agent.ledger.leases import Lease
from agent.ledger.settling import Settling
from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.errors import Moved
from agent.model.lancamento import Lancamento
from agent.model.registro import Movimento


class Exchanges(Settling, Corrections):
    """The key of an entry never changes: another code, day, tooth or faces is another entry, with its own postings."""

    def exchange(self, lease: Lease, before: Entry, after: Entry, movimento: Movimento, snapshot_id: int) -> None:
        """`before` gives its row to `after`: a trusted reading shows `after` under the number that `before` had.

        `before`, lancada, becomes cancelada (recusada while a sheet still holds it); `after`, pendente or recusada,
        becomes lancada. Raises Moved when they do not stand so, LeaseLost.
        """
        if after.state not in (State.PENDENTE, State.RECUSADA) or before.movimento != movimento.movimento:
            raise Moved(f"{after.lancamento.origem} está {after.state}: não toma outra linha", do="Nada foi gravado.")
        held = Held.seen(after, movimento)
        with self._writer.transaction("attempts.exchange") as at:
            self._parts.leases.fence(lease, at)
            sheets = self._writer.one("origem_count", lancamento_id=before.id)
            state = State.RECUSADA if sheets else State.CANCELADA
            why = f"alterada no portal: a linha agora é {_named(after.lancamento)}"
            self._give_up(at, before, GivenUp("lancamento.trocada", state, why, snapshot_id, "faturista"))
            self._take(at, lease, after, held, snapshot_id)


def _named(asked: Lancamento) -> str:
    tooth = f", dente {asked.dente} {asked.faces}".rstrip() if asked.dente else ""
    return f"{asked.codigo_procedimento} de {write_data(asked.data)}{tooth}"

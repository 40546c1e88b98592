"""A person's word that a closed month was audited, bound to the hash of the chain as it was then."""

from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.errors import Moved


class Signatures:
    """The audits that a person signed."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def audited(self, mes: Mes, anchor: str, who: str) -> None:
        """The closed month is auditada: `who` looked at it when `anchor` was the chain's last hash.

        A reopening undoes it. Raises Moved when the month is not closed.
        """
        with self._writer.transaction("signing.audited") as at:
            state = self._writer.one("month_get", id=mes.id).state
            if state not in ("fechada", "conciliada"):
                raise Moved(
                    "só um mês fechado pode ser dado como auditado",
                    where=f"{mes.clinica}, {mes.portal}, {mes.competencia}",
                    do="Feche o mês primeiro.",
                )
            self._events.append(at, "mes.auditada", "mes", mes.id, {"anchor": anchor}, mes_id=mes.id, actor=who)

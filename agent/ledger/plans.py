"""Plans as they were shown, and approvals: each bound to the hash of exactly what was approved."""

from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan as it was shown: `body` is its JSON, `at` when it was saved."""

    id: int
    body: str
    hash: str
    at: str


class Plans:
    """The plans and approvals of the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def save(self, mes: Mes, body: str, hash: str) -> int:  # noqa: A002 # the word of the trade of plans
        """Keep a plan; the same as the last one is kept once. No patient's name or card in `body`."""
        last = self.latest(mes)
        if last is not None and last.hash == hash:
            return last.id
        with self._writer.transaction("plans.save") as at:
            number = self._writer.insert("plan_insert", mes_id=mes.id, body=body, hash=hash, at=at)
            self._events.append(at, "plan.saved", "plan", number, {"hash": hash}, mes_id=mes.id)
        return number

    def latest(self, mes: Mes) -> SavedPlan | None:
        """The last plan of the month."""
        row = self._writer.one("plan_latest", mes_id=mes.id)
        return SavedPlan(*row) if row else None

    def approve(self, mes: Mes, what: str, hash: str, who: str) -> None:  # noqa: A002
        """`who` approves doing `what` ("lancar", "fechar") to exactly the state that `hash` covers."""
        with self._writer.transaction("plans.approve") as at:
            values = {"mes_id": mes.id, "what": what, "hash": hash, "who": who, "at": at}
            if self._writer.change("approval_insert", **values):
                body = {"what": what, "hash": hash}
                self._events.append(at, "plan.approved", "mes", mes.id, body, mes_id=mes.id, actor=who)

    def approved(self, mes: Mes, what: str, hash: str) -> bool:  # noqa: A002
        """Whether somebody approved exactly that."""
        return bool(self._writer.one("approval_of", mes_id=mes.id, what=what, hash=hash))

"""What a person settled of the doubtful return lines; remembered until the person thinks again."""

from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.transaction import Writer
from agent.model.errors import Moved


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision that stands: the line is `entry_id`'s, or nobody's of ours (None). `at` is ISO 8601 in UTC."""

    id: int
    line_id: int
    entry_id: int | None
    adds: bool
    who: str
    reason: str
    at: str


class Deciding:
    """The decisions of the office about return lines. They post nothing: the reconciliation does, by them."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def settle(self, line_id: int, entry_id: int | None, *, adds: bool, who: str, reason: str) -> int:
        """Remember that a line is an entry's, or nobody's; what was decided of it before is revoked.

        `adds`: the entry had an answer already, and this line moves it. Raises Moved for a line or an entry that is
        not there, not of the same clinic and portal, or withdrawn.
        """
        with self._writer.transaction("deciding.settle") as at:
            line = self._writer.one("line_get", id=line_id)
            if line is None or line.withdrawn_at is not None:
                raise Moved(f"a linha {line_id} não está mais no retorno", do="Rode conciliar de novo.")
            home = self._refuse_stranger(line, entry_id)
            self._writer.change("decision_revoke", linha_retorno_id=line_id)
            values = {"linha_retorno_id": line_id, "lancamento_id": entry_id, "adds": int(adds)}
            number = self._writer.insert("decision_insert", who=who, reason=reason, at=at, **values)
            body = {"line": line_id, "entry": entry_id, "adds": adds, "reason": reason}
            self._events.append(at, "decisao.tomada", "decisao", number, body, mes_id=home, actor=who)
        return number

    def think_again(self, line_id: int, *, who: str) -> None:
        """Revoke what was decided of a line. Raises Moved when nothing was."""
        with self._writer.transaction("deciding.think_again") as at:
            self._writer.move("decision_revoke", what=f"a decisão sobre a linha {line_id}", linha_retorno_id=line_id)
            line = self._writer.one("line_get", id=line_id)
            body = {"line": line_id}
            self._events.append(at, "decisao.desfeita", "linha_retorno", line_id, body, mes_id=line.mes_id, actor=who)

    def of(self, clinica: str, portal: str) -> list[Settled]:
        """What stands of a clinic's account on a portal, oldest first."""
        rows = self._writer.rows("decision_of", clinica=clinica, portal=portal)
        return [Settled(*(*row[:3], bool(row.adds), row.who, row.reason, row.at)) for row in rows]

    def _refuse_stranger(self, line: object, entry_id: int | None) -> int:
        mes_id, clinica, portal = line.mes_id, line.clinica, line.portal  # type: ignore[attr-defined]
        if entry_id is not None:
            entry = self._writer.one("entry_get", id=entry_id)
            if entry is None or (entry.clinica, entry.portal) != (clinica, portal) or entry.valor_lancado is None:
                raise Moved(f"o lançamento {entry_id} não é desta clínica neste portal, ou não está lançado")
        return int(mes_id)

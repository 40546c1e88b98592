"""What waits for a person to decide: one open problem for one thing, closed only with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.errors import Moved


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind` says what it is, `ref` which thing of that kind, `text` is pt-BR. `state`: open, resolved or accepted."""

    id: int
    mes_id: int
    kind: str
    ref: str
    entry_id: int | None
    line_id: int | None
    text: str
    opened_at: str
    due_at: str | None
    state: str
    resolution: str
    who: str
    closed_at: str | None


class Problems:
    """The problems of the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def open(
        self,
        mes: Mes,
        kind: str,
        text: str,
        *,
        ref: str = "",
        entry_id: int | None = None,
        line_id: int | None = None,
        due_at: str | None = None,
    ) -> int | None:
        """Open it once: None when it is open already, or a person accepted it. No patient's name or card in `text`."""
        with self._writer.transaction("problems.open") as at:
            return self.ensure(at, mes.id, kind, text, ref=ref, entry_id=entry_id, line_id=line_id, due_at=due_at)

    def ensure(
        self,
        at: str,
        mes_id: int,
        kind: str,
        text: str,
        *,
        ref: str = "",
        entry_id: int | None = None,
        line_id: int | None = None,
        due_at: str | None = None,
    ) -> int | None:
        """Within a transaction: `open`."""
        what = {"mes_id": mes_id, "kind": kind, "ref": ref, "lancamento_id": entry_id, "linha_retorno_id": line_id}
        if self._writer.one("problem_standing", **what):
            return None
        number = self._writer.insert("problem_insert", text=text, opened_at=at, due_at=due_at, **what)
        body = {"kind": kind, "ref": ref, "entry": entry_id, "line": line_id, "text": text}
        self._events.append(at, "problem.open", "problem", number, body, mes_id=mes_id)
        return number

    def of(self, mes: Mes, *, closed: bool = False) -> list[Problem]:
        """The month's open problems, oldest first; with `closed`, those that are over as well."""
        rows: Iterable[tuple[object, ...]] = self._writer.rows("problem_of", mes_id=mes.id)
        problems = [Problem(*row) for row in rows]  # type: ignore[arg-type] # a row's columns are the fields, in order
        return [problem for problem in problems if closed or problem.state == "open"]

    def close(self, problem_id: int, resolution: str, *, who: str, accepted: bool = False) -> None:
        """Close it with a reason; an `accepted` one does not open again. Raises Moved when it is not open."""
        state = "accepted" if accepted else "resolved"
        with self._writer.transaction("problems.close") as at:
            values = {"state": state, "resolution": resolution, "who": who, "at": at}
            if not resolution.strip() or not self._writer.change("problem_close", id=problem_id, **values):
                raise Moved(f"a pendência {problem_id} não está aberta, ou falta dizer como foi resolvida")
            body = {"resolution": resolution}
            self._events.append(at, f"problem.{state}", "problem", problem_id, body, actor=who)

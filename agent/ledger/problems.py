"""What waits for a person to decide: one open problem for one thing, with an owner and a term; closed with a reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Fence, Writer, unfenced
from agent.model.errors import Moved

OFFICE = "escritório"


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind` says what it is, `ref` which thing of that kind, `text` is pt-BR. `state`: open, resolved or accepted.

    `owner` sees to it until `due_at`, an ISO date.
    """

    id: int
    mes_id: int
    kind: str
    ref: str
    entry_id: int | None
    line_id: int | None
    text: str
    opened_at: str
    due_at: str
    state: str
    resolution: str
    who: str
    closed_at: str | None
    owner: str


@dataclass(frozen=True, slots=True)
class Charge:
    """Who sees to a problem, and within how many days of its opening.

    `silent_days`: without a return for so long after the close, an entry is one.
    """

    owner: str = OFFICE
    days: int = 10
    silent_days: int = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """A thing that an account's reconciliation leaves to a person; `kind`, `ref`, the ids and `text` as in Problem."""

    mes_id: int
    kind: str
    text: str
    ref: str = ""
    entry_id: int | None = None
    line_id: int | None = None

    @property
    def thing(self) -> tuple[object, ...]:
        """What has one open problem at most."""
        return self.mes_id, self.kind, self.ref, self.entry_id, self.line_id


@dataclass(frozen=True, slots=True)
class Ended:
    """Why something is no doubt any more, and who said so."""

    who: str
    reason: str


USUAL = Charge()


class Problems:
    """The problems of the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def open(
        self, mes: Mes, kind: str, text: str, *, ref: str = "", entry_id: int | None = None, charge: Charge = USUAL
    ) -> int | None:
        """Open it once: None when it is open already, or a person accepted it. No patient's name or card in `text`."""
        with self._writer.transaction("problems.open") as at:
            return self.ensure(at, Doubt(mes.id, kind, text, ref, entry_id), charge)

    def ensure(self, at: str, doubt: Doubt, charge: Charge = USUAL) -> int | None:
        """Within a transaction: `open`."""
        if self._writer.one("problem_standing", **_what(doubt)):
            return None
        return self._open(at, doubt, charge)

    def keep(
        self,
        home: tuple[str, str],
        kinds: Sequence[str],
        doubts: Iterable[Doubt],
        ended: Callable[[Any], Ended],
        charge: Charge,
        *,
        fence: Fence = unfenced,
    ) -> None:
        """Make the open problems of these kinds, of one clinic on one portal (`home`), exactly these `doubts`.

        What a person accepted is not opened again. What is no doubt any more is closed; `ended` says why, of the
        problem's row with the state of its entry and whether its line was withdrawn.
        """
        wanted = {doubt.thing: doubt for doubt in doubts}
        rows = [row for kind in kinds for row in self.kept(home, kind)]
        there = {(r.mes_id, r.kind, r.ref, r.lancamento_id, r.linha_retorno_id): r for r in rows}
        gone = [row for thing, row in there.items() if row.state == "open" and thing not in wanted]
        new = [doubt for thing, doubt in wanted.items() if thing not in there]
        if not gone and not new:
            return
        with self._writer.transaction("problems.keep") as at:
            fence()
            for row in gone:
                end = ended(row)
                self._close(at, row.id, "resolved", end.reason, end.who, mes_id=row.mes_id)
            for doubt in new:
                self._open(at, doubt, charge)

    def kept(self, home: tuple[str, str], kind: str) -> list[Any]:
        """What of one kind is open or was accepted in an account (`home`), as rows."""
        clinica, portal = home
        return self._writer.rows("problem_kept", clinica=clinica, portal=portal, kind=kind)

    def silent(self, mes: Mes, charge: Charge) -> list[Any]:
        """The month's launched entries that no line answers, as rows, once its return was read or is overdue."""
        if not self._writer.one("doubt_awaited", mes_id=mes.id):
            closed = self._writer.one("trail_closed", mes_id=mes.id)
            limit = self._writer.clock() - timedelta(days=charge.silent_days)
            if closed is None or datetime.fromisoformat(closed) > limit:
                return []
        return self._writer.rows("doubt_silent", mes_id=mes.id)

    def of(self, mes: Mes, *, closed: bool = False) -> list[Problem]:
        """The month's open problems, oldest first; with `closed`, those that are over as well."""
        rows: Iterable[tuple[object, ...]] = self._writer.rows("problem_of", mes_id=mes.id)
        problems = [Problem(*row) for row in rows]  # type: ignore[arg-type] # a row's columns are the fields, in order
        return [problem for problem in problems if closed or problem.state == "open"]

    def close(self, problem_id: int, resolution: str, *, who: str, accepted: bool = False) -> None:
        """Close it with a reason; an `accepted` one does not open again. Raises Moved when it is not open."""
        with self._writer.transaction("problems.close") as at:
            self._close(at, problem_id, "accepted" if accepted else "resolved", resolution, who)

    def give(
        self, problem_id: int, *, who: str, reason: str, owner: str | None = None, due: date | None = None
    ) -> None:
        """Another owner, another last day, or both, for a reason. Raises Moved when it is not open."""
        with self._writer.transaction("problems.give") as at:
            values = {"owner": owner, "due_at": due.isoformat() if due else None}
            if not reason.strip() or not self._writer.change("problem_give", id=problem_id, **values):
                raise Moved(f"a pendência {problem_id} não está aberta, ou falta dizer por que muda")
            body = {"owner": owner, "due": values["due_at"], "reason": reason}
            self._events.append(at, "problem.given", "problem", problem_id, body, actor=who)

    def _open(self, at: str, doubt: Doubt, charge: Charge) -> int:
        due = (datetime.fromisoformat(at).date() + timedelta(days=charge.days)).isoformat()
        values = {"text": doubt.text, "opened_at": at, "due_at": due, "owner": charge.owner}
        number = self._writer.insert("problem_insert", **_what(doubt), **values)
        body = {"kind": doubt.kind, "ref": doubt.ref, "entry": doubt.entry_id, "line": doubt.line_id}
        body |= {"text": doubt.text, "owner": charge.owner, "due": due}
        self._events.append(at, "problem.open", "problem", number, body, mes_id=doubt.mes_id)
        return number

    def _close(
        self, at: str, problem_id: int, state: str, resolution: str, who: str, *, mes_id: int | None = None
    ) -> None:
        values = {"state": state, "resolution": resolution, "who": who, "at": at}
        if not resolution.strip() or not self._writer.change("problem_close", id=problem_id, **values):
            raise Moved(f"a pendência {problem_id} não está aberta, ou falta dizer como foi resolvida")
        body = {"resolution": resolution}
        self._events.append(at, f"problem.{state}", "problem", problem_id, body, mes_id=mes_id, actor=who)


def _what(doubt: Doubt) -> dict[str, object]:
    ids = {"lancamento_id": doubt.entry_id, "linha_retorno_id": doubt.line_id}
    return {"mes_id": doubt.mes_id, "kind": doubt.kind, "ref": doubt.ref, **ids}

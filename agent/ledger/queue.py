"""The one queue of what waits for a person: what is seen, asked, how long it can wait, what happens otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.transaction import Writer
from agent.model.errors import Moved


@dataclass(frozen=True, slots=True)
class Asked:
    """What is put to a person; texts are pt-BR and name no patient.

    `kind`: entrar, senha, aprovar, planilha, portal, tela, bloqueio, prazo, fora_do_ar, servidor, retorno or erro.
    `portal` and `clinica` are "" for the whole office, `competencia` and `step` for all of a login's work; `ref` is
    the run's that it holds back ("" for any). `subject` is what it is about, such as the hash to approve. `until` is
    ISO 8601 in UTC, None when it can wait for ever. `asker`: the person whose command it is, "" for what the office
    does by itself.
    """

    kind: str
    clinica: str
    portal: str
    competencia: str
    step: str
    ref: str
    subject: str
    seen: str
    asked: str
    otherwise: str
    until: str | None = None
    asker: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of the queue, as the ledger holds it. `state`: open, answered (by `who`) or over (by itself).

    An open one that has a `who` already was approved by that person, and waits for a second one.
    """

    id: int
    kind: str
    clinica: str
    portal: str
    competencia: str
    step: str
    ref: str
    subject: str
    seen: str
    asked: str
    otherwise: str
    opened_at: str
    until: str | None
    state: str
    answer: str
    who: str
    closed_at: str | None
    asker: str = ""


class Queue:
    """What waits for people in the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def ask(self, what: Asked, *, once: bool = False) -> int | None:
        """Put it in the queue; None when it stands there already, or, with `once`, ever did."""
        names = ("kind", "clinica", "portal", "competencia", "step", "ref", "subject")
        key = {name: getattr(what, name) for name in names}
        texts = {name: getattr(what, name) for name in ("seen", "asked", "otherwise", "until", "asker")}
        with self._writer.transaction("queue.ask") as at:
            if self._writer.one("waiting_ever" if once else "waiting_standing", **key):
                return None
            number = self._writer.insert("waiting_insert", opened_at=at, **key, **texts)
            self._events.append(at, "waiting.open", "waiting", number, key)
        return number

    def answer(self, number: int, answer: str, who: str) -> None:
        """`who` answers it. Raises Moved when it is not open any more."""
        with self._writer.transaction("queue.answer") as at:
            values = {"state": "answered", "answer": answer, "who": who, "at": at}
            if not who.strip() or not self._writer.change("waiting_close", id=number, **values):
                raise Moved(f"o item {number} da fila não está aberto", do="Veja a fila: faturista fila")
            self._events.append(at, "waiting.answered", "waiting", number, {"answer": answer}, actor=who)

    def first_yes(self, number: int, who: str) -> None:
        """`who` approves it as the first of two; it stays open. Raises Moved when it is not, or has one already."""
        with self._writer.transaction("queue.first_yes") as at:
            if not who.strip() or not self._writer.change("waiting_first", id=number, who=who):
                raise Moved(f"o item {number} da fila não está aberto", do="Veja a fila: faturista fila")
            self._events.append(at, "waiting.primeira", "waiting", number, {}, actor=who)

    def over(self, number: int, why: str) -> bool:
        """It needs nobody any more; whether it was still open."""
        with self._writer.transaction("queue.over") as at:
            values = {"state": "over", "answer": why, "who": "", "at": at}
            closed = bool(self._writer.change("waiting_close", id=number, **values))
            if closed:
                self._events.append(at, "waiting.over", "waiting", number, {"why": why})
        return closed

    def open(self) -> list[Waiting]:
        """All that waits, what cannot wait long first."""
        return self._all(self._writer.rows("waiting_open"))

    def opened_since(self, at: str) -> list[Waiting]:
        """All that was asked since `at` (as the ledger stores times), in order."""
        return self._all(self._writer.rows("waiting_all", since=at))

    def get(self, number: int) -> Waiting | None:
        """One of them."""
        row = self._writer.one("waiting_get", id=number)
        return Waiting(*row) if row else None

    def answered(self, kind: str, clinica: str, portal: str, competencia: str, subject: str) -> tuple[str, str] | None:
        """What a person last answered about one thing, and who did."""
        key = {"clinica": clinica, "portal": portal, "competencia": competencia, "subject": subject}
        row = self._writer.one("waiting_answer", kind=kind, **key)
        return (str(row[0]), str(row[1])) if row else None

    def last_answer(self, kind: str, clinica: str, portal: str, competencia: str, subject: str) -> Waiting | None:
        """The one about one thing that a person answered last."""
        key = {"clinica": clinica, "portal": portal, "competencia": competencia, "subject": subject}
        row = self._writer.one("waiting_answered", kind=kind, **key)
        return Waiting(*row) if row else None

    def _all(self, rows: Iterable[tuple[object, ...]]) -> list[Waiting]:
        return [Waiting(*row) for row in rows]  # type: ignore[arg-type] # a row's columns are the fields, in order

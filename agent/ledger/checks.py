"""What must hold after every step: the invariant views are empty, and the chain of events and postings is unbroken."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.ledger.events import FIRST, canonical, digest, link_digest
from agent.ledger.transaction import Writer

_NONE: list[list[object]] = []


@dataclass(frozen=True, slots=True)
class Violation:
    """A row of an invariant view: `id` is what it is about, `found` the figure that should not be."""

    view: str
    id: int
    found: int


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the chain found; `problems` is pt-BR, empty when it is unbroken.

    `first` is the number of the first event that is not what was written, None when the fault is elsewhere.
    """

    events: int
    problems: tuple[str, ...]
    first: int | None = None

    @property
    def intact(self) -> bool:
        """Whether nothing was changed, removed or slipped in."""
        return not self.problems


class Checks:
    """The ledger's own proofs."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def violations(self) -> list[Violation]:
        """Every row of every invariant view; empty, always."""
        return [Violation(*row) for row in self._writer.rows("check_invariants")]

    def anchor(self) -> str:
        """The hash of the last event, to be kept outside the ledger; of an empty ledger, 64 zeros."""
        last = self._writer.one("event_last")
        return str(last.hash) if last else FIRST

    def verify_chain(self, anchor: str | None = None) -> Chain:
        """Recompute every event, and the postings each one made. `anchor` is a hash taken earlier: it must be there.

        Without an anchor, somebody who rewrote the whole chain is not found.
        """
        prev, seen, problems = FIRST, {FIRST}, list[str]()
        postings = self._postings()
        count, first = 0, None
        for count, row in enumerate(self._writer.rows("event_all"), start=1):
            if faults := _faults(row, count, prev, postings.pop(row[0], _NONE)):
                problems += faults
                first = count if first is None else first
            prev = row[-1]
            seen.add(prev)
        problems += [f"valores sem evento: {txn}" for txn in sorted(postings)]
        if anchor is not None and anchor not in seen:
            problems.append("o resumo guardado fora do livro não está na corrente: o fim ou o todo foi trocado")
        return Chain(count, tuple(problems), first)

    def _postings(self) -> dict[int, list[list[object]]]:
        made = defaultdict(list)
        for txn, entry_id, account, valor, line_id, at, effective in self._writer.rows("posting_all"):
            made[txn].append([entry_id, account, valor, line_id, effective, at])
        return dict(made)


def _faults(row: Any, number: int, prev: str, postings: Sequence[list[object]]) -> list[str]:
    """What is wrong with one link."""
    seq, at, *_, body, told, hashed = row
    if seq != number or told != prev or hashed != link_digest(row[:-1]):
        return [f"o evento {seq} não é o que foi escrito"]
    has = '"postings":' in body
    if not has and not postings:
        return []
    expected = f'"postings":"{digest(facts[:-1] for facts in postings)}"'
    right_time = all(facts[-1] == at for facts in postings)
    if not (has and postings and expected in body and right_time):
        return [f"os valores do evento {seq} não são os que foram escritos"]
    return []


def text_of(violations: list[Violation]) -> str:
    """The violations as one line a test or a log can show."""
    return canonical([[v.view, v.id, v.found] for v in violations])

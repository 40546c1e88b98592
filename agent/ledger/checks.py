"""What must hold after every step: the invariant views are empty, and the chain of events and postings is unbroken."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from agent.ledger.canonical import Booked, canonical
from agent.ledger.events import FIRST, link_digest
from agent.ledger.transaction import Writer

_NONE: Sequence[Booked] = ()
_MADE = '\\"postings\\":'  # in the body of an event that made postings, before their digest
_sha256 = hashlib.sha256


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
        database = self._writer.database
        booked = _Booked(database.booked())
        prev, problems = FIRST, list[str]()
        count, first = 0, None
        for count, (seq, at, told, hashed, text) in enumerate(database.links(), start=1):
            made = booked.of(seq)
            if seq != count or told != prev or not (_sha256(text.encode()).hexdigest() == hashed or self._stands(seq)):
                problems.append(f"o evento {seq} não é o que foi escrito")
            elif (made or _MADE in text) and not _as_written(at, text, made):
                problems.append(f"os valores do evento {seq} não são os que foram escritos")
            if problems and first is None:
                first = count
            prev = hashed
        problems += [f"valores sem evento: {txn}" for txn in booked.orphans()]
        if anchor is not None and not self.knows(anchor):
            problems.append("o resumo guardado fora do livro não está na corrente: o fim ou o todo foi trocado")
        return Chain(count, tuple(problems), first)

    def knows(self, anchor: str) -> bool:
        """Whether a hash taken earlier stands in the chain."""
        return anchor == FIRST or bool(self._writer.one("event_known", hash=anchor))

    def _stands(self, seq: int) -> bool:
        """Whether an event has its hash in our own spelling: a database may write a letter of its text otherwise."""
        row = self._writer.one("event_by_seq", seq=seq)
        return bool(link_digest(row[:-1]) == row.hash)


def _as_written(at: str, text: str, made: Sequence[Booked]) -> bool:
    """Whether the postings of an event are those whose digest it holds."""
    found = _sha256(f"[{','.join(facts for _, _, facts in made)}]".encode()).hexdigest()
    return f'{_MADE}\\"{found}\\"' in text and all(time == at for _, time, _ in made)


class _Booked:
    """The postings, handed out event by event, in order."""

    def __init__(self, booked: Iterator[Booked]) -> None:
        self._groups = groupby(booked, key=itemgetter(0))
        self._orphans: list[int] = []
        self._next()

    def of(self, seq: int) -> Sequence[Booked]:
        """Those of an event; what was made by none before it is an orphan."""
        while self._txn is not None and self._txn < seq:
            self._orphans.append(self._txn)
            self._next()
        if self._txn != seq:
            return _NONE
        made = self._made
        self._next()
        return made

    def orphans(self) -> list[int]:
        """The numbers of events that are not there, though postings name them."""
        while self._txn is not None:
            self._orphans.append(self._txn)
            self._next()
        return self._orphans

    def _next(self) -> None:
        txn, made = next(self._groups, (None, _NONE))
        self._txn: int | None = txn
        self._made = list(made)


def text_of(violations: list[Violation]) -> str:
    """The violations as one line a test or a log can show."""
    return canonical([[v.view, v.id, v.found] for v in violations])

"""What a person settled of the doubtful rows: it answers, it adds to an answer, or it is none of ours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from agent.model.match import Match, Pass
from agent.reconcile.adjusting import Books, adjustment
from agent.reconcile.rows import EntryView, LineView

_SURE = 100


@dataclass(frozen=True, slots=True)
class Decision:
    """`line_id` belongs to `entry_id`, or to nobody of ours (None). `why` is pt-BR: who decided, and the reason.

    `adds`: the entry had its answer when this was decided: the line moves what was answered, or is itself the answer
    where that one is gone.
    """

    line_id: int
    entry_id: int | None
    why: str
    adds: bool = False


_Tie = tuple[EntryView, LineView, Decision]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that stand, one for each line; one about a row that is gone says nothing."""

    each: Mapping[int, Decision] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "Decisions":
        """By line."""
        return cls({decision.line_id: decision for decision in decisions})

    @property
    def lines(self) -> set[int]:
        """The lines that no pass may touch."""
        return set(self.each)

    @property
    def dismissed(self) -> dict[int, str]:
        """The lines that are nobody's, with why."""
        return {d.line_id: d.why for d in self.each.values() if d.entry_id is None}

    def answers(self, entries: Sequence[EntryView], lines: Sequence[LineView]) -> list[Match]:
        """The first line given to each entry, where it can answer: it is the return, whatever the passes say."""
        found: dict[int, Match] = {}
        for entry, line, decision in self._ties(entries, lines):
            if entry.id not in found and not line.adjusts and not decision.adds:
                found[entry.id] = _answer(entry, line, decision)
        return list(found.values())

    def complements(
        self, entries: Sequence[EntryView], lines: Sequence[LineView], matches: Sequence[Match]
    ) -> list[Match]:
        """The other lines given to entries: they move what was answered; the first is the answer where nothing was."""
        given = {match.line_id for match in matches}
        answered = {match.entry_id for match in matches}
        books, found = Books.of(matches), list[Match]()
        for tie in self._ties(entries, lines):
            entry, line, _ = tie
            if line.id in given:
                continue
            match = _moved(tie, books) if entry.id in answered else _answer(*tie)
            if match is not None and (entry.id in answered or not line.adjusts):
                found.append(match)
                books.post(match)
                answered.add(entry.id)
        return found

    def void(self, line_id: int) -> str:
        """Why a line that a person gave to an entry, and that was not placed, is not (pt-BR); "" where none did."""
        decision = self.each.get(line_id)
        if decision is None or decision.entry_id is None:
            return ""
        return f"dada ao lançamento {decision.entry_id} ({decision.why}), mas não há nele o que esta linha responda"

    def _ties(
        self, entries: Sequence[EntryView], lines: Sequence[LineView]
    ) -> list[tuple[EntryView, LineView, Decision]]:
        ours = {entry.id: entry for entry in entries}
        chosen = sorted((line for line in lines if line.id in self.each and line.sound), key=lambda r: r.order)
        ties = [(self.each[line.id], line) for line in chosen]
        return [(ours[d.entry_id], line, d) for d, line in ties if d.entry_id in ours]


def _moved(tie: _Tie, books: Books) -> Match | None:
    """It pays what was refused; where it informs more than that, it was paid beyond what we informed.

    None where it takes back what was never paid, or only pays what was never refused.
    """
    entry, line, decision = tie
    paid = line.valor_liberado
    if paid < 0:
        return adjustment(entry, line, _SURE) if books.holds(entry, line) else None
    if paid <= max(books.glosa[entry.id], 0):
        return adjustment(entry, line, _SURE)
    return None if line.adjusts else Match(entry.id, line.id, Pass.PESSOA, _SURE, decision.why, paid, paid, 0)


def _answer(entry: EntryView, line: LineView, decision: Decision) -> Match:
    amounts = (line.valor_informado, line.valor_liberado, line.valor_glosa)
    return Match(entry.id, line.id, Pass.PESSOA, _SURE, decision.why, *amounts)


UNDECIDED = Decisions()

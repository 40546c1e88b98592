"""What a person settled of the doubtful rows: it answers, it adds to an answer, or it is none of ours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from agent.model.match import Match, Pass
from agent.reconcile.adjusting import adjustment
from agent.reconcile.rows import EntryView, LineView

_SURE = 100


@dataclass(frozen=True, slots=True)
class Decision:
    """`line_id` belongs to `entry_id`, or to nobody of ours (None). `why` is pt-BR: who decided, and the reason.

    `adds`: the entry had its answer when this was decided; the line moves what was answered.
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
                amounts = (line.valor_informado, line.valor_liberado, line.valor_glosa)
                found[entry.id] = Match(entry.id, line.id, Pass.PESSOA, _SURE, decision.why, *amounts)
        return list(found.values())

    def complements(
        self, entries: Sequence[EntryView], lines: Sequence[LineView], matches: Sequence[Match]
    ) -> list[Match]:
        """The other lines given to entries that `matches` answer: they move what was answered."""
        given = {match.line_id for match in matches}
        answered = {match.entry_id for match in matches}
        return [
            adjustment(entry, line, _SURE)
            for entry, line, _ in self._ties(entries, lines)
            if line.id not in given and entry.id in answered
        ]

    def _ties(
        self, entries: Sequence[EntryView], lines: Sequence[LineView]
    ) -> list[tuple[EntryView, LineView, Decision]]:
        ours = {entry.id: entry for entry in entries}
        chosen = sorted((line for line in lines if line.id in self.each and line.sound), key=lambda r: r.order)
        ties = [(self.each[line.id], line) for line in chosen]
        return [(ours[d.entry_id], line, d) for d, line in ties if d.entry_id in ours]


UNDECIDED = Decisions()

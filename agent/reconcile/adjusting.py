"""Lines that move money of entries answered before: an appeal that was won, a late payment, an estorno."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from agent.model.match import Match, Pass
from agent.model.valor import Centavos
from agent.reconcile.explain import explain_adjustment
from agent.reconcile.rows import EntryView, LineView, item_of, same_place

_SURE, _UNSURE = 98, 50


@dataclass(slots=True)
class Books:
    """What is paid and refused of each answered entry, as the adjustments move it."""

    liberado: Counter[int] = field(default_factory=Counter)
    glosa: Counter[int] = field(default_factory=Counter)

    @classmethod
    def of(cls, matches: Iterable[Match]) -> Self:
        """What these matches made of the entries."""
        books = cls()
        for match in matches:
            books.post(match)
        return books

    def post(self, match: Match) -> None:
        """One match more."""
        self.liberado[match.entry_id] += match.liberado
        self.glosa[match.entry_id] += match.glosa

    def holds(self, entry: EntryView, line: LineView) -> bool:
        """Whether the entry has what the line moves: a glosa to pay out of, or a payment to take back."""
        if line.valor_liberado < 0:
            return self.liberado[entry.id] >= -line.valor_liberado
        return self.glosa[entry.id] >= max(line.valor_liberado, line.valor_informado, 1)


def adjust(
    entries: Iterable[EntryView], lines: Iterable[LineView], matches: Sequence[Match]
) -> tuple[list[Match], list[Match]]:
    """The adjustments that `lines` (left over, sound) make to entries that `matches` answer; then those only proposed.

    Sure where one item of ours has that much to give, and no entry of that item waits for its answer. Entries that
    cannot be told apart are taken in their order.
    """
    books = Books.of(matches)
    answered = {match.entry_id for match in matches}
    by_item: dict[object, list[EntryView]] = defaultdict(list)
    waiting: set[object] = set()
    for entry in sorted(entries, key=lambda e: e.order):
        if entry.id in answered:
            by_item[item_of(entry)].append(entry)
        else:
            waiting.add(item_of(entry))
    left, sure = sorted(lines, key=lambda r: r.order), list[Match]()
    while True:
        found, left = _sweep(left, by_item, waiting, books)
        if not found:
            break
        sure += found
    able = [(line, _able(line, by_item, books)) for line in left]
    return sure, [adjustment(entries[0], line, _UNSURE) for line, entries in able if entries]


def _sweep(
    lines: Sequence[LineView], by_item: dict[object, list[EntryView]], waiting: set[object], books: Books
) -> tuple[list[Match], list[LineView]]:
    """What can be posted now, and the lines left over: an estorno may make room for one of them."""
    found, left = list[Match](), list[LineView]()
    for line in lines:
        able = _able(line, by_item, books)
        if able and item_of(line) not in waiting and len({_kind(entry) for entry in able}) == 1:
            found.append(adjustment(able[0], line, _SURE))
            books.post(found[-1])
        else:
            left.append(line)
    return found, left


def _able(line: LineView, by_item: dict[object, list[EntryView]], books: Books) -> list[EntryView]:
    return [e for e in by_item.get(item_of(line), ()) if same_place(e, line) and books.holds(e, line)]


def adjustment(entry: EntryView, line: LineView, confidence: int) -> Match:
    """The match of a line that moves money of an entry: nothing is allocated, what is released leaves the glosa."""
    pass_no = Pass.ESTORNO if line.valor_liberado < 0 else Pass.COMPLEMENTO
    liberado: Centavos = line.valor_liberado
    return Match(entry.id, line.id, pass_no, confidence, explain_adjustment(entry, line), 0, liberado, -liberado)


def _kind(entry: EntryView) -> tuple[str, str, int, Centavos]:
    """Entries alike in this cannot be told apart by any line."""
    return entry.dente, entry.faces, entry.quantidade, entry.valor_informado

"""What is still unexplained on both sides, always in the same order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from agent.model.valor import Centavos
from agent.reconcile.rows import EntryView, LineView, Row, item_of

AnyRow = TypeVar("AnyRow", bound=Row)
Key = Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Rows that explain each other: one to one, several to one, or one to several.

    `alike` is how many rows on the fuller side could have stood in the same place (1 when there was no choice).
    `hint` is all that speaks for it (pt-BR), where that is no key.
    """

    entries: tuple[EntryView, ...]
    lines: tuple[LineView, ...]
    alike: int = 1
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows that no pass has explained yet.

    `named`: the lines that say just what one of our entries is, answered or not; they are about that one.
    `dated`: the lines of an authorisation, a code and a day that one of our entries is of.
    """

    entries: tuple[EntryView, ...]
    lines: tuple[LineView, ...]
    named: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[EntryView], lines: Iterable[LineView]) -> Self:
        """The rows in their own order, so that the order they came in decides nothing."""
        ours, theirs = sorted(entries, key=lambda e: e.order), sorted(lines, key=lambda r: r.order)
        return cls(tuple(ours), tuple(theirs), _told(ours, theirs, _service), _told(ours, theirs, item_of))

    def without(self, entry_ids: set[int], line_ids: set[int]) -> "Pool":
        """The pool less these rows."""
        return Pool(
            tuple(entry for entry in self.entries if entry.id not in entry_ids),
            tuple(line for line in self.lines if line.id not in line_ids),
            self.named,
            self.dated,
        )

    def less(self, pairings: Sequence[Pairing]) -> "Pool":
        """The pool less what `pairings` explain."""
        if not pairings:
            return self
        return self.without({e.id for p in pairings for e in p.entries}, {r.id for p in pairings for r in p.lines})


def _told(ours: Iterable[EntryView], theirs: Iterable[LineView], key: Key) -> frozenset[int]:
    """The lines that share their `key` with an entry."""
    known = set(map(key, ours))
    return frozenset(line.id for line in theirs if key(line) in known)


def _service(row: Row) -> tuple[str, str, date, int, Centavos]:
    return row.numero_autorizacao, row.codigo_procedimento, row.data, row.quantidade, row.valor_informado


def grouped(rows: Iterable[AnyRow], key: Key) -> dict[object, list[AnyRow]]:
    """The rows by `key`, each group in the rows' order."""
    groups: dict[object, list[AnyRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def meeting(pool: Pool, key: Key, *, where: Callable[[LineView], bool]) -> list[tuple[list[EntryView], list[LineView]]]:
    """The groups that have rows on both sides, of the lines that satisfy `where`; most entries meet none of them."""
    lines = grouped(filter(where, pool.lines), key)
    if not lines:
        return []
    entries = grouped((entry for entry in pool.entries if key(entry) in lines), key)
    return [(group, lines[k]) for k, group in entries.items()]

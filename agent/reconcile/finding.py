"""The ways to find rows that explain each other: by equal fields, by equal sums, by near dates."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from operator import attrgetter

from agent.reconcile.pool import Key, Pairing, Pool, meeting
from agent.reconcile.rows import EntryView, LineView, same_place
from agent.reconcile.rules import Rules

ITEM = ("numero_autorizacao", "codigo_procedimento")
PLACE = ("dente", "faces")
AMOUNT = ("quantidade", "valor_informado")
SERVICE = ("codigo_procedimento", "data", *AMOUNT)

_MOST_SIMILAR = 10_000  # pairs of one code, day and value; more are no help to a person
_MOST_MISREAD = 2

Find = Callable[[Pool, Rules], Sequence[Pairing]]


def any_line(_line: LineView) -> bool:
    """Every line."""
    return True


def shows_movimento(line: LineView) -> bool:
    """A line that carries the portal's own row number."""
    return line.movimento != ""


def hides_faces(line: LineView) -> bool:
    """A line that says nothing of faces."""
    return line.faces == ""


def hides_tooth(line: LineView) -> bool:
    """A line that says nothing of tooth and faces."""
    return line.dente == "" and line.faces == ""


def same(*fields: str, where: Callable[[LineView], bool] = any_line) -> Find:
    """Rows that agree on all `fields` pair off in their order; the surplus of the fuller side stays in the pool.

    Which of two equal X-rays was refused cannot be known: they pair off by occurrence, and the money is right.
    """

    def find(pool: Pool, _rules: Rules) -> list[Pairing]:
        return [
            Pairing((entry,), (line,), alike=max(len(entries), len(lines)))
            for entries, lines in meeting(pool, attrgetter(*fields), where=where)
            for entry, line in zip(entries, lines, strict=False)
        ]

    return find


def many_to_one(*fields: str) -> Find:
    """All entries of a group add up, in quantity and value, to its only line.

    A line on the day of an entry that is not in the group is about that one: a person looks.
    """

    def find(pool: Pool, _rules: Rules) -> list[Pairing]:
        return [
            Pairing(tuple(entries), tuple(lines))
            for entries, lines in meeting(pool, attrgetter(*fields), where=any_line)
            if len(entries) > 1
            and len(lines) == 1
            and _values_agree(entries, lines)
            and _quantities_add(entries, lines)
            and (lines[0].id not in pool.dated or any(entry.data == lines[0].data for entry in entries))
        ]

    return find


def one_to_many(*fields: str, repeating: bool = False) -> Find:
    """All lines of a group add up, in quantity and value, to its only entry.

    A partial glosa printed as two rows, one released and one refused, repeats the quantity instead of sharing it:
    `repeating` admits that too.
    """

    def find(pool: Pool, _rules: Rules) -> list[Pairing]:
        return [
            Pairing(tuple(entries), tuple(lines))
            for entries, lines in meeting(pool, attrgetter(*fields), where=any_line)
            if len(entries) == 1
            and len(lines) > 1
            and _values_agree(entries, lines)
            and (_quantities_add(entries, lines) or (repeating and _quantities_repeat(entries, lines)))
        ]

    return find


def only_neighbour(pool: Pool, rules: Rules) -> list[Pairing]:
    """Everything but the date agrees, the dates are near, and neither side has another candidate.

    A line on the very day of another entry of ours is none: it repeats that one's payment, and a person looks.
    """
    candidates = [(entry, line) for entry, line in _neighbours(pool, rules) if line.id not in pool.named]
    entries = Counter(entry.id for entry, _ in candidates)
    lines = Counter(line.id for _, line in candidates)
    return [Pairing((e,), (r,)) for e, r in candidates if entries[e.id] == 1 and lines[r.id] == 1]


def nearest_neighbour(pool: Pool, rules: Rules) -> list[Pairing]:
    """Everything but the date agrees and the dates are near: the nearest first."""
    return _nearest_first(_neighbours(pool, rules), _days)


def only_pair(*fields: str) -> Find:
    """Rows that agree on all `fields` where each side has just one."""

    def find(pool: Pool, _rules: Rules) -> list[Pairing]:
        return [
            Pairing((entries[0],), (lines[0],))
            for entries, lines in meeting(pool, attrgetter(*fields), where=any_line)
            if len(entries) == len(lines) == 1
        ]

    return find


def similar_authorisation(pool: Pool, _rules: Rules) -> list[Pairing]:
    """All but the authorisation agrees, which differs by leading zeros or two letters: the most similar first."""
    candidates = [
        (entry, line)
        for entries, lines in meeting(pool, attrgetter(*SERVICE), where=any_line)
        if len(entries) * len(lines) <= _MOST_SIMILAR
        for entry, line in product(entries, lines)
        if _misread(entry, line) <= _MOST_MISREAD and same_place(entry, line)
    ]
    return _nearest_first(candidates, _misread)


def only_person(pool: Pool, _rules: Rules) -> list[Pairing]:
    """All but the authorisation agrees, and the person; neither side has another candidate. The least of all hints."""
    candidates = {
        (entry.id, line.id): (entry, line)
        for shown in ("nome", "carteira")
        for entries, lines in meeting(pool, _service_of(shown), where=partial(_shows, shown))
        for entry, line in product(entries, lines)
        if entry.numero_autorizacao != line.numero_autorizacao and same_place(entry, line)
    }
    ours, theirs = Counter(entry_id for entry_id, _ in candidates), Counter(line_id for _, line_id in candidates)
    return [
        Pairing((entry,), (line,), hint=entry.pessoa.in_common(line.pessoa))
        for entry, line in candidates.values()
        if ours[entry.id] == theirs[line.id] == 1
    ]


def _service_of(shown: str) -> Key:
    return attrgetter(*SERVICE, f"pessoa.{shown}")


def _shows(what: str, line: LineView) -> bool:
    return bool(getattr(line.pessoa, what))


def _nearest_first(
    candidates: Sequence[tuple[EntryView, LineView]], distance: Callable[[EntryView, LineView], int]
) -> list[Pairing]:
    """Each row in one pairing at most; how many entries a line could choose from is told with it."""
    choices = Counter(line.id for _, line in candidates)
    entries: set[int] = set()
    lines: set[int] = set()
    pairings = []
    for entry, line in sorted(candidates, key=lambda pair: (distance(*pair), pair[0].order, pair[1].order)):
        if entry.id not in entries and line.id not in lines:
            entries.add(entry.id)
            lines.add(line.id)
            pairings.append(Pairing((entry,), (line,), alike=choices[line.id]))
    return pairings


def _misread(entry: EntryView, line: LineView) -> int:
    """How many letters of the authorisation were misread or swapped; none where only leading zeros differ."""
    ours, theirs = entry.numero_autorizacao, line.numero_autorizacao
    if ours.lstrip("0") == theirs.lstrip("0"):
        return 0
    if len(ours) != len(theirs):
        return _MOST_MISREAD + 1
    return sum(a != b for a, b in zip(ours, theirs, strict=True))


def _neighbours(pool: Pool, rules: Rules) -> list[tuple[EntryView, LineView]]:
    return [
        (entry, line)
        for entries, lines in meeting(pool, attrgetter(*ITEM, *AMOUNT), where=any_line)
        for entry, line in product(entries, lines)
        if _days(entry, line) <= rules.days and same_place(entry, line)
    ]


def _days(entry: EntryView, line: LineView) -> int:
    return abs((entry.data - line.data).days)


def _values_agree(entries: Sequence[EntryView], lines: Sequence[LineView]) -> bool:
    return sum(e.valor_informado for e in entries) == sum(r.valor_informado for r in lines)


def _quantities_add(entries: Sequence[EntryView], lines: Sequence[LineView]) -> bool:
    return sum(e.quantidade for e in entries) == sum(r.quantidade for r in lines)


def _quantities_repeat(entries: Sequence[EntryView], lines: Sequence[LineView]) -> bool:
    return {e.quantidade for e in entries} == {r.quantidade for r in lines}

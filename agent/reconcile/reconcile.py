"""One clinic on one portal: every entry and every return line ends in exactly one verdict."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from agent.model.match import Match, Verdicts
from agent.reconcile.adjusting import adjust
from agent.reconcile.allocation import allocate
from agent.reconcile.decisions import UNDECIDED, Decisions
from agent.reconcile.explain import why_strange, why_unanswered
from agent.reconcile.passes import AUTOMATIC, PROPOSED, Step
from agent.reconcile.pool import Pool
from agent.reconcile.rows import EntryView, LineView, Row, item_of
from agent.reconcile.rules import Rules
from agent.reconcile.verdict import judge_entry, judge_line

DEFAULT = Rules()


def reconcile(
    entries: Sequence[EntryView],
    lines: Sequence[LineView],
    *,
    rules: Rules = DEFAULT,
    standing: Sequence[Match] = (),
    decided: Decisions = UNDECIDED,
) -> Verdicts:
    """Match all entries that one clinic has on one portal, of whatever month, with all its return lines.

    `standing` are matches of earlier runs, or settled by a person: they are kept, and their rows are out of the
    game. `decided` is what a person settled of the doubtful ones; it wins over every pass. The order of rows changes
    nothing, nor does a second run over the first one's matches. For every entry informado = liberado + glosado +
    pendente + diferença. A line that does not add up is nobody's, and says so.

    Raises ValueError when an id comes twice on one side, or `standing` names a row that is not there.
    """
    _check_ids(entries, lines, standing)
    standing = (*standing, *decided.answers(entries, lines))
    out = decided.lines | {match.line_id for match in standing}
    pool = Pool.of(entries, filter(lambda line: line.sound and not line.adjusts, lines))
    pool = pool.without({match.entry_id for match in standing}, out)
    matches, pool = _match(pool, rules)
    matches = [*standing, *matches]
    given = decided.complements(entries, lines, matches)
    matches, pool = matches + given, pool.without({match.entry_id for match in given}, set())
    late = [line for line in lines if line.sound and line.adjusts and line.id not in out]
    while True:
        sure, unsure = adjust(entries, (*pool.lines, *late), matches)
        placed = {match.line_id for match in sure}
        late = [line for line in late if line.id not in placed]
        # A line that moves money no longer stands in the way of another's answer.
        found, pool = _match(pool.without(set(), placed), rules)
        matches += [*sure, *found]
        if not sure and not found:
            break
    proposals, _ = _sweep(pool, PROPOSED, rules)
    taken = {match.line_id for match in proposals}
    proposals += [match for match in unsure if match.line_id not in taken]
    return _judge(entries, lines, sorted(matches), sorted(proposals), decided)


def _match(pool: Pool, rules: Rules) -> tuple[list[Match], Pool]:
    """Sweep until a sweep explains nothing new: what one pass takes away may make the rest plain to an earlier one."""
    matches: list[Match] = []
    while True:
        found, pool = _sweep(pool, AUTOMATIC, rules)
        if not found:
            return matches, pool
        matches += found


def _sweep(pool: Pool, steps: Sequence[Step], rules: Rules) -> tuple[list[Match], Pool]:
    found: list[Match] = []
    for step in steps:
        pairings = step.find(pool, rules)
        found += [match for pairing in pairings for match in allocate(pairing, step)]
        pool = pool.less(pairings)
    return found, pool


def _judge(
    entries: Sequence[EntryView],
    lines: Sequence[LineView],
    matches: Sequence[Match],
    proposals: Sequence[Match],
    decided: Decisions,
) -> Verdicts:
    by_entry, proposed_to = _by(matches, lambda m: m.entry_id), _by(proposals, lambda m: m.entry_id)
    by_line, proposed_for = _by(matches, lambda m: m.line_id), _by(proposals, lambda m: m.line_id)
    motivo = {line.id: line.motivo for line in lines}
    returned = {line.numero_autorizacao for line in lines}
    launched = {entry.numero_autorizacao for entry in entries}
    paid = {item_of(e) for e in entries if sum(m.liberado for m in by_entry.get(e.id, ())) >= e.valor_informado}
    dismissed = decided.dismissed
    return Verdicts(
        entries=tuple(
            judge_entry(
                entry,
                answers := by_entry.get(entry.id, ()),
                maybe := proposed_to.get(entry.id, ()),
                motivos=[motivo[match.line_id] for match in answers],
                unanswered="" if answers or maybe else why_unanswered(entry, returned),
            )
            for entry in sorted(entries, key=lambda e: e.id)
        ),
        lines=tuple(
            judge_line(
                line,
                answered := by_line.get(line.id, ()),
                perhaps := proposed_for.get(line.id, ()),
                strange=""
                if answered or perhaps
                else dismissed.get(line.id) or decided.void(line.id) or why_strange(line, launched, paid),
            )
            for line in sorted(lines, key=lambda r: r.id)
        ),
    )


def _by(matches: Iterable[Match], key: Callable[[Match], int]) -> Mapping[int, Sequence[Match]]:
    groups: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        groups[key(match)].append(match)
    return groups


def _check_ids(entries: Sequence[Row], lines: Sequence[Row], standing: Sequence[Match]) -> None:
    for side, rows, named in (
        ("lançamento", entries, {match.entry_id for match in standing}),
        ("linha do retorno", lines, {match.line_id for match in standing}),
    ):
        counts = Counter(row.id for row in rows)
        if twice := sorted(i for i, n in counts.items() if n > 1):
            raise ValueError(f"{side} {twice[0]}: veio duas vezes à conciliação")
        if missing := sorted(named - counts.keys()):
            raise ValueError(f"{side} {missing[0]}: consta de uma conciliação anterior, mas não veio a esta")

"""What must always add up, over invented months that are full of look-alikes."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.model.match import LineVerdict, Verdict
from agent.reconcile.allocation import share
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Few distinct facts: the months are full of rows that could be each other.
VALUES = st.sampled_from([6500, 6500, 6500, 13000, 1])
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "numero_autorizacao": st.sampled_from(["2678555", "2678555", "0678555"]),
    "codigo_procedimento": st.sampled_from(["50000616", "50000616", "2334"]),
    "data": st.sampled_from([0, 0, 0, 1, 4, 9]).map(lambda days: date(2026, 10, 1) + timedelta(days=days)),
    "quantidade": st.sampled_from([1, 1, 1, 2]),
    "dente": st.sampled_from(["", "", "", "11"]),
    "faces": st.sampled_from(["", "", "", "MO"]),
    "movimento": st.sampled_from(["", "", "", "8001"]),
    "ocorrencia": st.integers(1, 2),
}


@st.composite
def returned(draw: st.DrawFn) -> LineView:
    """A return line; now and then one that does not add up, that pays later, or that takes money back."""
    if draw(st.integers(0, 5)) == 0:
        return _adjusting(draw)
    informado = draw(VALUES)
    liberado = draw(st.one_of(st.just(informado), st.just(0), st.integers(0, informado)))
    glosa = informado - liberado + draw(st.sampled_from([0, 0, 0, 0, 1]))
    facts = {name: draw(strategy) for name, strategy in FACTS.items()}
    return LineView(id=0, valor_informado=informado, valor_liberado=liberado, valor_glosa=glosa, **facts)


def _adjusting(draw: st.DrawFn) -> LineView:
    moved = draw(st.sampled_from([-6500, -6500, -13000, -1, 6500, 1]))
    informado = draw(st.sampled_from([0, min(moved, 0)]))
    facts = {name: draw(strategy) for name, strategy in FACTS.items()}
    return LineView(id=0, valor_informado=informado, valor_liberado=moved, valor_glosa=informado - moved, **facts)


ENTRIES = st.lists(st.builds(EntryView, id=st.just(0), valor_informado=VALUES, **FACTS), max_size=12).map(
    lambda rows: [replace(row, id=number) for number, row in enumerate(rows, start=1)]
)
LINES = st.lists(returned(), max_size=12).map(
    lambda rows: [replace(row, id=number) for number, row in enumerate(rows, start=1)]
)


@given(ENTRIES, LINES)
def test_every_entry_and_every_line_ends_in_exactly_one_verdict(
    entries: list[EntryView], lines: list[LineView]
) -> None:
    verdicts = reconcile(entries, lines)

    assert [judged.entry_id for judged in verdicts.entries] == [entry.id for entry in entries]
    assert [judged.line_id for judged in verdicts.lines] == [line.id for line in lines]


@given(ENTRIES, LINES)
def test_every_centavo_informed_is_somewhere(entries: list[EntryView], lines: list[LineView]) -> None:
    verdicts = reconcile(entries, lines)

    assert all(judged.totals.balances for judged in verdicts.entries)
    assert verdicts.totals.balances
    assert verdicts.totals.informado == sum(entry.valor_informado for entry in entries)
    assert all(min(j.totals.liberado, j.totals.glosado, j.totals.pendente) >= 0 for j in verdicts.entries)


@given(ENTRIES, LINES)
def test_a_matched_line_is_given_out_to_the_centavo_and_no_other_line_moves_money(
    entries: list[EntryView], lines: list[LineView]
) -> None:
    verdicts = reconcile(entries, lines)

    given_out: Counter[tuple[int, str]] = Counter()
    for match in verdicts.matches:
        assert match.allocated == match.liberado + match.glosa
        assert match.adjusts or min(match.allocated, match.liberado, match.glosa) >= 0
        given_out[match.line_id, "liberado"] += match.liberado
        given_out[match.line_id, "glosa"] += match.glosa
    kinds = {judged.line_id: judged.verdict for judged in verdicts.lines}
    said: Counter[tuple[int, str]] = Counter()
    for line in lines:
        if kinds[line.id] in (LineVerdict.CASADA, LineVerdict.AJUSTE):
            said[line.id, "liberado"] = line.valor_liberado
            adjusts = kinds[line.id] is LineVerdict.AJUSTE
            said[line.id, "glosa"] = -line.valor_liberado if adjusts else line.valor_glosa
    assert {k: v for k, v in given_out.items() if v} == {k: v for k, v in said.items() if v}


@given(ENTRIES, LINES)
def test_the_verdict_follows_from_the_ties(entries: list[EntryView], lines: list[LineView]) -> None:
    verdicts = reconcile(entries, lines)

    for entry in verdicts.entries:
        assert all(match.adjusts for match in entry.proposals) or not entry.matches
        assert (entry.verdict is Verdict.SEM_RETORNO) == (not entry.matches and not entry.proposals)
        doubtful = bool(entry.totals.diferenca) if entry.matches else bool(entry.proposals)
        assert (entry.verdict in (Verdict.A_CONFERIR, Verdict.PAGA_A_MAIOR)) == doubtful
        paid_too_much = entry.totals.liberado > entry.totals.informado
        assert (entry.verdict is Verdict.PAGA_A_MAIOR) == paid_too_much
    tied = {match.line_id: LineVerdict.PROPOSTA for match in verdicts.proposals}
    tied |= {match.line_id: LineVerdict.AJUSTE if match.adjusts else LineVerdict.CASADA for match in verdicts.matches}
    assert {j.line_id: j.verdict for j in verdicts.lines} == {r.id: tied.get(r.id, LineVerdict.ESTRANHA) for r in lines}


@given(ENTRIES, LINES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(entries: list[EntryView], lines: list[LineView], random: Random) -> None:
    shuffled_entries, shuffled_lines = list(entries), list(lines)
    random.shuffle(shuffled_entries)
    random.shuffle(shuffled_lines)

    assert reconcile(shuffled_entries, shuffled_lines) == reconcile(entries, lines)


@given(ENTRIES, LINES)
def test_a_second_run_over_the_first_ones_matches_changes_nothing(
    entries: list[EntryView], lines: list[LineView]
) -> None:
    first = reconcile(entries, lines)

    assert reconcile(entries, lines, standing=first.matches) == first


@given(ENTRIES, LINES)
def test_what_a_person_settles_stays_settled(entries: list[EntryView], lines: list[LineView]) -> None:
    first = reconcile(entries, lines)
    settled = (*first.matches, *first.proposals)

    assert set(settled) <= set(reconcile(entries, lines, standing=settled).matches)


@given(ENTRIES)
def test_a_return_that_repeats_our_entries_pays_them_all(entries: list[EntryView]) -> None:
    lines = [
        LineView(
            **{name: getattr(entry, name) for name in ("id", "valor_informado", *FACTS)},
            valor_liberado=entry.valor_informado,
            valor_glosa=0,
        )
        for entry in entries
    ]

    assert [judged.verdict for judged in reconcile(entries, lines).entries] == [Verdict.PAGA] * len(entries)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=40), st.data())
def test_shares_add_up_and_none_exceeds_its_weight(weights: list[int], data: st.DataObject) -> None:
    amount = data.draw(st.integers(0, sum(weights)))

    shares = share(amount, weights)

    assert sum(shares) == amount
    assert all(0 <= part <= weight for part, weight in zip(shares, weights, strict=True))

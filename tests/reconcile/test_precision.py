"""What is matched without a person is right, measured on accounts of which the truth is known."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import pytest

from agent.model.match import LineVerdict, Pass
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import Row
from tests.reconcile.labelled import Corpus, labelled

FEW, MANY, SIZE = range(2), range(2, 52), 20_000


@dataclass(slots=True)
class Score:
    """Automatic ties: all, those to another service than the line is about, and those of them that move money there.

    A line that repeats another service's own facts is about it for anybody who reads it (`unknowable` says how often it
    is not): no rule and no person could tell. Nor which of lines that are alike is ours: as many of them are placed.
    `by_name` are the proposals that only a name speaks for; `renumbered` are the lines that could do with one.
    """

    automatic: int = 0
    unknowable: int = 0
    wrong: int = 0
    costly: int = 0
    about_ours: int = 0
    placed: int = 0
    renumbered: int = 0
    by_name: int = 0
    by_name_right: int = 0

    @property
    def precision(self) -> float:
        """The share of automatic ties that are right."""
        return 1 - self.wrong / self.automatic

    @property
    def reach(self) -> float:
        """The share of lines about our entries that were placed, or proposed to a person."""
        return self.placed / self.about_ours


def _service(row: Row) -> tuple[object, ...]:
    """Rows alike in this cannot be told apart by anybody."""
    return row.numero_autorizacao, row.codigo_procedimento, row.data, row.dente, row.valor_informado


def _meant(corpus: Corpus) -> dict[int, set[object]]:
    """By line the services it is about; lines that are alike may stand for each other."""
    service = {entry.id: _service(entry) for entry in corpus.entries}
    alike: dict[object, set[object]] = defaultdict(set)
    for line in corpus.lines:
        alike[_service(line)] |= {service[i] for i in corpus.truth[line.id]}
    return {line.id: alike[_service(line)] for line in corpus.lines}


def _scored(corpus: Corpus, score: Score, passes: Counter[Pass]) -> None:
    verdicts, meant = reconcile(corpus.entries, corpus.lines), _meant(corpus)
    placed, about_ours = Counter[object](), Counter[object]()
    entries = {entry.id: entry for entry in corpus.entries}
    said = {line.id: _service(line) for line in corpus.lines}
    for match in verdicts.matches:
        service = _service(entries[match.entry_id])
        score.automatic += 1
        if service in meant[match.line_id]:
            continue
        if service == said[match.line_id]:
            score.unknowable += 1
            continue
        score.wrong += 1
        score.costly += match.liberado != 0
        passes[match.pass_no] += 1
    for judged in verdicts.lines:
        about_ours[said[judged.line_id]] += bool(corpus.truth[judged.line_id])
        placed[said[judged.line_id]] += judged.verdict is not LineVerdict.ESTRANHA
    hinted = [match for match in verdicts.proposals if match.pass_no is Pass.NOME]
    score.by_name += len(hinted)
    score.by_name_right += sum(match.entry_id in corpus.truth[match.line_id] for match in hinted)
    score.renumbered += len(corpus.renumbered)
    score.about_ours += about_ours.total()
    score.placed += (placed & about_ours).total()


def _measured(seeds: range, size: int) -> tuple[Score, Counter[Pass]]:
    score, passes = Score(), Counter[Pass]()
    for seed in seeds:
        _scored(labelled(seed, size), score, passes)
    return score, passes


def test_what_is_matched_without_a_person_is_right() -> None:
    score, passes = _measured(FEW, 5_000)
    assert (score.wrong, score.costly, passes) == (0, 0, Counter())
    assert score.reach > 0.9998
    assert (score.by_name_right, score.by_name, score.renumbered) == (23, 26, 26)


@pytest.mark.long
def test_a_million_labelled_entries_are_matched_almost_without_a_mistake() -> None:
    score, passes = _measured(MANY, SIZE)
    print(score, dict(passes))
    assert score.costly == 0
    assert score.precision > 0.99999
    assert score.reach > 0.9999
    assert score.by_name_right > score.by_name * 0.9
    assert score.by_name_right > score.renumbered * 0.9

"""Dental pairs, corrigir, excluir and reabrir end right whatever the portal answers and wherever the process dies."""

from collections.abc import Callable

import pytest

from agent.model.lancamento import Kind, Lancamento
from agent.runner.changes import changes_of
from agent.runner.correct import Agreed, correct_entries
from agent.runner.withdraw import withdraw_entry
from agent.runner.work import Work
from tests.protocol.changing import (
    ANSWERS,
    Changing,
    Script,
    corrected,
    exchanged,
    launched,
    lived,
    remarked,
    reopened,
    withdrawn,
)
from tests.protocol.death import Reaper
from tests.protocol.model_portal import CASSIND_LIKE, REMOVALS
from tests.protocol.month import lancamentos, open_month
from tests.protocol.test_every_single_death import imperfect_deaths
from tests.protocol.test_every_single_death import office as office_of
from tests.protocol.world import World

Make = Callable[[], Changing]
Verdict = tuple[list[tuple[int, bool]], bool, str, int | None, list[str]]
SPENT = 12
SEEN_FIRST = ["ok", "unanswered"]
SEEN_LATER = [pytest.param(each, marks=pytest.mark.long) for each in REMOVALS if each not in SEEN_FIRST]


def verdict(office: Changing) -> Verdict:
    """The portal's rows as (value, red), whether it is closed, the first entry's state and value, broken invariants."""
    ledger = office.storage.open(office.world.clock)
    entry = office.entry()
    rows = [(row.value, row.draft) for row in office.world.rows]
    violations = [str(each) for each in ledger.checks.violations()]
    audit = [finding.text for finding in ledger.auditor.audit().findings]
    assert open_month(ledger).state == ("fechada" if office.world.closed else "aberta")
    return rows, office.world.closed, entry.state.value, entry.valor_lancado, violations + audit


def every_death(
    make: Make, act: Callable[[Work], bool], see: Callable[[Changing], Verdict] = verdict
) -> dict[str, Verdict]:
    """What each life ended in: undisturbed, and with a death at each point that the undisturbed one passed."""
    calm = Reaper()
    office = make()
    assert lived(office, act, calm) < SPENT
    ends = {"no death": see(office)}
    for number, point in enumerate(calm.passed):
        office = make()
        assert lived(office, act, Reaper(frozenset({number}))) < SPENT, point
        ends[f"{number} {point}"] = see(office)
    return ends


def only(ends: dict[str, Verdict], wanted: Verdict) -> dict[str, Verdict]:
    """The lives that ended otherwise."""
    return {life: end for life, end in ends.items() if end != wanted}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_single_death_of_corrigir_ends_with_the_sheets_value_once_and_no_draft(answer: str) -> None:
    ends = every_death(lambda: launched(closed=False, script=Script(alterations=[answer])), corrected)
    assert only(ends, ([(7000, False), (6501, False), (6502, False)], False, "lancada", 7000, [])) == {}


@pytest.mark.long
@pytest.mark.parametrize("answer", ANSWERS)
def test_every_single_death_of_a_remark_that_no_report_shows_ends_with_it_on_the_row_once(answer: str) -> None:
    def see(office: Changing) -> Verdict:
        assert [row.remark for row in office.world.rows] == ["dente fraturado", "", ""]
        return verdict(office)

    ends = every_death(lambda: launched(closed=False, script=Script(alterations=[answer])), remarked, see)
    assert only(ends, ([(6500, False), (6501, False), (6502, False)], False, "lancada", 6500, [])) == {}


@pytest.mark.parametrize("answer", ["unanswered", *(pytest.param(x, marks=pytest.mark.long) for x in ("ok", "gone"))])
def test_every_single_death_of_a_row_that_becomes_another_entry_ends_with_that_entry_once(answer: str) -> None:
    ends = every_death(lambda: launched(closed=False, script=Script(alterations=[answer])), exchanged)
    assert only(ends, ([(7000, False), (6501, False), (6502, False)], False, "cancelada", None, [])) == {}


@pytest.mark.parametrize("removal", [*SEEN_FIRST, *SEEN_LATER])
def test_every_single_death_of_excluir_ends_with_that_row_gone_and_no_other(removal: str) -> None:
    ends = every_death(lambda: launched(closed=False, script=Script(), removals=(removal,)), withdrawn)
    assert only(ends, ([(6501, False), (6502, False)], False, "recusada", None, [])) == {}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_single_death_of_reabrir_ends_with_the_month_open_on_both_sides(answer: str) -> None:
    ends = every_death(lambda: launched(closed=True, script=Script(reopenings=[answer])), reopened)
    rows = [(6500, False), (6501, False), (6502, False)]
    assert only(ends, (rows, False, "lancada", 6500, [])) == {}


def dental_pair() -> list[Lancamento]:
    """A filling of two faces and its X-ray: two entries of one authorisation on one tooth."""
    filling, xray = lancamentos(2)
    more = {"kind": Kind.ODONTOLOGIA, "dente": "17"}
    return [
        filling.model_copy(update={**more, "codigo_procedimento": "2334", "faces": "MO"}),
        xray.model_copy(update={**more, "codigo_procedimento": "2110", "data": filling.data}),
    ]


@pytest.mark.parametrize(
    "submits",
    [
        ("unanswered", "late"),
        pytest.param(("ok", "unanswered"), marks=pytest.mark.long),
        pytest.param(("half", "gone"), marks=pytest.mark.long),
    ],
)
def test_every_single_death_of_a_dental_pair_ends_with_both_legs_exactly_once(submits: tuple[str, str]) -> None:
    assert imperfect_deaths(office_of(dental_pair(), submits)) == {}


def test_a_portal_whose_sends_are_final_is_not_asked_to_take_them_back() -> None:
    final = Changing(World.expecting(lancamentos(1)), lancamentos(1), capabilities=CASSIND_LIKE)
    final.live(lambda _name: None, closing=False)
    said: list[str] = []

    def both(work: Work) -> bool:
        entry = work.entries()[0]
        asked = entry.lancamento.model_copy(update={"valor_informado": 7000})
        agreed = Agreed(lambda _texts, _hash: "Ana")
        said.extend(e.text for e in correct_entries(work, changes_of([entry], [asked]).found, agreed))
        said.append(withdraw_entry(work, entry, "engano", lambda _what, _hash: "Ana").text)
        return True

    final.try_(both, lambda _name: None)
    assert said == [
        "este portal não permite alterar o que já foi enviado",
        "este portal não permite excluir o que já foi enviado",
    ]
    assert [(row.value, row.draft) for row in final.world.rows] == [(6500, False)]

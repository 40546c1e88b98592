"""Each protection of the launch protocol, switched off once: the oracles must see it, or they prove nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from agent.ledger.attempts import Attempts
from agent.ledger.months import Mes
from agent.ledger.records import Records
from agent.model.answer import Confirmed, Outcome, Prepared, Unknown
from agent.model.entry import Entry, State
from agent.model.registro import Movimento, Registro
from agent.runner import close, compare, launch, session, settle
from agent.runner.approving import Approved
from agent.runner.gate import Gate
from agent.runner.hooked import Hooked
from agent.runner.launch import Launched
from agent.runner.work import Work
from tests.protocol.weather import (
    BAD,
    BY_HAND,
    FAIR,
    MANY_BAD,
    RESENT,
    RESTORED_SLOW,
    SLOW,
    TWINS,
    Weather,
    faults,
    live,
)
from tests.protocol.weather import faults_beside_a_person as beside

Switch = pytest.MonkeyPatch
Oracle = Callable[..., list[str]]


def first_seen(weather: Weather, seeds: int, oracle: Oracle = faults, *, saying: str = "") -> str:
    """What the oracle says of the first month that goes so wrong, with its seed; "" when none of them does."""
    for seed in range(seeds):
        found = "; ".join(oracle(*live(weather, seed)))
        if found and saying in found:
            return f"{seed}: {found}"
    return ""


def test_without_the_totals_check_a_cut_report_makes_duplicates(monkeypatch: Switch) -> None:
    save = Records.save

    def save_at_its_word(records: Records, mes: Mes, registro: Registro) -> int:
        body = registro.finalizados
        total = sum(m.valor or 0 for m in body)
        return save(records, mes, replace(registro, total_linhas=len(body), total_valor=total))

    monkeypatch.setattr(Registro, "trusted", property(lambda _registro: True))
    monkeypatch.setattr(Records, "save", save_at_its_word)
    assert first_seen(BAD, 60)


def test_without_the_second_reading_a_stale_report_makes_duplicates(monkeypatch: Switch) -> None:
    def read_once(work: Work, in_doubt: bool) -> tuple[Registro, int]:
        if in_doubt or work.entries(State.INCERTA):
            settle._wait_out(work)
        while not (registro := work.portal.observe(work.mes.competencia)).trusted:
            work.wait(work.pace.gap)
        return registro, work.ledger.records.save(work.mes, registro)

    monkeypatch.setattr(settle, "_read", read_once)
    assert first_seen(BAD, 60, saying="for a moment")


def test_without_the_settle_wait_a_late_save_makes_duplicates(monkeypatch: Switch) -> None:
    monkeypatch.setattr(settle, "_wait_out", lambda _work: None)
    assert first_seen(FAIR, 60, saying="for a moment")


def test_without_binding_uncertain_entries_first_an_equal_refused_one_takes_their_row(monkeypatch: Switch) -> None:
    def refused_first(sorting: compare._Sorting, entries: list[Entry], place: compare._Place) -> list[Movimento]:
        refused = [entry for entry in entries if entry.state is State.RECUSADA]
        left = list(place.rows)
        numbers = {entry.movimento for entry in entries if entry.movimento}
        free = [row for row in left if row.movimento not in numbers]
        compare._pair(refused, free, sorting.adoptable, compare._same_facts)
        taken = {found.movimento.movimento for found in sorting.adoptable}
        rest = replace(place, rows=[row for row in left if row.movimento not in taken])
        return sort_key(sorting, [e for e in entries if e.state is not State.RECUSADA], rest)

    sort_key = compare._sort_key
    monkeypatch.setattr(compare, "_sort_key", refused_first)
    assert first_seen(TWINS, 60, saying="for a moment")


def test_without_asking_before_retrying_an_unanswered_save_is_saved_twice(monkeypatch: Switch) -> None:
    submit = Hooked.submit

    def submit_again(portal: Hooked, prepared: Prepared) -> Outcome:
        outcome = submit(portal, prepared)
        return submit(portal, prepared) if isinstance(outcome, Unknown) else outcome

    monkeypatch.setattr(Hooked, "submit", submit_again)
    assert first_seen(FAIR, 20, saying="for a moment")


def test_without_the_close_gate_a_month_is_closed_over_a_row_of_a_person(monkeypatch: Switch) -> None:
    def let_pass(registro: Registro, *_: object) -> Gate:
        return Gate((), registro.total_linhas, registro.total_valor, "any")

    monkeypatch.setattr(close, "judge", let_pass)
    assert first_seen(BY_HAND, 20, beside, saying="closed: True")


def test_without_compensation_a_month_stays_open(monkeypatch: Switch) -> None:
    monkeypatch.setattr(settle, "_removable", lambda *_: None)
    assert first_seen(RESENT, 20, saying="often")


def test_without_the_journal_outside_a_restored_ledger_does_not_know_its_own_rows(monkeypatch: Switch) -> None:
    monkeypatch.setattr(Attempts, "_forgotten", lambda *_: [])
    monkeypatch.setattr(Attempts, "_only_in_journal", lambda *_, **__: [])
    assert first_seen(RESTORED_SLOW, 120)


def test_without_the_intent_before_the_portal_a_dead_process_sends_again_what_is_still_landing(
    monkeypatch: Switch,
) -> None:
    def click_then_write(work: Work, batch: Sequence[Entry], run: Launched, approved: Approved) -> bool:
        outcome = work.portal.submit(work.portal.prepare([entry.lancamento for entry in batch]))
        intent = work.ledger.attempts.open(work.lease, batch)
        if isinstance(outcome, Confirmed):
            work.ledger.attempts.confirm(intent, outcome)
        else:
            work.ledger.attempts.uncertain(intent, "sem resposta")
            work.doubt()
        return isinstance(outcome, Confirmed)

    monkeypatch.setattr(launch, "launch_batch", click_then_write)
    assert first_seen(MANY_BAD, 60, saying="for a moment")


def test_without_asking_what_became_of_a_close_a_month_is_never_closed(monkeypatch: Switch) -> None:
    monkeypatch.setattr(session, "resume_close", lambda _work: False)
    assert first_seen(FAIR, 20, saying="stays open")


def test_without_counting_what_a_lost_answer_can_leave_a_late_save_calls_a_person(monkeypatch: Switch) -> None:
    monkeypatch.setattr(Work, "owned", lambda *_: 1)
    assert first_seen(SLOW, 60, saying="stays open")


def test_without_pairing_by_value_twins_take_each_others_rows(monkeypatch: Switch) -> None:
    def any_row(entry: Entry, row: Movimento) -> bool:
        return compare._free(entry, row)

    monkeypatch.setattr(compare, "_same_facts", any_row)
    assert first_seen(RESENT, 60)

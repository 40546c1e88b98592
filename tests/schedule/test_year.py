"""A simulated year: nothing twice, nothing lost, no deadline missed that could be met, every alert explained."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from agent.model.competencia import Competencia
from agent.schedule.facts import CLOSED, moment
from tests.schedule.year import DOWN, LATE_CLINIC, LATE_MONTH, Year, rows_of, year

LATE = {(LATE_CLINIC, portal, LATE_MONTH) for portal in ("ipasem", "cassind")}


def everything(told: Year) -> set[tuple[str, str, Competencia]]:
    return {(f"c{n}", p, month) for n in range(told.clinics) for p in told.office.insurers for month in told.months}


def standing(told: Year) -> dict[tuple[str, str, Competencia], int]:
    """How many rows of each month the portals hold, by their own books."""
    return {
        (user.removeprefix("u-"), name, month): len(rows)
        for name, insurer in told.office.insurers.items()
        for (user, month), rows in insurer.rows.items()
        if rows
    }


def check(told: Year) -> None:
    met = everything(told) - LATE
    with told.office.open_ledger() as ledger:
        states = {(m.clinica, m.portal, m.competencia): m.state for m in ledger.months.all()}
        ended = {(t.clinica, t.portal, t.competencia) for t in ledger.turns.since(told.months[0]) if _reconciled(t)}
        alerts = ledger.queue.opened_since("")
    assert {count for insurer in told.office.insurers.values() for count in insurer.ever.values()} == {1}
    assert standing(told) == {key: rows_of(key[0], key[2]) for key in met}
    assert {key for key, state in states.items() if state in CLOSED} == met
    assert ended == {(clinica, portal, month.iso) for clinica, portal, month in met}
    lost = {(i.clinica, i.portal, Competencia.read(i.competencia)) for i in alerts if i.subject == "perdido"}
    assert lost & everything(told) == LATE & everything(told)
    assert [i.kind for i in alerts if i.kind in ("erro", "portal", "senha", "instalacao")] == []
    assert all(_was_down(i.portal, moment(i.subject)) for i in alerts if i.kind == "fora_do_ar")
    outages = Counter(i.portal for i in alerts if i.kind == "fora_do_ar")
    assert all(count <= len(DOWN[portal]) for portal, count in outages.items())


def _reconciled(turn: object) -> bool:
    return (getattr(turn, "step", ""), getattr(turn, "state", "")) == ("conciliar", "done")


def _was_down(portal: str, when: datetime) -> bool:
    return any(begin <= when < end for begin, end in DOWN[portal])


def test_three_months_of_two_clinics_with_an_outage_and_a_machine_that_was_off(tmp_path: Path) -> None:
    told = year(tmp_path, clinics=2, months=3)

    told.run()

    check(told)


@pytest.mark.long
def test_a_year_of_fifty_clinics_on_two_portals(tmp_path: Path) -> None:
    told = year(tmp_path, clinics=50, months=12)

    told.run()

    check(told)

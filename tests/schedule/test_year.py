"""A simulated year: nothing twice, nothing lost, no deadline missed that could be met, every alert explained."""

from collections import Counter
from datetime import datetime, time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.ledger.queue import Waiting
from agent.model.competencia import Competencia
from agent.schedule.facts import CLOSED, moment
from tests.schedule.notation import DAYS
from tests.schedule.sampled import Sampled
from tests.schedule.year import DOWN, LATE_CLINIC, LATE_MONTH, Year, rows_of, year

LATE = {(LATE_CLINIC, portal, LATE_MONTH) for portal in ("ipasem", "cassind")}
CLOSES = {"ipasem": (5, time(18)), "cassind": (7, time(20))}
"""The last business day and hour of each portal, as the office's settings have them."""
APPROVED = {("ipasem", "fechar"), ("cassind", "lancar"), ("cassind", "fechar")}
"""What nobody does without a person's yes."""

_TOO_MANY = ("agora", "alguma_vez")
Key = tuple[str, str, Competencia]


def everything(told: Year) -> set[Key]:
    return {(f"c{n}", p, month) for n in range(told.clinics) for p in told.office.insurers for month in told.months}


def standing(told: Year) -> dict[Key, int]:
    """How many rows of each month the portals hold, by their own books."""
    return {
        (user.removeprefix("u-"), name, month): len(rows)
        for name, insurer in told.office.insurers.items()
        for (user, month), rows in insurer.rows.items()
        if rows
    }


def too_late(told: Year) -> list[tuple[str, str, Competencia]]:
    """What was written at a portal after its deadline, by the portals' own clocks."""
    return [
        (user, name, month)
        for name, insurer in told.office.insurers.items()
        for (user, month), when in insurer.changed.items()
        if when > deadline(name, month)
    ]


def deadline(portal: str, month: Competencia) -> datetime:
    number, hour = CLOSES[portal]
    return DAYS.at(DAYS.nth(month.plus(1), number), hour)


def check(told: Year) -> None:
    met = everything(told) - LATE
    with told.office.open_ledger() as ledger:
        states = {(m.clinica, m.portal, m.competencia): m.state for m in ledger.months.all()}
        ended = {(t.clinica, t.portal, t.competencia) for t in ledger.turns.since(told.months[0]) if _reconciled(t)}
        alerts = ledger.queue.opened_since("")
        findings = ledger.auditor.audit().findings
    assert {count for insurer in told.office.insurers.values() for count in insurer.ever.values()} == {1}
    assert standing(told) == {key: rows_of(key[0], key[2]) for key in met}
    assert {key for key, state in states.items() if state in CLOSED} == met
    assert ended == {(clinica, portal, month.iso) for clinica, portal, month in met}
    assert too_late(told) == []
    assert findings == ()
    assert [alert for alert in alerts if not explained(told, alert)] == []
    lost = {_key(i) for i in alerts if i.subject == "perdido"}
    assert lost & everything(told) == LATE & everything(told)
    asked = Counter((_key(i), i.step) for i in alerts if i.kind == "aprovar")
    assert set(asked) == {(key, step) for key in met for portal, step in APPROVED if key[1] == portal}
    outages = Counter(i.portal for i in alerts if i.kind == "fora_do_ar")
    assert all(count <= len(DOWN[portal]) for portal, count in outages.items())


def explained(told: Year, alert: Waiting) -> bool:
    """Whether what really happened is reason enough to have told people, or asked them, at that moment."""
    when = moment(alert.opened_at)
    if alert.kind == "entrar":  # no session that was entered before still lived
        insurer = told.office.insurers[alert.portal]
        alive = insurer.entered[f"u-{alert.clinica}"]
        return insurer.asks_people and not any(since < when <= since + insurer.session_life for since in alive)
    if alert.kind == "aprovar":  # what only a person lets happen; one said yes, or the month had moved on meanwhile
        yes = (alert.state, alert.answer, alert.who) == ("answered", "sim", "Ana")
        return (alert.portal, alert.step) in APPROVED and (yes or alert.state == "over")
    if alert.kind == "prazo":  # the sheet had not come when the deadline was near, or over
        sheet = told.sheets.get((alert.clinica, _key(alert)[2]))
        last = deadline(alert.portal, _key(alert)[2])
        return (sheet is None or sheet > min(when, last)) and (when > last) == (alert.subject == "perdido")
    if alert.kind == "fora_do_ar":
        return any(begin <= moment(alert.subject) < end for begin, end in DOWN[alert.portal])
    return False


def _key(alert: Waiting) -> Key:
    return alert.clinica, alert.portal, Competencia.read(alert.competencia)


def _reconciled(turn: object) -> bool:
    return (getattr(turn, "step", ""), getattr(turn, "state", "")) == ("conciliar", "done")


def test_two_months_of_two_clinics_with_an_outage_and_a_machine_that_was_off(tmp_path: Path) -> None:
    told = year(tmp_path, clinics=2, months=2)

    told.run()

    check(told)


@pytest.mark.long
@pytest.mark.browser
def test_a_month_of_the_year_goes_through_browsers_on_both_portals(tmp_path: Path, browser: Browser) -> None:
    told = year(tmp_path, clinics=1, months=1, ipasem="11222333000181")
    month = told.months[0]
    rows = rows_of("c0", month)
    sampled = Sampled(told.office, month, rows, browser)
    told.comes = sampled.audit

    with sampled.standing(lambda portal, now: any(begin <= now < end for begin, end in DOWN[portal])):
        told.run()

    with told.office.open_ledger() as ledger:
        states = {m.portal: m.state for m in ledger.months.all() if m.competencia == month}
        alerts = [i for i in ledger.queue.opened_since("") if i.competencia in ("", month.iso)]
        ended = {t.portal for t in ledger.turns.since(month) if _reconciled(t) and t.competencia == month.iso}
        findings = ledger.auditor.audit().findings
    assert sampled.stands() == {"ipasem": rows, "cassind": rows}
    assert [d[k] for d in (sampled.ipasem.duplicates(), sampled.cassind.duplicates()) for k in _TOO_MANY] == [[]] * 4
    assert (set(states.values()) <= set(CLOSED), ended, findings) == (True, {"ipasem", "cassind"}, ())
    assert sampled.ticked == sum(alert.kind == "entrar" for alert in alerts)
    assert {alert.kind for alert in alerts} <= {"entrar", "aprovar", "fora_do_ar"}
    assert [a for a in alerts if a.kind != "entrar" and not explained(told, a)] == []


@pytest.mark.long
def test_a_year_of_fifty_clinics_on_two_portals(tmp_path: Path) -> None:
    told = year(tmp_path, clinics=50, months=12)

    told.run()

    check(told)

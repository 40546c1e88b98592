"""The board: every clinic's months from the settings, the inbox and the ledger, what is due first."""

from dataclasses import replace
from pathlib import Path

import pytest

from agent.ledger.turns import Step
from agent.runner.account import account_of
from agent.schedule.board import Board, board, days_of
from agent.schedule.decide import Status
from agent.schedule.facts import Task
from tests.ledger.by_itself import ASKED, TTL
from tests.schedule.office import BARE, Clock, books, office_in


def seen(tmp_path: Path, now: str) -> Board:
    office, clock = office_in(tmp_path), Clock(now)
    (office.entrada("sorriso") / "outubro.csv").write_text("qualquer coisa", encoding="utf-8")
    with books(office, clock) as ledger:
        return board(office, ledger, days_of(office), clock())


def test_each_login_with_an_agenda_has_its_months_since_the_first(tmp_path: Path) -> None:
    shown = seen(tmp_path, "03/11 09:00")

    assert [(x.facts.clinica, x.facts.portal, x.facts.competencia.iso, x.coming.status) for x in shown.lines] == [
        ("sorriso", "ipasem", "2026-10", Status.AGORA),
        ("sorriso", "ipasem", "2026-11", Status.AGORA),
        ("passo-firme", "ipasem", "2026-10", Status.PESSOA),
        ("passo-firme", "ipasem", "2026-11", Status.PESSOA),
    ]
    assert (shown.unplanned, shown.outages) == ((("sorriso", "cassind"),), ())


def test_an_office_without_an_agenda_does_nothing_by_itself(tmp_path: Path) -> None:
    office, clock = office_in(tmp_path, BARE), Clock("03/11 09:00")
    with books(office, clock) as ledger:
        shown = board(office, ledger, days_of(office), clock())

    assert (shown.lines, len(shown.unplanned)) == ((), 3)


@pytest.mark.parametrize(("portal", "task"), [("ipasem", Task.LER), ("cassind", Task.LER)])
def test_a_question_about_a_login_does_not_keep_its_sheets_from_being_read(
    tmp_path: Path, portal: str, task: Task
) -> None:
    office, clock = office_in(tmp_path), Clock("03/11 09:00")
    (office.entrada("sorriso") / "outubro.csv").write_text("x", encoding="utf-8")
    with books(office, clock) as ledger:
        ledger.queue.ask(replace(ASKED, portal=portal))
        shown = board(office, ledger, days_of(office), clock())

    assert (shown.lines[0].coming.status, shown.lines[0].coming.task) == (Status.AGORA, task)


def test_a_run_that_another_process_holds_is_seen(tmp_path: Path) -> None:
    office, clock = office_in(tmp_path), Clock("03/11 09:00")
    (office.entrada("sorriso") / "outubro.csv").write_text("x", encoding="utf-8")
    with books(office, clock) as ledger:
        first = board(office, ledger, days_of(office), clock()).lines[0]
        step = Step("sorriso", "ipasem", account_of(office, "sorriso", "ipasem"), "2026-10", "ler", first.coming.ref, 1)
        ledger.turns.take(step, "outro", TTL, side_by_side=2)
        shown = board(office, ledger, days_of(office), clock())

    running = next(line for line in shown.lines if line.coming.status is Status.RODANDO)
    assert (running.facts.competencia.iso, running.coming.task) == ("2026-10", Task.LER)

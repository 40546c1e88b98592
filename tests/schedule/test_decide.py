"""What comes next for a month: the right step, once, in its hours, or the reason why not."""

from dataclasses import replace

import pytest

from agent.schedule.decide import Status
from agent.schedule.facts import MonthFacts, Task
from tests.schedule.notation import CLOSED, LAUNCHED, LIDO, OUTUBRO, PLANEJADO, PLANNED, READ, at, coming, turn, waiting

EMPTY = MonthFacts("sorriso", "ipasem", "acesso-1", OUTUBRO)
ARRIVED = replace(EMPTY, inbox="planilha")
WITH_SHEETS = replace(READ, turns=(LIDO,))


@pytest.mark.parametrize(
    ("facts", "now", "status", "task", "when"),
    [
        pytest.param(EMPTY, "20/10 09:00", Status.PESSOA, Task.LER, None, id="no sheet yet"),
        pytest.param(ARRIVED, "20/10 09:00", Status.AGORA, Task.LER, "20/10 09:00", id="a sheet came"),
        pytest.param(ARRIVED, "20/10 22:00", Status.DEPOIS, Task.LER, "21/10 08:00", id="a sheet came at night"),
        pytest.param(WITH_SHEETS, "30/10 10:00", Status.DEPOIS, Task.PLANEJAR, "03/11 08:00", id="read, launch later"),
        pytest.param(WITH_SHEETS, "03/11 08:00", Status.AGORA, Task.PLANEJAR, "03/11 08:00", id="launching day"),
        pytest.param(PLANNED, "03/11 08:31", Status.AGORA, Task.LANCAR, "03/11 08:31", id="planned"),
        pytest.param(LAUNCHED, "03/11 10:00", Status.DEPOIS, Task.FECHAR, "05/11 08:00", id="launched"),
        pytest.param(LAUNCHED, "05/11 08:00", Status.AGORA, Task.FECHAR, "05/11 08:00", id="the close is near"),
        pytest.param(LAUNCHED, "09/11 18:01", Status.PERDIDO, Task.FECHAR, None, id="the deadline is over"),
        pytest.param(CLOSED, "10/11 09:00", Status.DEPOIS, Task.RETORNO, "09/12 08:00", id="closed"),
        pytest.param(replace(CLOSED, returns=1), "10/12 09:00", Status.AGORA, Task.CONCILIAR, "10/12 09:00", id="paid"),
    ],
)
def test_each_month_has_one_next_step(
    facts: MonthFacts, now: str, status: Status, task: Task, when: str | None
) -> None:
    seen = coming(facts, now)
    assert (seen.status, seen.task, seen.when) == (status, task, at(when) if when else None)


def test_a_machine_that_was_off_for_days_goes_on_while_the_window_is_open() -> None:
    seen = coming(WITH_SHEETS, "09/11 10:00")
    assert (seen.status, seen.task, seen.no) == (Status.AGORA, Task.PLANEJAR, 1)


def test_a_machine_that_was_off_beyond_the_window_does_nothing_by_itself() -> None:
    assert coming(WITH_SHEETS, "10/11 08:00").why == "o prazo de fechar passou; agora só com uma pessoa"


def test_a_month_whose_sheets_say_nothing_of_it_is_neither_planned_nor_closed() -> None:
    seen = coming(replace(WITH_SHEETS, entries=0, unsent=0), "05/11 09:00")
    assert (seen.status, seen.why) == (Status.PESSOA, "nenhuma planilha traz o mês 10/2026")


def test_a_new_sheet_is_read_and_planned_again() -> None:
    again = replace(LAUNCHED, inbox="outra")
    read = replace(again, turns=(*again.turns, turn(Task.LER, "outra", "done", at("04/11 09:00"), text="novas")))

    seen = [coming(facts, "04/11 10:00") for facts in (again, read)]

    assert [(s.task, s.ref) for s in seen] == [(Task.LER, "outra"), (Task.PLANEJAR, "novas+0")]


def test_a_sheet_that_does_not_touch_the_month_costs_no_session() -> None:
    read = turn(Task.LER, "outra", "done", at("04/11 09:00"), text="folhas")
    assert coming(replace(LAUNCHED, inbox="outra", turns=(*LAUNCHED.turns, read)), "04/11 10:00").task is Task.FECHAR


def test_what_changed_since_the_plan_is_planned_again() -> None:
    moved = turn(Task.LANCAR, "plano", "moved", at("03/11 09:00"))
    seen = coming(replace(PLANNED, turns=(*PLANNED.turns, moved)), "03/11 09:01")
    assert (seen.task, seen.ref, seen.status) == (Task.PLANEJAR, "folhas+1", Status.AGORA)


def test_what_somebody_is_at_is_not_due() -> None:
    running = turn(Task.LANCAR, "plano", "running", at("03/11 09:00"))
    seen = coming(replace(PLANNED, turns=(*PLANNED.turns, running)), "03/11 09:00")
    assert (seen.status, seen.why) == (Status.RODANDO, "em andamento desde 09:00")


def test_a_run_not_heard_of_for_its_whole_time_goes_on_as_the_next_number() -> None:
    running = turn(Task.LANCAR, "plano", "running", at("03/11 09:00"))
    seen = coming(replace(PLANNED, turns=(*PLANNED.turns, running)), "03/11 09:02")
    assert (seen.status, seen.no, seen.why) == (
        *(Status.AGORA, 2),
        "a execução anterior parou no meio; continua de onde ficou",
    )


def test_a_portal_that_did_not_answer_is_asked_again_after_a_growing_pause() -> None:
    first = turn(Task.LANCAR, "plano", "unavailable", at("03/11 09:00"))
    second = turn(Task.LANCAR, "plano", "unavailable", at("03/11 09:05"), no=2)

    seen = [
        coming(replace(PLANNED, turns=(*PLANNED.turns, *runs)), "03/11 09:06") for runs in ((first,), (first, second))
    ]

    assert [(s.status, s.no, s.when) for s in seen] == [
        (Status.AGORA, 2, at("03/11 09:06")),
        (Status.DEPOIS, 3, at("03/11 09:20")),
    ]


def test_no_clinic_asks_a_portal_that_is_out_and_reading_sheets_goes_on() -> None:
    shut = at("03/11 11:00")
    seen = [coming(facts, "03/11 10:00", shut_until=shut) for facts in (PLANNED, ARRIVED)]
    assert [(s.status, s.when) for s in seen] == [(Status.DEPOIS, shut), (Status.AGORA, at("03/11 10:00"))]


@pytest.mark.parametrize("facts", [PLANNED, WITH_SHEETS, LAUNCHED])
def test_a_login_that_waits_for_a_person_does_nothing_on_the_portal(facts: MonthFacts) -> None:
    seen = coming(replace(facts, waiting=(waiting("entrar"),)), "05/11 09:00")
    assert (seen.status, seen.why) == (Status.PESSOA, "o que se pede")


def test_a_login_that_waits_for_a_person_still_has_its_sheets_read() -> None:
    assert coming(replace(ARRIVED, waiting=(waiting("entrar"),)), "05/11 09:00").status is Status.AGORA


def test_what_a_person_answered_runs_again_at_once() -> None:
    parked = turn(Task.FECHAR, "plano", "person", at("05/11 09:00"))
    seen = coming(replace(LAUNCHED, turns=(*LAUNCHED.turns, parked)), "05/11 09:01")
    assert (seen.status, seen.task, seen.no, seen.why) == (Status.AGORA, Task.FECHAR, 2, "a pessoa fez a sua parte")


def test_the_return_is_looked_for_again_on_the_next_business_day() -> None:
    none_yet = turn(Task.RETORNO, "", "empty", at("11/12 08:10"))
    seen = coming(replace(CLOSED, turns=(*CLOSED.turns, none_yet)), "11/12 08:11")
    assert (seen.status, seen.when) == (Status.DEPOIS, at("14/12 08:00"))


def test_what_no_longer_fits_its_window_is_said_and_not_begun() -> None:
    late = replace(PLANNED, turns=(LIDO, PLANEJADO, turn(Task.LANCAR, "plano", "unavailable", at("09/11 17:58"))))
    assert (coming(late, "09/11 17:59").status, coming(late, "09/11 17:59").why) == (
        Status.PERDIDO,
        "não cabe mais no prazo",
    )


def test_a_return_that_never_came_is_a_person_s() -> None:
    assert coming(CLOSED, "20/03 09:00", year=2027).why == "o retorno não veio até o último dia combinado"


def test_a_month_whose_return_was_posted_is_over() -> None:
    done = turn(Task.CONCILIAR, "", "done", at("10/12 09:00"))
    seen = coming(replace(CLOSED, returns=1, turns=(*CLOSED.turns, done)), "11/12 09:00")
    assert (seen.status, seen.why) == (Status.FEITO, "conciliado")


LOOKS = replace(PLANNED, probe="2026-11-03")


def looked(state: str) -> MonthFacts:
    return replace(LOOKS, turns=(*LOOKS.turns, turn(Task.SONDAR, "2026-11-03", state, at("03/11 08:40"))))


@pytest.mark.parametrize(
    ("facts", "now", "task"),
    [
        pytest.param(LOOKS, "03/11 08:31", Task.SONDAR, id="before anything else of the day"),
        pytest.param(LOOKS, "03/11 20:00", Task.LANCAR, id="not outside the hours"),
        pytest.param(looked("done"), "03/11 09:00", Task.LANCAR, id="once a day"),
        pytest.param(replace(looked("done"), probe="2026-11-04"), "04/11 08:00", Task.SONDAR, id="the next day again"),
        pytest.param(looked("unavailable"), "03/11 08:41", Task.LANCAR, id="never in the month's way"),
        pytest.param(replace(LOOKS, waiting=(waiting("senha"),)), "03/11 08:31", Task.LANCAR, id="nobody can enter"),
    ],
)
def test_the_portals_screens_are_looked_at_once_a_day(facts: MonthFacts, now: str, task: Task) -> None:
    assert coming(facts, now).task is task

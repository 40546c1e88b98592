"""A month goes by itself from the sheet to the workbook; people are asked only for what is theirs, and once."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from agent.engine.port import Job
from agent.engine.threads import ThreadEngine
from agent.schedule.stopping import StoppableProgress
from tests.schedule.insurer import BY_PROTOCOL
from tests.schedule.notation import at
from tests.schedule.working import OUTUBRO, InlineEngine, Working, asked, endings, one_clinic, working


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """One clinic on both portals, whose October sheet came on the 30th."""
    return one_clinic(tmp_path)


def test_a_month_goes_by_itself_and_asks_only_for_the_sign_in_and_the_approvals(office: Working) -> None:
    answered = []
    for now in ("30/10 09:00", "03/11 08:00", "05/11 08:00", "05/11 09:00", "09/11 08:00", "09/11 09:00"):
        office.clock.now = at(now)
        office.work()
        answered.append(office.person_comes())
        office.work()

    assert answered == [[], ["entrar", "aprovar"], ["entrar"], ["aprovar"], ["aprovar"], []]
    office.clock.now = at("14/12 08:00")
    for _ in range(2):
        office.work()
        office.person_comes()
    assert office.states(OUTUBRO) == {("c0", "cassind"): "fechada", ("c0", "ipasem"): "fechada"}
    assert [(portal, len(office.insurers[portal].ever)) for portal in ("ipasem", "cassind")] == [
        ("ipasem", 3),
        ("cassind", 3),
    ]
    assert [e for e in endings(office) if e[1] == "conciliar"] == [
        (p, "conciliar", "done") for p in ("cassind", "ipasem")
    ]
    assert sorted(path.name for path in office.office.saida.iterdir()) == [
        "conciliacao-c0-cassind-2026-10.xlsx",
        "conciliacao-c0-ipasem-2026-10.xlsx",
        "pacote-c0-2026-10.csv",
        "pacote-c0-2026-10.ofx",
        "pacote-c0-2026-10.xlsx",
    ]


def test_a_sheet_is_read_as_it_arrives_and_nothing_is_launched_before_its_day(office: Working) -> None:
    office.work()

    assert endings(office) == [("ipasem", "ler", "done"), ("cassind", "ler", "done")]
    assert office.insurers["cassind"].signed_in == []


def test_a_run_parked_for_a_person_leaves_the_other_portal_be(office: Working) -> None:
    office.clock.now = at("03/11 08:00")

    office.work()
    office.person_approves()

    assert endings(office)[2:] == [
        ("ipasem", "planejar", "person"),
        ("cassind", "planejar", "done"),
        ("cassind", "lancar", "person"),
        ("cassind", "lancar", "done"),
    ]
    assert asked(office) == [("entrar", "ipasem")]


def test_two_schedulers_do_each_thing_once(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    first, second = office.scheduler("um"), office.scheduler("outro")

    for _ in range(4):
        first.look()
        second.look()
        with office.open_ledger() as ledger:
            for item in ledger.queue.open():
                if item.kind == "aprovar":
                    ledger.queue.answer(item.id, "sim", "Ana")

    assert sorted(endings(office)[2:]) == [
        ("cassind", "lancar", "done"),
        ("cassind", "lancar", "person"),
        ("cassind", "planejar", "done"),
        ("ipasem", "planejar", "person"),
    ]
    assert set(office.insurers["cassind"].ever.values()) == {1}


def test_a_machine_that_was_off_launches_once_and_closes_within_the_window(office: Working) -> None:
    office.clock.now = at("11/11 10:00")

    office.work()
    for _ in range(2):
        office.person_comes()
        office.work()

    assert office.states(OUTUBRO) == {("c0", "cassind"): "fechada"}
    assert set(office.insurers["cassind"].ever.values()) == {1}
    assert office.insurers["ipasem"].ever == {}


def test_a_deadline_that_passed_is_one_alert_and_nothing_is_launched(office: Working) -> None:
    office.clock.now = at("20/11 10:00")  # a holiday
    office.work()
    office.clock.now = at("23/11 10:00")

    for _ in range(3):
        office.work()

    with office.open_ledger() as ledger:
        told = [(i.portal, i.seen) for i in ledger.queue.open() if i.competencia == "2026-10"]
    assert told == [
        ("ipasem", "o prazo passou (09/11 às 18:00) e a planilha não chegou"),
        ("cassind", "o prazo passou (11/11 às 20:00) e a planilha não chegou"),
    ]
    assert [i.ever for i in office.insurers.values()] == [{}, {}]


def test_an_outage_is_one_alert_for_all_clinics_and_work_goes_on_when_it_is_over(tmp_path: Path) -> None:
    office = working(tmp_path, 5, "03/11 08:00")
    office.insurers["cassind"].down = lambda now: now < at("03/11 11:00")
    for number in range(5):
        office.send_sheet(f"c{number}", OUTUBRO, 1)

    office.work()
    alerts = [item for item in asked(office) if item[0] == "fora_do_ar"]
    tries = _tries(office, "unavailable")
    for now in ("03/11 09:00", "03/11 10:00", "03/11 11:30", "03/11 12:30"):
        office.clock.now = at(now)
        office.work()
        office.person_approves()

    assert (alerts, [item for item in asked(office) if item[0] == "fora_do_ar"]) == ([("fora_do_ar", "cassind")], [])
    assert (tries, _tries(office, "unavailable")) == (5, 7)
    assert sum(ending == ("cassind", "lancar", "done") for ending in endings(office)) == 5


class HoldingEngine(InlineEngine):
    """An engine with room for so many, whose jobs are all still at work."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size
        self.held: list[str] = []

    def free(self) -> int:
        return self.size - len(self.held)

    def submit(self, key: str, job: Job) -> None:
        self.held.append("/".join(key.split("/")[:2]))


@pytest.mark.parametrize(
    ("machine", "held"),
    [(3, 3), (64, 4)],
    ids=["no more than the machine takes", "no more than each portal takes, and one of each login"],
)
def test_runs_go_side_by_side_within_what_the_machine_the_portal_and_the_login_allow(
    tmp_path: Path, machine: int, held: int
) -> None:
    office = working(tmp_path, 4, "03/11 08:00")
    sessoes = {str(name): portal.sessoes for name, portal in office.office.settings.portais.items()}
    for number in range(4):
        office.send_sheet(f"c{number}", OUTUBRO, 1)
    engine = HoldingEngine(machine)

    for _ in range(2):
        replace(office.scheduler(), engine=engine).look()

    assert (len(engine.held), len(set(engine.held)), sessoes) == (held, held, {"ipasem": 2, "cassind": 2})
    assert max(Counter(key.split("/")[1] for key in engine.held).values()) <= 2


def _tries(office: Working, state: str) -> int:
    return sum(ending == ("cassind", "planejar", state) for ending in endings(office))


def test_an_answer_that_was_lost_is_read_back_and_nothing_is_sent_again(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    office.insurers["cassind"].loses = lambda save: save == 3

    office.work()
    office.person_approves()

    assert set(office.insurers["cassind"].ever.values()) == {1}
    assert endings(office)[-1] == ("cassind", "lancar", "done")


def test_a_new_sheet_before_the_close_is_planned_and_launched_too(office: Working) -> None:
    office.clock.now = at("04/11 09:00")
    office.work()
    office.person_approves()
    office.send_sheet("c0", OUTUBRO, 5)

    office.work()
    office.person_approves()

    assert (len(office.insurers["cassind"].ever), set(office.insurers["cassind"].ever.values())) == (5, {1})


def test_a_run_told_to_stop_keeps_its_rows_and_goes_on_at_the_next_one(office: Working) -> None:
    office.clock.now = at("03/11 08:00")
    stop = Event()
    office.progress = StoppableProgress(stop)
    office.insurers["cassind"].capabilities = replace(BY_PROTOCOL, batch=1)
    office.work()
    with office.open_ledger() as ledger:
        (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        ledger.queue.answer(item.id, "sim", "Ana")
    office.insurers["cassind"].loses = lambda save: _asked_to_stop(stop) if save == 2 else False

    office.scheduler().look()
    stopped = (len(office.insurers["cassind"].ever), endings(office)[-1])
    stop.clear()
    office.insurers["cassind"].loses = lambda _save: False
    office.work()

    assert stopped == (2, ("cassind", "lancar", "dead"))
    assert (len(office.insurers["cassind"].ever), set(office.insurers["cassind"].ever.values())) == (3, {1})
    assert endings(office)[-1] == ("cassind", "lancar", "done")


def _asked_to_stop(stop: Event) -> bool:
    stop.set()
    return False


def _broken() -> None:
    raise ZeroDivisionError


def test_a_bug_stops_that_login_and_is_told_without_a_word_of_the_data(office: Working) -> None:
    engine = ThreadEngine(1)
    scheduler = replace(office.scheduler(), engine=engine)
    engine.submit("c0/cassind/conta/2026-10", _broken)
    engine.stop()

    scheduler.look()

    with office.open_ledger() as ledger:
        assert [(i.kind, i.clinica, i.portal, i.seen) for i in ledger.queue.open()] == [
            ("erro", "c0", "cassind", "erro interno do faturista (ZeroDivisionError)")
        ]

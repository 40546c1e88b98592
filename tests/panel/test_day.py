"""My day: what runs, what went wrong, and the months with something left for a person."""

from datetime import timedelta

from agent.ledger.turns import Step
from agent.panel.day import STEPS
from agent.runner.account import account_of
from agent.schedule.facts import Task
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

HOUR = timedelta(hours=1)
LAUNCH = Step("aurora", "cassind", "a", "2026-10", "lancar", "plano", 1)


def _ran(panel: Panel, step: Step, state: str, text: str) -> None:
    with panel.house.books() as ledger:
        number = ledger.turns.take(step, "eu", HOUR, side_by_side=9)
        assert number is not None
        ledger.turns.end(number, "eu", state, text)


def _again(step: Step, no: int) -> Step:
    return Step(step.clinica, step.portal, step.account, step.competencia, step.step, step.ref, no)


def _wrong(person: Person) -> str:
    text = words(person.sees("/dia"))
    return text[text.index("O que não deu certo") : text.index("Pendências das contas")]


def test_what_went_wrong_lately_is_told_in_words(panel: Panel, ana: Person) -> None:
    _ran(panel, LAUNCH, "unavailable", "O portal está fora do ar.")

    assert "Lançando: o portal não respondeu. O portal está fora do ar." in _wrong(ana)


def test_what_went_right_at_a_later_try_is_told_no_more(panel: Panel, ana: Person) -> None:
    _ran(panel, LAUNCH, "unavailable", "fora do ar")
    panel.clock.now += HOUR
    _ran(panel, _again(LAUNCH, 2), "done", "")

    assert _wrong(ana).endswith("0 Nada parou nos últimos três dias. ")


def test_after_three_days_it_is_told_no_more(panel: Panel, ana: Person) -> None:
    _ran(panel, LAUNCH, "moved", "a planilha mudou")
    panel.clock.now += timedelta(days=3, minutes=1)
    with Person.at(panel.url) as olga:
        olga.signs_in("Olga")
        text = _wrong(olga)

    assert "Nada parou" in text
    assert ana.sees("/dia").status_code == 303


def test_every_step_that_the_schedule_takes_is_told_in_words(panel: Panel, ana: Person) -> None:
    look = Step("aurora", "ipasem", "a", "2026-10", "sondar", "2026-12-01", 1)
    with panel.house.books() as ledger:
        number = ledger.turns.take(look, "eu", HOUR, side_by_side=9)
        assert number is not None
        during = words(ana.sees("/dia"))
        ledger.turns.end(number, "eu", "unavailable", "Sem conexão.")

    assert set(STEPS) == set(Task)
    assert "Vendo se as telas mudaram Consultório Dra. Aurora Lindner, IPASEM-NH, 10/2026" in during
    assert "Vendo se as telas mudaram: o portal não respondeu. Sem conexão." in _wrong(ana)


def test_what_runs_shows_how_far_it_is_and_one_that_died_does_not(panel: Panel, ana: Person) -> None:
    with panel.house.books() as ledger:
        ledger.turns.take(LAUNCH, "eu", HOUR, side_by_side=9)
        mes = next(
            m
            for m in ledger.months.all()
            if (m.clinica, m.portal, m.competencia.iso) == ("aurora", "cassind", "2026-10")
        )
        count = len(ledger.entries.of(mes))
    running = words(ana.sees("/dia"))
    panel.clock.now += HOUR
    later = words(ana.sees("/dia"))

    assert f"Lançando Consultório Dra. Aurora Lindner, CASSIND, 10/2026 desde 09:00 {count} de {count}" in running
    assert "Nada está em andamento agora." in later


def test_a_command_that_somebody_typed_shows_as_work_on_its_login(panel: Panel, ana: Person) -> None:
    with panel.house.books() as ledger:
        account = account_of(panel.office, "vale-sereno", "ipasem")
        lease = ledger.leases.take("ipasem", account, "terminal", HOUR)
        during = words(ana.sees("/dia"))
        ledger.leases.release(lease)
    after = words(ana.sees("/dia"))

    assert "Um comando trabalha Clínica Vale Sereno, IPASEM-NH desde 09:00" in during
    assert "Nada está em andamento agora." in after

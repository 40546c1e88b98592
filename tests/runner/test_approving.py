"""Nothing final leaves before a person approved what is in it; what the screen forms otherwise is asked anew."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent.accounting.story import story_of
from agent.model.competencia import Competencia
from agent.model.errors import Moved
from agent.model.figures import Figures
from agent.people.approval import Approver, GivenApproval, NobodyToAsk
from agent.runner.office import OfficeRuns
from agent.runner.plan import Plan
from agent.schedule.approving import YES, answer_state
from agent.schedule.asking import Asking
from tests.schedule.working import Working, working

OUTUBRO = Competencia(2026, 10)
WHAT = "Faturar c0 em cassind, 10/2026: "


class Person:
    """Says yes so many times, and then no; remembers what was shown."""

    def __init__(self, yes: int = 99) -> None:
        self.shown: list[tuple[str, int]] = []
        self.states: list[str] = []
        self._yes = yes

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        self.shown.append((what, len(findings)))
        self.states.append(state_hash)
        self._yes -= 1
        return "Ana" if self._yes >= 0 else None


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """Seven consultas of one clinic, which the portal takes in clicks of five and two."""
    made = working(tmp_path, 1, "03/11 09:00")
    made.send_sheet("c0", OUTUBRO, 7)
    return made


@contextmanager
def runs(office: Working) -> Iterator[OfficeRuns]:
    with office.desk() as desk:
        yield OfficeRuns(desk, OUTUBRO, [("c0", "cassind")])


def planned(office: Working) -> Plan:
    with runs(office) as commands:
        (plan,) = commands.planejar()
    assert isinstance(plan, Plan)
    return plan


def launch(office: Working, approver: Approver) -> Figures:
    with runs(office) as commands:
        (figures,) = commands.lancar(approver)
    return figures


def billed(office: Working) -> int:
    return len(office.insurers["cassind"].ever)


def approvals(office: Working) -> list[tuple[str, str]]:
    with office.open_ledger() as ledger:
        events = [event for event in ledger.events.all() if event.kind == "plan.approved"]
    return [(event.body["hash"], event.actor) for event in events]


def test_each_final_click_is_approved_before_the_first_and_the_ledger_says_by_whom(office: Working) -> None:
    plan, person = planned(office), Person()

    figures = launch(office, person)

    assert (person.shown, person.states) == ([(f"{WHAT}2 envios definitivos", 2)], [plan.aprovacao])
    assert approvals(office) == [(envio.hash, "Ana") for envio in plan.envios]
    assert (figures.lancadas, figures.avisos, billed(office)) == (7, (), 7)


def test_without_a_yes_nothing_is_sent_and_the_figures_say_so(office: Working) -> None:
    planned(office)

    figures = launch(office, Person(yes=0))

    assert (figures.avisos, figures.pendentes, billed(office)) == (
        ("2 envios definitivos sem aprovação: nada do que está ali foi enviado",),
        7,
        0,
    )


def test_without_anybody_to_ask_the_state_to_approve_is_told(office: Working) -> None:
    plan = planned(office)

    figures = launch(office, NobodyToAsk())

    assert figures.avisos == (
        f"{WHAT}2 envios definitivos: falta a aprovação de uma pessoa. Nada foi feito. "
        f"Confira os achados e repita o comando com --aprovar {plan.aprovacao}",
    )
    assert billed(office) == 0


def test_what_a_command_asked_through_the_queue_is_sent_when_it_is_repeated_after_the_yes(office: Working) -> None:
    plan = planned(office)
    asking = Asking(office.open_ledger, NobodyToAsk(), "olga")

    launch(office, asking)
    before = billed(office)
    with office.open_ledger() as ledger:
        answer_state(ledger, plan.aprovacao, YES, "Aprígio")
    figures = launch(office, asking)

    assert (before, figures.lancadas, figures.avisos, billed(office)) == (0, 7, (), 7)
    assert approvals(office) == [(envio.hash, "Aprígio") for envio in plan.envios]


def test_an_approval_given_for_one_of_them_sends_that_one_alone(office: Working) -> None:
    _, second = planned(office).envios

    figures = launch(office, GivenApproval("ana", second.hash))

    assert (figures.lancadas, figures.pendentes, figures.avisos) == (
        2,
        5,
        ("1 envio definitivo sem aprovação: nada do que está ali foi enviado",),
    )


def test_an_approval_of_another_state_sends_nothing(office: Working) -> None:
    planned(office)

    with pytest.raises(Moved, match="a aprovação dada é de outro estado"):
        launch(office, GivenApproval("ana", "ab" * 32))

    assert billed(office) == 0


def test_what_was_approved_is_not_asked_again_when_a_run_goes_on(office: Working) -> None:
    planned(office)
    office.insurers["cassind"].loses = lambda save: save == 5
    launch(office, Person())
    office.insurers["cassind"].rows.clear()  # the lost one turns out not to be there

    person = Person()
    launch(office, person)

    assert person.shown == []


def test_a_click_that_the_screen_forms_otherwise_is_held_until_that_is_approved(office: Working) -> None:
    plan, person = planned(office), Person(yes=1)
    first = plan.envios[0].guias[0]
    office.insurers["cassind"].differs = lambda asked: asked.numero_autorizacao == first

    figures = launch(office, person)

    assert [shown for shown, _ in person.shown] == [f"{WHAT}2 envios definitivos", f"{WHAT}1 envio definitivo"]
    assert (figures.lancadas, figures.recusadas, figures.pendentes) == (2, 1, 4)
    assert figures.avisos == (
        "não foi enviado, porque não é o que foi aprovado: 4 guias, 4 lançamentos, R$ 260,00 "
        f"(envio {person.states[1][:6]})",
    )
    after = launch(office, GivenApproval("ana", person.states[1]))
    assert (after.lancadas, after.recusadas, after.pendentes) == (6, 1, 0)


def test_an_approval_brought_along_is_not_good_for_what_the_screen_forms(office: Working) -> None:
    plan = planned(office)
    first = plan.envios[0].guias[0]
    office.insurers["cassind"].differs = lambda asked: asked.numero_autorizacao == first

    figures = launch(office, GivenApproval("ana", plan.aprovacao))

    assert (figures.lancadas, figures.recusadas, figures.pendentes) == (2, 1, 4)
    assert "a aprovação dada é de outro estado" in figures.avisos[0]


def test_the_story_of_an_entry_says_that_its_click_was_approved(office: Working) -> None:
    planned(office)
    launch(office, Person())
    with office.open_ledger() as ledger:
        (mes,) = (each for each in ledger.months.all() if each.portal == "cassind" and each.competencia == OUTUBRO)
        entry = ledger.entries.of(mes)[0]
        told = [(moment.actor, moment.text) for moment in story_of(entry.id, ledger.events.all(mes.id))]
    assert ("Ana", "Aprovado: um envio deste mês.") in told

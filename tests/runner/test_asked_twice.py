"""A service that two sheets ask for: of two months it is sent once; of two values none is taken for what they say."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from agent.model.competencia import Competencia
from agent.model.entry import State
from agent.runner.acts import OfficeActs
from agent.runner.office import OfficeRuns
from agent.runner.plan import Plan
from tests.runner.test_approving import Person
from tests.schedule.working import Working, working

OUTUBRO, NOVEMBRO = Competencia(2026, 10), Competencia(2026, 11)


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """A clinic whose November sheet carries October's rows over."""
    made = working(tmp_path, 1, "03/12 09:00")
    made.send_sheet("c0", OUTUBRO, 2)
    made.insurers["ipasem"].door("u-c0").remember()
    (october,) = made.office.entrada("c0").iterdir()
    text = october.read_text(encoding="utf-8").replace("Produção 10/2026", "Produção 11/2026")
    october.with_name("2026-11.csv").write_text(text, encoding="utf-8")
    return made


def planned(office: Working, competencia: Competencia) -> list[tuple[int, set[str]]]:
    """How many each portal's plan would send, and why others are blocked."""
    with office.desk() as desk:
        plans = OfficeRuns(desk, competencia, [("c0", "ipasem")]).planejar()
    made = [plan for plan in plans if isinstance(plan, Plan)]
    return [(len(plan.to_launch), {item.why for item in plan.blocked}) for plan in made]


def launched(office: Working, competencia: Competencia) -> Sequence[str]:
    """The warnings of a launch."""
    with office.desk() as desk:
        (figures,) = OfficeRuns(desk, competencia, [("c0", "ipasem")]).lancar(Person())
    return figures.avisos


def test_planned_for_both_it_is_launched_by_the_first_and_held_by_the_other(office: Working) -> None:
    # November first: nothing was known of October then, so both plans have it.
    assert planned(office, NOVEMBRO) == [(2, set())]
    assert planned(office, OUTUBRO) == [(2, set())]
    launched(office, OUTUBRO)
    told = launched(office, NOVEMBRO)
    assert sorted(office.insurers["ipasem"].ever.values()) == [1, 1]
    assert [text.partition(": ")[2] for text in told[:2]] == ["já está no movimento 10/2026 (lancada)"] * 2
    with office.desk() as desk:
        states = {e.state for mes in desk.ledger.months.all() if mes.competencia == NOVEMBRO
                  for e in desk.ledger.entries.of(mes)}  # fmt: skip
    assert states == {State.PENDENTE}


def test_the_earlier_month_goes_first(office: Working) -> None:
    assert planned(office, OUTUBRO) == [(2, set())]
    why = "também está na planilha de 10/2026, que vai primeiro: lance-a lá, ou tire-a de lá"
    assert planned(office, NOVEMBRO) == [(0, {why})]
    launched(office, OUTUBRO)
    assert planned(office, NOVEMBRO) == [(0, {"já está no movimento 10/2026 (lancada)"})]
    assert sorted(office.insurers["ipasem"].ever.values()) == [1, 1]


def test_a_value_on_which_two_sheets_disagree_is_not_offered_for_correction(office: Working) -> None:
    planned(office, OUTUBRO)
    launched(office, OUTUBRO)
    folder = office.office.entrada("c0")
    (october,) = [file for file in folder.iterdir() if file.name != "2026-11.csv"]
    text = october.read_text(encoding="utf-8")
    assert text.count("65,00") >= 2
    october.with_name("zz corrigida.csv").write_text(text.replace("65,00", "80,00"), encoding="utf-8")
    person = Person()
    with office.desk() as desk:
        (answer,) = OfficeActs(desk, OUTUBRO, [("c0", "ipasem")]).corrigir(person)
    assert (person.shown, answer.textos) == ([], ("a planilha diz o mesmo que foi lançado: nada a corrigir",))

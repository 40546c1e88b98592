"""The first month with a hand on it, in real Chromium: each entry saved on a word, a text explained once for all."""

from dataclasses import dataclass, field, replace

import pytest

from agent.cli.passo import TerminalHand
from agent.model.figures import Figures
from agent.runner.by_hand import by_hand
from agent.runner.office import OfficeRuns
from tests.journey.insurers import MES
from tests.journey.ipasem import Ipasem
from tests.journey.office import CLINICA, Approves, Office

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("insure", [Ipasem], ids=["ipasem"], indirect=True)]


@dataclass
class Person:
    """Somebody at the terminal who answers so; `heard` is what was said to them."""

    answers: list[str]
    heard: list[str] = field(default_factory=list)

    def ask(self, question: str) -> str:
        self.heard.append(question)
        return self.answers.pop(0)


def launched(office: Office, person: Person) -> Figures:
    """faturista lancar --passo-a-passo."""
    hand = TerminalHand(office.folder, person.heard.append, person.ask)
    with office.desk() as desk:
        watched = replace(desk, open_door=by_hand(desk.open_door, hand))
        (figures,) = OfficeRuns(watched, MES, [(CLINICA, "ipasem")]).lancar(Approves())
    return figures


@pytest.mark.long
def test_a_yes_saves_one_a_no_leaves_the_next_and_a_later_run_ends_with_each_once(office: Office) -> None:
    first, second = office.insurer.services
    person = Person(["s", ""])
    figures = launched(office, person)
    assert (figures.lancadas, office.saved()) == (1, [office.insurer.row(first)])
    assert "  paciente: planilha Ilka Brum · tela ILKA BRUM" in person.heard
    assert "  valor: planilha 65,00 · tela 65,00" in person.heard

    assert office.lancar().lancadas == 2
    assert office.insurer.rows() == office.insurer.wanted([first, second])
    assert office.insurer.exceeded() == []


def test_a_text_is_explained_once_and_means_that_from_the_next_run_on(office: Office) -> None:
    first, second = office.insurer.services
    office.insurer.faults.arm(
        "unknown_notice", on="abrir", number=first.numero, text=f"Guia {first.numero} em análise.", times=None
    )
    person = Person(["1", "r"])
    assert launched(office, person).lancadas == 1
    assert "  Seria guardado assim, sem dados de paciente: 'Guia {numero} em análise.'" in person.heard

    figures = office.lancar()
    assert (figures.lancadas, figures.recusadas) == (1, 1)
    (motivo,) = office.motivos()
    assert motivo.startswith(f"Guia {first.numero} em análise.")
    assert office.insurer.rows() == office.insurer.wanted([second])

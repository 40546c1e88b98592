"""lancar --passo-a-passo: nothing is saved before the person said so, and a no loses and doubles nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from agent.model.answer import Outcome, Prepared, Unknown
from agent.model.competencia import Competencia
from agent.model.errors import PersonNeeded, UnexpectedDialog, UnknownMessage
from agent.model.figures import Figures
from agent.model.lancamento import Lancamento
from agent.runner.by_hand import ByHand, by_hand
from agent.runner.office import OfficeRuns
from portals.base import Portal
from tests.portals.imaginaria.office import lancamento
from tests.runner.test_approving import Person
from tests.schedule.insurer import MONTHLY
from tests.schedule.working import Working, working

OUTUBRO = Competencia(2026, 10)


@dataclass
class Watching:
    """Answers yes (s), yes and the rest (r), or no (n), in that order."""

    words: str
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rest: set[str] = field(default_factory=set)

    def goes(self, portal: str, like: str, prepared: Prepared) -> bool:
        if portal in self.rest:
            return True
        self.asked.append((portal, like, len(prepared.ready)))
        word, self.words = self.words[0], self.words[1:]
        if word == "r":
            self.rest.add(portal)
        return word != "n"

    def classify(self, portal: str, text: str, sent: Sequence[Lancamento]) -> None:
        self.said.append(f"{portal}: {text} ({len(sent)})")


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """Four consultas of one clinic at IPASEM, planned."""
    made = working(tmp_path, 1, "03/11 09:00")
    made.send_sheet("c0", OUTUBRO, 4)
    made.insurers["ipasem"].door("u-c0").remember()
    with runs(made, None) as commands:
        commands.planejar()
    return made


@contextmanager
def runs(office: Working, hand: Watching | None) -> Iterator[OfficeRuns]:
    with office.desk() as desk:
        watched = replace(desk, open_door=by_hand(desk.open_door, hand)) if hand else desk
        yield OfficeRuns(watched, OUTUBRO, [("c0", "ipasem")])


def launch(office: Working, hand: Watching | None) -> Figures:
    with runs(office, hand) as commands:
        (figures,) = commands.lancar(Person())
    return figures


def saved(office: Working) -> list[int]:
    """How often each entry was ever saved."""
    return sorted(office.insurers["ipasem"].ever.values())


def test_each_entry_waits_for_its_word_until_the_person_says_the_rest_like_this(office: Working) -> None:
    hand = Watching("sr")
    figures = launch(office, hand)
    assert hand.asked == [("ipasem", "consulta", 1)] * 2
    assert (figures.lancadas, saved(office)) == (4, [1, 1, 1, 1])


def test_a_no_saves_nothing_of_that_entry_and_the_next_run_ends_with_each_once(office: Working) -> None:
    figures = launch(office, Watching("sn"))
    assert (figures.lancadas, saved(office), figures.parado) == (1, [1], "")
    assert figures.avisos == (
        "ipasem: Quem acompanha não mandou gravar; nada deste lançamento foi gravado. "
        "Confira a planilha e o portal; depois rode lancar de novo.",
    )
    assert launch(office, None).lancadas == 4
    assert saved(office) == [1, 1, 1, 1]


class Screen:
    """A portal that says one thing to whatever is asked of it."""

    name = "ipasem"
    capabilities = MONTHLY

    def __init__(self, error: UnknownMessage | None = None, outcome: Outcome | None = None) -> None:
        self._error = error
        self._outcome = outcome

    def prepare(self, batch: Sequence[Lancamento]) -> Prepared:
        if self._error:
            raise self._error
        return Prepared(tuple(batch))

    def submit(self, prepared: Prepared) -> Outcome:
        assert self._outcome is not None
        return self._outcome


def watched(hand: Watching, **says: object) -> ByHand:
    portal: Portal = Screen(**says)  # type: ignore[arg-type, assignment]  # as much of one as is asked here
    return ByHand(portal, hand)


def test_an_unknown_text_is_put_to_the_person_and_still_stops_the_entry() -> None:
    hand = Watching("")
    with pytest.raises(UnknownMessage):
        watched(hand, error=UnknownMessage("O portal mostrou…", said="Convênio suspenso.")).prepare([lancamento()])
    assert hand.said == ["ipasem: Convênio suspenso. (1)"]


def test_an_unknown_answer_to_a_save_is_put_to_the_person_and_stays_unknown() -> None:
    hand = Watching("s")
    outcome = Unknown("o portal respondeu…", unclassified=True, said="Registro 8300 aceito.")
    portal = watched(hand, outcome=outcome)
    assert portal.submit(portal.prepare([lancamento()])) == outcome
    assert hand.said == ["ipasem: Registro 8300 aceito. (1)"]


def test_a_question_of_the_portals_is_never_put_to_the_person_as_a_text() -> None:
    hand = Watching("")
    with pytest.raises(UnexpectedDialog):
        watched(hand, error=UnexpectedDialog("O portal pergunta: 'Excluir tudo?'.")).prepare([lancamento()])
    assert hand.said == []


def test_without_a_yes_nothing_is_ready() -> None:
    with pytest.raises(PersonNeeded):
        watched(Watching("n")).prepare([lancamento()])

"""The form of an odontologia authorisation: the code is looked up, the faces are picked one by one."""

import re
from dataclasses import replace

from agent.model.answer import Difference
from agent.model.errors import PageChanged
from agent.model.lancamento import Lancamento
from portals.browser.traffic import Traffic
from portals.ipasem.compare import dental_differences, wanted_dental
from portals.ipasem.pages.entry import EntryForm, State
from portals.ipasem.pages.fields import enter
from portals.ipasem.pages.requerimentos import WHERE
from portals.ipasem.scripts import script

FACES = {
    "D": "DISTAL",
    "I": "INCISAL",
    "L": "LINGUAL",
    "M": "MESIAL",
    "O": "OCLUSAL",
    "P": "PALATINA",
    "V": "VESTIBULAR",
}
_QUESTIONS = 3
_NUMBER = re.compile(r"movimento\W*(\d+)", re.IGNORECASE)
_PICKED = re.compile(rf"({'|'.join(FACES.values())})\s*[✓✔]", re.IGNORECASE)


class OdontoForm(EntryForm):
    """As EntryForm; `face` is a field that takes one name after the other and shows what was picked with a ✓."""

    panel = "odontologia"
    fields = ("data", "codigo", "dente", "face", "observacao", "valor")

    def _wanted(self, lancamento: Lancamento) -> dict[str, str]:
        return wanted_dental(lancamento)

    def _differences(self, lancamento: Lancamento, state: State) -> tuple[Difference, ...]:
        return dental_differences(lancamento, {**state.values, "face": self._picked()})

    def _to_type(self, name: str, asked: dict[str, str], state: State) -> bool:
        if name == "face":
            return "face" in asked and self._picked() != asked["face"]
        return super()._to_type(name, asked, state)

    def _enter(self, name: str, text: str, *, over: str) -> None:
        if name != "face":
            super()._enter(name, text, over=over)
            return
        there = self._picked()
        for letter in there:
            if letter not in text:
                self._take_off(FACES[letter])
        for letter in text:
            if letter not in there:
                self._pick(FACES[letter])

    def _moved_on(self, name: str, traffic: Traffic) -> State:
        """A code that is looked up is asked about twice, once for the list and once for the code: wait for both."""
        state = super()._moved_on(name, traffic)
        for _ in range(_QUESTIONS):
            if state.active is not None:
                break
            now, _news = self._settled(traffic)
            state = now if now.active != name else state
        return state

    def _as_state(self, values: tuple[str, ...], whole: bool) -> State:
        """The code stands beside the row's number too, once it is accepted: of that line only the number is an echo."""
        state = super()._as_state(values, whole)
        found = _NUMBER.search(state.echo[0]) if state.echo else None
        return replace(state, echo=(found[1], *state.echo[1:])) if found else state

    def _pick(self, name: str) -> None:
        """One face, by its whole name; the list that opens takes it with Enter."""
        keyboard = self._screen.session.page.keyboard
        enter(keyboard, name, over="", by_key=True)
        keyboard.press("Enter")
        self._answered()

    def _take_off(self, name: str) -> None:
        """A face that is picked, by a click on it; what the form shows then is compared before the save."""
        field = self._opened.form["face"]
        mark = field.evaluate_handle(script("picked.js"), name).as_element()
        if mark is None:
            raise PageChanged(f"A tela não mostra a face {name} como escolhida.", where=WHERE)
        mark.click()
        self._answered()
        field.focus()

    def _picked(self) -> str:
        """The letters of the faces that the form shows as picked, sorted."""
        words = str(self._opened.form["face"].evaluate(script("faces.js")))
        names = {name.upper() for name in _PICKED.findall(words)}
        return "".join(sorted(letter for letter, name in FACES.items() if name in names))

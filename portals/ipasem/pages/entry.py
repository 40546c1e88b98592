"""One entry on the launch screen: from field to field by Enter, everything read back, Gravar Movimento once."""

from dataclasses import dataclass
from typing import Any

from agent.model.answer import Confirmed, Difference, Outcome, Recibo, Refused, Unknown
from agent.model.errors import PageChanged, PortalError, PortalUnavailable, UnknownMessage
from agent.model.lancamento import Lancamento
from agent.model.valor import Centavos, read_valor
from portals.browser.traffic import Traffic
from portals.browser.translate import portal_errors
from portals.ipasem.compare import agrees, echo_differences, form_differences, wanted
from portals.ipasem.messages import Classe
from portals.ipasem.pages.requerimentos import WHERE, Opened, Requerimentos, enter, refusal
from portals.ipasem.pages.screen import LATER, Screen, Seen
from portals.ipasem.scripts import script

_FIELDS = ("conselho", "codigo", "data", "quantidade", "valor", "observacao")


@dataclass(frozen=True, slots=True)
class State:
    """The form at one moment. `values` by field; `active`: the field with the keyboard; `echo`: patient and row."""

    values: dict[str, str]
    active: str | None
    echo: tuple[str, ...]
    whole: bool


class EntryForm:
    """The form that an authorisation opened. `override_value`: type the sheet's value over the portal's own."""

    def __init__(self, screen: Screen, desk: Requerimentos, opened: Opened, *, override_value: bool) -> None:
        self._screen = screen
        self._desk = desk
        self._opened = opened
        self._override_value = override_value
        self._valor: Centavos = 0
        handles = [
            *(opened.form[name] for name in _FIELDS),
            opened.form["movimento"],
            *opened.paciente.handles.values(),
        ]
        self._elements = handles

    def echo(self, lancamento: Lancamento) -> tuple[Difference, ...]:
        """The patient on the screen against the sheet's."""
        return echo_differences(lancamento, self._opened.paciente.shown)

    def fill(self, lancamento: Lancamento) -> tuple[Difference, ...] | Refused:
        """Fill the form and read all of it back: what differs, or what the portal refused.

        Raises PortalError when the portal says something unknown or the form is no longer the one that was opened.
        """
        with portal_errors(WHERE), self._screen.session.watched() as traffic:
            before = self._state()
            now = self._filled(before, lancamento, traffic)
            news = self._screen.news()
        self._screen.untroubled(news, traffic, WHERE)
        if refused := refusal(news):
            return refused
        self._screen.only(news, (), WHERE)
        if not now.whole or now.echo != before.echo:
            raise PageChanged("A tela passou a mostrar outro requerimento.", where=WHERE)
        differences = form_differences(lancamento, now.values)
        self._valor = 0 if differences else read_valor(now.values["valor"])
        return differences

    def save(self, lancamento: Lancamento) -> Outcome:
        """Gravar Movimento: one press, and the named outcome bound to this row's number. Never raises after it."""
        try:
            with portal_errors(WHERE), self._screen.session.watched() as traffic:
                seen = self._screen.after(self._press_save, traffic)
            if seen and (confirmed := self._confirmed(seen, lancamento)):
                return confirmed
            seen = self._screen.untroubled(seen, traffic, WHERE)
            self._screen.only(seen, (Classe.RECUSA,), WHERE)
            if refused := refusal(seen):
                self._screen.dismiss(WHERE)
                self._desk.discard(self._desk.again(self._opened))
                return refused
        except PortalError as error:
            return Unknown(str(error), unclassified=isinstance(error, UnknownMessage))
        return Unknown(f"{WHERE}: o portal não disse se gravou o movimento {self._opened.movimento}.")

    def discard(self) -> None:
        """Excluir Registro, confirmed by the portal, or PortalError."""
        self._desk.discard(self._opened)

    def _press_save(self) -> None:
        self._opened.form["gravar"].focus()
        self._screen.session.page.keyboard.press("Enter")

    def _confirmed(self, seen: Seen, lancamento: Lancamento) -> Confirmed | None:
        """The success text with this very row's number, and nothing beside it."""
        said = [m for m in seen.messages if m.classe is not Classe.NEUTRA]
        if len(said) != 1 or said[0].classe is not Classe.GRAVADO or self._screen.session.dialogs.unexpected:
            return None
        if said[0].valores.get("movimento") != self._opened.movimento:
            return None
        return Confirmed(said[0].texto, (Recibo(lancamento, self._opened.movimento, self._valor),))

    def _filled(self, before: State, lancamento: Lancamento, traffic: Traffic) -> State:
        """The form once it is filled and the portal has had its say; letter by letter where pasting did not do."""
        self._walk(before, lancamento, traffic, by_key=False)
        now = self._settled(traffic)
        if self._left(wanted(lancamento), set(), now):
            self._walk(now, lancamento, traffic, by_key=True)
            now = self._settled(traffic)
        return now

    def _walk(self, state: State, lancamento: Lancamento, traffic: Traffic, *, by_key: bool) -> None:
        """From field to field, wherever the portal puts the keyboard, each one once, until nothing is left to type."""
        asked, done = wanted(lancamento), set[str]()
        if state.active is None:
            self._opened.form[_FIELDS[0]].focus()
            state = self._state()
        while (name := state.active) is not None and self._left(asked, done, state):
            if name in done:
                raise PageChanged(f"O portal voltou a um campo já preenchido ({name}).", where=WHERE)
            done.add(name)
            if self._to_type(name, asked, state):
                field, over = self._opened.form[name], state.values[name]
                enter(self._screen, field, asked[name], over=over, here=True, by_key=by_key)
            self._screen.session.page.keyboard.press("Enter")
            state = self._moved_on(name, traffic)

    def _left(self, asked: dict[str, str], done: set[str], state: State) -> bool:
        return any(name not in done and self._to_type(name, asked, state) for name in asked)

    def _to_type(self, name: str, asked: dict[str, str], state: State) -> bool:
        if name not in asked or agrees(name, asked[name], state.values[name]):
            return False
        return name != "valor" or self._override_value

    def _moved_on(self, name: str, traffic: Traffic) -> State:
        """The form once the keyboard has left the field; the portal may ask its server first, and may refuse."""
        state = self._state()
        if state.active == name:
            state = self._settled(traffic)
        return state if state.active != name else State(state.values, None, state.echo, state.whole)

    def _settled(self, traffic: Traffic) -> State:
        if not self._screen.session.settle(traffic, self._screen.timeout_s):
            raise PortalUnavailable("O portal não respondeu no tempo esperado.", where=WHERE, do=LATER)
        return self._state(turns=2)

    def _state(self, turns: int = 0) -> State:
        asked = {"elements": self._elements, "turns": turns}
        found: dict[str, Any] = self._opened.form.frame.evaluate(script("fields.js"), asked)
        values, echo = found["values"][: len(_FIELDS)], found["values"][len(_FIELDS) :]
        active = _FIELDS[found["active"]] if 0 <= found["active"] < len(_FIELDS) else None
        return State(dict(zip(_FIELDS, values, strict=True)), active, tuple(echo), found["whole"])

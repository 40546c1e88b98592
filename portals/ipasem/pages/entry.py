"""One entry on the launch screen: from field to field by Enter, everything read back, Gravar Movimento once."""

from dataclasses import dataclass, replace

from agent.model.answer import Conferido, Confirmed, Difference, Outcome, Recibo, Refused, Unknown
from agent.model.errors import PageChanged, PortalError, PortalUnavailable, UnknownMessage
from agent.model.lancamento import Lancamento
from agent.model.valor import read_valor
from portals.browser.traffic import Traffic
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.fields import Reading, enter, fields_question, fields_read, read_fields
from portals.ipasem.pages.requerimentos import WHERE, Opened, Requerimentos, refusal
from portals.ipasem.pages.screen import LATER, Screen, Seen
from portals.screens.compare import agrees, differences, echo_differences, wanted


@dataclass(frozen=True, slots=True)
class State:
    """The form at one moment. `values` by field; `active`: the field with the keyboard; `echo`: patient and row."""

    values: dict[str, str]
    active: str | None
    echo: tuple[str, ...]
    whole: bool


class EntryForm:
    """The form that an authorisation opened. `override_value`: type the sheet's value over the portal's own.

    `finished`: the row was saved before and is being changed; then nothing here ever deletes it.
    """

    panel = "requerimento"
    fields: tuple[str, ...] = ("conselho", "codigo", "data", "quantidade", "valor", "observacao")

    def __init__(
        self, screen: Screen, desk: Requerimentos, opened: Opened, *, override_value: bool, finished: bool = False
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._opened = opened
        self._override_value = override_value
        self._finished = finished
        self._save = len(self.fields)
        self._traffic: Traffic | None = None
        self._first: State | None = None
        self._held: State | None = None
        echo = ((opened.paciente, key) for key in opened.paciente.shown)
        self._asked = [*((opened.form, key) for key in (*self.fields, "gravar", "movimento")), *echo]

    def echo(self, lancamento: Lancamento) -> tuple[Difference, ...]:
        """The patient on the screen against the sheet's."""
        return echo_differences(lancamento, self._opened.paciente.shown)

    def holds(self, lancamento: Lancamento) -> bool:
        """Whether every field shows what the sheet says as the form stands; nothing is typed."""
        with portal_errors(WHERE):
            now = read_fields(self._asked)
            return not self._differences(lancamento, self._as_state(now.values, now.whole))

    def fill(self, lancamento: Lancamento) -> tuple[Difference, ...] | Refused:
        """Fill the form and read all of it back: what differs, or what the portal refused.

        Raises PortalError when the portal says something unknown or the form is no longer the one that was opened.
        """
        with portal_errors(WHERE), self._screen.session.watched() as traffic:
            self._traffic = traffic
            now, news = self._filled(lancamento, traffic)
        self._screen.untroubled(news, traffic, WHERE)
        if refused := refusal(news):
            return refused
        self._screen.only(news, (), WHERE)
        if not now.whole or now.echo != (self._first or now).echo:
            raise PageChanged("A tela passou a mostrar outro requerimento.", where=WHERE)
        differences = self._differences(lancamento, now)
        self._held = None if differences else now
        return differences

    def save(self, lancamento: Lancamento) -> Outcome:
        """Gravar Movimento: one press, and the named outcome bound to this row's number.

        Raises PageChanged, before the press, when the form no longer holds what was compared; nothing after it.
        """
        valor = self._ready_to_press()
        try:
            with portal_errors(WHERE), self._screen.session.watched() as traffic:
                seen = self._screen.after(self._press, traffic)
            if seen and (text := self._confirmed(seen)):
                return Confirmed(text, (Recibo(lancamento, self._opened.movimento, valor),))
            seen = self._screen.untroubled(seen, traffic, WHERE)
            self._screen.only(seen, (Classe.RECUSA,), WHERE)
            if refused := refusal(seen):
                self._screen.dismiss(WHERE)
                self._leave()
                return refused
        except PortalError as error:
            return Unknown(str(error), unclassified=isinstance(error, UnknownMessage), said=error.said)
        return Unknown(f"{WHERE}: o portal não disse se gravou o movimento {self._opened.movimento}.")

    def compared(self, lancamento: Lancamento) -> tuple[Conferido, ...]:
        """What was compared before the save, as the sheet and the screen have it."""
        asked = {
            **self._wanted(lancamento),
            "paciente": lancamento.beneficiario,
            "matricula": lancamento.numero_carteira,
        }
        shown = {**self._opened.paciente.shown, **(self._held.values if self._held else {})}
        return tuple(Conferido(key, asked.get(key, ""), text) for key, text in shown.items() if text or asked.get(key))

    def discard(self) -> None:
        """Excluir Registro, confirmed by the portal, or PortalError; a finished row stays as it was."""
        if not self._finished:
            self._desk.discard(self._opened)

    def _leave(self) -> None:
        """After a refusal the portal shows the form anew: no draft stays, and no finished row goes."""
        again = self._desk.again(self._opened)
        if not self._finished:
            self._desk.discard(again)

    def _to_hold(self, lancamento: Lancamento) -> dict[str, str]:
        """What is typed; of a row saved before, what the sheet is silent on is emptied, but for the value."""
        said = self._wanted(lancamento)
        silent = (field for field in self.fields if field not in (*said, "valor")) if self._finished else ()
        return {**dict.fromkeys(silent, ""), **said}

    def _wanted(self, lancamento: Lancamento) -> dict[str, str]:
        """What each field must hold, as a person types it."""
        return wanted(lancamento)

    def _differences(self, lancamento: Lancamento, state: State) -> tuple[Difference, ...]:
        """Every field whose content is not what the sheet asks."""
        return differences(wanted(lancamento), state.values)

    def _ready_to_press(self) -> int:
        """The keyboard on Gravar Movimento, and the form as it was compared; its value in centavos."""
        with portal_errors(WHERE):
            now = read_fields(self._asked, focus=self._save)
        state = self._held
        if (
            state is None
            or now.active != self._save
            or replace(self._as_state(now.values, now.whole), active=state.active) != state
        ):
            raise PageChanged("A tela não está mais com o que foi conferido; nada foi gravado.", where=WHERE)
        return read_valor(state.values["valor"])

    def _press(self) -> None:
        self._screen.session.page.keyboard.press("Enter")

    def _confirmed(self, seen: Seen) -> str | None:
        """The success text with this very row's number, and nothing beside it."""
        said = [m for m in seen.messages if m.classe is not Classe.NEUTRA]
        if len(said) != 1 or said[0].classe is not Classe.GRAVADO or self._screen.session.dialogs.unexpected:
            return None
        return said[0].texto if said[0].valores.get("movimento") == self._opened.movimento else None

    def _filled(self, lancamento: Lancamento, traffic: Traffic) -> tuple[State, Seen]:
        """From field to field, wherever the portal puts the keyboard, each one once, until nothing is left to type.

        Returns the form once the portal has had its say, and what it said meanwhile.
        """
        shown, asked, done = self._opened.form.shown, self._to_hold(lancamento), set[str]()
        state = State({key: shown[key] for key in self.fields}, self._opened.form.active, (), whole=True)
        if state.active not in self.fields:
            state = self._state(focus=0)
        news: Seen | None = None
        while (name := state.active) in self.fields and self._left(asked, done, state):
            if name in done:
                raise PageChanged(f"O portal voltou a um campo já preenchido ({name}).", where=WHERE)
            done.add(name)
            news = None
            if self._to_type(name, asked, state):
                self._enter(name, asked[name], over=state.values[name])
            self._screen.session.page.keyboard.press("Enter")
            if self._left(asked, done, state):
                state = self._moved_on(name, traffic)
            else:
                state, news = self._settled(traffic)
        return self._settled(traffic) if news is None else (state, news)

    def _enter(self, name: str, text: str, *, over: str) -> None:
        """Text into the field with the keyboard; the first time of a session it is looked at before Enter."""
        keyboard, by_key = self._screen.session.page.keyboard, self._desk.by_key
        enter(keyboard, text, over=over, by_key=by_key.get(name, False))
        if name not in by_key:
            seen = self._state().values[name]
            by_key[name] = not agrees(name, text, seen)
            if by_key[name]:
                enter(keyboard, text, over=seen, by_key=True)

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
            state, _ = self._settled(traffic)
        return state if state.active != name else replace(state, active=None)

    def _settled(self, traffic: Traffic) -> tuple[State, Seen]:
        """The form and what the portal said, once it has answered whatever it was asked."""
        if not self._screen.session.settle(traffic, self._screen.timeout_s):
            raise PortalUnavailable("O portal não respondeu no tempo esperado.", where=WHERE, do=LATER)
        form = self._opened.form
        news, answer = self._screen.news(form.frame, fields_question(self._asked, turns=2))
        return self._known(fields_read(answer, WHERE)), news

    def _state(self, *, focus: int = -1) -> State:
        return self._known(read_fields(self._asked, focus=focus))

    def _known(self, now: Reading) -> State:
        active = self.fields[now.active] if 0 <= now.active < self._save else None
        state = replace(self._as_state(now.values, now.whole), active=active)
        self._first = self._first or state
        return state

    def _answered(self) -> None:
        """Wait until the portal has answered whatever the form asked it."""
        assert self._traffic is not None
        if not self._screen.session.settle(self._traffic, self._screen.timeout_s):
            raise PortalUnavailable("O portal não respondeu no tempo esperado.", where=WHERE, do=LATER)

    def _as_state(self, values: tuple[str, ...], whole: bool) -> State:
        fields = dict(zip(self.fields, values, strict=False))
        return State(fields, None, values[self._save + 1 :], whole)

"""Gerar Requerimentos: the authorisation and Enter, what it opens, Alterar and Excluir Registro."""

from dataclasses import dataclass
from functools import partial

from playwright.sync_api import ElementHandle

from agent.model.answer import Refused
from agent.model.competencia import Competencia
from agent.model.errors import PageChanged, PortalUnavailable
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.ipasem.scripts import script
from portals.locate.find import Form

WHERE = f"{TITLE}, lançamento"


@dataclass(frozen=True)
class Opened:
    """An authorisation on the screen: the row's number there, the form, and the patient's panel."""

    numero: str
    movimento: str
    form: Form
    paciente: Form


class Requerimentos:
    """The launch screen of one month."""

    def __init__(self, screen: Screen, home: Home) -> None:
        self._screen = screen
        self._home = home

    def open(self, competencia: Competencia, numero: str) -> Opened | Refused:
        """Type the authorisation and Enter; what the portal then shows for it. Opening leaves a draft there.

        Refused in the portal's own words; raises UnknownMessage for other words, PageChanged for another screen.
        """
        form = self._number_form(competencia)
        with portal_errors(WHERE):
            enter(
                self._screen, form["autorizacao"], numero, over=form.shown["autorizacao"], here=form.active is not None
            )
            if form["autorizacao"].input_value() != numero:
                raise PageChanged("O campo da autorização não ficou com o que foi digitado.", where=WHERE)
        seen = self._screen.act(lambda: self._screen.session.page.keyboard.press("Enter"), WHERE, ["requerimento"])
        if "requerimento" not in seen.screens:
            return self._refusal(seen)
        self._screen.only(seen, (), WHERE)
        return self._opened(numero)

    def discard(self, opened: Opened) -> Seen:
        """Excluir Registro for the row on the screen, and see it confirmed. Raises PortalError when it is not."""
        seen = self._screen.confirm(lambda: opened.form["excluir"].press("Enter"), Classe.EXCLUIR, WHERE)
        if not seen.said(Classe.EXCLUIDO):
            self._screen.only(seen, (), WHERE)
            raise PortalUnavailable(f"O portal não confirmou a exclusão do registro {opened.movimento}.", where=WHERE)
        return seen

    def again(self, opened: Opened) -> Opened:
        """The same row after the portal has shown the screen anew. Raises PageChanged when it is another row."""
        now = self._opened(opened.numero)
        if now.movimento != opened.movimento:
            raise PageChanged(f"A tela mostra o movimento {now.movimento}, não {opened.movimento}.", where=WHERE)
        return now

    def alter(self, opened: Opened, movimento: str) -> Opened:
        """Alterar: bring a finished row of the same authorisation into the form. Raises PageChanged."""
        labels = self._screen.labels.panels["incluido"]
        names, label = labels.fields["alterar"].names, labels.titles[0]
        asked = {"names": list(names), "label": label, "number": movimento}
        with portal_errors(WHERE):
            found = opened.form.frame.evaluate_handle(script("item.js"), asked).as_element()
        if found is None:
            raise PageChanged(f"A tela não mostra {names[0]!r} para o movimento {movimento}.", where=WHERE)
        seen = self._screen.act(partial(found.press, "Enter"), WHERE, ["requerimento"])
        self._screen.only(seen, (), WHERE)
        return self._opened(opened.numero)

    def _enter_number(self, field: ElementHandle, numero: str, *, over: str, here: bool) -> None:
        enter(self._screen, field, numero, over=over, here=here)
        if (seen := field.input_value()) != numero:
            enter(self._screen, field, numero, over=seen, here=False, by_key=True)
            if field.input_value() != numero:
                raise PageChanged("O campo da autorização não ficou com o que foi digitado.", where=WHERE)

    def _number_form(self, competencia: Competencia) -> Form:
        with portal_errors(WHERE):
            here = self._screen.look()
        self._screen.dismiss(WHERE, here)
        if not here.screens.get("numero", "").endswith(f" {competencia}"):
            self._open_month(competencia)
        form = self._screen.form("numero", WHERE)
        if not form.title.endswith(f" {competencia}"):
            raise PageChanged(f"A tela é a de {form.title!r}, não a de {competencia}.", where=WHERE)
        return form

    def _open_month(self, competencia: Competencia) -> None:
        seen = self._home.ask("gerar", competencia, ["numero"])
        if "numero" not in seen.screens:
            texts = "; ".join(m.texto for m in seen.messages)
            raise PageChanged(f"O portal não abriu {competencia} para lançamento: {texts!r}.", where=WHERE)

    def _refusal(self, seen: Seen) -> Refused:
        refused = refusal(seen)
        self._screen.only(seen, (Classe.RECUSA,), WHERE)
        if refused is None:
            raise PageChanged("O portal não abriu a autorização nem disse por quê.", where=WHERE)
        self._screen.dismiss(WHERE)
        return refused

    def _opened(self, numero: str) -> Opened:
        forms = self._screen.forms(["requerimento", "paciente"], WHERE)
        form = forms["requerimento"]
        if not form.shown["movimento"]:
            raise PageChanged("A tela não mostra o ID do Movimento.", where=WHERE)
        return Opened(numero, form.shown["movimento"], form, forms["paciente"])


def refusal(seen: Seen) -> Refused | None:
    """What the portal said no with, in its own words."""
    texts = [m.texto for m in seen.messages if m.classe is Classe.RECUSA]
    return Refused("; ".join(texts)) if texts else None


def enter(screen: Screen, field: ElementHandle, text: str, *, over: str, here: bool, by_key: bool = False) -> None:
    """Put a text into a field over what it holds. `here`: the keyboard is in it already.

    It goes in at once, as when a person pastes it; `by_key` types it letter by letter, for a field that wants that.
    """
    keyboard = screen.session.page.keyboard
    if not here:
        field.focus()
    if over:
        keyboard.press("ControlOrMeta+A")
    if by_key:
        keyboard.type(text)
    else:
        keyboard.insert_text(text)

"""Gerar Requerimentos: the authorisation and Enter, what it opens, Alterar and Excluir Registro."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from agent.model.answer import Refused
from agent.model.competencia import Competencia
from agent.model.errors import PageChanged, PortalUnavailable
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.fields import enter, read_fields
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.ipasem.scripts import script
from portals.locate.find import Form

WHERE = f"{TITLE}, lançamento"


@dataclass(frozen=True)
class Opened:
    """An authorisation on the screen: the row's number there, the form, and the patient's panel.

    `panel`: which fields the form was found by: "requerimento", "odontologia", or "registro" for its number alone.
    """

    numero: str
    movimento: str
    form: Form
    paciente: Form
    panel: str = "requerimento"


class Requerimentos:
    """The launch screen of one month. `by_key`: fields met so far, and whether they want text letter by letter."""

    def __init__(self, screen: Screen, home: Home) -> None:
        self._screen = screen
        self._home = home
        self.by_key: dict[str, bool] = {}

    def open(self, competencia: Competencia, numero: str, panel: str = "requerimento") -> Opened | Refused:
        """Type the authorisation and Enter; the `panel` that the portal then shows for it. Opening leaves a draft.

        Refused in the portal's own words; raises UnknownMessage for other words, PageChanged for another screen.
        """
        form = self._number_form(competencia)
        with portal_errors(WHERE):
            self._enter_number(form, numero)
        press = partial(self._screen.session.page.keyboard.press, "Enter")
        seen, sought = self._screen.lead_to(press, WHERE, "requerimento", (panel, "paciente"))
        if "requerimento" not in seen.screens:
            return self._refusal(seen)
        self._screen.only(seen, (), WHERE)
        return _opened(numero, sought(), panel)

    def discard(self, opened: Opened) -> Seen:
        """Excluir Registro for the row on the screen, and see it confirmed. Raises PortalError when it is not."""
        seen = self._screen.confirm(lambda: opened.form["excluir"].press("Enter"), Classe.EXCLUIR, WHERE)
        if not seen.said(Classe.EXCLUIDO):
            self._screen.only(seen, (), WHERE)
            raise PortalUnavailable(f"O portal não confirmou a exclusão do registro {opened.movimento}.", where=WHERE)
        return seen

    def again(self, opened: Opened) -> Opened:
        """The same row after the portal has shown the screen anew. Raises PageChanged when it is another row."""
        now = self._shown(opened)
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
        return self._shown(opened)

    def _enter_number(self, form: Form, numero: str) -> None:
        """The number, read back where the keyboard is; letter by letter if pasting did not do."""
        keyboard, over = self._screen.session.page.keyboard, form.shown["autorizacao"]
        for by_key in (False, True):
            enter(keyboard, numero, over=over, by_key=by_key, field=None if form.active else form["autorizacao"])
            now = read_fields([(form, "autorizacao")])
            if now.active == 0 and now.values[0] == numero:
                return
            over = now.values[0]
        raise PageChanged("O campo da autorização não ficou com o que foi digitado.", where=WHERE)

    def _number_form(self, competencia: Competencia) -> Form:
        here, sought = self._screen.look_for(["numero"], WHERE)
        covered = self._screen.dismiss(WHERE, here)
        there = here.screens.get("numero", "").endswith(f" {competencia}")
        if not there:
            self._open_month(competencia)
        form = self._screen.form("numero", WHERE) if covered or not there else sought()["numero"]
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

    def _shown(self, opened: Opened) -> Opened:
        forms = self._screen.forms((opened.panel, "paciente"), WHERE)
        return _opened(opened.numero, forms, opened.panel)


def _opened(numero: str, forms: Mapping[str, Form], panel: str) -> Opened:
    form = forms[panel]
    if not form.shown["movimento"]:
        raise PageChanged("A tela não mostra o ID do Movimento.", where=WHERE)
    return Opened(numero, form.shown["movimento"], form, forms["paciente"], panel)


def refusal(seen: Seen) -> Refused | None:
    """What the portal said no with, in its own words, and what a person does about it in ours."""
    said = [m for m in seen.messages if m.classe is Classe.RECUSA]
    explanations = dict.fromkeys(m.explicacao for m in said if m.explicacao)
    return Refused("; ".join(m.texto for m in said), " ".join(explanations)) if said else None

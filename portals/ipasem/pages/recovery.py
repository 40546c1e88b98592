"""Primeiro Acesso/Recuperar Senha: CPF/CNPJ, an e-mail to choose, the link, the new password twice."""

import re
from collections.abc import Callable
from contextlib import suppress

from agent.model.answer import Confirmed, Outcome, Refused, Unknown
from agent.model.errors import PageChanged, PortalError
from portals.base import Presence
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.robot import Robot
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.ipasem.scripts import script
from portals.locate.find import find_form
from portals.locate.labels import FieldKind, FieldLabel

WHERE = f"{TITLE}, recuperar senha"
_EMAIL = re.compile(r"[\w.*+-]+@[\w.*-]+")


class Recovery:
    """The screens without a login. `name` is the portal's, for whoever is called to tick the box."""

    def __init__(self, screen: Screen, robot: Robot, name: str) -> None:
        self._screen = screen
        self._robot = robot
        self._name = name

    def ask(self, user: str, presence: Presence) -> tuple[str, ...]:
        """From the way in to the e-mails that may be chosen. Raises PageChanged where the portal offers none."""
        self._screen.arrive(["entrada"], WHERE, self._screen.session.goto)
        link = self._screen.form("entrada", WHERE, ["recuperar"])["recuperar"]
        self._screen.act(link.click, WHERE, ["recuperar"], way_in=True)
        form = self._screen.form("recuperar", WHERE)
        with portal_errors(WHERE):
            self._screen.session.type_secret(form["usuario"], user, WHERE)
        if self._robot.wait(form["usuario"], self._name, presence, WHERE):
            self._screen.act(form["enviar"].click, WHERE, ["escolher_email"], way_in=True)
        return self._emails()

    def send(self, email: str, presence: Presence) -> str:
        """Choose the e-mail and have the link sent; the portal's words."""
        panel = self._screen.labels.panels["escolher_email"]
        choice = FieldLabel(names=(email,), kind=FieldKind.RADIO)
        chosen = panel.model_copy(update={"fields": {**panel.fields, "email": choice}})
        with portal_errors(WHERE):
            form = find_form(self._screen.session.frames(), chosen, WHERE)
            form["email"].check()
        if not self._robot.wait(form["enviar"], self._name, presence, WHERE):
            raise PageChanged("A tela mudou antes de o e-mail ser enviado.", where=WHERE)
        seen = self._screen.act(form["enviar"].click, WHERE, way_in=True)
        if said := seen.said(Classe.EMAIL_ENVIADO):
            return said.texto
        raise self._stopped(seen)

    def change(self, link: str, password: str, presence: Presence) -> Outcome:
        """Open the link and set the password: Confirmed by the portal's sentence, Refused in its words.

        Raises PageChanged for a link that is not the portal's own; then nothing was opened.
        """
        if not (link.startswith(("http:", "https:")) and self._screen.session.hosts.allows(link)):
            raise PageChanged("O link não é deste portal; nada foi aberto.", where=WHERE, do="Confira o e-mail.")
        seen = self._screen.arrive(["nova_senha", "recuperar"], WHERE, lambda: self._screen.session.goto(link))
        if said := seen.said(Classe.LINK_MORTO):
            return Refused(said.texto, "Peça outro link: rode recuperar-senha de novo.")
        form = self._screen.form("nova_senha", WHERE)
        with portal_errors(WHERE):
            for field in ("nova", "confirmacao"):
                self._screen.session.type_secret(form[field], password, WHERE)
        if not self._robot.wait(form["nova"], self._name, presence, WHERE):
            return Unknown(f"{WHERE}: a tela mudou antes de a senha ser alterada.")
        return self._changed(form["alterar"].click)

    def _changed(self, press: Callable[[], object]) -> Outcome:
        try:
            seen = self._screen.act(press, WHERE, way_in=True)
            if said := seen.said(Classe.SENHA_NOVA):
                with suppress(PortalError):  # OK leads to the way in, and takes its own window along
                    self._screen.dismiss(WHERE)
                return Confirmed(said.texto)
            self._screen.only(seen, (Classe.SENHA_RECUSADA, Classe.LINK_MORTO), WHERE)
        except PortalError as error:
            return Unknown(str(error))
        texts = [m.texto for m in seen.messages if m.classe in (Classe.SENHA_RECUSADA, Classe.LINK_MORTO)]
        return Refused("; ".join(texts)) if texts else Unknown(f"{WHERE}: o portal não disse se alterou a senha.")

    def _emails(self) -> tuple[str, ...]:
        seen = self._screen.arrive(["escolher_email"], WHERE)
        if "escolher_email" not in seen.screens:
            raise self._stopped(seen)
        with portal_errors(WHERE):
            texts = [str(frame.evaluate(script("words.js"))) for frame in self._screen.session.frames()]
        found = tuple(dict.fromkeys(match for text in texts for match in _EMAIL.findall(text)))
        if not found:
            raise PageChanged("O portal não mostra nenhum e-mail.", where=WHERE)
        return found

    def _stopped(self, seen: Seen) -> PageChanged:
        texts = "; ".join(m.texto for m in seen.messages)
        return PageChanged(
            f"O portal não continuou: {texts!r}.", where=WHERE, do="Confira no portal, ou fale com o Ipasem."
        )

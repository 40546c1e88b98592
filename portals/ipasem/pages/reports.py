"""The month's reports: conference while it is open, closing once it is closed, return after the audit."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.model.competencia import Competencia
from agent.model.demonstrativo import SemRetorno
from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.ipasem.scripts import script


@dataclass(frozen=True, slots=True)
class Report:
    """A report's page as HTML (red rows marked), and where it stands for a person."""

    html: str
    where: str
    fechado: bool
    title: str = ""


class Reports:
    """The cards that lead to reports."""

    def __init__(self, screen: Screen, home: Home) -> None:
        self._screen = screen
        self._home = home

    def record(self, competencia: Competencia, *, order: Sequence[str] = ()) -> Report:
        """The month's record: the conference report, or the closing one where the portal says the month is closed.

        `order`: the words of the order wanted, the portal's own where there is none.
        """
        where = f"{TITLE}, relatório de conferência {competencia}"
        seen = self._home.ask("conferencia", competencia, ["relatorio_conferencia"], order=order)
        if not seen.said(Classe.JA_FECHADO):
            return self.shown(seen, "relatorio_conferencia", competencia, where)
        where = f"{TITLE}, relatório de fechamento {competencia}"
        seen = self._home.ask("fechamento", competencia, ["relatorio_fechamento"], order=order)
        return self.shown(seen, "relatorio_fechamento", competencia, where)

    def retorno(self, competencia: Competencia, *, glosado: bool) -> Report | SemRetorno:
        """One of the two return reports, or the portal's word that there is none yet."""
        where = f"{TITLE}, retorno {competencia}, glosado: {'Sim' if glosado else 'Não'}"
        choose = "sim" if glosado else "nao"
        seen = self._home.ask("retorno", competencia, ["relatorio_retorno"], choose)
        for classe in (Classe.SEM_RETORNO, Classe.AINDA_ABERTO):
            if said := seen.said(classe):
                self._screen.dismiss(where)
                return SemRetorno(said.texto)
        return self.shown(seen, "relatorio_retorno", competencia, where)

    def shown(self, seen: Seen, name: str, competencia: Competencia, where: str) -> Report:
        """The report that `seen` says has opened. Raises PageChanged unless it is that month's, once."""
        self._screen.only(seen, (), where)
        title = seen.screens.get(name, "")
        if not title.endswith(f" {competencia}"):
            raise PageChanged(f"O relatório de {competencia} não abriu; a tela mostra {title!r}.", where=where)
        with portal_errors(where):
            pages = [frame.evaluate(script("report.js"), title) for frame in self._screen.session.frames()]
        shown = [html for html in pages if html]
        if len(shown) != 1:
            raise PageChanged(f"O relatório aparece {len(shown)} vezes na tela.", where=where)
        return Report(shown[0], where, fechado=name == "relatorio_fechamento", title=title)

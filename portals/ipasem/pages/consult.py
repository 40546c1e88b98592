"""CONSULTAR AUTORIZAÇÃO and REGISTRO DE ATIVIDADES: two cards that only tell."""

from functools import partial
from itertools import count, takewhile

from agent.model.answer import Refused
from agent.model.atividade import Atividade
from agent.model.competencia import Competencia
from agent.model.consulta import Consulta
from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.reports import Reports
from portals.ipasem.pages.requerimentos import refusal
from portals.ipasem.pages.screen import TITLE, Screen
from portals.ipasem.reading import read_atividades


class Consult:
    """The two cards."""

    def __init__(self, screen: Screen, home: Home, reports: Reports) -> None:
        self._screen = screen
        self._home = home
        self._reports = reports

    def authorisation(self, numero: str) -> Consulta | Refused:
        """What the portal says of one authorisation; Refused in its own words. Raises PageChanged for another one."""
        where = f"{TITLE}, consulta da autorização {numero}"
        form = self._home.open("consultar")
        with portal_errors(where):
            form["autorizacao"].fill(numero)
        seen = self._screen.act(partial(form["acessar"].press, "Enter"), where, ["consulta"])
        self._screen.only(seen, (Classe.RECUSA,), where)
        if "consulta" not in seen.screens:
            refused = refusal(seen)
            self._screen.dismiss(where)
            if refused is None:
                raise PageChanged("O portal não mostrou a autorização nem disse por quê.", where=where)
            return refused
        shown = self._screen.form("consulta_dados", where).shown
        if shown["autorizacao"] != numero:
            raise PageChanged(f"O portal mostra a autorização {shown['autorizacao']}.", where=where)
        return Consulta(numero, shown["situacao"], shown.get("emissao", ""), shown.get("procedimentos", ""))

    def activities(self, competencia: Competencia, until: Competencia) -> tuple[Atividade, ...]:
        """What the portal remembers of this login in the month and in those after it, as far as `until`.

        The card is by the month of the act, and a month is launched and closed after its last day.
        """
        later = takewhile(lambda month: month <= until, map(competencia.plus, count(1)))
        return tuple(act for month in (competencia, *later) for act in self._of_month(month))

    def _of_month(self, competencia: Competencia) -> tuple[Atividade, ...]:
        where = f"{TITLE}, registro de atividades {competencia}"
        seen = self._home.ask("atividades", competencia, ["relatorio_atividades"])
        page = self._reports.shown(seen, "relatorio_atividades", competencia, where)
        return read_atividades(page.html, self._screen.columns, where=where)

"""Protocolos de faturamento: the portal's own record of what was billed, and of what was answered."""

from dataclasses import dataclass

from agent.model.errors import PageChanged
from portals.solus import columns
from portals.solus.messages import Classe, of
from portals.solus.pages.access import Access
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import Screen
from portals.solus.periodo import Periodo
from portals.solus.reading import Contas, read_contas

_PANEL = "protocolos"


@dataclass(frozen=True, slots=True)
class Listing:
    """One reading of the list: the contas, the page they were read from, and what the portal said if there are none."""

    contas: Contas
    html: str
    text: str = ""


class Protocolos:
    """The screen. It changes nothing on the portal."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._title = screen.labels.panels[_PANEL].titles[0]
        self.where = screen.place("Protocolos de faturamento")

    def list(self, periodo: Periodo) -> Listing:
        """Every conta that was sent within `periodo`. Raises PageChanged for a list that cannot be read."""
        self._access.open(_PANEL, _PANEL)
        form = self._screen.form(_PANEL, self.where)
        second = fill_period(form["periodo"], periodo, self.where)
        inicio, fim = periodo.typed
        fields = {"de": form["periodo"], "ate": second, "lote": form["lote"], "conta": form["conta"]}
        check_filled(fields, {"de": inicio, "ate": fim, "lote": "", "conta": ""}, self.where)
        seen = self._screen.click(form["listar"], self.where)
        said = self._screen.calm(seen, self.where, (Classe.VAZIA, Classe.PERIODO))
        if refused := of(Classe.PERIODO, said):
            raise PageChanged(f"O portal não aceitou o período {periodo}: {refused[0].texto!r}.", where=self.where)
        html = self._screen.html_of(self._title, self.where)
        if empty := of(Classe.VAZIA, said):
            return Listing(Contas(()), html, empty[0].texto)
        return Listing(read_contas(html, columns.contas(), where=self.where), html)

"""Protocolos de faturamento: the portal's own record of what was billed, and of what was answered."""

from dataclasses import dataclass, field

from agent.model.errors import PageChanged
from portals.solus.messages import Classe, of
from portals.solus.pages.access import Access
from portals.solus.pages.paging import Links, Paging
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import Screen
from portals.solus.periodo import Periodo
from portals.solus.reading import Contas, read_contas, with_page

_PANEL = "protocolos"


@dataclass(frozen=True, slots=True)
class Listing:
    """One reading of the list, all its pages: the contas, what was read, what the portal said if there are none.

    `links`: where each printable protocolo is, by its number.
    """

    contas: Contas
    html: str
    text: str = ""
    links: Links = field(default_factory=dict)


class Protocolos:
    """The screen. It changes nothing on the portal."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._paging = Paging(screen)
        self._title = screen.labels.panels[_PANEL].titles[0]
        self.where = screen.place("Protocolos de faturamento")

    def list(self, periodo: Periodo, *, lote: str = "", conta: str = "") -> Listing:
        """Every conta that was sent within `periodo`, of one lote or number where named, from every page of the list.

        Raises PageChanged for a list that cannot be read or pages that do not follow each other, ReportUntrusted where
        they do not speak of one list.
        """
        self._access.open(_PANEL, _PANEL)
        form = self._screen.form(_PANEL, self.where)
        second = fill_period(form["periodo"], periodo, self.where)
        form["lote"].fill(lote)
        form["conta"].fill(conta)
        inicio, fim = periodo.typed
        fields = {"de": form["periodo"], "ate": second, "lote": form["lote"], "conta": form["conta"]}
        check_filled(fields, {"de": inicio, "ate": fim, "lote": lote, "conta": conta}, self.where)
        seen = self._screen.click(form["listar"], self.where)
        said = self._screen.calm(seen, self.where, (Classe.VAZIA, Classe.PERIODO))
        if refused := of(Classe.PERIODO, said):
            raise PageChanged(f"O portal não aceitou o período {periodo}: {refused[0].texto!r}.", where=self.where)
        read = self._paging.read(self._title, self.where)
        if empty := of(Classe.VAZIA, said):
            return Listing(Contas(()), read.text, empty[0].texto)
        contas, *further = (read_contas(html, self._screen.columns("contas"), where=self.where) for html in read.html)
        for page in further:
            contas = with_page(contas, page, where=self.where)
        return Listing(contas, read.text, links=read.links)

    def printed(self, listing: Listing, protocolo: str) -> bytes:
        """The printable protocolo, as the portal shows it. Raises PageChanged where it lets none be printed."""
        return self._paging.document(listing.links, protocolo, self.where)

"""Relatórios: the two lists, every page of them, and the documents that they lead to. Changes nothing there."""

from dataclasses import dataclass, field

from agent.model.errors import PageChanged
from portals.grid import Columns
from portals.solus.messages import Classe, of
from portals.solus.pages.access import Access
from portals.solus.pages.paging import Links, Paging
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import Screen
from portals.solus.periodo import Periodo


@dataclass(frozen=True, slots=True)
class Report:
    """One list as it was read: the HTML of each page, and what the portal said where it is empty ("" otherwise).

    `columns`: its headings. `links`: where its documents are, by their text.
    """

    pages: tuple[str, ...]
    text: str
    columns: Columns
    links: Links = field(default_factory=dict)

    @property
    def html(self) -> str:
        """All pages as one text, to be kept."""
        return "\n".join(self.pages)


class Relatorios:
    """The reports of one session."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._paging = Paging(screen)

    def where(self, panel: str) -> str:
        """Portal and report, as errors name them."""
        return self._screen.place({"glosas": "Relação geral de glosas"}.get(panel, "Demonstrativos de pagamentos"))

    def list(self, panel: str, periodo: Periodo) -> Report:
        """One of the two lists (glosas, demonstrativos) for what was sent in `periodo`."""
        where = self.where(panel)
        self._access.open(panel, panel, menu="relatorios")
        form = self._screen.form(panel, where)
        second = fill_period(form["periodo"], periodo, where)
        inicio, fim = periodo.typed
        check_filled({"de": form["periodo"], "ate": second}, {"de": inicio, "ate": fim}, where)
        seen = self._screen.click(form["listar"], where)
        said = self._screen.calm(seen, where, (Classe.VAZIA, Classe.PERIODO))
        if refused := of(Classe.PERIODO, said):
            raise PageChanged(f"O portal não aceitou o período {periodo}: {refused[0].texto!r}.", where=where)
        empty = of(Classe.VAZIA, said)
        read = self._paging.read(self._screen.labels.panels[panel].titles[0], where)
        return Report(read.html, empty[0].texto if empty else "", self._screen.columns(panel), read.links)

    def file(self, report: Report, link: str, panel: str) -> bytes:
        """The document that the one link of the list with this text leads to. Raises PageChanged."""
        return self._paging.document(report.links, link, self.where(panel))

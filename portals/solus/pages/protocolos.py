"""Protocolos de faturamento: the portal's own record of what was billed, and of what was answered."""

from dataclasses import dataclass

from agent.model.errors import PageChanged
from portals.solus import columns
from portals.solus.messages import Classe, of
from portals.solus.pages.access import Access
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import Screen
from portals.solus.periodo import Periodo
from portals.solus.reading import Contas, read_contas, read_page, with_page

_PANEL = "protocolos"


@dataclass(frozen=True, slots=True)
class Listing:
    """One reading of the list, all its pages: the contas, what was read, what the portal said if there are none."""

    contas: Contas
    html: str
    text: str = ""
    pages: int = 1


class Protocolos:
    """The screen. It changes nothing on the portal."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
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
        html = self._screen.html_of(self._title, self.where)
        if empty := of(Classe.VAZIA, said):
            return Listing(Contas(()), html, empty[0].texto)
        return self._all_pages(html)

    def _all_pages(self, html: str) -> Listing:
        """The list from its first page on: each next one is asked for once, and must be the one that follows."""
        contas, (_, pages) = read_contas(html, columns.contas(), where=self.where), self._page(html, 1)
        read = [html]
        for number in range(2, pages + 1):
            button = self._screen.form("protocolos_paginas", self.where)["proxima"]
            self._screen.calm(self._screen.click(button, self.where), self.where)
            read.append(self._screen.html_of(self._title, self.where))
            if self._page(read[-1], number)[1] != pages:
                raise PageChanged("A lista mudou enquanto era lida.", where=self.where, do="Rode de novo.")
            contas = with_page(contas, read_contas(read[-1], columns.contas(), where=self.where), where=self.where)
        return Listing(contas, "\n".join(read), pages=pages)

    def _page(self, html: str, number: int) -> tuple[int, int]:
        """Which page this is and of how many. Raises PageChanged when it is not the `number`-th."""
        page = read_page(html, where=self.where)
        if page[0] != number:
            raise PageChanged(f'A tela diz "Página {page[0]} de {page[1]}"; era esperada a {number}.', where=self.where)
        return page

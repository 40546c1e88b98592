"""Relatórios: the two lists, and the documents that links of a list lead to. Changes nothing on the portal."""

from dataclasses import dataclass
from urllib.parse import urljoin

from agent.model.errors import PageChanged, PortalUnavailable
from portals.browser.translate import portal_errors
from portals.solus.messages import Classe, of
from portals.solus.pages.access import Access
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import LATER, Screen
from portals.solus.periodo import Periodo

# Several rows of one protocolo have the same link.
_LINK = """(text) => {
  const links = [...document.querySelectorAll("a[href]")].filter((e) => e.checkVisibility());
  const places = new Set(links.filter((e) => e.innerText.trim() === text).map((e) => e.href));
  return places.size === 1 ? [...places][0] : null;
}"""


@dataclass(frozen=True, slots=True)
class Report:
    """One list as it was read: its HTML, and what the portal said where it is empty ("" otherwise)."""

    html: str
    text: str


class Relatorios:
    """The reports of one session."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access

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
        html = self._screen.html_of(self._screen.labels.panels[panel].titles[0], where)
        return Report(html, empty[0].texto if empty else "")

    def file(self, link: str, where: str) -> bytes:
        """What the one link with this text leads to, fetched in this session. Raises PageChanged for another host."""
        with portal_errors(where):
            hrefs = [frame.evaluate(_LINK, link) for frame in self._screen.session.frames()]
        found = [href for href in hrefs if href]
        if len(found) != 1:
            raise PageChanged(f"O documento {link!r} aparece {len(found)} vezes na tela.", where=where)
        return self._fetched(urljoin(self._screen.session.page.url, found[0]), where)

    def _fetched(self, address: str, where: str) -> bytes:
        session = self._screen.session
        if not session.hosts.allows(address):
            raise PageChanged("O documento está noutro endereço, o que foi recusado.", where=where)
        with portal_errors(where):
            answer = session.context.request.get(address, max_redirects=0, timeout=self._screen.timeout_s * 1000)
            if not answer.ok:
                raise PortalUnavailable(f"O documento veio com erro {answer.status}.", where=where, do=LATER)
            return answer.body()

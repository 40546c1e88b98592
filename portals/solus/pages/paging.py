"""A list of several pages, read from its first page to its last; with the documents that its rows lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from agent.model.errors import PageChanged, PortalUnavailable
from portals.browser.translate import portal_errors
from portals.solus.pages.screen import LATER, Screen
from portals.solus.reading import read_page

# Several rows of one protocolo have the same link, so an address counts once. A link goes by its words and, where the
# page names it more fully, by that name.
_LINKS = """() => [...document.querySelectorAll("a[href]")].filter((e) => e.checkVisibility())
  .flatMap((e) => [e.innerText.trim(), e.ariaLabel?.trim()].filter(Boolean).map((name) => [name, e.href]))"""

Links = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Pages:
    """The HTML of each page, in order, and where the links of all of them lead, by their text."""

    html: tuple[str, ...]
    links: Links

    @property
    def text(self) -> str:
        """All pages as one text, to be kept."""
        return "\n".join(self.html)


class Paging:
    """Lists of one session. It presses nothing but "Próxima", and changes nothing on the portal."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def read(self, title: str, where: str) -> Pages:
        """Every page of the list on the screen, which shows the first: each next one is asked for once.

        Raises PageChanged where a page is not the one that follows, or the list changed meanwhile.
        """
        html = [self._screen.html_of(title, where)]
        links = [self._links(where)]
        pages = _page(html[0], 1, where)
        for number in range(2, pages + 1):
            button = self._screen.form("paginas", where)["proxima"]
            self._screen.calm(self._screen.click(button, where), where)
            html.append(self._screen.html_of(title, where))
            links.append(self._links(where))
            if _page(html[-1], number, where) != pages:
                raise PageChanged("A lista mudou enquanto era lida.", where=where, do="Rode de novo.")
        return Pages(tuple(html), _together(each for page in links for each in page))

    def document(self, links: Links, text: str, where: str) -> bytes:
        """What the one link with this text leads to, fetched in this session. Raises PageChanged for another host."""
        found = links.get(text, frozenset())
        if len(found) != 1:
            raise PageChanged(f"O documento {text!r} aparece {len(found)} vezes na tela.", where=where)
        session = self._screen.session
        address = urljoin(session.page.url, next(iter(found)))
        if not session.hosts.allows(address):
            raise PageChanged("O documento está noutro endereço, o que foi recusado.", where=where)
        with portal_errors(where):
            answer = session.context.request.get(address, max_redirects=0, timeout=self._screen.timeout_s * 1000)
            if not answer.ok:
                raise PortalUnavailable(f"O documento veio com erro {answer.status}.", where=where, do=LATER)
            return answer.body()

    def _links(self, where: str) -> list[tuple[str, str]]:
        with portal_errors(where):
            return [(text, href) for frame in self._screen.session.frames() for text, href in frame.evaluate(_LINKS)]


def _page(html: str, expected: int, where: str) -> int:
    """Of how many pages this is the `expected`-th. Raises PageChanged when it is another."""
    number, pages = read_page(html, where=where)
    if number != expected:
        raise PageChanged(f'A tela diz "Página {number} de {pages}"; era esperada a {expected}.', where=where)
    return pages


def _together(links: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for text, href in links:
        found[text] = found.get(text, frozenset()) | {href}
    return found

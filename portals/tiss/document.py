"""One TISS message opened safely, and its values read by name, each with a place for the error."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from agent.model.errors import ReportUntrusted
from agent.model.valor import Centavos
from portals.tiss.texto import read_reais

Element = etree._Element
ANOTHER = "Nada deste arquivo foi usado. Peça à operadora outro demonstrativo."
_AGAIN = "Nada deste arquivo foi usado. Baixe-o de novo, ou peça-o de novo à operadora."
_XML = "Nada deste arquivo foi usado. Confira se é o arquivo XML do TISS que a operadora envia ou deixa no portal."


def opened(xml: bytes, where: str) -> Element:
    """The root. No entity is resolved and nothing is fetched. Raises ReportUntrusted for what is no TISS message."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        what = f"O arquivo não é um XML inteiro (linha {error.lineno})."
        raise ReportUntrusted(what, where=where, do=_AGAIN) from None
    if root.getroottree().docinfo.doctype or etree.QName(root).localname != "mensagemTISS":
        raise ReportUntrusted("O arquivo não é uma mensagem TISS.", where=where, do=_XML)
    return root


class Block:
    """One element of a message. `place` is where a person finds it: file, protocolo, guia, item."""

    def __init__(self, element: Element, place: str) -> None:
        self._element = element
        self.place = place

    def under(self, *path: str) -> Iterator["Block"]:
        """Every element at the end of `path`, child by child, in the message's order."""
        found = [self._element]
        for name in path:
            found = [child for parent in found for child in parent.iterchildren(f"{{*}}{name}")]
        return (Block(element, self.place) for element in found)

    def one(self, *path: str) -> "Block":
        """The only element at the end of `path`. Raises ReportUntrusted where there is none or more."""
        found = list(self.under(*path))
        if len(found) != 1:
            raise ReportUntrusted(f'"{"/".join(path)}" aparece {len(found)} vezes.', where=self.place, do=ANOTHER)
        return found[0]

    def text(self, *path: str) -> str:
        """The text at the end of `path`; "" where there is none."""
        found = list(self.under(*path))
        return (found[0]._element.text or "").strip() if found else ""

    def valor(self, *path: str, default: Centavos | None = None) -> Centavos:
        """Centavos at the end of `path`, or the default where it is empty. Raises ReportUntrusted for no amount."""
        text = self.text(*path)
        if not text and default is not None:
            return default
        try:
            return read_reais(text)
        except ValueError as error:
            raise ReportUntrusted(f'"{path[-1]}": {error}.', where=self.place, do=ANOTHER) from None

    def dia(self, *path: str) -> date:
        """The ISO date at the end of `path`. Raises ReportUntrusted for anything else."""
        text = self.text(*path)
        try:
            return date.fromisoformat(text)
        except ValueError:
            what = f'"{path[-1]}" não é uma data: {text!r}.'
            raise ReportUntrusted(what, where=self.place, do=ANOTHER) from None

    def named(self, place: str) -> "Block":
        """The same element, one step nearer."""
        return Block(self._element, f"{self.place}, {place}")

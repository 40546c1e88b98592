"""Elements of the TISS namespace written in order, empty ones left out."""

from collections.abc import Callable, Iterable

from lxml import etree

NS = "http://www.ans.gov.br/padroes/tiss/schemas"

Element = etree._Element
Part = Element | None


def node(tag: str, *parts: Part | Iterable[Element]) -> Element:
    """An element with these children, in this order; None is left out."""
    made = etree.Element(f"{{{NS}}}{tag}", nsmap={"ans": NS})
    for part in parts:
        if part is None:
            continue
        if isinstance(part, Element):
            made.append(part)
        else:
            made.extend(part)
    return made


def leaf(tag: str, text: str) -> Element:
    """An element that holds a text."""
    made = node(tag)
    made.text = text
    return made


def maybe(tag: str, text: str) -> Part:
    """`leaf`, or None of an empty text."""
    return leaf(tag, text) if text else None


def chosen(pairs: Iterable[tuple[str, str]], missing: Callable[[], Exception]) -> Element:
    """The first of the alternatives that has a text. Raises what `missing` makes where none has."""
    for tag, text in pairs:
        if text:
            return leaf(tag, text)
    raise missing()

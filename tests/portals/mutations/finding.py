"""Where a label, its field and the piece of the page that holds both are, and a copy that the form does not send."""

import copy
import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

SILENT = frozenset({"script", "style", "option", "textarea"})
CONTROL = ".//input[not(@type) or @type='text'] | .//select | .//textarea"


def folded(text: str | None) -> str:
    """Words as they are compared here."""
    return re.sub(r"[\s:*]+$", "", " ".join((text or "").split())).casefold()


def labels(root: HtmlElement, words: str) -> list[HtmlElement]:
    """Every element whose own text begins with these words and that names a field, innermost."""
    return [
        e
        for e in root.iter()
        if isinstance(e.tag, str)
        and e.tag not in (*SILENT, "a", "button", "th", "b", "strong")
        and folded(e.text) == folded(words)
    ]


def control_of(label: HtmlElement) -> HtmlElement | None:
    """The field that the label is for: by its id, else the next one of the page."""
    root = label.getroottree().getroot()
    if label.get("for"):
        return next(iter(root.xpath("//*[@id=$id]", id=str(label.get("for")))), None)
    after = label.xpath("following::input[not(@type) or @type='text'] | following::select | following::textarea")
    return after[0] if after else None


def block_of(label: HtmlElement, control: HtmlElement) -> HtmlElement:
    """The largest piece of the page that holds this label and this field and no other field."""
    block = next(a for a in control.iterancestors() if a is label.getparent() or a in label.iterancestors())
    while (parent := block.getparent()) is not None and len(parent.xpath(CONTROL)) <= len(block.xpath(CONTROL)):
        if parent.tag in ("form", "body", "tbody", "table") or parent.getparent() is None:
            break
        block = parent
    return block


def fields_of(root: HtmlElement, words: str) -> Iterator[tuple[HtmlElement, HtmlElement, HtmlElement]]:
    for label in labels(root, words):
        control = control_of(label)
        if control is not None:
            yield label, control, block_of(label, control)


def decoy(block: HtmlElement, change: Callable[[HtmlElement], None] | None = None) -> HtmlElement:
    """A copy of the block that the form does not send, with ids of its own."""
    twin = copy.deepcopy(block)
    for e in twin.iter():
        if isinstance(e.tag, str):
            for name in ("name", "data-ordem", "data-campo", "data-validar", "autofocus", "data-code"):
                e.attrib.pop(name, None)
            for name in ("id", "for"):
                if e.get(name):
                    e.set(name, f"{e.get(name)}-outro")
    if change:
        change(twin)
    return twin

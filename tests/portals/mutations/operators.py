"""What a redesign may do to a field, a button, a list or a heading: each changes one thing of a page in place."""

import copy
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement, builder

from tests.portals.mutations.rewriting import Rewrite

SILENT = frozenset({"script", "style", "option", "textarea"})
_CONTROL = ".//input[not(@type) or @type='text'] | .//select | .//textarea"
# A field that the page itself keeps in step, behind something that is only drawn.
_SYNC = (
    "const campo = document.getElementById('%s');"
    "this.isContentEditable && (campo.value = this.textContent.trim());"
    "campo.dispatchEvent(new Event('input', {bubbles: true}))"
)


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
    while (parent := block.getparent()) is not None and len(parent.xpath(_CONTROL)) <= len(block.xpath(_CONTROL)):
        if parent.tag in ("form", "body", "tbody", "table") or parent.getparent() is None:
            break
        block = parent
    return block


def _fields(root: HtmlElement, words: str) -> Iterator[tuple[HtmlElement, HtmlElement, HtmlElement]]:
    for label in labels(root, words):
        control = control_of(label)
        if control is not None:
            yield label, control, block_of(label, control)


def field(change: Callable[[HtmlElement, HtmlElement, HtmlElement], None]) -> Callable[[str], Rewrite]:
    """An operator on (label, control, block) for each field of that name."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = list(_fields(root, words))
            for label, control, block in found:
                change(label, control, block)
            return bool(found)

        return rewrite

    return of


def _text(label: HtmlElement, to: Callable[[str], str]) -> None:
    said = (label.text or "").strip()
    end = ":" if said.endswith(":") else ""
    label.text = to(said.rstrip(": ")) + end


def _other_words(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda _: "Identificador complementar")


def _plural(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda said: " ".join(w + "s" if i == 0 and w[-1] in "aeo" else w for i, w in enumerate(said.split())))


def _capitals(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, str.upper)


def _longer(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda said: f"{said} anterior")


def _untied(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    label.attrib.pop("for", None)
    label.tag = "span" if label.tag == "label" else label.tag


def _placeholder(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("placeholder", (label.text or "").strip())
    label.text = ""


def _aria(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("aria-label", (label.text or "").strip(": \n"))
    label.text = ""


def _moved_last(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.append(block)


def _moved_first(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.insert(0, block)


def _label_behind(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    words = builder.SPAN(" " + (label.text or "").strip())
    label.text = ""
    control.addnext(words)


def _decoy(block: HtmlElement, change: Callable[[HtmlElement], None] | None = None) -> HtmlElement:
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


def _decoy_before(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    block.addprevious(_decoy(block))


def _decoy_after(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    block.addnext(_decoy(block))


def _renamed_decoy(label: HtmlElement, control: HtmlElement, block: HtmlElement, *, other: bool) -> None:
    said = label.text

    def rename(twin: HtmlElement) -> None:
        for e in twin.iter():
            if isinstance(e.tag, str) and e.text == said:
                _longer(e, control, block)

    block.addnext(_decoy(block, rename))
    if other:
        _other_words(label, control, block)


def _decoy_like(label: HtmlElement, control: HtmlElement, block: HtmlElement) -> None:
    _renamed_decoy(label, control, block, other=False)


def _decoy_and_renamed(label: HtmlElement, control: HtmlElement, block: HtmlElement) -> None:
    _renamed_decoy(label, control, block, other=True)


def _wrapped(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    parent = control.getparent()
    assert parent is not None
    wrap = builder.DIV({"class": "novo"})
    parent.replace(control, wrap)
    wrap.tail, control.tail = control.tail, None
    wrap.append(control)


def _drawn(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    """The field hidden behind a box that is only drawn."""
    key = control.get("id") or "campo-escondido"
    control.set("id", key)
    role = "combobox" if control.tag == "select" else "textbox"
    box = builder.DIV({"role": role, "tabindex": "0", "style": "border:1px solid;min-width:9em;min-height:1em"})
    if role == "textbox":
        box.set("contenteditable", "true")
    box.set("oninput", _SYNC % key)
    box.text = control.get("value", "")
    control.set("style", "display:none")
    control.addprevious(box)


def _frozen(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("readonly", "readonly")
    if control.tag == "select":
        control.set("disabled", "disabled")


def _short(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("maxlength", "1")


def _other_type(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("type", "number")


def _gone(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.remove(block)


def _extra(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    def rename(twin: HtmlElement) -> None:
        for e in twin.iter():
            if isinstance(e.tag, str) and e.tag in ("label", "td") and folded(e.text):
                e.text = "Motivo da exigência:"
            if e.tag in ("input", "select"):
                e.set("required", "required")
                e.set("name", "exigencia")

    block.addnext(_decoy(block, rename))


FIELD: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": field(_other_words),
    "renamed-nearly": field(_plural),
    "capitals": field(_capitals),
    "renamed-anterior": field(_longer),
    "untied": field(_untied),
    "placeholder": field(_placeholder),
    "aria": field(_aria),
    "moved-last": field(_moved_last),
    "moved-first": field(_moved_first),
    "label-behind": field(_label_behind),
    "decoy-before": field(_decoy_before),
    "decoy-after": field(_decoy_after),
    "decoy-alike": field(_decoy_like),
    "decoy-alike-renamed": field(_decoy_and_renamed),
    "wrapped": field(_wrapped),
    "drawn": field(_drawn),
    "frozen": field(_frozen),
    "shortened": field(_short),
    "other-type": field(_other_type),
    "gone": field(_gone),
    "extra-required": field(_extra),
}


def buttons(root: HtmlElement, words: str) -> list[HtmlElement]:
    """Every button or link with these words."""
    found = []
    for e in root.xpath("//button | //a | //input[@type='submit' or @type='button']"):
        said = e.get("value") if e.tag == "input" else e.text_content()
        if folded(said) == folded(words):
            found.append(e)
    return found


def button(change: Callable[[HtmlElement], None]) -> Callable[[str], Rewrite]:
    """An operator on each button of that name."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = buttons(root, words)
            for one in found:
                change(one)
            return bool(found)

        return rewrite

    return of


def _called(e: HtmlElement, to: Callable[[str], str]) -> None:
    if e.tag == "input":
        e.set("value", to(e.get("value", "")))
    else:
        e.text = to(e.text_content())


def _pressed_twin(e: HtmlElement) -> None:
    twin = copy.deepcopy(e)
    twin.attrib.pop("id", None)
    twin.tail = None
    e.addnext(twin)


def _harmless_twin(e: HtmlElement) -> None:
    _pressed_twin(e)
    twin = e.getnext()
    assert twin is not None
    twin.set("type", "button")


def _in_div(e: HtmlElement) -> None:
    wrap = builder.DIV({"class": "acoes-novas"})
    parent = e.getparent()
    assert parent is not None
    parent.replace(e, wrap)
    wrap.tail, e.tail = e.tail, None
    wrap.append(e)


def _set(name: str, value: str) -> Callable[[HtmlElement], None]:
    return lambda e: e.set(name, value)


BUTTON: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": button(lambda e: _called(e, lambda _: "Prosseguir")),
    "renamed-nearly": button(lambda e: _called(e, lambda said: f"{said} agora")),
    "capitals": button(lambda e: _called(e, str.upper)),
    "twin": button(_pressed_twin),
    "harmless-twin": button(_harmless_twin),
    "dead": button(_set("disabled", "disabled")),
    "hidden": button(_set("style", "visibility:hidden")),
    "wrapped": button(_in_div),
}


def _titles(root: HtmlElement, words: str) -> list[HtmlElement]:
    return [
        e
        for e in root.iter()
        if isinstance(e.tag, str)
        and e.tag not in (*SILENT, "a", "button", "label", "title")
        and folded(e.text).startswith(folded(words))
    ]


def title(change: Callable[[HtmlElement, str], None]) -> Callable[[str], Rewrite]:
    """An operator on each heading that begins with these words."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = _titles(root, words)
            for one in found:
                change(one, words)
            return bool(found)

        return rewrite

    return of


def _retitled(e: HtmlElement, words: str) -> None:
    e.text = (e.text or "").replace(words, "NOVA TELA")


def _twice(e: HtmlElement, _words: str) -> None:
    twin = copy.deepcopy(e)
    twin.tail = None
    e.addnext(twin)


def _whole_twice(e: HtmlElement, _words: str) -> None:
    block = e
    while (parent := block.getparent()) is not None and not block.xpath(_CONTROL):
        block = parent
    if block.tag not in ("body", "html"):
        block.addnext(_decoy(block))


def _retagged(e: HtmlElement, _words: str) -> None:
    if e.tag not in ("td", "th"):
        e.tag = "span"


TITLE: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": title(_retitled),
    "twice": title(_twice),
    "panel-twice": title(_whole_twice),
    "retagged": title(_retagged),
}


def _columns(change: Callable[[list[HtmlElement], int, int], None]) -> Callable[[str], Rewrite]:
    """An operator on each row of the list that has a column of that heading: the row's cells, its place, the row's."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            heads = [c for c in root.xpath("//th | //td") if folded(c.text_content()) == folded(words)]
            heads = [c for c in heads if len(c.getparent()) > 3]
            for head in heads:
                row = head.getparent()
                assert row is not None
                at, width = list(row).index(head), len(row)
                table = next(a for a in row.iterancestors() if a.tag == "table")
                for number, each in enumerate(r for r in table.iter("tr") if len(r) == width):
                    change(list(each), at, number)
            return bool(heads)

        return rewrite

    return of


def _column_added(cells: list[HtmlElement], at: int, row: int) -> None:
    new = copy.deepcopy(cells[at])
    new.clear()
    new.text = "Observação interna" if row == 0 else "x"
    cells[at].addprevious(new)


def _column_removed(cells: list[HtmlElement], at: int, _row: int) -> None:
    parent = cells[at].getparent()
    assert parent is not None
    parent.remove(cells[at])


def _column_last(cells: list[HtmlElement], at: int, _row: int) -> None:
    cells[-1].addnext(cells[at])


def _column_renamed(cells: list[HtmlElement], at: int, row: int) -> None:
    if row == 0:
        cells[at].text = "Referência"
        for child in list(cells[at]):
            cells[at].remove(child)


def _column_twice(cells: list[HtmlElement], at: int, _row: int) -> None:
    cells[at].addnext(copy.deepcopy(cells[at]))


COLUMN: Mapping[str, Callable[[str], Rewrite]] = {
    "added": _columns(_column_added),
    "removed": _columns(_column_removed),
    "last": _columns(_column_last),
    "renamed": _columns(_column_renamed),
    "twice": _columns(_column_twice),
}


def churned(seed: int) -> Rewrite:
    """Every id new, what points to one kept in step; every class that no script asks for new as well."""
    chance = random.Random(seed)

    def rewrite(root: HtmlElement) -> bool:
        new: dict[str, str] = {}
        for e in root.xpath("//*[@id]"):
            if e.get("id") not in ("carregando", "conteudo"):
                new[e.get("id")] = f"x{chance.randrange(10**9)}"
                e.set("id", new[e.get("id")])
        _follow(root, new)
        return bool(new)

    return rewrite


def _follow(root: HtmlElement, new: Mapping[str, Any]) -> None:
    for e in root.xpath("//*[@for or @aria-labelledby or @href]"):
        for name in ("for", "aria-labelledby"):
            if e.get(name) in new:
                e.set(name, new[e.get(name)])
        if e.get("href", "").startswith("#") and e.get("href")[1:] in new:
            e.set("href", f"#{new[e.get('href')[1:]]}")
